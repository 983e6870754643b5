import datetime as dt
import errno
import os
from dataclasses import replace
from pathlib import Path
from threading import Barrier, Thread

import pytest

from strategies import MEETING, SAVED
from teamflow.core.session import Idea
from teamflow.store.folder import Folder
from teamflow.store.problem import Unreadable
from teamflow.store.record import encode
from teamflow.store.trouble import Unsaved


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "school" / "sessions")


def names(paths: list[Path]) -> list[str]:
    return [path.name for path in paths]


def test_a_created_session_can_be_listed_and_loaded(folder: Folder) -> None:
    path = folder.create(MEETING, SAVED)
    assert path.name == "2026-11-21-onderbouw-begrijpend-lezen.toml"
    (summary,) = folder.newest()
    assert (summary.file, summary.id) == (path, MEETING.id)
    stored = folder.load(path)
    assert (stored.path, stored.session, stored.unknown) == (path, MEETING, {})


def test_the_second_session_of_a_day_gets_a_number(folder: Folder) -> None:
    made = [folder.create(MEETING, SAVED) for _ in range(3)]
    assert names(made) == [
        "2026-11-21-onderbouw-begrijpend-lezen.toml",
        "2026-11-21-onderbouw-begrijpend-lezen-2.toml",
        "2026-11-21-onderbouw-begrijpend-lezen-3.toml",
    ]


