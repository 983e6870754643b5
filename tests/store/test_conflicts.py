import datetime as dt
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from strategies import MEETING, SAVED
from teamflow.store.conflicts import free_names
from teamflow.store.copies import copies, is_copy, namesakes, versions_beside, versions_of
from teamflow.store.head import Summary, read_head
from teamflow.store.naming import newest_first
from teamflow.store.record import encode

AT = dt.datetime(2026, 11, 21, 15, 4, tzinfo=dt.timezone(dt.timedelta(hours=1)))
NAME = "2026-11-21-onderbouw.toml"
MARKED = [
    "2026-11-21-onderbouw-LAPTOP-7K2M.toml",
    "2026-11-21-onderbouw-MacBook van Zoë.toml",
    "2026-11-21-onderbouw (Anna's conflicted copy 2026-11-21).toml",
    "2026-11-21-onderbouw (conflictkopie van Anna 2026-11-21).toml",
    "2026-11-21-onderbouw (In Konflikt stehende Kopie von Anna 2026-11-21).toml",
    "2026-11-21-onderbouw (Copie en conflit de Anna 2026-11-21).toml",
    "2026-11-21-onderbouw (conflicted copy 2026-11-21 150312).toml",
    "2026-11-21-onderbouw_conflict-20261121-150312.toml",
    "2026-11-21-onderbouw.sync-conflict-20261121-150312-ABCDEFG.toml",
    "2026-11-21-onderbouw.sync-conflict-20261121-150312.toml",
    "2026-11-21-onderbouw (1).toml",
    "2026-11-21-onderbouw(2).toml",
    "2026-11-21-onderbouw (conflict 2026-11-21 15.04).toml",
    "2026-11-21-onderbouw (conflict 2026-11-21 15.04-2).toml",
    "2026-11-21-onderbouw-2.toml",
    "2026-11-21-onderbouw (conflict 2026-11-21 15.04)-LAPTOP7.TOML",
]


def head(name: str, id: str = "s1") -> Summary:
    return Summary(Path("sessies") / name, id=id)


@pytest.mark.parametrize("name", MARKED)
def test_a_copy_is_known_by_its_name_and_the_session_in_it(name: str) -> None:
    assert is_copy(name, NAME)
    original, copy = head(NAME), head(name)
    assert copies([copy, original]) == {copy.file: original.file}


@pytest.mark.parametrize("name", MARKED)
def test_what_looks_like_a_copy_but_holds_another_session_is_none(name: str) -> None:
    assert copies([head(NAME), head(name, "s2")]) == {}


@pytest.mark.parametrize(
    "name",
    [NAME, "2026-11-21-onderbouwteam.toml", "2026-11-21.toml", "2026-11-22-onderbouw (1).toml"],
)
def test_another_name_is_no_copy_even_with_the_same_session(name: str) -> None:
    assert not is_copy(name, NAME)
    assert head(name).file not in copies([head(NAME), head(name)])


def test_a_copy_without_its_original_is_shown_as_a_session() -> None:
    assert copies(map(head, MARKED[:1])) == {}
    assert copies([head(MARKED[2]), head(MARKED[8])]) == {}


def test_a_copy_of_a_copy_is_one_of_the_original() -> None:
    first, second = head(MARKED[12]), head(MARKED[15])
    original = head(NAME)
    assert copies([second, first, original]) == {
        first.file: original.file,
        second.file: original.file,
    }


def test_files_that_cannot_be_read_are_copies_of_nothing(tmp_path: Path) -> None:
    (tmp_path / NAME).touch()
    (tmp_path / MARKED[0]).touch()
    assert copies(map(read_head, tmp_path.iterdir())) == {}


def test_copies_are_found_among_real_files(tmp_path: Path) -> None:
    for name in (NAME, MARKED[0]):
        (tmp_path / name).write_text(encode(MEETING, {}, SAVED), encoding="utf-8")
    assert copies(map(read_head, tmp_path.iterdir())) == {tmp_path / MARKED[0]: tmp_path / NAME}


@pytest.mark.parametrize("copy", MARKED)
def test_names_alone_say_which_files_may_be_versions_of_one_session(copy: str) -> None:
    others = ["2026-11-20-onderbouw.toml", "2026-11-21-bovenbouw.toml"]
    names = newest_first([*others, copy, NAME, "2026-11-22-onderbouw (1).toml"])
    for name in (copy, NAME):
        assert sorted(namesakes(names, names.index(name))) == sorted([copy, NAME])
    for name in others:
        assert namesakes(names, names.index(name)) == [name]


def test_files_without_a_date_in_their_names_have_namesakes_too() -> None:
    names = newest_first(["a.toml", "a (1).toml", "ab.toml", "b.toml"])
    assert namesakes(names, names.index("a.toml")) == ["a (1).toml", "a.toml"]
    assert namesakes(names, names.index("b.toml")) == ["b.toml"]


def test_all_versions_of_a_session_are_told_the_original_first() -> None:
    original, one, other = (Path(name) for name in (NAME, *MARKED[:2]))
    found = {one: original, other: original, Path("b (1).toml"): Path("b.toml")}
    for file in (original, one, other):
        assert versions_of(file, found) == (original, one, other)
    assert versions_of(Path("c.toml"), found) == ()


def test_versions_are_found_in_the_folder_and_only_with_the_same_session(tmp_path: Path) -> None:
    text = encode(MEETING, {}, SAVED)
    original, copy = tmp_path / NAME, tmp_path / MARKED[0]
    original.write_text(text, encoding="utf-8")
    assert versions_beside(original) == ()
    copy.write_text(encode(replace(MEETING, id="other"), {}, SAVED), encoding="utf-8")
    assert versions_beside(original) == ()
    copy.write_text(text, encoding="utf-8")
    assert versions_beside(original) == versions_beside(copy) == (original, copy)


def test_what_is_not_there_has_no_versions(tmp_path: Path) -> None:
    assert versions_beside(tmp_path / NAME) == ()
    (tmp_path / "file").touch()
    assert versions_beside(tmp_path / "file" / NAME) == ()


def test_our_own_names_say_when_and_never_end() -> None:
    assert list(islice(free_names("a.toml", AT), 3)) == [
        "a (conflict 2026-11-21 15.04).toml",
        "a (conflict 2026-11-21 15.04-2).toml",
        "a (conflict 2026-11-21 15.04-3).toml",
    ]


@pytest.mark.parametrize("name", MARKED[12:14])
def test_a_copy_gets_no_second_mark(name: str) -> None:
    assert next(free_names(name, AT)) == "2026-11-21-onderbouw (conflict 2026-11-21 15.04).toml"


@pytest.mark.parametrize("letter", ["x", "é", "👩", "\udcff"])
def test_every_name_of_ours_fits_in_a_folder(letter: str) -> None:
    name = next(free_names(f"{letter * 250}.toml", AT))
    assert len(name.encode()) <= 255
    assert name.endswith(" (conflict 2026-11-21 15.04).toml")


def test_every_name_of_ours_is_known_as_a_copy() -> None:
    assert all(is_copy(name, NAME) for name in islice(free_names(NAME, AT), 12))
