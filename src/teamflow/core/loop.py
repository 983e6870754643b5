"""From one meeting to the next: what is still open, how it went, and what comes along."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from teamflow.core.figure import Figure, read_figure
from teamflow.core.session import Evaluation, Outcome, Session, Step
from teamflow.core.setup import Carried


class PlannedStep(NamedTuple):
    """A step, and where it stands: `plan` from 0, `number` from 1."""

    plan: int
    number: int
    step: Step


def awaits_review(session: Session) -> bool:
    """Whether the team agreed on something that it hasn't looked back on yet."""
    evaluation = session.evaluation
    agreed = evaluation.indicator or evaluation.target or evaluation.date
    return session.closed is not None and bool(agreed) and evaluation.review is None


def steps(session: Session) -> Iterator[PlannedStep]:
    """The steps of the plans, in their order."""
    for place, plan in enumerate(session.plans):
        for number, step in enumerate(plan.steps, start=1):
            yield PlannedStep(place, number, step)


def open_steps(session: Session) -> Iterator[PlannedStep]:
    """The steps that weren't done."""
    return (each for each in steps(session) if not each.step.done)


class Due(NamedTuple):
    """Something to do or to look at, by a day or (None) without one; `who` sees to it, `step` is
    where it stands among the plans, None where it's the evaluation itself."""

    date: dt.date | None
    what: str
    who: str
    step: PlannedStep | None

    def is_late(self, today: dt.date) -> bool:
        """Whether its day has passed."""
        return self.date is not None and self.date < today


def dues(session: Session) -> Iterator[Due]:
    """What a session that has ended still asks for: its evaluation, and steps that weren't done.
    Once the team has looked back, nothing any more."""
    if not awaits_review(session):
        return
    evaluation = session.evaluation
    yield Due(evaluation.date, evaluation.indicator, evaluation.reporter, None)
    for each in open_steps(session):
        when = each.step.when
        date = when if isinstance(when, dt.date) else None
        yield Due(date, each.step.what, ", ".join(each.step.owners), each)


def carried_from(session: Session, *, with_idea: bool) -> Carried:
    """What comes along into a meeting that begins by looking back on `session`: always what was
    parked and what wasn't done, and where it's tried again what was chosen."""
    return Carried(
        follows=session.id,
        ideas=tuple(idea.text for idea in session.chosen) if with_idea else (),
        parking_lot=session.parking_lot,
        steps=tuple(each.step for each in open_steps(session)),
    )


def outcome_of(evaluation: Evaluation, measured: str) -> Outcome | None:
    """What a measured figure means beside baseline and target; None where they can't be
    compared, for want of a number or because they count different things.

    At the target or beyond is reached, on the way from the baseline partly, otherwise not.
    """
    goal, now = read_figure(evaluation.target), read_figure(measured)
    begin = read_figure(evaluation.baseline)
    if goal is None or now is None or begin is None:
        return None
    if not _same_kind(goal, now) or not _same_kind(goal, begin) or goal.value == begin.value:
        return None
    way = (now.value - begin.value) / (goal.value - begin.value)
    return "reached" if way >= 1 else "partly" if way > 0 else "not"


def _same_kind(one: Figure, other: Figure) -> bool:
    """Whether two figures can be compared; a unit that was left out is taken to be the same."""
    units = {figure.unit.casefold() for figure in (one, other) if figure.unit}
    return one.of == other.of and len(units) <= 1
