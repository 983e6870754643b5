import datetime as dt
import tomllib
from dataclasses import replace
from typing import Any

from hypothesis import given

from strategies import MEETING, REVIEWED, SAVED, sessions
from teamflow.core.session import (
    Ballot,
    Choice,
    Idea,
    Participant,
    Plan,
    Session,
    Span,
    Tally,
    Timing,
    Vote,
)
from teamflow.store.consistency import contradictions, doubts, oddities
from teamflow.store.faults import KeyPath
from teamflow.store.record import decode, encode

START = dt.datetime(2026, 11, 21, 14, 30, tzinfo=dt.UTC)
BEFORE = START - dt.timedelta(seconds=1)


def told(session: Session) -> dict[KeyPath, str]:
    return {path: reason.format(**values) for path, reason, values in oddities(session)}


def test_a_good_meeting_has_no_oddities() -> None:
    assert told(MEETING) == {}


@given(sessions)
def test_what_was_saved_never_contradicts_itself(session: Session) -> None:
    assert list(contradictions(decode(encode(session, {}, SAVED)))) == []


def contradicted(text: str) -> dict[KeyPath, str]:
    return {path: reason.format(**values) for path, reason, values in contradictions(decode(text))}


def test_a_head_that_says_more_than_the_rest_is_named_by_its_keys() -> None:
    text = encode(REVIEWED, {}, SAVED)
    cut = text[: text.index("[[participants]]")]
    told = "isn't what the rest of the file says: is the end gone, or was it changed by hand?"
    assert contradicted(cut) == {
        (key,): f"“{key}” {told}" for key in ("chosen", "evaluation_date", "outcome")
    }


def test_a_head_that_says_less_or_has_other_spaces_is_no_contradiction() -> None:
    text = encode(REVIEWED, {}, SAVED)
    assert contradicted(text.replace('chosen = ["', 'chosen = ["  ', 1)) == {}
    assert contradicted(text.replace('outcome = "partly"\n', "", 1)) == {}


def test_a_head_with_values_of_another_kind_is_named() -> None:
    text = encode(MEETING, {}, SAVED)
    begin, end = text.index("chosen ="), text.index("evaluation_date")
    assert list(contradicted(f"{text[:begin]}chosen = [1]\n{text[end:]}")) == [("chosen",)]


@given(sessions)
def test_every_oddity_is_about_a_value_in_the_file(session: Session) -> None:
    tree: Any = tomllib.loads(encode(session, {}, SAVED))
    for path in told(session):
        value = tree
        for part in path:
            value = value[part]


def test_what_is_there_twice_is_named() -> None:
    session = replace(
        MEETING,
        ideas=(Idea(1, "a"), Idea(2, "b"), Idea(1, "c")),
        participants=(Participant("Bram"), Participant("Bram")),
        timings=(Timing("think"), Timing("think")),
        choice=Choice(),
    )
    assert told(session) == {
        ("ideas", 2, "id"): "Idea id 1 is used twice.",
        ("participants", 1, "name"): "Bram is in the list of participants twice.",
        ("timings", 1, "phase"): "The time of “think” is in the file twice.",
    }


def test_what_points_at_no_idea_is_named() -> None:
    vote = Vote(
        "dots", (1, 7), ballots=(Ballot("Bram", (1, 8)),), tallies=(Tally(1, 0), Tally(9, 1))
    )
    session = replace(
        MEETING,
        ideas=(Idea(1, "a"),),
        choice=Choice(votes=(vote,), chosen=(1, 6)),
        plans=(Plan(), Plan(1), Plan(5)),
    )
    assert told(session) == {
        (
            "choice", "chosen", 1,
        ): "“choice: chosen 2” points at idea 6, which isn't there.",
        (
            "choice", "votes", 0, "candidates", 1,
        ): "“choice: votes 1: candidates 2” points at idea 7, which isn't there.",
        (
            "choice", "votes", 0, "ballots", 0, "dots", 1,
        ): "“choice: votes 1: ballots 1: dots 2” points at idea 8, which isn't there.",
        (
            "choice", "votes", 0, "tallies", 1, "idea",
        ): "“choice: votes 1: tallies 2: idea” points at idea 9, which isn't there.",
        ("plans", 2, "idea"): "“plans 3: idea” points at idea 5, which isn't there.",
    }  # fmt: skip


def test_a_span_that_ends_before_it_starts_is_named() -> None:
    spans = (Span(START), Span(START, START), Span(START, BEFORE))
    session = replace(MEETING, timings=(Timing("think", spans=spans),))
    assert told(session) == {
        ("timings", 0, "spans", 2): "“timings 1: spans 3” ends before it starts."
    }


def test_what_is_in_doubt_in_a_file_is_told_with_its_line() -> None:
    text = encode(REVIEWED, {}, SAVED)
    cut = text[: text.index("[[participants]]")]
    lines = cut.splitlines()
    named = [
        lines[(problem.line or 0) - 1].split(" ")[0]
        for problem in doubts(decode(cut), cut.encode())
    ]
    assert named == ["chosen", "evaluation_date", "outcome"]
    assert doubts(decode(text), text.encode()) == ()
