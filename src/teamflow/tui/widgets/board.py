"""The ideas on the board: what it's about now stays in sight, whatever else has to go."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from teamflow.locale import _
from teamflow.tui.plain import is_plain
from teamflow.tui.widgets import columns
from teamflow.tui.widgets.columns import Card, Standing


class Board(Widget):
    """Numbered cards, whole as long as there's room in one or more columns; then cut to a line;
    and when even that is too much, those that matter most and the newest stay in sight.

    What was chosen stands above them, large.
    """

    DEFAULT_CSS = "Board { height: 1fr; padding: 0 1; }"

    def __init__(self, waiting: Sequence[str] = (), *, id: str | None = None) -> None:
        """`waiting` are the lines that stand on it until there's a card."""
        super().__init__(id=id)
        self._waiting = tuple(waiting)
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
        if not size.height or not size.width:
            return Content("")
        if not self._cards:
            return self._with_what_waits(size)
        chosen = [card for card in self._cards if card.standing is Standing.CHOSEN]
        if chosen or all(card.standing is Standing.TIED for card in self._cards):
            return self._with_few_large(chosen, size)
        return _told(self._cards, self._others, size)

    def _with_what_waits(self, size: Size) -> Content:
        from teamflow.tui.widgets.sayings import set_in

        told = set_in(self._waiting, size, halves=not is_plain(self.app))
        return Content.styled(told, "bold $primary")

    def _with_few_large(self, chosen: Sequence[Card], size: Size) -> Content:
        from teamflow.tui.widgets.winner import enlarged, plated  # no round needs it

        halves = not is_plain(self.app)
        if chosen:
            rest = [card for card in self._cards if card.standing is not Standing.CHOSEN]
            return _below(plated(chosen, size, halves=halves), rest, self._others, size)
        large = enlarged(self._cards, Size(size.width, size.height - 2), halves=halves)
        if large:
            return _below(large, (), self._others, size)
        return _told(self._cards, self._others, size)


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
        under = rest and (columns.whole(rest, room, marks) or columns.cut(rest, room))
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
        return _squeezed(cards, size)
    rest = [card for card in cards if card.standing is not Standing.TIED]
    room = Size(size.width, size.height - len(above))
    return Content("\n").join([*above, _squeezed(rest, room)])


def _squeezed(cards: Sequence[Card], size: Size) -> Content:
    return (
        columns.cut(cards, size)
        or columns.cut(cards, size, columns.NARROWEST)
        or _most(cards, size)
    )


def _most(cards: Sequence[Card], size: Size) -> Content:
    """Those that matter most; of equals, the newest."""
    room = Size(size.width, max(1, size.height - 1))
    ranked = sorted(cards, key=lambda card: (card.standing, card.number))
    kept = sorted(ranked[-columns.most(room) :], key=lambda card: card.number)
    told = Content.styled(_("… {count} more").format(count=len(cards) - len(kept)), "$quiet")
    return Content("\n").join([told, columns.in_rows(kept, room)])
