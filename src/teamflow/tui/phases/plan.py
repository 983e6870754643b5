"""Lesson plan: what the lesson looks like, and who does what by when."""

import datetime as dt
from functools import partial
from itertools import pairwise
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.widgets import Static

from teamflow.core import actions as a
from teamflow.core.days import for_example, read_day
from teamflow.core.protocol import phase_of
from teamflow.core.refusal import Refused
from teamflow.core.session import Plan, Session
from teamflow.locale import N_, _
from teamflow.tui.phases.numbers import read_number
from teamflow.tui.phases.owners import owners_in
from teamflow.tui.phases.pane import Pane, Writes, styles
from teamflow.tui.screens.step import StepCard
from teamflow.tui.widgets.blocktext import BlockText
from teamflow.tui.widgets.clock import BigClock
from teamflow.tui.widgets.field import LineField
from teamflow.tui.widgets.prose import ProseField
from teamflow.tui.widgets.steps import StepTable

STEP: Final = ("step.what", "step.who", "step.when")
SOON: Final = dt.timedelta(weeks=2)
"""In how much time the day is that is given as an example."""


class PlanPane(Pane):
    """One plan at a time: for all chosen ideas, or for each of the two."""

    DEFAULT_CSS = styles(__file__)
    SCOPED_CSS = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "to_steps", _("to the steps")),
        Binding("ctrl+n", "step", _("change a step"), priority=True),
        Binding("ctrl+o", "other", _("the other idea"), priority=True),
        Binding("f4", "split", _("one plan, or one each"), priority=True),
    ]

    place = 0

    @property
    def writes(self) -> Writes:
        place = self.place
        return {
            "lesson": (
                lambda session: _plan(session, place).lesson,
                lambda text: a.SetLesson(place, text),
            )
        }

    def compose(self) -> ComposeResult:
        session = self.live.session
        with Horizontal(id="head"):
            with Vertical(id="what"):
                yield BlockText(_(phase_of("plan").title), id="face")
                yield Static(id="which", markup=False)
            yield BigClock()
        with Container(id="plan"):
            yield ProseField(
                "lesson",
                _plan(session, self.place).lesson,
                _("What does the lesson look like? Who does what? Tab goes to the steps."),
            )
            with Vertical(id="steps"):
                yield StepTable()
                with Horizontal(id="step"):
                    yield Static(id="number", markup=False)
                    for name in STEP:
                        yield LineField(name, enter=partial(self._go_on_from, name))

    def show(self, session: Session) -> None:
        self.place = min(self.place, max(0, len(session.plans) - 1))
        super().show(session)
        self.query_one("#which", Static).update(_which(session, self.place))
        steps = _plan(session, self.place).steps
        self.query_one(StepTable).lay(steps)
        self.query_one("#number", Static).update(f"{len(steps) + 1:>2}")
        for name, hint in zip(STEP, self._hints(session), strict=True):
            self._step_field(name).placeholder = hint

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        session = self.live.session
        if action == "other":
            return len(session.plans) > 1
        if action == "split":
            return len(session.chosen) > 1
        if action == "step":
            return bool(_plan(session, self.place).steps)
        if action == "to_steps":
            return any(field.has_focus for field in self.query(ProseField))
        return True

    def _hints(self, session: Session) -> tuple[str, str, str]:
        taken = sum(len(plan.steps) for plan in session.plans)
        names = session.present
        pair = [names[place % len(names)] for place in (taken * 2, taken * 2 + 1)] if names else []
        soon = self.live.now().date() + SOON
        return (
            _("the next step") if taken else _("the first step"),
            _("say {pair}").format(pair=" + ".join(pair)) if pair else "",
            for_example(soon),
        )

    def _go_on_from(self, name: str) -> None:
        """To the next part of the step; the last one, and a step without words, ends it."""
        following = dict(pairwise(STEP)).get(name)
        if following and self._step_field(STEP[0]).typed:
            self.screen.set_focus(self._step_field(following))
        else:
            self._add_step()

    def _add_step(self) -> None:
        what, who, when = (self._step_field(name) for name in STEP)
        today = self.live.now().date()
        owners = owners_in(who.typed, self.live.session.present)
        action = a.AddStep(
            self.place,
            what.typed,
            owners,
            read_day(when.typed, today) or when.typed,
        )
        if self.act(action):
            for field in (what, who, when):
                field.put("")
                self.drafts.forget(field.name or "")
            self.screen.set_focus(what)

    def _step_field(self, name: str) -> LineField:
        return next(f for f in self.query(LineField) if f.name == name)

    def action_to_steps(self) -> None:
        self.screen.set_focus(self._step_field(STEP[0]))

    def action_step(self) -> None:
        self.ask("step", _("Which step?"), self._open_step)

    def _open_step(self, text: str) -> None:
        today = self.live.now().date()
        steps = _plan(self.live.session, self.place).steps
        try:
            number = read_number(text)
            if not 1 <= number <= len(steps):
                raise Refused(N_("There is no step {number}."), number=number)
        except Refused as refusal:
            self.say(refusal.told(_))
            return

        def change(action: a.Action | None) -> None:
            if action is not None:
                self.act(action)

        people = self.live.session.present
        card = StepCard(self.place, number, steps[number - 1], people, today, self.drafts)
        self.app.push_screen(card, change)

    def action_other(self) -> None:
        self.commit()
        self.place = (self.place + 1) % max(1, len(self.live.session.plans))
        self.show(self.live.session)
        self.refresh_bindings()

    def action_split(self) -> None:
        self.commit()
        each = len(self.live.session.plans) < 2
        self.act(a.PlanEach() if each else a.PlanTogether())


def _plan(session: Session, place: int) -> Plan:
    return session.plans[place] if place < len(session.plans) else Plan()


def _which(session: Session, place: int) -> str:
    idea = next((i for i in session.ideas if i.id == _plan(session, place).idea), None)
    ideas = (idea,) if idea else session.chosen
    return " + ".join(each.text for each in ideas) or _("Our lesson")
