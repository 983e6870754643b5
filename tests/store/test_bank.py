"""The idea bank, from a folder of sessions."""

from dataclasses import replace
from pathlib import Path

import pytest

from strategies import MEETING, SAVED
from teamflow.core.session import Idea, Session
from teamflow.store.bank import LARGEST, past_ideas
from teamflow.store.folder import Folder


def thinks(folder: Path, id: str, day: int, *ideas: str) -> Path:
    """A session of that day in November, in which nothing was chosen."""
    session = _with_ideas(replace(MEETING, id=id, date=MEETING.date.replace(day=day)), ideas)
    return Folder(folder).create(session, SAVED)


def _with_ideas(session: Session, ideas: tuple[str, ...]) -> Session:
    board = tuple(Idea(number, text) for number, text in enumerate(ideas, start=1))
    return replace(session, ideas=board, choice=replace(session.choice, votes=(), chosen=()))


def found(folder: Path, skip: str = "") -> list[str]:
    return [idea.text for ideas in past_ideas(folder, skip) for idea in ideas]


def test_the_newest_session_comes_first(tmp_path: Path) -> None:
    thinks(tmp_path, "a", 3, "Voorlezen")
    thinks(tmp_path, "b", 10, "Racelezen", "Tutorlezen")
    assert found(tmp_path) == ["Racelezen", "Tutorlezen", "Voorlezen"]


def test_the_meeting_that_is_on_and_copies_of_one_are_skipped(tmp_path: Path) -> None:
    thinks(tmp_path, "a", 3, "Voorlezen")
    copied = thinks(tmp_path, "b", 10, "Racelezen")
    copied.with_name(f"{copied.stem} (1).toml").write_bytes(copied.read_bytes())
    thinks(tmp_path, "nu", 21, "Vandaag")
    assert found(tmp_path, "nu") == ["Racelezen", "Voorlezen"]


@pytest.mark.parametrize(
    "text",
    [
        "geen toml",
        "schema = 99",
        'schema = 1\nid = 3\ndate = 2026-11-20\nclosed = 2026-11-20T15:00:00Z\n[[ideas]]\ntext="x"',
        f'schema = 1\nid = "x"\ndate = 2026-11-20\nquestion = "{"x" * LARGEST}"\n',
    ],
)
def test_what_can_not_be_read_is_passed_over(tmp_path: Path, text: str) -> None:
    thinks(tmp_path, "a", 3, "Voorlezen")
    (tmp_path / "2026-11-20-stuk.toml").write_text(text)
    assert found(tmp_path) == ["Voorlezen"]


def test_a_folder_that_is_not_there_or_is_none_has_no_ideas(tmp_path: Path) -> None:
    assert found(tmp_path / "weg") == []
    (tmp_path / "bestand").touch()
    assert found(tmp_path / "bestand") == []


def test_each_file_is_read_when_its_turn_comes(tmp_path: Path) -> None:
    thinks(tmp_path, "b", 10, "Racelezen")
    older = thinks(tmp_path, "a", 3, "Voorlezen")
    ideas = past_ideas(tmp_path, "")
    assert [idea.text for idea in next(ideas)] == ["Racelezen"]
    older.unlink()
    assert next(ideas) == ()
