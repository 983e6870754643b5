import datetime as dt
import tomllib
from dataclasses import fields, replace

import pytest
from hypothesis import given

from strategies import MEETING, REVIEWED, SAVED, proses, sessions
from teamflow.core.session import Draft, Idea, Participant, Plan, Session, Span, Timing
from teamflow.store.problem import Unreadable
from teamflow.store.record import HEAD, decode, encode


@given(sessions)
def test_any_session_reads_back_as_it_was_saved(session: Session) -> None:
    record = decode(encode(session, {}, SAVED))
    assert record.session == session
    assert record.unknown == {}


@given(proses)
def test_any_text_of_several_lines_reads_back_as_it_was_saved(text: str) -> None:
    session = replace(MEETING, plans=(Plan(lesson=text),), drafts=(Draft("idea", text),))
    assert decode(encode(session, {}, SAVED)).session == session


def test_the_file_of_a_meeting_reads_like_this() -> None:
    session = replace(MEETING, participants=MEETING.participants[1:], scores=())
    text = encode(session, {}, SAVED)
    assert text.startswith(
        """\
schema = 1
id = "0198c1d2a4f07e4b"
date = 2026-11-21
school = "De Regenboog"
team = "Onderbouw"
theme = "Begrijpend lezen"
question = "Hoe helpen we meer kinderen in groep 6 om een tekst écht te begrijpen?"
phase = "close"
closed = 2026-11-21 15:20:00+00:00
chosen = ["Hardop denkend voordoen bij elke tekst"]
evaluation_date = 2026-12-21
saved = 2026-11-21 15:21:00+00:00
chair = "Fatima"
measure = "Meer kinderen halen de toets"
parking_lot = ["Past dit in het rooster?"]
next_meeting = 2026-12-21

[[participants]]
name = "Joost"

[[participants]]
name = "Anneke"
present = false

[[timings]]
phase = "question"
spans = [
    { start = 2026-11-21 14:30:00+00:00, end = 2026-11-21 14:38:00+00:00 },
]
"""
    )
    assert '\n[[ideas]]\nid = 2\ntext = "Minder \\"vragen achteraf\\", meer' in text
    assert '\n[[plans]]\nlesson = """\nEerst doen we voor.\nDan doen we het samen.\n\nDan' in text


def test_an_untouched_session_still_says_what_a_list_needs() -> None:
    session = Session(id="1", date=dt.date(2026, 11, 21))
    assert list(tomllib.loads(encode(session, {}, SAVED))) == [
        "schema", "id", "date", "team", "question", "phase", "saved",
    ]  # fmt: skip


def test_the_head_comes_first_and_tables_in_the_order_of_the_meeting() -> None:
    keys = list(tomllib.loads(encode(REVIEWED, {}, SAVED)))
    assert tuple(keys[: len(HEAD)]) == HEAD
    order = [field.name for field in fields(Session) if field.name in keys[len(HEAD) :]]
    tables = [key for key in order if isinstance(getattr(MEETING, key), tuple)]
    assert [key for key in keys if key in tables and key not in ("parking_lot", "scores")] == [
        key for key in tables if key not in ("parking_lot", "scores")
    ]


def test_moments_are_kept_in_utc_without_parts_of_a_second() -> None:
    zone = dt.timezone(dt.timedelta(hours=1))
    start = dt.datetime(2026, 11, 21, 15, 30, 0, 999_999, tzinfo=zone)
    session = replace(MEETING, timings=(Timing("think", spans=(Span(start),)),))
    text = encode(session, {}, start)
    assert "{ start = 2026-11-21 14:30:00+00:00 }" in text
    assert "saved = 2026-11-21 14:30:00+00:00" in text


def test_a_moment_at_the_edge_of_the_calendar_can_be_saved() -> None:
    zone = dt.timezone(dt.timedelta(hours=1))
    first = dt.datetime(1, 1, 1, tzinfo=zone)
    session = replace(MEETING, left=first)
    assert decode(encode(session, {}, SAVED)).session.left == first


