"""The ideas on the board: in as many columns as it takes, and otherwise from the newest up."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from teamflow.locale import _

TICK = "✓"
GAP = 3
NARROWEST = 26


@dataclass(frozen=True)
class Card:
    """One idea as the board shows it: `tail` stands at its right, `marked` makes it stand out."""

    number: int
    text: str
    tail: str = ""
    marked: bool = False


class Board(Widget):
    """Numbered cards. They wrap in one column while there is room; then columns, cut to a line;
    and when even that is too much, the newest stay in sight."""

    DEFAULT_CSS = "Board { height: 1fr; padding: 0 1; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._cards: tuple[Card, ...] = ()

    def lay(self, cards: Sequence[Card]) -> None:
        """Put these cards on the board."""
        if tuple(cards) != self._cards:
            self._cards = tuple(cards)
            self.refresh()

    def render(self) -> Content:
        size = self.content_size
        if not self._cards or not size.height or not size.width:
            return Content("")
        if sum(len(card.text) for card in self._cards) <= size.area:
            wrapped = [line for card in self._cards for line in _wrapped(card, size.width)]
            if len(wrapped) <= size.height:
                return Content("\n").join(wrapped)
        most = max(1, (size.width + GAP) // (NARROWEST + GAP))
        for columns in range(1, most + 1):
            if -(-len(self._cards) // columns) <= size.height:
                return _in_columns(self._cards, columns, size)
        return _newest(self._cards, most, size)


def _wrapped(card: Card, width: int) -> list[Content]:
    lead = f"{card.number:>2}  "
    room = max(1, width - len(lead) - cell_len(card.tail) - 1)
    lines = Content(card.text).wrap(room, align="left", overflow="fold")
    style = "bold $success" if card.marked else ""
    first, *others = lines or [Content("")]
    told = Content.assemble(
        (lead, "bold $primary"), (first.plain, style), " ", (card.tail, "bold $primary")
    )
    return [told, *(Content.styled(" " * len(lead) + line.plain, style) for line in others)]


def _in_columns(cards: Sequence[Card], columns: int, size: Size) -> Content:
    rows = -(-len(cards) // columns)
    width = (size.width - GAP * (columns - 1)) // columns
    lines = (
        Content(" " * GAP).join(_cut(card, width) for card in cards[row::rows])
        for row in range(rows)
    )
    return Content("\n").join(lines)


def _newest(cards: Sequence[Card], columns: int, size: Size) -> Content:
    room = max(1, size.height - 1) * columns
    earlier = len(cards) - room
    told = Content.styled(_("↑ {count} more").format(count=earlier), "$quiet")
    return Content("\n").join([told, _in_columns(cards[earlier:], columns, size)])


def _cut(card: Card, width: int) -> Content:
    lead = f"{card.number:>2}  "
    room = max(1, width - len(lead) - cell_len(card.tail) - 1)
    text = card.text
    if cell_len(text) > room:
        text = set_cell_size(text, room - 1).rstrip() + "…"
    style = "bold $success" if card.marked else ""
    return Content.assemble(
        (lead, "bold $primary"),
        (set_cell_size(text, room), style),
        " ",
        (card.tail, "bold $primary"),
    )
