"""A sentence for the whole room."""

from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from teamflow.tui.lines import in_blocks, in_bold
from teamflow.tui.plain import is_plain
from teamflow.tui.widgets.menu import fitted

A_WALL: Final = Size(200, 45)
"""The columns and rows from which plain letters are lost on the screen."""
SHARE: Final = 5
"""A sentence takes one row in so many, with its margins: windows leave that much in sight."""
MOST: Final = 3
"""Lines over which a sentence in block letters can still be read."""
AROUND: Final = 3
"""Rows of those for the row of phases, and for the margins."""


class Headline(Widget):
    """In block letters on a large wall, else in bold; over lines that are as long as each other.
    They stand in the middle or begin at the left, as the widget's content is aligned."""

    DEFAULT_CSS = """
    Headline { width: 100%; height: auto; text-style: bold; text-wrap: nowrap; }
    """

    text: reactive[str] = reactive("", layout=True)

    def __init__(
        self, text: str = "", *, id: str | None = None, classes: str = "", compact: bool = False
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._compact = compact
        self.set_reactive(Headline.text, text)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render(self) -> Content:
        width, height = self.content_size
        lines = self._lines(width)
        if height < len(lines):
            lines = [*lines[: height - 1], fitted(" ".join(lines[height - 1 :]), width).rstrip()]
        return Content("\n").join(Content(line) for line in lines)

    def _lines(self, width: int) -> list[str]:
        lines = self._large(width) or in_bold(self.text, width)
        widest = max(map(cell_len, lines), default=0)
        left = self.styles.content_align_horizontal == "left"
        return [_padded(line, widest, left) for line in lines]

    def _large(self, width: int) -> Sequence[str]:
        columns, rows = self.app.size
        if columns < A_WALL.width or rows < A_WALL.height or is_plain(self.app):
            return ()
        high = rows // SHARE - AROUND
        found = in_blocks((self.text,), width, high, most=MOST, largest=1, compact=self._compact)
        return found[0] if found else ()


def _padded(row: str, width: int, left: bool) -> str:
    room = width - cell_len(row)
    before = 0 if left else room // 2
    return " " * before + row + " " * (room - before)
