"""Whose turn it is, in letters that the back row can read, and who comes next."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from teamflow.tui.blocks import letters


class TurnCard(Widget):
    """A name in block letters; plain bold where they don't fit."""

    DEFAULT_CSS = """
    TurnCard { color: $primary; text-style: bold; content-align: left middle; text-wrap: nowrap; }
    """

    name_shown: reactive[str] = reactive("")

    def render(self) -> Content:
        blocks = letters(self.name_shown, *self.content_size, largest=4)
        return Content("\n".join(blocks) if blocks else self.name_shown)
