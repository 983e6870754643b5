"""Round: in turn, each member gives one idea. Inventory only, no judging."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.widgets import Static

from teamflow.core import actions as a
from teamflow.core.advice import round_offer
from teamflow.core.ideas import idea_at
from teamflow.core.protocol import IDEAS_ENOUGH, IDEAS_MANY, phase_of
from teamflow.core.rules.turns import coming, heard
from teamflow.core.session import Session
from teamflow.locale import _, ngettext
from teamflow.tui.phases.ideas import IdeaPane
from teamflow.tui.phases.numbers import read_number
from teamflow.tui.phases.pane import styles
from teamflow.tui.widgets.blocktext import BlockText
from teamflow.tui.widgets.board import Board
from teamflow.tui.widgets.clock import BigClock
from teamflow.tui.widgets.columns import Card
from teamflow.tui.widgets.coming import Coming
from teamflow.tui.widgets.field import LineField, after_typing
from teamflow.tui.widgets.heard import Heard


class RoundPane(IdeaPane):
    """Name, ideas, clock, and the line in which the chair types."""

    DEFAULT_CSS = styles(__file__)
    SCOPED_CSS = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "note", _("note it"), key_display="Enter", priority=True),
        Binding("tab", "pass", _("pass"), key_display="Tab", priority=True),
        Binding("ctrl+s", "same", _("same as number"), priority=True),
        Binding("ctrl+n", "number", _("change an idea"), priority=True),
        Binding("ctrl+o", "aside", _("idea out of turn"), show=False, priority=True),
        Binding("ctrl+f", "screen.earlier", _("from earlier meetings"), show=False, priority=True),
        Binding("ctrl+r", "remind", _("remind of the rule"), show=False, priority=True),
    ]

    def compose(self) -> ComposeResult:
        yield Heard()
        with Container(id="side", classes="in-sight"):
            with Vertical(id="turn"):
                yield BlockText()
                yield Coming(id="coming")
            yield BigClock()
        yield Board(_rule())
        yield Static(id="offer", markup=False)
        with Horizontal(id="entry"):
            yield Static(id="whose", markup=False)
            yield LineField("idea", "", _("type the idea"), enter=self._note)

    _turn: str | None = None
    """Whose turn the board shows: what is typed is theirs, also when a phone was just ahead."""

    def show(self, session: Session) -> None:
        super().show(session)
        card = self.query_one(BlockText)
        card.reserve = max(session.present, key=len, default="")
        card.word = session.round.turn or ""
        self.query_one(Coming).tell(_following(session), _counted(len(session.ideas)))
        self._turn = session.round.turn
        self.query_one(Heard).tell(
            session.present, heard(session), self._turn, counted=_("{heard} of {people} heard")
        )
        self.query_one(Board).lay(_cards(session))
        whose = _("{name}'s idea").format(name=session.round.turn or "")
        self.query_one("#whose", Static).update(whose)
        offer = round_offer(session)
        told = _("{offer} PgDn goes on.").format(offer=_(offer)) if offer else ""
        self.query_one("#offer", Static).update(told)
        self.query_one("#offer").display = bool(offer)

    @property
    def field(self) -> LineField:
        """Where the idea is typed."""
        return self.query_one("#entry LineField", LineField)

    def action_note(self) -> None:
        after_typing(self.screen, self._note)

    def _note(self) -> None:
        if self.act(a.NoteIdea(self.field.typed, by=self._turn)):
            self.field.put("")
            self.drafts.forget("idea")

    def action_pass(self) -> None:
        after_typing(self.screen, self._pass)

    def _pass(self) -> None:
        if self.field.typed:
            self.say(_("There's still an idea here: Enter notes it. To pass, clear the line."))
        else:
            self.act(a.Pass(by=self._turn))

    def action_same(self) -> None:
        turn = self._turn

        def tick(text: str) -> None:
            self.attempt(lambda: a.SameAs(idea_at(self.live.session, read_number(text)).id, turn))

        self.ask("same", _("Same as number"), tick)

    def action_aside(self) -> None:
        self.ask(
            "aside", _("Idea out of turn"), lambda text: self.attempt(lambda: a.NoteAside(text))
        )

    def action_remind(self) -> None:
        self.say(_(phase_of("round").prompts[0]))


def _cards(session: Session) -> list[Card]:
    return [
        Card(number, idea.text, f"×{idea.ticks + 1}" if idea.ticks else "")
        for number, idea in enumerate(session.ideas, start=1)
    ]


def _rule() -> list[str]:
    """What the round asks for, a sentence to a line."""
    collect = _(phase_of("round").prompts[0]).replace(". ", ".\n").splitlines()
    return [*collect, _("Passing is fine.")]


def _following(session: Session) -> str:
    name = next((name for name in coming(session) if name != session.round.turn), "")
    return _("then {name}").format(name=name) if name else ""


def _counted(ideas: int) -> list[str]:
    """How many ideas there are, the longest way to say so first; none yet needs no words."""
    told = ngettext("{n} idea", "{n} ideas", ideas).format(n=ideas)
    if ideas > IDEAS_MANY:
        return [told]
    aim = _("{count} of {enough}–{many} ideas")
    aimed = aim.format(count=ideas, enough=IDEAS_ENOUGH, many=IDEAS_MANY)
    return [aimed, told] if ideas else [aimed]
