"""A list of which each line can be ticked, or not."""

from collections.abc import Collection, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.strip import Strip

from teamflow.locale import _
from teamflow.tui.widgets.menu import Menu, Row


class Checklist(Menu):
    """Lines, each with a value, a text and a tail, of which some are ticked; Enter goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn", _("tick")),
        Binding("tab,enter", "app.focus_next", show=False),
    ]

    def __init__(self, lines: Sequence[tuple[str, str, str]], ticked: Collection[str]) -> None:
        self._lines, self._ticked = tuple(lines), set(ticked)
        super().__init__(len(self._lines), self._told, lead=1)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The values of the ticked lines, in the order of the list."""
        return tuple(value for value, _text, _tail in self._lines if value in self._ticked)

    def _told(self, place: int) -> Row:
        value, text, tail = self._lines[place]
        return Row(text, value, lead="✓" if value in self._ticked else "–", tail=tail)

    def _drawn(self, row: Row, marked: bool, width: int) -> Sequence[Strip]:
        """Beside other fields no line is marked while the keys go elsewhere."""
        return super()._drawn(row, marked and self.has_focus, width)

    def action_turn(self) -> None:
        self._ticked ^= {self._lines[self.marked][0]}
        self.refresh()

    def click(self) -> None:
        self.action_turn()
