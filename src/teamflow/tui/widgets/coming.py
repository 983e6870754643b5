"""Who is next in the round, and how far along it is: in as many words as there's room for."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from teamflow.tui.blocks import letters
from teamflow.tui.plain import is_plain


class Coming(Widget):
    """On one row; where there are more, the next name stands in block letters above the rest."""

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
        name = letters(self._following, width, height - 1, largest=2, halves=not is_plain(self.app))
        if name and self._counted:
            blank = [""] * (height > len(name) + 1)
            return Content("\n".join([*name, *blank, longest((*self._counted, ""), width)]))
        told = [" · ".join(filter(None, (self._following, each))) for each in self._counted]
        return Content(longest((*told, self._following), width))


def longest(forms: Sequence[str], width: int) -> str:
    """The first of these for which there's room; the last one fits anywhere."""
    return next((form for form in forms if cell_len(form) <= width), forms[-1])
