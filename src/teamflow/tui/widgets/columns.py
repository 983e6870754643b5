"""Numbered cards in columns: how they're wrapped, cut, and put side by side.

`room` is what the marks of cards take that stand above each other, so that their texts begin at
one column.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.geometry import Size

GAP: Final = 3
READABLE: Final = 34
"""Columns of text from which most ideas can be read whole."""
NARROWEST: Final = 26
"""Columns of text below which an idea can't be read any more."""
AIRIEST: Final = 2
"""Blank lines at most between two ideas: more would pull them apart."""


class Standing(IntEnum):
    """How much a card matters now: those that matter least are the first to go."""

    FADED = 0
    PLAIN = 1
    BACKED = 2
    """It got votes."""
    ASKED = 3
    """It's the one that is talked about."""
    TIED = 4
    CHOSEN = 5


@dataclass(frozen=True)
class Card:
    """One idea as the board shows it, with a `mark` before its text: its votes, its likes."""

    number: int
    text: str
    mark: str = ""
    standing: Standing = Standing.PLAIN


STYLES: Final = {
    Standing.FADED: ("$quiet", "$quiet"),
    Standing.ASKED: ("bold $primary", "bold"),
    Standing.TIED: ("bold $primary", "bold"),
    Standing.CHOSEN: ("bold $success", "bold $success"),
}
"""Of the number and the mark, and of the text."""


def whole(cards: Sequence[Card], size: Size, room: int) -> Content | None:
    """Every text to its end, in as few columns as it takes; None where there's no room."""
    if sum(len(card.text) for card in cards) > size.area:
        return None
    airy = _airy([wrapped(card, size.width, room) for card in cards], size.height)
    if airy is not None:
        return airy
    for columns in _columns(size, READABLE):
        width = _width(columns, size)
        lines = [wrapped(card, width, room) for card in cards]
        if len(_filled(lines, size.height)) <= columns and max(map(len, lines)) <= size.height:
            return _side_by_side(_balanced(lines, columns), width)
    return None


def cut(cards: Sequence[Card], size: Size, narrowest: int = READABLE) -> Content | None:
    """Every card on one line; None where there's no room."""
    for columns in _columns(size, narrowest):
        rows = -(-len(cards) // columns)
        if rows <= size.height:
            return _in_rows(cards, rows, _width(columns, size))
    return None


def most(size: Size) -> int:
    """How many cards there's room for, on one line each."""
    return size.height * _columns(size, READABLE)[-1]


def in_rows(cards: Sequence[Card], size: Size) -> Content:
    """So many cards that there's room for all, on one line each."""
    columns = _columns(size, READABLE)[-1]
    return _in_rows(cards, size.height, _width(columns, size))


def _in_rows(cards: Sequence[Card], rows: int, width: int) -> Content:
    columns = [cards[start : start + rows] for start in range(0, len(cards), rows)]
    lines = [[_line(card, width, marks(column)) for card in column] for column in columns]
    return _side_by_side(lines, width)


def wrapped(card: Card, width: int, room: int) -> list[Content]:
    """The lines of one card, with so many columns for its mark."""
    lead = _lead(card, room)
    first, *others = Content(card.text).wrap(max(1, width - lead.cell_length)) or [Content("")]
    indent = " " * lead.cell_length
    _number, style = STYLES.get(card.standing, ("", ""))
    return [
        lead.append(Content.styled(first.plain, style)),
        *(Content.styled(indent + line.plain, style) for line in others),
    ]


def _line(card: Card, width: int, room: int) -> Content:
    lead = _lead(card, room)
    left = max(1, width - lead.cell_length)
    text = card.text if cell_len(card.text) <= left else shortened(card.text, left)
    _number, style = STYLES.get(card.standing, ("", ""))
    return lead.append(Content.styled(text, style))


def shortened(text: str, width: int) -> str:
    """As much of a text as there's room for, and a sign that there is more."""
    return set_cell_size(text, width - 1).rstrip() + "…"


def marks(cards: Sequence[Card]) -> int:
    """How many columns the marks of these cards take."""
    widest = max((cell_len(card.mark) for card in cards), default=0)
    return widest + 2 if widest else 0


def _lead(card: Card, room: int) -> Content:
    style, _text = STYLES.get(card.standing, ("bold $primary", ""))
    pointer = "▸" if card.standing is Standing.ASKED else " "
    return Content.styled(f"{card.number:>2}{pointer} {card.mark:<{room}}", style)


def _columns(size: Size, narrowest: int) -> range:
    return range(1, max(1, (size.width + GAP) // (narrowest + GAP)) + 1)


def _width(columns: int, size: Size) -> int:
    return (size.width - GAP * (columns - 1)) // columns


def _airy(cards: Sequence[list[Content]], height: int) -> Content | None:
    for blank in range(AIRIEST, 0, -1):
        if sum(map(len, cards)) + blank * (len(cards) - 1) <= height:
            return Content("\n" * (blank + 1)).join(map(Content("\n").join, cards))
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
