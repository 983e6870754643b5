"""A text with a letter in its margin, which says of what it is."""

from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

MARGIN: Final = 2


class Lettered(Widget):
    """Wraps its text, and keeps the letter on the first line."""

    DEFAULT_CSS = """
    Lettered { height: auto; width: 1fr; }
    """

    def __init__(self, letter: str, text: Content, *, classes: str = "") -> None:
        super().__init__(classes=classes)
        self._letter, self._text = letter, text

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._wrapped(width))

    def render(self) -> Content:
        first, *rest = self._wrapped(self.size.width)
        margin = Content(" " * MARGIN)
        letter = Content.styled(self._letter.ljust(MARGIN), "$quiet")
        return Content("\n").join((letter + first, *(margin + line for line in rest)))

    def _wrapped(self, width: int) -> list[Content]:
        return self._text.wrap(max(1, width - MARGIN)) or [Content()]
