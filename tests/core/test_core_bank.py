"""What an earlier meeting leaves in the idea bank."""

import datetime as dt
import tomllib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import MEETING, REVIEWED, SAVED, sessions
from teamflow.core.bank import PastIdea, number_of_wording, past_ideas, searched
from teamflow.core.session import Choice, Idea, Plan, Session
from teamflow.store.record import encode

CHOSEN, OTHER, MERGED = (idea.text for idea in MEETING.ideas)


def said(session: Session) -> dict[str, Any]:
    """What the session's file says."""
    return tomllib.loads(encode(session, {}, SAVED))


def texts(session: Session) -> list[str]:
    return [idea.text for idea in past_ideas(said(session))]


def test_what_was_not_chosen_waits_for_another_day() -> None:
    _first, second = past_ideas(said(MEETING))
    assert second == PastIdea(
        MERGED,
        also=("Rijkere teksten",),
        question=MEETING.question,
        team="Onderbouw",
        school="De Regenboog",
        theme="Begrijpend lezen",
        date=dt.date(2026, 11, 21),
    )


def test_what_was_chosen_comes_back_with_its_outcome_once_we_looked_back() -> None:
    assert texts(MEETING) == [OTHER, MERGED]
    assert texts(REVIEWED) == [CHOSEN, OTHER, MERGED]
    tried = past_ideas(said(REVIEWED))[0]
    assert (tried.outcome, tried.learned) == ("partly", "Voordoen kost tijd")
    assert tried.lesson == "Eerst doen we voor.\nDan doen we het samen.\n\nDan alleen."


def test_each_of_two_chosen_ideas_has_a_lesson_of_its_own() -> None:
    two = replace(
        REVIEWED,
        choice=replace(REVIEWED.choice, chosen=(1, 2)),
        plans=(Plan(1, "voordoen"), Plan(2, "praten")),
    )
    assert [idea.lesson for idea in past_ideas(said(two))] == ["voordoen", "praten", ""]


def test_a_meeting_that_has_not_chosen_yet_adds_nothing() -> None:
    assert texts(replace(MEETING, phase="round", closed=None)) == []
    assert texts(replace(MEETING, phase="plan", closed=None)) == [OTHER, MERGED]


def test_nobody_is_named_with_an_idea() -> None:
    named = replace(MEETING, ideas=tuple(replace(each, by="Willem") for each in MEETING.ideas))
    assert "Willem" not in repr(past_ideas(said(named)))


@pytest.mark.parametrize(
    "damage",
    [
        {"date": "gisteren"},
        {"date": dt.datetime(2026, 11, 21, tzinfo=dt.UTC)},
        {"ideas": 3},
        {"ideas": [3, {"text": 4}, {}]},
        {"choice": [], "ideas": []},
    ],
)
def test_values_that_no_session_could_hold_are_passed_over(damage: dict[str, Any]) -> None:
    assert past_ideas(said(MEETING) | damage) == ()


def test_odd_values_around_an_idea_leave_the_idea() -> None:
    odd = {"team": 3, "evaluation": {"review": 3}, "plans": ["x", {"lesson": 3}], "choice": 3}
    told = past_ideas(said(MEETING) | odd)
    assert [(idea.text, idea.team) for idea in told] == [
        (CHOSEN, ""), (OTHER, ""), (MERGED, ""),
    ]  # fmt: skip


@given(sessions)
def test_any_session_has_at_most_its_own_ideas(session: Session) -> None:
    assert set(texts(session)) <= {idea.text for idea in session.ideas}


@given(st.dictionaries(st.sampled_from(["date", "ideas", "choice", "phase", "closed"]), st.none()))
def test_whatever_a_file_says_nothing_breaks(told: dict[str, None]) -> None:
    assert past_ideas(told) == ()


def test_an_idea_is_found_by_all_that_is_known_of_it() -> None:
    words = searched(past_ideas(said(REVIEWED))[0])
    for word in ("hardop", "groep 6", "onderbouw", "regenboog", "begrijpend", "samen", "tijd"):
        assert word in words
    assert "rijkere" in searched(past_ideas(said(MEETING))[1])


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("VOORLEZEN", 1),
        ("rijkere teksten", 2),
        ("Voorlezen aan groep 3", None),
    ],
)
def test_an_idea_that_stands_on_the_board_is_known_by_its_words(
    text: str, number: int | None
) -> None:
    ideas = (Idea(1, "Voorlezen"), Idea(2, "Eén thema", also=("Rijkere teksten",)))
    session = replace(MEETING, ideas=ideas, choice=Choice())
    assert number_of_wording(session, text) == number
