"""Looking back: what was agreed, the figure now, and what we do with it."""

import asyncio
import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import Any, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Static

from teamflow.core import actions as a
from teamflow.core.calendar import long_date
from teamflow.core.form import DECISIONS, OUTCOMES, from_to
from teamflow.core.loop import open_steps, outcome_of
from teamflow.core.refusal import Refused
from teamflow.core.session import Evaluation, Session
from teamflow.core.update import update
from teamflow.locale import N_, _
from teamflow.store.folder import Folder, Stored
from teamflow.store.problem import Unreadable
from teamflow.store.trouble import Unsaved
from teamflow.tui.messages import Along, Reviewed
from teamflow.tui.phases.evaluate import day_typed
from teamflow.tui.screens.room import fit
from teamflow.tui.widgets.checklist import Checklist
from teamflow.tui.widgets.field import LineField, after_typing
from teamflow.tui.widgets.keybar import KeyBar
from teamflow.tui.widgets.notice import Notice
from teamflow.tui.widgets.option import Option
from teamflow.tui.world import World

UNDECIDED: Final = ""
ALONG: Final[dict[str, Along]] = {"open": "open", "idea": "idea", "nothing": "nothing"}
HEIGHTS: Final = [(0, "-flat"), (23, "-low"), (30, "-high")]


