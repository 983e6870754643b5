"""One row for what the program has to say: why something was refused, what was undone."""

from typing import Final

from textual.content import Content
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

READING_TIME: Final = 8.0


class Notice(Widget):
    """A line that goes away by itself, except for trouble, which stays until it's solved."""

    DEFAULT_CSS = """
    Notice {
        height: auto; max-height: 3; padding: 0 1; color: $foreground; background: $background;
        text-style: bold;
        &.-trouble { color: $background; background: $error; }
    }
    """

    text: reactive[str] = reactive("", layout=True)
    trouble: reactive[str] = reactive("", layout=True)
    _fading: Timer | None = None

    def say(self, text: str, *, lasting: bool = False) -> None:
        """Show a line for as long as it takes to read; a `lasting` one until something is done."""
        self.text = text
        if self._fading:
            self._fading.stop()
        self._fading = None if lasting else self.set_timer(READING_TIME, self.hush)

    def hush(self) -> None:
        """Take the line away."""
        self.text = ""

    def watch_trouble(self, trouble: str) -> None:
        self.set_class(bool(trouble), "-trouble")

    def render(self) -> Content:
        return Content(self.trouble or self.text or " ")
