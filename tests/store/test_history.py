import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from strategies import MEETING, REVIEWED, SAVED
from teamflow.core.session import Choice, Evaluation
from teamflow.store.folder import Folder
from teamflow.store.history import history, teams_in


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "sessions")


def test_the_last_session_of_a_team_may_be_a_while_ago(folder: Folder) -> None:
    long_ago = replace(MEETING, date=dt.date(2020, 1, 1), team="Bovenbouw")
    folder.create(long_ago, SAVED)
    for day in range(1, 12):
        folder.create(replace(MEETING, date=dt.date(2026, 11, day)), SAVED)
    (folder.path / "2026-12-01-stuk.toml").write_text("geen toml")
    assert history(folder, "BOVENbouw").last() == long_ago
    assert history(folder, "Onderbouw").last() == replace(MEETING, date=dt.date(2026, 11, 11))
    assert history(folder, "Middenbouw").last() is None


def test_a_team_s_newest_agreement_awaits_a_look_back(folder: Folder) -> None:
    older = replace(MEETING, id="1", date=dt.date(2026, 9, 1))
    for session in (older, MEETING, replace(MEETING, id="3", team="Bovenbouw")):
        folder.create(session, SAVED)
    awaiting = history(folder, "onderbouw").awaiting()
    assert awaiting is not None
    assert awaiting.session == MEETING
    folder.amend(awaiting.path, lambda _: REVIEWED, SAVED)
    awaiting = history(folder, "Onderbouw").awaiting()
    assert awaiting is not None
    assert awaiting.session == older
    assert history(folder, "Onderbouw", among=2).awaiting() is None


def test_of_what_awaits_a_look_back_the_earliest_day_comes_first(folder: Folder) -> None:
    for number, day in enumerate((dt.date(2026, 12, 3), dt.date(2026, 12, 22)), start=1):
        evaluation = replace(MEETING.evaluation, date=day)
        folder.create(
            replace(
                MEETING, id=f"{number}", date=dt.date(2026, 9 + number, 9), evaluation=evaluation
            ),
            SAVED,
        )
    awaiting = history(folder, "Onderbouw").awaiting()
    assert awaiting is not None
    assert awaiting.session.id == "1"


def test_a_meeting_that_agreed_on_nothing_hides_no_agreement(folder: Folder) -> None:
    folder.create(MEETING, SAVED)
    empty = replace(
        MEETING,
        id="empty",
        date=dt.date(2026, 11, 30),
        choice=Choice(),
        evaluation=Evaluation(date=dt.date(2026, 12, 1)),
    )
    folder.create(empty, SAVED)
    awaiting = history(folder, "Onderbouw").awaiting()
    assert awaiting is not None
    assert awaiting.session == MEETING


def test_what_a_team_left_open_is_found_until_a_meeting_that_has_ended_follows(
    folder: Folder,
) -> None:
    path = folder.create(REVIEWED, SAVED)
    path.with_name(f"{path.stem}-LAPTOP7.toml").write_bytes(path.read_bytes())
    folder.create(replace(MEETING, id="other", team="Bovenbouw"), SAVED)
    broken = folder.create(replace(MEETING, id="broken"), SAVED)
    broken.write_text(broken.read_text() + "\n[[plans]]\nlesson = 3\n")
    next_one = replace(
        MEETING, id="next", date=dt.date(2026, 12, 21), follows=MEETING.id, closed=None
    )
    following = folder.create(next_one, SAVED)
    (left,) = history(folder, "onderBOUW").left_open()
    assert (left.session, left.path) == (REVIEWED, path)
    ended = folder.amend(following, lambda session: replace(session, closed=MEETING.closed), SAVED)
    (left,) = history(folder, "Onderbouw").left_open()
    assert left.session == ended.session
    assert history(folder, "Middenbouw").left_open() == ()


def test_what_was_looked_back_on_or_is_still_on_awaits_nothing(folder: Folder) -> None:
    for session in (
        REVIEWED,
        replace(MEETING, closed=None),
        replace(MEETING, evaluation=replace(MEETING.evaluation, date=None)),
    ):
        folder.create(session, SAVED)
    broken = folder.create(MEETING, SAVED)
    broken.write_text(broken.read_text() + "\n[[plans]]\nlesson = 3\n")
    assert history(folder, "Onderbouw").awaiting() is None


def test_last_time_is_told_by_the_original_and_never_by_a_copy_of_it(folder: Folder) -> None:
    path = folder.create(MEETING, SAVED)
    copy = path.with_name(f"{path.stem}-LAPTOP7.toml")
    copy.write_bytes(path.read_bytes().replace(MEETING.question.encode(), b"Anders?"))
    assert folder.last() == MEETING
    assert history(folder, "Onderbouw").last() == MEETING
    awaiting = history(folder, "Onderbouw").awaiting()
    assert awaiting is not None
    assert awaiting.path == path
    folder.amend(path, lambda _: REVIEWED, SAVED)
    assert history(folder, "Onderbouw").awaiting() is None


def test_teams_are_told_as_they_were_spelled_last_the_latest_first(folder: Folder) -> None:
    for day, team in enumerate(("onderbouw", "Bovenbouw", "Onderbouw", ""), start=1):
        folder.create(replace(MEETING, date=dt.date(2026, 11, day), team=team), SAVED)
    (folder.path / "2026-12-01-stuk.toml").write_text("geen toml")
    assert teams_in(folder) == ("Onderbouw", "Bovenbouw")
