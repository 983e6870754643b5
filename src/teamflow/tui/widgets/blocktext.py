"""A word that the back row can read: a name, in block letters."""

from typing import Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from teamflow.tui.blocks import letters

LARGEST: Final = 4


class BlockText(Widget):
    """A word in block letters that grow with the space; plain bold where they don't fit."""

    DEFAULT_CSS = """
    BlockText { color: $primary; text-style: bold; content-align: left middle; text-wrap: nowrap; }
    """

    word: reactive[str] = reactive("")
    reserve: reactive[str] = reactive("")
    """A word that must fit at the same size, so that words keep their size when they change."""

    def __init__(self, word: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(BlockText.word, word)

    def render(self) -> Content:
        width, height = self.content_size
        alike = letters(self.word, width, height, largest=LARGEST, reserve=self.reserve)
        blocks = alike or letters(self.word, width, height, largest=LARGEST)
        return Content("\n".join(blocks) if blocks else self.word)
