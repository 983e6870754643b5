"""Friendly remarks."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from meeting import Meeting
from teamflow.core import actions as a
from teamflow.core.advice import gaps, remarks, round_offer
from teamflow.core.session import Choice, Evaluation, Idea, Plan, Session, Step

TODAY = dt.date(2026, 11, 23)
NO_NUMBER = "There is no number in the goal yet: how many?"
NO_NAME = "Who brings the figure? With a name on it, it happens."
NO_DAY = "When do we look back? Pick a day about a month from now."
LATE = "That is more than six weeks away. Sooner helps more."
GOOD = Evaluation(
    indicator="leerlingen met een D of E",
    target="15 %",
    method="DMT, kaart 1 tot 3",
    reporter="Joost",
    date=dt.date(2026, 12, 21),
)


def remarks_on(session: Session, evaluation: Evaluation) -> tuple[str, ...]:
    return remarks(replace(session, evaluation=evaluation), TODAY)


def test_a_number_a_name_and_a_day_soon_need_no_remark(session: Session) -> None:
    assert remarks_on(session, GOOD) == ()


def test_an_empty_evaluation_is_asked_for_all_three(session: Session) -> None:
    assert remarks_on(session, Evaluation()) == (NO_NUMBER, NO_NAME, NO_DAY)


def test_words_alone_are_asked_for_a_number(session: Session) -> None:
    words = "zo hoog dat een observator de kenmerken duidelijk ziet"
    assert remarks_on(session, replace(GOOD, target=words)) == (NO_NUMBER,)


def test_a_number_to_start_from_is_no_goal_yet(session: Session) -> None:
    evaluation = replace(GOOD, target="minder", baseline="8 van 24")
    assert remarks_on(session, evaluation) == (NO_NUMBER,)


def test_a_figure_without_a_name_is_asked_for_one(session: Session) -> None:
    assert remarks_on(session, replace(GOOD, reporter="")) == (NO_NAME,)


@pytest.mark.parametrize(("days", "remark"), [(42, ()), (43, (LATE,)), (365, (LATE,)), (0, ())])
def test_past_six_weeks_is_late(session: Session, days: int, remark: tuple[str, ...]) -> None:
    date = TODAY + dt.timedelta(days=days)
    assert remarks_on(session, replace(GOOD, date=date)) == remark


COMPLETE: dict[str, Any] = {
    "question": "Hoe lezen we samen?",
    "ideas": (Idea(1, "Voorlezen"),),
    "choice": Choice(chosen=(1,)),
    "plans": (Plan(lesson="Elke dag", steps=(Step("Beginnen", ("Joost",)),)),),
    "evaluation": GOOD,
    "next_meeting": dt.date(2026, 12, 14),
}


@pytest.mark.parametrize(
    ("empty", "told"),
    [
        ({}, ()),
        ({"question": ""}, ("the learning question",)),
        ({"choice": Choice()}, ("the chosen idea",)),
        ({"plans": ()}, ("the lesson plan",)),
        ({"plans": (Plan(),)}, ("the lesson plan",)),
        ({"plans": (Plan(lesson="Elke dag"),)}, ()),
        ({"plans": (Plan(steps=(Step("Beginnen", ("Joost",)),)),)}, ()),
        ({"plans": (Plan(steps=(Step("Beginnen"),)),)}, ("a name for each step",)),
        ({"plans": (Plan(lesson="x"), Plan(steps=(Step("y"),)))}, ("a name for each step",)),
        ({"evaluation": replace(GOOD, indicator="")}, ("what we look at",)),
        ({"evaluation": replace(GOOD, target="")}, ("where we want to be",)),
        ({"evaluation": replace(GOOD, method="")}, ("how we measure it",)),
        ({"evaluation": replace(GOOD, reporter="")}, ("who brings the figure",)),
        ({"evaluation": replace(GOOD, date=None)}, ("the evaluation's date",)),
        ({"next_meeting": None}, ("the next meeting",)),
    ],
)
def test_what_is_still_empty_is_told(
    session: Session, empty: dict[str, Any], told: tuple[str, ...]
) -> None:
    assert gaps(replace(session, **(COMPLETE | empty))) == told


def test_a_meeting_that_just_began_has_everything_to_fill_in(session: Session) -> None:
    assert gaps(session) == (
        "the learning question",
        "the chosen idea",
        "the lesson plan",
        "what we look at",
        "where we want to be",
        "how we measure it",
        "who brings the figure",
        "the evaluation's date",
        "the next meeting",
    )


@pytest.mark.parametrize(
    ("ideas", "offer"),
    [
        (0, None),
        (9, None),
        (10, "Shall we choose, or go on to fifteen?"),
        (14, "Shall we choose, or go on to fifteen?"),
        (15, "Plenty of ideas: shall we choose?"),
        (20, "Plenty of ideas: shall we choose?"),
    ],
)
def test_the_round_is_offered_its_end_from_ten_ideas(
    meeting: Meeting, ideas: int, offer: str | None
) -> None:
    meeting.goes_to("round")
    meeting.notes(*(f"Idee {number}" for number in range(ideas)))
    assert round_offer(meeting.session) == offer


def test_that_everyone_passed_says_more_than_how_many_ideas_there_are(meeting: Meeting) -> None:
    meeting.goes_to("round")
    meeting.notes(*(f"Idee {number}" for number in range(12)))
    meeting.does(*[a.Pass()] * 4)
    assert round_offer(meeting.session) == "Everyone passed: shall we choose?"


def test_a_session_without_people_offers_nothing() -> None:
    assert round_offer(Session(id="leeg", date=TODAY)) is None
