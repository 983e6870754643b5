"""From a filled set-up to a session that has begun."""

import datetime as dt
from dataclasses import dataclass, field

from teamflow.core.refusal import Refused
from teamflow.core.rules.moving import begun, untouched
from teamflow.core.rules.people import check_people
from teamflow.core.session import Idea, Participant, Plan, Session, Step, Voting
from teamflow.locale import N_


@dataclass(frozen=True)
class Carried:
    """What comes along from the session with the id `follows`: ideas to try again, points that
    were parked, steps that weren't done."""

    follows: str = ""
    ideas: tuple[str, ...] = ()
    parking_lot: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True)
class SetUp:
    """What is known before the meeting starts. `minutes` is by phase name; only the people
    are required, all else may stay blank."""

    date: dt.date
    school: str = ""
    team: str = ""
    theme: str = ""
    school_goal: str = ""
    chair: str = ""
    participants: tuple[Participant, ...] = ()
    voting: Voting = "dots"
    dots: int = 3
    attribution: bool = False
    minutes: dict[str, int] = field(default_factory=dict)
    carried: Carried = Carried()


def begin(setup: SetUp, id: str, now: dt.datetime) -> Session:
    """The session at its first phase, with the clock running.

    Raises Refused when the people can't hold a meeting (fewer than 2, more than 40, or two of
    one name), and when dots or minutes are out of bounds.
    """
    check_people(setup.participants)
    if not 1 <= setup.dots <= 10:
        raise Refused(N_("Each member can have 1 to 10 dots."))
    session = Session(
        id=id,
        date=setup.date,
        school=setup.school,
        team=setup.team,
        theme=setup.theme,
        school_goal=setup.school_goal,
        chair=setup.chair,
        participants=setup.participants,
        voting=setup.voting,
        dots=setup.dots,
        attribution=setup.attribution,
        timings=untouched(setup.minutes),
        follows=setup.carried.follows,
        ideas=tuple(Idea(id, text) for id, text in enumerate(setup.carried.ideas, start=1)),
        parking_lot=setup.carried.parking_lot,
        plans=(Plan(steps=setup.carried.steps),) if setup.carried.steps else (),
    )
    return begun(session, now)
