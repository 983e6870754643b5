"""The smallest Textual clock: digits that change once a second."""

from textual.app import App, ComposeResult
from textual.widgets import Digits


class BareDigits(App[None]):
    """A count of seconds."""

    def compose(self) -> ComposeResult:
        """The digits."""
        yield Digits("10:00")

    def on_mount(self) -> None:
        """Start to count."""
        self.seconds = 600
        self.set_interval(1, self.tick)

    def tick(self) -> None:
        """Show one second less."""
        self.seconds -= 1
        self.query_one(Digits).update(f"{self.seconds // 60}:{self.seconds % 60:02}")


if __name__ == "__main__":
    BareDigits().run()
