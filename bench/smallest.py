"""The smallest Textual app with a header, digits and a footer: what the screens can't beat."""

from textual.app import App, ComposeResult
from textual.widgets import Digits, Footer, Header


class Smallest(App[None]):
    """One time on the screen, and nothing that moves it."""

    def compose(self) -> ComposeResult:
        """The three widgets."""
        yield Header()
        yield Digits("10:00")
        yield Footer()


if __name__ == "__main__":
    Smallest().run()
