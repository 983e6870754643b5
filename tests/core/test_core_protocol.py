"""The protocol as a table, and who decides what."""

from typing import get_args

from teamflow.core.actions import Action
from teamflow.core.protocol import ALWAYS, PROTOCOL, Kind, beside, phase_of
from teamflow.core.refusal import Refused
from teamflow.core.session import PhaseName, Session
from teamflow.core.update import RULES

NAMES: tuple[PhaseName, ...] = get_args(PhaseName)
ACTIONS = set(get_args(Action))


def test_the_phases_stand_in_their_order() -> None:
    assert tuple(phase.name for phase in PROTOCOL) == NAMES


def test_each_kind_of_work_has_its_phase() -> None:
    assert [phase.kind for phase in PROTOCOL] == list(Kind)


def test_only_thinking_the_round_and_choosing_have_a_limit() -> None:
    limits = {phase.name: phase.minutes for phase in PROTOCOL if phase.minutes}
    assert limits == {"think": 5, "round": 10, "choose": 3}


def test_a_limit_is_what_a_phase_is_expected_to_take() -> None:
    assert all(phase.minutes in (None, phase.expected) for phase in PROTOCOL)


def test_each_action_belongs_somewhere_and_has_a_rule() -> None:
    assert frozenset[type]().union(*(phase.accepts for phase in PROTOCOL)) == ACTIONS
    assert set(RULES) == ACTIONS


def test_the_clock_the_people_and_the_parking_lot_are_always_there() -> None:
    assert all(phase.accepts >= ALWAYS for phase in PROTOCOL)


def test_no_phase_but_choosing_takes_votes() -> None:
    takers = [
        phase.name
        for phase in PROTOCOL
        if any(action.__name__ in ("CastDots", "CountHands") for action in phase.accepts)
    ]
    assert takers == ["choose"]


def test_a_phase_is_found_by_its_name() -> None:
    assert [phase_of(name).name for name in NAMES] == list(NAMES)


def test_beside_a_phase_is_the_next_or_the_one_before() -> None:
    assert beside("round", 1) == "choose"
    assert beside("round", -2) == "question"
    assert beside("question", 0) == "question"
    assert beside("question", -1) is None
    assert beside("close", 1) is None


def test_a_session_knows_the_timing_of_a_phase_that_was_never_on(session: Session) -> None:
    assert session.timing_of("close").phase == "close"
    assert session.timing_of("close").spans == ()


def test_a_refusal_is_told_in_the_listeners_language() -> None:
    refusal = Refused("{name} isn't here.", name="{Sanne}")
    assert str(refusal) == "{Sanne} isn't here."
    assert refusal.told({"{name} isn't here.": "{name} is er niet."}.__getitem__) == (
        "{Sanne} is er niet."
    )


def test_each_phase_has_a_title_and_something_to_ask() -> None:
    assert all(phase.title and all(phase.prompts) and phase.prompts for phase in PROTOCOL)
