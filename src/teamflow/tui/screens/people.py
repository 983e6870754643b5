"""Who is here: mark somebody absent or back, add a late comer, give somebody the turn."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from teamflow.core import actions as a
from teamflow.core.refusal import Refused
from teamflow.live import Live
from teamflow.locale import _
from teamflow.tui.drafts import Drafts
from teamflow.tui.screens.typing import TypingDialog
from teamflow.tui.widgets.field import LineField
from teamflow.tui.widgets.keybar import KeyBar
from teamflow.tui.widgets.menu import Menu, Row


class Team(Menu):
    """The names; Enter is done with them, so that nobody is sent away by accident."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pick", _("done"), key_display="Enter"),
    ]


class People(TypingDialog[None]):
    """The list of the team, over the running meeting."""

    DEFAULT_CSS = """
    People {
        & Team { margin-bottom: 1; }
        & .window > KeyBar { margin: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn", _("here or not")),
        Binding("delete", "remove", _("off the list"), key_display="Del"),
        Binding("f4", "give_turn", _("has the turn now"), priority=True),
    ]

    def __init__(self, live: Live, drafts: Drafts) -> None:
        super().__init__(drafts)
        self._live = live

    def contents(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Static(_("Who is here?"), classes="title", markup=False)
            yield Team(len(self._live.session.participants), self._row, lead=1)
            yield LineField("joining", placeholder=_("a name to add, then Enter"), enter=self._join)
            yield Static(id="why-not", classes="why-not", markup=False)
            yield KeyBar()

    def _row(self, place: int) -> Row:
        person = self._live.session.participants[place]
        turn = _("has the turn") if person.name == self._live.session.round.turn else ""
        return Row(person.name, person.name, lead="✓" if person.present else "–", tail=turn)

    def _act(self, action: a.Action) -> bool:
        told = ""
        try:
            self._live.dispatch(action)
        except Refused as refusal:
            told = refusal.told(_)
        self.query_one("#why-not", Static).update(told)
        self.query_one(Menu).fill(len(self._live.session.participants), self._row)
        return not told

    def action_turn(self) -> None:
        name = str(self.query_one(Menu).value)
        self._act(a.SetPresence(name, name not in self._live.session.present))

    def action_remove(self) -> None:
        self._act(a.RemoveParticipant(str(self.query_one(Menu).value)))

    def on_menu_picked(self) -> None:
        self.action_cancel()

    def action_give_turn(self) -> None:
        self._act(a.GiveTurn(str(self.query_one(Menu).value)))

    def _join(self) -> None:
        field = self.query_one(LineField)
        if self._act(a.AddParticipant(field.typed)):
            field.put("")
            self._drafts.forget("joining")
