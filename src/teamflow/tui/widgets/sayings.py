"""A few short lines that the room keeps in mind: as large as they can stand together."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from teamflow.tui.lettering import lettered
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
        return self._set(width, TALLEST).count("\n") + 1

    def render(self) -> Content:
        return Content(self._set(*self.content_size))

    def _set(self, width: int, height: int) -> str:
        blank = len(self._lines) - 1
        halves = not is_plain(self.app)
        blocks = lettered(self._lines, width, height - blank, largest=LARGEST, halves=halves)
        if blocks:
            return "\n\n".join("\n".join(rows) for rows in blocks)
        airy = len(self._lines) + blank <= height
        return ("\n\n" if airy else "\n").join(self._lines)
