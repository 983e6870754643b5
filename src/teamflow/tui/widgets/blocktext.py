"""A word that the back row can read: a name, in block letters."""

from functools import partial
from typing import Final

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from teamflow.tui.blocks import letters
from teamflow.tui.plain import is_plain
from teamflow.tui.widgets.menu import fitted

LARGEST: Final = 4
"""How many columns a pixel of a letter takes at most, where nothing else is wanted."""


class BlockText(Widget):
    """A word in block letters that grow with the space; bold on a plate where they don't fit."""

    DEFAULT_CSS = """
    BlockText { color: $primary; text-style: bold; content-align: left middle; text-wrap: nowrap; }
    """

    word: reactive[str] = reactive("")
    reserve: reactive[str] = reactive("")
    """A word that must fit at the same size, so that words keep their size when they change; and
    with or without accents they stand on the same line."""

    def __init__(self, word: str = "", *, id: str | None = None, largest: int = LARGEST) -> None:
        super().__init__(id=id)
        self._largest = largest
        self.set_reactive(BlockText.word, word)

    def render(self) -> Content:
        width, height = self.content_size
        set_in = partial(
            letters,
            self.word,
            width,
            height,
            largest=self._largest,
            halves=not is_plain(self.app),
            level=bool(self.reserve),
        )
        blocks = set_in(reserve=self.reserve) or set_in()
        return Content("\n".join(blocks)) if blocks else _plate(self.word, width, height)


def _plate(word: str, width: int, height: int) -> Content:
    """A word on a solid plate, for a script without block letters, or a name that's too long."""
    if not word:
        return Content("")
    name = f"  {fitted(word, width - 4).rstrip()}  "
    blank = " " * cell_len(name)
    rows = (blank, name, blank) if height >= 3 else (name,)
    return Content("\n").join(Content.styled(row, "reverse") for row in rows)