def test_two_laptops_that_create_at_the_same_moment_get_a_file_each(folder: Folder) -> None:
    together = Barrier(8)

    def create(number: int) -> None:
        together.wait(30)
        folder.create(replace(MEETING, id=f"{number}"), SAVED)

    threads = [Thread(target=create, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert {summary.id for summary in folder.newest()} == {f"{number}" for number in range(8)}


def test_a_session_that_cannot_be_created_says_why(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(errno.EROFS, "Read-only file system")

    folder.path.mkdir(parents=True)
    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(Unsaved) as caught:
        folder.create(MEETING, SAVED)
    assert caught.value.trouble.told(str) == (
        f"teamflow may not write in {folder.path}, or another program holds the file."
        " Nothing is lost."
    )


def test_only_the_newest_are_listed_when_a_number_is_asked(folder: Folder) -> None:
    for day in range(1, 6):
        folder.create(replace(MEETING, date=dt.date(2026, 11, day)), SAVED)
    assert [str(summary.date) for summary in folder.newest(2)] == ["2026-11-05", "2026-11-04"]
    assert len(folder.newest()) == 5


def test_what_is_wrong_with_a_file_that_is_loaded_is_told_with_its_name(folder: Folder) -> None:
    path = folder.create(MEETING, SAVED)
    path.write_text(path.read_text(encoding="utf-8").replace("ticks = 2", 'ticks = "2"'))
    with pytest.raises(Unreadable) as caught:
        folder.load(path)
    (problem,) = caught.value.problems
    assert problem.file == path
    assert problem.told(str) == "“ideas 1: ticks” must be a whole number."
    assert path.read_text(encoding="utf-8").split("\n")[(problem.line or 0) - 1] == 'ticks = "2"'


@pytest.fixture
def filled(folder: Folder) -> Folder:
    for day, team, theme, id in (
        (1, "Onderbouw", "Begrijpend lezen", "aa11"),
        (2, "Onderbouw", "Rekenen", "bb22"),
        (3, "Bovenbouw", "Rekenen", "2026-11-01"),
    ):
        session = replace(MEETING, id=id, date=dt.date(2026, 11, day), team=team, theme=theme)
        folder.create(session, SAVED)
    (folder.path / "Notulen vóór 2025.toml").write_text("")
    return folder


FIRST = "2026-11-01-onderbouw-begrijpend-lezen.toml"
SECOND = "2026-11-02-onderbouw-rekenen.toml"
THIRD = "2026-11-03-bovenbouw-rekenen.toml"


@pytest.mark.parametrize(
    ("word", "found"),
    [
        (FIRST, [FIRST]),
        (FIRST.removesuffix(".toml"), [FIRST]),
        ("bb22", [SECOND]),
        ("2026-11-01", [THIRD]),
        ("Begrijpend lezen", [FIRST]),
        ("REKENEN", [THIRD, SECOND]),
        ("2026-11", [THIRD, SECOND, FIRST]),
        ("rekenen.toml", [THIRD, SECOND]),
        ("notulen voor", ["Notulen vóór 2025.toml"]),
        ("taal", []),
        ("", []),
        ("\0", []),
        ("?" * 5000, []),
    ],
)
def test_a_session_is_found_by_its_id_its_file_or_any_part_of_its_name(
    filled: Folder, word: str, found: list[str]
) -> None:
    assert names(filled.find(word)) == found


def test_a_path_means_that_file_wherever_it_is(filled: Folder, tmp_path: Path) -> None:
    elsewhere = tmp_path / "a.toml"
    elsewhere.write_text("")
    assert filled.find(str(elsewhere)) == [elsewhere]


def test_in_a_folder_that_is_not_one_nothing_is_found(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    assert Folder(tmp_path / "a").find("b") == []
    assert Folder(tmp_path / "b").find("b") == []


def test_a_good_folder_has_no_problems(folder: Folder) -> None:
    assert folder.check() == []
    folder.create(MEETING, SAVED)
    assert folder.check() == []


def test_a_check_names_all_that_is_wrong_in_every_file(folder: Folder) -> None:
    good = folder.create(replace(MEETING, date=dt.date(2026, 11, 1)), SAVED)
    odd = replace(MEETING, ideas=(*MEETING.ideas, Idea(2, "nog eens")))
    doubled = folder.create(replace(odd, date=dt.date(2026, 11, 2)), SAVED)
    broken = folder.create(replace(MEETING, date=dt.date(2026, 11, 3)), SAVED)
    text = encode(MEETING, {}, SAVED).replace("extra = 1", "extra = 1.5")
    broken.write_text(text.replace('"dots"', '"loten"'), encoding="utf-8")
    problems = folder.check()
    assert [(problem.file, problem.told(str)) for problem in problems] == [
        (broken, "“timings 2: extra” must be a whole number."),
        (broken, "“choice: votes 1: voting” must be one of: dots, hands."),
        (doubled, "Idea id 2 is used twice."),
    ]
    for problem in problems:
        assert problem.file is not None
        row = problem.file.read_text(encoding="utf-8").split("\n")[(problem.line or 0) - 1]
        assert row in ("extra = 1.5", 'voting = "loten"', "id = 2")
    assert folder.check([good]) == []


def test_a_check_of_what_is_no_folder_or_file_says_so(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    (problem,) = Folder(tmp_path / "a").check()
    assert problem.told(str) == "This isn't a folder."
    (problem,) = Folder(tmp_path).check([tmp_path / "b.toml"])
    assert problem.told(str) == "The file isn't there any more."


def test_the_last_session_is_the_newest_that_can_be_read(folder: Folder) -> None:
    assert folder.last() is None
    folder.create(MEETING, SAVED)
    (folder.path / "2026-12-01-stuk.toml").write_text("geen toml")
    (folder.path / "2026-12-02-half.toml").write_text(
        'schema = 1\nid = "x"\ndate = 2026-12-02\n[[ideas]]\n'
    )
    assert folder.last() == MEETING


def test_a_check_names_a_head_that_the_rest_contradicts_with_its_line(folder: Folder) -> None:
    path = folder.create(MEETING, SAVED)
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("[evaluation]")], encoding="utf-8")
    (problem,) = folder.check()
    assert problem.told(str).startswith("“evaluation_date” isn't what the rest of the file says")
    assert text.splitlines()[(problem.line or 0) - 1].startswith("evaluation_date = ")


def test_an_amended_session_is_saved_with_all_else_in_its_file(folder: Folder) -> None:
    path = folder.create(MEETING, SAVED)
    path.write_text(path.read_text() + '\n[ours]\nown = "key"\n')
    later = SAVED + dt.timedelta(hours=1)
    amended = folder.amend(path, lambda session: replace(session, theme="Lezen"), later)
    assert amended.session == replace(MEETING, theme="Lezen")
    read = folder.load(path)
    assert (read.session, read.saved, read.version) == (amended.session, later, later)
    assert read.unknown == {(): {"ours": {"own": "key"}}}


def test_what_can_not_be_saved_is_as_it_was(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = folder.create(MEETING, SAVED)
    before = path.read_bytes()
    monkeypatch.setattr("teamflow.store.atomic.write", full)
    with pytest.raises(Unsaved):
        folder.amend(path, lambda session: replace(session, theme="Lezen"), SAVED)
    assert path.read_bytes() == before


def test_a_file_that_does_not_say_when_it_was_saved_counts_from_its_day(folder: Folder) -> None:
    path = folder.create(MEETING, SAVED)
    text = path.read_text()
    path.write_text("".join(line for line in text.splitlines(True) if "saved" not in line))
    assert folder.load(path).version == dt.datetime(2026, 11, 21, tzinfo=dt.UTC)
