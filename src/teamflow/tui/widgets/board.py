"""The ideas on the board: what it's about now stays in sight, whatever else has to go."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from teamflow.locale import _
from teamflow.tui.plain import is_plain
from teamflow.tui.widgets import columns
from teamflow.tui.widgets.columns import Card, Standing
from teamflow.tui.widgets.winner import enlarged, plated


class Board(Widget):
    """Numbered cards, whole as long as there's room in one or more columns; then cut to a line;
    and when even that is too much, those that matter most and the newest stay in sight.

    What was chosen stands above them, large.
    """

    DEFAULT_CSS = "Board { height: 1fr; padding: 0 1; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._cards: tuple[Card, ...] = ()
        self._others = ""

    def lay(self, cards: Sequence[Card], others: str = "") -> None:
        """Put these cards on the board; `others` tells of those that aren't there, and of the
        faded ones where there's no room for them."""
        if (tuple(cards), others) != (self._cards, self._others):
            self._cards, self._others = tuple(cards), others
            self.refresh()

    def render(self) -> Content:
        size = self.content_size
        if not self._cards or not size.height or not size.width:
            return Content("")
        halves = not is_plain(self.app)
        chosen = [card for card in self._cards if card.standing is Standing.CHOSEN]
        rest = [card for card in self._cards if card.standing is not Standing.CHOSEN]
        if chosen:
            return _below(plated(chosen, size, halves=halves), rest, self._others, size)
        if all(card.standing is Standing.TIED for card in rest):
            large = enlarged(rest, Size(size.width, size.height - 2), halves=halves)
            if large:
                return _below(large, (), self._others, size)
        return _told(rest, self._others, size)


def _told(cards: Sequence[Card], others: str, size: Size) -> Content:
    """The cards, and a line about the others where there's room for it."""
    if others and size.height > len(cards) + 1:
        above = _laid(cards, Size(size.width, size.height - 2))
        return Content("\n").join([above, Content(""), Content.styled(others, "$quiet")])
    return _laid(cards, size)


def _below(large: list[Content], rest: Sequence[Card], others: str, size: Size) -> Content:
    """What is left of the cards, under those that are large; a line where that isn't enough."""
    room = Size(size.width, size.height - len(large) - 1)
    if room.height > 0:
        marks = columns.marks(rest)
        under = rest and (columns.whole(rest, room, marks) or columns.cut(rest, room, marks))
        large = [*large, Content(""), under or Content.styled(others, "$quiet")]
    return Content("\n").join(large)


def _laid(cards: Sequence[Card], size: Size) -> Content:
    marks = columns.marks(cards)
    everything = columns.whole(cards, size, marks)
    if everything is not None:
        return everything
    lead = [card for card in cards if card.standing is Standing.TIED]
    above = [line for card in lead for line in columns.wrapped(card, size.width, marks)]
    if not lead or len(above) > size.height // 2:
        return _squeezed(cards, size, marks)
    rest = [card for card in cards if card.standing is not Standing.TIED]
    room = Size(size.width, size.height - len(above))
    return Content("\n").join([*above, _squeezed(rest, room, marks)])


def _squeezed(cards: Sequence[Card], size: Size, marks: int) -> Content:
    return (
        columns.cut(cards, size, marks)
        or columns.cut(cards, size, marks, columns.NARROWEST)
        or _most(cards, size, marks)
    )


def _most(cards: Sequence[Card], size: Size, marks: int) -> Content:
    """Those that matter most; of equals, the newest."""
    room = Size(size.width, max(1, size.height - 1))
    ranked = sorted(cards, key=lambda card: (card.standing, card.number))
    kept = sorted(ranked[-columns.most(room) :], key=lambda card: card.number)
    told = Content.styled(_("↑ {count} more").format(count=len(cards) - len(kept)), "$quiet")
    return Content("\n").join([told, columns.in_rows(kept, room, marks)])