def test_what_lists_are_told_is_worked_out_anew_on_saving() -> None:
    text = encode(MEETING, {}, SAVED)
    lied = text.replace('chosen = ["Hardop', 'chosen = ["Zachtop', 1).replace(
        "evaluation_date = 2026-12-21", "evaluation_date = 7"
    )
    assert decode(lied) == decode(text)


def test_text_typed_by_hand_is_cleaned() -> None:
    text = 'schema = 1\nid = "1"\ndate = 2026-11-21\nteam = " a \\u001b[31m\\n b\\u202e "\n'
    assert decode(text).session.team == "a b"


def test_a_file_may_be_written_in_windows_style() -> None:
    text = encode(MEETING, {}, SAVED)
    assert decode(text.replace("\n", "\r\n")).session == MEETING


def problems_in(text: str) -> list[tuple[int | None, str]]:
    with pytest.raises(Unreadable) as caught:
        decode(text)
    return [(problem.line, problem.told(str)) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("schema", "line", "words"),
    [
        ("", 1, "“schema” is missing: every session begins with the line schema = 1."),
        ("\nschema = 2", 2, "This file was made by a newer teamflow: schema 2."),
        ("schema = 0", 1, "“schema” must be 1."),
        ("schema = true", 1, "“schema” must be 1."),
        ('schema = "1"', 1, "“schema” must be 1."),
    ],
)
def test_a_schema_that_we_do_not_know_is_all_that_is_said(
    schema: str, line: int, words: str
) -> None:
    assert problems_in(f"{schema}\nid = 1\n") == [(line, words)]


def test_everything_that_is_wrong_is_named_with_its_line() -> None:
    text = """\
schema = 1
id = ""
theme = 3
dots = 11
attribution = "nee"
voting = "loten"
left = 2026-11-21 15:00:00
next_meeting = "morgen"
parking_lot = "één"
scores = [
    4,
    6,
]
choice = { chosen = [1, 2, 3] }
round = "Joost"

[[participants]]
present = true

[[ideas]]
id = 0
text = "goed"

[[ideas]]
id = 2.5
text = '''
'''

[[plans]]
[[plans.steps]]
what = "goed"
when = 7

[evaluation]
date = 2026-12-21T10:00:00Z
"""
    assert problems_in(text) == [
        (1, "“date” is missing."),
        (2, "“id” may not be empty."),
        (3, "“theme” must be text between quotes."),
        (4, "“dots” must be 10 or less."),
        (5, "“attribution” must be true or false."),
        (6, "“voting” must be one of: dots, hands."),
        (
            7,
            "“left” must be a date and time like 2026-11-21 15:30:00+01:00, without quotes.",
        ),
        (8, "“next_meeting” must be a date like 2026-11-21, without quotes."),
        (9, "“parking_lot” must be a list."),
        (12, "“scores 2” must be 5 or less."),
        (14, "“choice: chosen” is too long: 2 at most."),
        (15, "“round” must be a group of keys with values."),
        (17, "“participants 1: name” is missing."),
        (21, "“ideas 1: id” must be 1 or more."),
        (25, "“ideas 2: id” must be a whole number."),
        (26, "“ideas 2: text” may not be empty."),
        (32, "“plans 1: steps 1: when” must be text between quotes."),
        (35, "“evaluation: date” must be a date like 2026-11-21, without quotes."),
    ]


def test_a_repeated_name_of_a_participant_does_not_keep_a_file_closed() -> None:
    session = replace(MEETING, participants=(Participant("Bram"), Participant("Bram")))
    assert decode(encode(session, {}, SAVED)).session == session


def test_ideas_with_the_same_id_do_not_keep_a_file_closed() -> None:
    session = replace(MEETING, ideas=(Idea(1, "a"), Idea(1, "b")))
    assert decode(encode(session, {}, SAVED)).session == session


def test_a_file_says_when_it_was_saved() -> None:
    assert decode(encode(MEETING, {}, SAVED)).saved == SAVED


@pytest.mark.parametrize("line", ["", 'saved = "yesterday"', "saved = 2026-11-21T15:00:00"])
def test_a_file_need_not_say_when_it_was_saved(line: str) -> None:
    text = encode(MEETING, {}, SAVED)
    (told,) = (row for row in text.splitlines() if row.startswith("saved = "))
    assert decode(text.replace(told, line)).saved is None
