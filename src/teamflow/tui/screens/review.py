"""Looking back: what was agreed, the figure now, and what we do with it."""

import asyncio
import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Static

from teamflow.core import actions as a
from teamflow.core.form import DECISIONS, OUTCOMES
from teamflow.core.loop import outcome_of
from teamflow.core.refusal import Refused
from teamflow.core.session import Evaluation, Review, Session
from teamflow.core.update import update
from teamflow.locale import N_, _
from teamflow.store.folder import Folder, Stored
from teamflow.store.problem import Unreadable
from teamflow.store.trouble import Unsaved
from teamflow.tui.messages import Along, AnotherTeam, Reviewed
from teamflow.tui.phases.evaluate import day_typed, fortnight_ahead
from teamflow.tui.screens.agreement import agreed, whose
from teamflow.tui.screens.room import fit
from teamflow.tui.teams import Met
from teamflow.tui.unfinished import AskedStep, asked_after, turned
from teamflow.tui.widgets.checklist import Checklist
from teamflow.tui.widgets.field import LineField, after_typing
from teamflow.tui.widgets.keybar import KeyBar
from teamflow.tui.widgets.notice import Notice
from teamflow.tui.widgets.option import Option
from teamflow.tui.world import World

Changes = dict[Path, list[a.Action]]
"""What is to be kept, by the file of the session."""
UNDECIDED: Final = ""
ALONG: Final[dict[str, Along]] = {"open": "open", "idea": "idea", "nothing": "nothing"}
HEIGHTS: Final = [(0, "-flat"), (20, "-low"), (24, "-roomy"), (30, "-high"), (36, "-tall")]


