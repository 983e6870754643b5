"""`teamflow list` says of each session whether there's still something to look back on."""

import datetime as dt
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from strategies import MEETING, REVIEWED, SAVED
from teamflow.core.session import Session
from teamflow.store.folder import Folder

PASSED = dt.date(2001, 1, 8)
TO_COME = dt.date(9000, 1, 8)


def to_evaluate(day: dt.date | None) -> Session:
    return replace(MEETING, evaluation=replace(MEETING.evaluation, date=day))


def listed(folder: Path, *options: str) -> str:
    command = [sys.executable, "-m", "teamflow", "--lang", "en", "--sessions", str(folder)]
    return subprocess.run(
        [*command, "list", *options], check=True, capture_output=True, encoding="utf-8"
    ).stdout


@pytest.mark.parametrize(
    ("session", "told", "state", "outcome"),
    [
        (replace(MEETING, closed=None, phase="round"), "Round", "running", None),
        (to_evaluate(TO_COME), "to evaluate on 8 January 9000", "to_evaluate", None),
        (to_evaluate(PASSED), "overdue since 8 January 2001", "overdue", None),
        (to_evaluate(None), "done", "done", None),
        (REVIEWED, "partly reached", "evaluated", "partly"),
    ],
)
def test_each_session_is_told_with_how_it_stands(
    tmp_path: Path, session: Session, told: str, state: str, outcome: str | None
) -> None:
    Folder(tmp_path).create(session, SAVED)
    assert f" · Onderbouw · {told}\n" in listed(tmp_path)
    (entry,) = json.loads(listed(tmp_path, "--json"))
    assert (entry["state"], entry["outcome"]) == (state, outcome)


def test_an_unreadable_file_has_a_state_too(tmp_path: Path) -> None:
    (tmp_path / "2026-01-01-x.toml").write_text("schema = ", encoding="utf-8")
    assert "2026-01-01-x · can't be read\n" in listed(tmp_path)
    (entry,) = json.loads(listed(tmp_path, "--json"))
    assert (entry["state"], entry["outcome"]) == ("unreadable", None)


def test_a_copy_is_told_as_one_with_the_session_that_it_is_a_copy_of(tmp_path: Path) -> None:
    file = Folder(tmp_path).create(MEETING, SAVED)
    copy = file.with_name(f"{file.stem} (Anna's conflicted copy 2026-11-22).toml")
    copy.write_bytes(file.read_bytes())
    told = f" · Onderbouw · ≠ a copy of {file.stem}: changed in two places\n"
    assert listed(tmp_path).count("≠") == 1
    assert f"{copy.stem}{told}" in listed(tmp_path)
    entries = json.loads(listed(tmp_path, "--json"))
    assert {each["file"]: each["copy_of"] for each in entries} == {
        str(file): None,
        str(copy): str(file),
    }


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_a_folder_that_is_none_is_told_and_is_no_empty_list(
    tmp_path: Path, options: list[str]
) -> None:
    place = tmp_path / "sessions"
    place.touch()
    command = [sys.executable, "-m", "teamflow", "--lang", "en", "--sessions", str(place)]
    ran = subprocess.run([*command, "list", *options], capture_output=True, encoding="utf-8")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "This isn't a folder." in ran.stderr


def test_the_form_in_text_says_on_which_days_it_was_changed_afterwards(tmp_path: Path) -> None:
    edited = (dt.date(2026, 11, 24), dt.date(2026, 11, 24), dt.date(2026, 12, 1))
    for days in ((), edited):
        file = Folder(tmp_path).create(replace(MEETING, edited=days), SAVED)
        command = [sys.executable, "-m", "teamflow", "--lang", "en", "show", str(file)]
        told = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
        words = " ".join(told.split())
        days_told = "Changed afterwards Tuesday 24 November 2026, Tuesday 1 December 2026"
        assert (days_told in words) == bool(days)
