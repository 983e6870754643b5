"""What is due, over all sessions."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from commands import Laptop, Ran
from strategies import MEETING, REVIEWED, SAVED
from teamflow.core.session import Choice, Evaluation, Session
from teamflow.store.folder import Folder

TODAY = dt.datetime.now(dt.UTC).astimezone().date()
WEEK = dt.timedelta(weeks=1)
NOTHING_AGREED = replace(MEETING, choice=Choice(), plans=(), evaluation=Evaluation())
UNDATED_STEP = replace(
    MEETING, plans=(replace(MEETING.plans[0], steps=MEETING.plans[0].steps[1:]),)
)


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    return Laptop(tmp_path)


def keeps(laptop: Laptop, session: Session, day: dt.date | None = None) -> Path:
    """A session in the folder, to look back on that day."""
    evaluation = replace(session.evaluation, date=day) if day else session.evaluation
    return Folder(laptop.sessions).create(replace(session, evaluation=evaluation), SAVED)


def told(laptop: Laptop) -> list[dict[str, Any]]:
    ran = laptop.runs("due", "--json")
    assert ran.code == 0
    entries: list[dict[str, Any]] = json.loads(ran.out)
    return entries


def test_without_sessions_nothing_is_due(laptop: Laptop) -> None:
    assert laptop.runs("due") == Ran(0, "Nothing is due.\n", "")


def test_what_is_late_comes_first_then_what_is_to_come_then_open_steps(laptop: Laptop) -> None:
    keeps(laptop, replace(UNDATED_STEP, team="Onderbouw"), TODAY - WEEK)
    keeps(laptop, replace(UNDATED_STEP, id="x", team="Bovenbouw", plans=()), TODAY + WEEK)
    lines = laptop.runs("due", "--lang", "nl").out.splitlines()
    headings = [line for line in lines if line and not line.startswith(" ")]
    assert headings == ["Te laat", "Om op terug te kijken", "Open stappen"]
    assert "Onderbouw" in lines[lines.index("Te laat") + 1]
    assert "Bovenbouw" in lines[lines.index("Om op terug te kijken") + 1]
    assert "Bij elkaar kijken" in lines[lines.index("Open stappen") + 2]


def test_the_day_itself_is_in_time(laptop: Laptop) -> None:
    keeps(laptop, UNDATED_STEP, TODAY)
    assert [entry["late"] for entry in told(laptop)] == [False, False]


def test_what_was_looked_back_on_is_no_longer_due_but_its_open_steps_are(laptop: Laptop) -> None:
    keeps(laptop, REVIEWED)
    keeps(laptop, replace(MEETING, id="x", closed=None))
    assert [entry["what"] for entry in told(laptop)] == ["Teksten kiezen", "Bij elkaar kijken"]


def test_a_meeting_that_agreed_on_nothing_is_not_to_be_looked_back_on(laptop: Laptop) -> None:
    keeps(laptop, NOTHING_AGREED, TODAY - WEEK)
    assert told(laptop) == []


def december(**changes: Any) -> Session:
    """The next meeting of the same team, into which it took all that was left open."""
    day = dt.date(2026, 12, 21)
    session = replace(MEETING, id="december", date=day, follows=MEETING.id, evaluation=Evaluation())
    return replace(session, **changes)


def test_a_step_that_was_carried_is_due_once(laptop: Laptop) -> None:
    keeps(laptop, MEETING)
    keeps(laptop, december())
    assert [(entry["kind"], entry["id"]) for entry in told(laptop)] == [
        ("step", "december"),
        ("evaluation", MEETING.id),
        ("step", "december"),
    ]
    ran = laptop.runs("due", "--ics", "--lang", "nl")
    events = Calendar.from_ical(ran.out).events
    assert sorted(str(event["summary"])[:14] for event in events) == [
        "Teksten kiezen", "Terugblik: hee",
    ]  # fmt: skip


def test_a_step_stays_with_its_session_until_the_next_meeting_has_ended(laptop: Laptop) -> None:
    keeps(laptop, MEETING)
    keeps(laptop, december(closed=None))
    assert {entry["id"] for entry in told(laptop)} == {MEETING.id}


def test_a_copy_of_the_meeting_that_followed_changes_nothing(laptop: Laptop) -> None:
    keeps(laptop, MEETING)
    for _copy in range(2):
        keeps(laptop, december())
    assert [entry["id"] for entry in told(laptop) if entry["kind"] == "step"] == ["december"] * 2


def test_a_step_that_was_done_is_no_longer_due(laptop: Laptop) -> None:
    steps = tuple(replace(step, done=True) for step in MEETING.plans[0].steps)
    keeps(laptop, replace(MEETING, plans=(replace(MEETING.plans[0], steps=steps),)))
    assert [entry["kind"] for entry in told(laptop)] == ["evaluation"]


def test_programs_get_all_of_it_in_the_order_of_the_days(laptop: Laptop) -> None:
    file = keeps(laptop, MEETING, dt.date(2026, 12, 21))
    entries = told(laptop)
    assert [(each["kind"], each["date"]) for each in entries] == [
        ("step", "2026-12-01"),
        ("evaluation", "2026-12-21"),
        ("step", None),
    ]
    late = dt.date(2026, 12, 1) < TODAY
    assert entries[0] == {
        "kind": "step",
        "date": "2026-12-01",
        "late": late,
        "what": "Teksten kiezen",
        "who": "Joost, Fatima",
        "id": MEETING.id,
        "file": str(file),
        "team": "Onderbouw",
        "question": MEETING.question,
    }


def test_a_calendar_gets_what_has_a_day_and_nothing_else(laptop: Laptop) -> None:
    keeps(laptop, MEETING)
    keeps(laptop, replace(MEETING, id="x", team="Bovenbouw"))
    keeps(laptop, MEETING)  # a copy
    ran = laptop.runs("due", "--ics", "--lang", "nl")
    assert ran.code == 0
    events = Calendar.from_ical(ran.out).events
    assert sorted(str(event["summary"])[:14] for event in events) == [
        "Teksten kiezen", "Teksten kiezen", "Terugblik: hee", "Terugblik: hee",
    ]  # fmt: skip
    assert len({str(event["uid"]) for event in events}) == 4


def test_the_events_are_the_same_as_in_the_session_s_own_calendar(laptop: Laptop) -> None:
    keeps(laptop, MEETING)
    laptop.runs("export", "onderbouw", "--to", "f.ics")
    own = Calendar.from_ical((laptop.here / "f.ics").read_bytes()).events
    due = Calendar.from_ical(laptop.runs("due", "--ics").out).events
    assert {str(event["uid"]) for event in due} < {str(event["uid"]) for event in own}


def test_what_can_t_be_read_is_told_at_the_end(laptop: Laptop) -> None:
    keeps(laptop, MEETING)
    head = laptop.has_file("2026-11-20-stuk.toml", "geen toml\n")
    whole = keeps(laptop, replace(MEETING, team="Stuk"))
    whole.write_text(whole.read_text() + "\n[[plans]]\nlesson = 3\n")
    ran = laptop.runs("due")
    assert ran.code == 1
    assert "Teksten kiezen" in ran.out
    assert str(head) in ran.err
    assert str(whole) in ran.err


def test_one_kind_of_answer_at_a_time(laptop: Laptop) -> None:
    ran = laptop.runs("due", "--ics", "--json")
    assert (ran.code, ran.out) == (2, "")
    assert "not allowed with argument" in ran.err