class ReviewScreen(Screen[None]):
    """The agreement of a past session, with what became of it; nothing of the session changes
    until the chair goes on. With `opening`, what the team left behind, it's how a new meeting
    begins: then the chair says what comes along, or that it's another team's meeting."""

    CSS_PATH = "review.tcss"
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "done", _("keep it and go on"), key_display="PgDn", priority=True),
        Binding("ctrl+o", "another_team", _("another team"), priority=True),
        Binding("ctrl+l", "later", _("another day"), priority=True),
        Binding("ctrl+f", "carry", _("the idea again"), priority=True),
        Binding("f1", "keys", _("keys"), priority=True),
        Binding("escape,pageup", "back", _("back"), key_display="Esc", priority=True),
        Binding("ctrl+q", "back", show=False, priority=True),
    ]

    def __init__(self, world: World, stored: Stored, opening: Met | None = None) -> None:
        super().__init__()
        self._world, self._stored, self._opening = world, stored, opening
        self._steps = asked_after(stored, opening)
        self._held = self._leaving = self._done = False
        self._judged = self._review.measured if self._review else ""

    def compose(self) -> ComposeResult:
        fit(self)
        session = self._stored.session
        with Vertical(id="top"):
            yield Static(whose(session), id="title")
        yield Static(session.question, id="band", markup=False)
        with Vertical(id="room"), Vertical(id="sheet"):
            yield from self._sheet(session)
        yield Notice()
        yield KeyBar()

    def _sheet(self, session: Session) -> ComposeResult:
        yield _gap()
        yield Static(agreed(session), id="agreed")
        yield _gap()
        for label, widget in self._lines(session.evaluation):
            with Horizontal(classes="line"):
                yield Static(label, classes="label", markup=False)
                yield widget
        if self._steps:
            yield _gap()
            yield Static(_("What is done? Space ticks."), classes="label", markup=False)
            yield _checklist(self._steps)

    def _lines(self, evaluation: Evaluation) -> Iterator[tuple[str, LineField | Option]]:
        review = evaluation.review
        choose = (UNDECIDED, _("please choose"))
        outcomes = [choose, *((key, _(told)) for key, told in OUTCOMES.items())]
        decisions = [choose, *((key, _(told)) for key, told in DECISIONS.items())]
        measured, learned = (review.measured, review.learned) if review else ("", "")
        outcome, decision = (review.outcome, review.decision) if review else (UNDECIDED, UNDECIDED)
        example = _("for example {figure}").format(figure=evaluation.target or "15 %")
        yield _("The figure now"), LineField("measured", measured, example)
        yield _("Did it work?"), Option("outcome", outcomes, outcome)
        yield _("What we learned"), LineField("learned", learned, _("in one line"))
        yield _("What now"), Option("decision", decisions, decision or UNDECIDED)
        soon = fortnight_ahead(self._world.now().date())
        yield _("Too soon? Then on"), LineField("later", "", soon)
        if self._opening:
            along = (
                ("open", _("what is still open")),
                ("idea", _("that, and the idea again")),
                ("nothing", _("nothing")),
            )
            yield _("We take along"), Option("along", along, "open")

    def on_mount(self) -> None:
        self.query_one(LineField).focus()

    def on_entered(self) -> None:
        """Let the figure say how it went, unless the team says otherwise."""
        evaluation, measured = self._stored.session.evaluation, self._typed("measured")
        outcome = outcome_of(evaluation, measured)
        by_itself = outcome_of(evaluation, self._judged)
        if outcome is not None and self._chosen("outcome") in (UNDECIDED, by_itself):
            self._option("outcome").choose(outcome)
        self._judged = measured

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action not in ("carry", "another_team") or self._opening is not None

    def action_later(self) -> None:
        self._field("later").focus()

    def action_carry(self) -> None:
        self._option("along").choose("idea")

    def action_another_team(self) -> None:
        after_typing(self, self._leave_to_another)

    def _leave_to_another(self) -> None:
        if self._opening is not None and self._may_leave():
            self.post_message(AnotherTeam(self._opening))

    def action_keys(self) -> None:
        from teamflow.tui.screens.keys import Keys

        self.app.push_screen(Keys(self))

    def action_back(self) -> None:
        after_typing(self, self._go_back)

    def _go_back(self) -> None:
        if self._may_leave():
            self.call_later(self.run_action, "app.go_back")

    def _may_leave(self) -> bool:
        """Whether nothing would be lost, or the chair insists."""
        if self._leaving or not self._filled_in():
            return True
        self._leaving = True
        self._say(_("What you filled in isn't kept yet: PgDn keeps it, Esc again drops it."))
        return False

    def _filled_in(self) -> bool:
        try:
            return bool(self._changes())
        except Refused:
            return True

    def on_typed(self) -> None:
        self._held = self._leaving = False
        self.query_one(Notice).hush()

    def action_done(self) -> None:
        after_typing(self, self._finish)

    def _finish(self) -> None:
        self.on_entered()
        try:
            changes = self._changes()
        except Refused as refusal:
            self._say(refusal.told(_))
            return
        if not changes and not self._held and self._review is None:
            self._held = True
            self._say(_("Nothing filled in yet. PgDn again leaves it open for a next time."))
        elif not self._done:  # a clicker often clicks twice
            self._done = True
            if changes:
                self.run_worker(self._keep(changes))
            elif self._opening:
                self._go_on({})
            else:
                self.call_later(self.run_action, "app.go_back")

    @property
    def _review(self) -> Review | None:
        """The look back that was kept before."""
        return self._stored.session.evaluation.review

    def _changes(self) -> Changes:
        """What the screen says that the files don't yet. Raises Refused where a day can't be read,
        or a word is missing."""
        changes: Changes = {}
        for told in self._told():
            changes.setdefault(self._stored.path, []).append(told)
        ticked = {key for checklist in self.query(Checklist) for key in checklist.ticked}
        for file, turn in turned(self._steps, ticked):
            changes.setdefault(file, []).append(turn)
        return changes

    def _told(self) -> Iterator[a.Action]:
        outcome: Any = self._chosen("outcome")
        measured, learned = self._typed("measured"), self._typed("learned")
        later = self._typed("later")
        if outcome or measured or learned:
            if later:
                raise Refused(N_("A figure now, or another day? Leave one of the two empty."))
            if not outcome:
                raise Refused(N_("Did it work? ← and → choose."))
            decision: Any = self._chosen("decision") or None
            if self._says_anew(told := a.SetReview(outcome, measured, learned, decision)):
                yield told
        elif day := day_typed(later, self._world.now().date()):
            yield a.Postpone(day)
        elif self._review is not None:
            raise Refused(N_("Not looked back after all? Then say on which day you will."))

    def _says_anew(self, told: a.SetReview) -> bool:
        known = self._review
        return known is None or told != a.SetReview(
            known.outcome, known.measured, known.learned, known.decision
        )

    async def _keep(self, changes: Changes) -> None:
        folder, now = Folder(self._stored.path.parent), self._world.now()
        kept: dict[Path, Stored] = {}
        try:
            for file, actions in changes.items():
                change = _changing(actions, now)
                kept[file] = await asyncio.to_thread(folder.amend, file, change, now)
        except Refused as refusal:
            self._fail(refusal.told(_))
        except Unsaved as unsaved:
            self._fail(unsaved.trouble.told(_))
        except Unreadable as unreadable:
            self._fail(unreadable.problems[0].told(_))
        else:
            self._go_on(kept)

    def _go_on(self, kept: Mapping[Path, Stored]) -> None:
        session = kept.get(self._stored.path, self._stored).session
        opening = self._opening
        if opening is not None:
            opening = opening.looked_back_on(session, ALONG[str(self._chosen("along"))], kept)
        self.post_message(Reviewed(session, opening))

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


def _checklist(asked: Sequence[AskedStep]) -> Checklist:
    told = ((each.key, each.planned.step) for each in asked)
    lines = [(key, step.what, ", ".join(step.owners)) for key, step in told]
    return Checklist(lines, ticked=[each.key for each in asked if each.planned.step.done])


def _gap() -> Static:
    """A blank row, as long as there are rows to spare."""
    return Static(classes="gap")
