"""From one meeting to the next: what is still open, how it went, and what comes along."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
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
    """Whether the team agreed on something that it hasn't looked back on yet. A day alone is no
    agreement, for a meeting gets one by itself."""
    evaluation = session.evaluation
    agreed = evaluation.indicator or evaluation.target or (evaluation.date and session.chosen)
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
    """What a session that has ended still asks for: its evaluation until the team has looked back
    on it, and the steps that weren't done, unless a later meeting took them along."""
    if session.closed is None:
        return
    if awaits_review(session):
        evaluation = session.evaluation
        yield Due(evaluation.date, evaluation.indicator, evaluation.reporter, None)
    for each in open_steps(session):
        when = each.step.when
        date = when if isinstance(when, dt.date) else None
        yield Due(date, each.step.what, ", ".join(each.step.owners), each)


class Link(NamedTuple):
    """The place of a session among its team's: its day and the moment at which it began, and the
    id of the session that it follows, or nothing."""

    id: str
    team: str
    began: tuple[dt.date, dt.datetime]
    follows: str


def link_of(session: Session) -> Link:
    """The place of a session that has ended; without any times it began with its day."""
    starts = (span.start for timing in session.timings for span in timing.spans)
    midnight = dt.datetime.combine(session.date, dt.time(), dt.UTC)
    began = session.date, min(starts, default=midnight)
    return Link(session.id, session.team.casefold(), began, session.follows)


def taken_along(ended: Iterable[Link]) -> set[str]:
    """The ids of those sessions whose open things are a later meeting's by now: a meeting that
    follows one takes along all that its team had left open until then."""
    links = tuple(ended)
    last: dict[str, tuple[dt.date, dt.datetime]] = {}
    for link in links:
        if link.follows:
            last[link.team] = max(last.get(link.team, link.began), link.began)
    followed = {link.follows for link in links}
    earlier = {link.id for link in links if link.team in last and link.began < last[link.team]}
    return followed | earlier


def left_open(ended: Iterable[Session]) -> tuple[Session, ...]:
    """Of one team's sessions that have ended those whose open things are still their own. They
    come by their day, newest first, and are asked for no further than needed."""
    seen: list[Session] = []
    until = dt.date.min
    for session in ended:
        if session.date < until:
            break
        seen.append(session)
        if session.follows:
            until = session.date
    taken = taken_along(map(link_of, seen))
    return tuple(session for session in seen if session.id not in taken)


def carried_from(
    left: Sequence[Session],
    today: dt.date,
    agreed: Session | None = None,
    *,
    with_idea: bool = False,
) -> Carried:
    """What comes along into a meeting that begins `today`: what the sessions in `left` parked and
    didn't do, and where it's tried again what was chosen in `agreed`, the session on which the
    team looks back first."""
    parked = dict.fromkeys(point for session in left for point in session.parking_lot)
    unfinished = {
        (each.step.what, each.step.owners): _without_past(each.step, today)
        for session in left
        for each in open_steps(session)
    }
    follows = agreed or (left[0] if parked or unfinished else None)
    return Carried(
        follows=follows.id if follows else "",
        ideas=tuple(idea.text for idea in agreed.chosen) if agreed and with_idea else (),
        parking_lot=tuple(parked),
        steps=tuple(unfinished.values()),
    )


def _without_past(step: Step, today: dt.date) -> Step:
    """A step that isn't late before it begins: the team sets it a new day."""
    late = isinstance(step.when, dt.date) and step.when < today
    return replace(step, when=None) if late else step


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
