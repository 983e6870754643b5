"""The ideas on the board: in as many columns as it takes, and otherwise from the newest up."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from teamflow.locale import _

GAP: Final = 3
OUT: Final = "–"
"""Instead of the number of an idea that can't be voted for now."""
NARROWEST: Final = 26
"""Columns of text below which an idea can't be read any more."""
AIRIEST: Final = 2
"""Blank lines at most between two ideas: more would pull them apart."""


@dataclass(frozen=True)
class Card:
    """One idea as the board shows it, with `tail` behind it: `marked` when it was chosen, `asked`
    when it's the one that is talked about now, `faded` when it's out of it for now."""

    number: int
    text: str
    tail: str = ""
    marked: bool = False
    asked: bool = False
    faded: bool = False


class Board(Widget):
    """Numbered cards, whole as long as there's room in one or more columns; then cut to a line;
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
        return _whole(self._cards, size) or _cut(self._cards, size) or _newest(self._cards, size)


def _columns(size: Size) -> range:
    return range(1, max(1, (size.width + GAP) // (NARROWEST + GAP)) + 1)


def _width(columns: int, size: Size) -> int:
    return (size.width - GAP * (columns - 1)) // columns


def _whole(cards: Sequence[Card], size: Size) -> Content | None:
    if sum(len(card.text) for card in cards) > size.area:
        return None
    airy = _airy(cards, size)
    if airy is not None:
        return airy
    for columns in _columns(size):
        width = _width(columns, size)
        wrapped = [_wrapped(card, width) for card in cards]
        if len(_filled(wrapped, size.height)) <= columns and max(map(len, wrapped)) <= size.height:
            return _side_by_side(_balanced(wrapped, columns), width)
    return None


def _filled(cards: Sequence[list[Content]], height: int) -> list[list[Content]]:
    """The lines of cards in columns of a height; a card that's higher has one to itself."""
    columns: list[list[Content]] = [[]]
    for lines in cards:
        if columns[-1] and len(columns[-1]) + len(lines) > height:
            columns.append([])
        columns[-1] += lines
    return columns


def _balanced(cards: Sequence[list[Content]], columns: int) -> list[list[Content]]:
    """The lines of cards in so many columns, the highest of which is as low as can be."""
    height = -(-sum(map(len, cards)) // columns)
    while len(filled := _filled(cards, height)) > columns:
        height += 1
    return filled


def _airy(cards: Sequence[Card], size: Size) -> Content | None:
    wrapped = [_wrapped(card, size.width) for card in cards]
    for blank in range(AIRIEST, 0, -1):
        if sum(map(len, wrapped)) + blank * (len(cards) - 1) <= size.height:
            return Content("\n" * (blank + 1)).join(map(Content("\n").join, wrapped))
    return None


def _cut(cards: Sequence[Card], size: Size) -> Content | None:
    for columns in _columns(size):
        rows = -(-len(cards) // columns)
        if rows <= size.height:
            return _in_rows(cards, rows, _width(columns, size))
    return None


def _newest(cards: Sequence[Card], size: Size) -> Content:
    columns = _columns(size)[-1]
    rows = max(1, size.height - 1)
    earlier = len(cards) - rows * columns
    told = Content.styled(_("↑ {count} more").format(count=earlier), "$quiet")
    return Content("\n").join([told, _in_rows(cards[earlier:], rows, _width(columns, size))])


def _in_rows(cards: Sequence[Card], rows: int, width: int) -> Content:
    columns = [cards[start : start + rows] for start in range(0, len(cards), rows)]
    return _side_by_side([[_line(card, width) for card in column] for column in columns], width)


def _side_by_side(columns: Sequence[Sequence[Content]], width: int) -> Content:
    blank = Content(" " * width)
    rows = max(len(column) for column in columns)
    return Content("\n").join(
        Content(" " * GAP).join(
            column[row].extend_right(max(0, width - column[row].cell_length))
            if row < len(column)
            else blank
            for column in columns
        )
        for row in range(rows)
    )


def _lead(card: Card) -> str:
    number = OUT if card.faded else card.number
    return f"{number:>2} {'▸' if card.asked else ' '}"


def _style(card: Card) -> str:
    if card.marked:
        return "bold $success"
    return "bold" if card.asked else "$quiet" if card.faded else ""


def _room(card: Card, width: int) -> int:
    return max(1, width - len(_lead(card)) - (cell_len(card.tail) + 2 if card.tail else 0))


def _wrapped(card: Card, width: int) -> list[Content]:
    room = _room(card, width)
    first, *others = Content(card.text).wrap(room) or [Content("")]
    told = _assembled(card, first.plain)
    indent = " " * len(_lead(card))
    return [told, *(Content.styled(indent + line.plain, _style(card)) for line in others)]


def _line(card: Card, width: int) -> Content:
    room = _room(card, width)
    text = card.text
    if cell_len(text) > room:
        text = set_cell_size(text, room - 1).rstrip() + "…"
    return _assembled(card, text)


def _assembled(card: Card, text: str) -> Content:
    tail = f"  {card.tail}" if card.tail else ""
    return Content.assemble(
        (_lead(card), "bold $primary"), (text, _style(card)), (tail, "bold $primary")
    )
