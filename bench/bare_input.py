"""The smallest Textual app to type in."""

from textual.app import App, ComposeResult
from textual.widgets import Input


class BareInput(App[None]):
    """One field, as Textual makes it."""

    def compose(self) -> ComposeResult:
        """The field."""
        yield Input(placeholder="type here")


if __name__ == "__main__":
    BareInput().run()
