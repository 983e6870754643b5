"""A few short lines that the room keeps in mind: as large as they can stand together."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from teamflow.tui.lines import in_blocks
from teamflow.tui.plain import is_plain

LARGEST: Final = 2
TALLEST: Final = 14
"""Rows that they take at most, where they may take what they need."""


class Sayings(Widget):
    """Lines in block letters of one size, and in bold where there's no room for those."""

    DEFAULT_CSS = "Sayings { color: $primary; text-style: bold; }"

    def __init__(self, lines: Sequence[str], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines = tuple(lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return self._told(Size(width, TALLEST)).count("\n") + 1

    def render(self) -> Content:
        return Content(self._told(self.content_size))

    def _told(self, size: Size) -> str:
        return set_in(self._lines, size, halves=not is_plain(self.app))


def set_in(lines: Sequence[str], size: Size, *, halves: bool) -> str:
    """The lines with a blank row between them, where there's room for that."""
    blank = len(lines) - 1
    high = size.height - blank
    blocks = in_blocks(tuple(lines), size.width, high, largest=LARGEST, halves=halves)
    if blocks:
        return "\n\n".join("\n".join(rows) for rows in blocks)
    return ("\n\n" if len(lines) + blank <= size.height else "\n").join(lines)