class ReviewScreen(Screen[None]):
    """The agreement of a past session, with what became of it; nothing of the session changes
    until the chair goes on. With `opening` it's how a new meeting begins, and then the chair
    says what comes along."""

    CSS_PATH = "review.tcss"
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "done", _("keep it and go on"), key_display="PgDn", priority=True),
        Binding("ctrl+l", "later", _("another day"), priority=True),
        Binding("ctrl+f", "carry", _("the idea again"), priority=True),
        Binding("f1", "keys", _("keys"), priority=True),
        Binding("escape,pageup", "back", _("back"), key_display="Esc", priority=True),
        Binding("ctrl+q", "back", show=False, priority=True),
    ]

    def __init__(self, world: World, stored: Stored, *, opening: bool) -> None:
        super().__init__()
        self._world, self._stored, self._opening = world, stored, opening
        self._held = self._leaving = self._done = False

    def compose(self) -> ComposeResult:
        fit(self)
        session = self._stored.session
        yield Static(_("Did it work?"), id="title", markup=False)
        yield Static(session.question, id="band", markup=False)
        yield Static(_agreed(session), id="agreed", markup=False)
        for label, widget in self._lines(session.evaluation):
            with Horizontal(classes="line"):
                yield Static(label, classes="label", markup=False)
                yield widget
        if steps := list(open_steps(session)):
            yield Static(_("What is done? Space ticks."), classes="label", markup=False)
            yield Checklist(
                [
                    (f"{each.plan} {each.number}", each.step.what, ", ".join(each.step.owners))
                    for each in steps
                ],
                ticked=(),
            )
        yield Notice()
        yield KeyBar()

    def _lines(self, evaluation: Evaluation) -> Iterator[tuple[str, LineField | Option]]:
        review = evaluation.review
        outcomes = [(UNDECIDED, "—"), *((key, _(told)) for key, told in OUTCOMES.items())]
        decisions = [(UNDECIDED, "—"), *((key, _(told)) for key, told in DECISIONS.items())]
        measured, learned = (review.measured, review.learned) if review else ("", "")
        outcome, decision = (review.outcome, review.decision) if review else (UNDECIDED, UNDECIDED)
        example = _("for example {figure}").format(figure=evaluation.target or "15 %")
        yield _("The figure now"), LineField("measured", measured, example)
        yield _("Did it work?"), Option("outcome", outcomes, outcome)
        yield _("What we learned"), LineField("learned", learned, _("in one line"))
        yield _("What now"), Option("decision", decisions, decision or UNDECIDED)
        later = _("no figure yet? another day: in 2 weeks")
        yield _("Or another day"), LineField("later", "", later)
        if self._opening:
            along = (
                ("open", _("what is still open")),
                ("idea", _("that, and the idea again")),
                ("nothing", _("nothing")),
            )
            yield _("Comes along today"), Option("along", along, "open")

    def on_mount(self) -> None:
        self.query_one(LineField).focus()

    def on_entered(self) -> None:
        outcome = outcome_of(self._stored.session.evaluation, self._typed("measured"))
        if outcome is not None and self._chosen("outcome") == UNDECIDED:
            self._option("outcome").choose(outcome)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "carry" or self._opening

    def action_later(self) -> None:
        self._field("later").focus()

    def action_carry(self) -> None:
        self._option("along").choose("idea")

    def action_keys(self) -> None:
        from teamflow.tui.screens.keys import Keys

        self.app.push_screen(Keys(self))

    def action_back(self) -> None:
        after_typing(self, self._go_back)

    def _go_back(self) -> None:
        if any(field.draft for field in self.query(LineField)) and not self._leaving:
            self._leaving = True
            self._say(_("What you filled in isn't kept yet: PgDn keeps it, Esc again drops it."))
        else:
            self.call_later(self.run_action, "app.go_back")

    def on_typed(self) -> None:
        self._held = self._leaving = False
        self.query_one(Notice).hush()

    def action_done(self) -> None:
        after_typing(self, self._finish)

    def _finish(self) -> None:
        self.on_entered()
        try:
            actions = list(self._actions())
        except Refused as refusal:
            self._say(refusal.told(_))
            return
        if not actions and not self._held:
            self._held = True
            self._say(_("Nothing filled in yet. PgDn again leaves it open for a next time."))
        elif not self._done:  # a clicker often clicks twice
            self._done = True
            if actions:
                self.run_worker(self._keep(actions))
            else:
                self._go_on(self._stored, along="nothing")

    def _actions(self) -> Iterator[a.Action]:
        """What the screen says, as actions. Raises Refused where a day can't be read."""
        outcome: Any = self._chosen("outcome")
        measured, learned = self._typed("measured"), self._typed("learned")
        later = self._typed("later")
        if outcome or measured or learned:
            if later:
                raise Refused(N_("A figure now, or another day? Leave one of the two empty."))
            if not outcome:
                raise Refused(N_("Did it work? ← and → choose."))
            decision: Any = self._chosen("decision") or None
            yield a.SetReview(outcome, measured, learned, decision)
        elif day := day_typed(later, self._world.now().date()):
            yield a.Postpone(day)
        for checklist in self.query(Checklist):
            for place in checklist.ticked:
                plan, number = map(int, place.split())
                yield a.FinishStep(plan, number)

    def _go_on(self, stored: Stored, *, along: Along) -> None:
        self.post_message(Reviewed(stored, opening=self._opening, along=along))

    async def _keep(self, actions: Iterable[a.Action]) -> None:
        folder, now = Folder(self._stored.path.parent), self._world.now()
        change = _changing(actions, now)
        try:
            stored = await asyncio.to_thread(folder.amend, self._stored.path, change, now)
        except Refused as refusal:
            self._fail(refusal.told(_))
        except Unsaved as unsaved:
            self._fail(unsaved.trouble.told(_))
        except Unreadable as unreadable:
            self._fail(unreadable.problems[0].told(_))
        else:
            self._go_on(
                stored, along=ALONG[str(self._chosen("along"))] if self._opening else "nothing"
            )

    def _fail(self, told: str) -> None:
        self._done = False
        self._say(told)

    def _say(self, text: str) -> None:
        self.query_one(Notice).say(text)

    def _field(self, name: str) -> LineField:
        return next(field for field in self.query(LineField) if field.name == name)

    def _option(self, name: str) -> Option:
        return next(option for option in self.query(Option) if option.name == name)

    def _typed(self, name: str) -> str:
        return self._field(name).typed

    def _chosen(self, name: str) -> object:
        return self._option(name).value


def _changing(actions: Iterable[a.Action], now: dt.datetime) -> Callable[[Session], Session]:
    def changed(session: Session) -> Session:
        for action in actions:
            session = update(session, action, now)
        return session

    return changed


def _agreed(session: Session) -> str:
    evaluation = session.evaluation
    day = long_date(session.date, _)
    way = " · ".join(filter(None, (evaluation.indicator, from_to(evaluation, _))))
    told = [_("On {day} we agreed:").format(day=day)]
    told += [f"{idea.text}" for idea in session.chosen]
    told += [way, " · ".join(filter(None, (evaluation.method, evaluation.reporter)))]
    return "\n".join(filter(None, told))
