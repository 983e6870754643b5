"""Who is next in the round, and how far along it is: in as many words as there's room for."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from teamflow.tui.blocks import letters
from teamflow.tui.plain import is_plain

SMALL: Final = 4
"""Rows to block letters that don't outshine the name whose turn it is."""


class Coming(Widget):
    """On one row; where there are more, the number of ideas stands in block letters, and where
    there are enough, so does the next name."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._following = ""
        self._counted: tuple[str, ...] = ()

    def tell(self, following: str, counted: Sequence[str]) -> None:
        """Show who follows, and how many ideas there are: in words, the longest first."""
        if (following, tuple(counted)) != (self._following, self._counted):
            self._following, self._counted = following, tuple(counted)
            self.refresh()

    def render(self) -> Content:
        width, height = self.content_size
        if told := self._in_blocks(width, height):
            return Content("\n".join(told))
        told = [" · ".join(filter(None, (self._following, each))) for each in self._counted]
        return Content(longest((*told, self._following), width))

    def _in_blocks(self, width: int, height: int) -> list[str]:
        """The number of ideas in small letters, and the next name in the rows that are left."""
        set_in = partial(letters, columns=width, largest=2, halves=not is_plain(self.app))
        sets = (set_in(each, rows=min(SMALL, height - 2)) for each in self._counted)
        count = next(filter(None, sets), None)
        if not count:
            return []
        name = set_in(self._following, rows=height - len(count) - 1) or (self._following,)
        return [*name, "", *count]


def longest(forms: Sequence[str], width: int) -> str:
    """The first of these for which there's room; the last one fits anywhere."""
    return next((form for form in forms if cell_len(form) <= width), forms[-1])
