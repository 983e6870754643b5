import errno
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from strategies import MEETING, SAVED
from teamflow.store import atomic, trash
from teamflow.store.folder import Folder
from teamflow.store.keeper import Keeper
from teamflow.store.naming import numbered
from teamflow.store.trash import Basket


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "sessies")


@pytest.fixture(params=["file systems with links", "file systems without"])
def systems(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise OSError(errno.EPERM, "no links here")

    if request.param == "file systems without":
        monkeypatch.setattr(os, "link", refuse)


on_all_systems = pytest.mark.usefixtures("systems")


@on_all_systems
def test_what_is_deleted_is_in_no_list_and_lies_in_the_trash(folder: Folder) -> None:
    path = folder.create(MEETING, SAVED)
    data = path.read_bytes()
    thrown = trash.discard(path)
    assert thrown == folder.path / "trash" / path.name
    assert thrown.read_bytes() == data
    assert folder.newest() == []
    assert folder.check() == []


@on_all_systems
def test_what_was_deleted_comes_back_under_its_own_name(folder: Folder) -> None:
    path = folder.create(MEETING, SAVED)
    data = path.read_bytes()
    assert trash.restore(trash.discard(path), path) == path
    assert path.read_bytes() == data
    assert list((folder.path / "trash").iterdir()) == []


@on_all_systems
def test_two_files_of_one_name_are_both_kept_in_the_trash(folder: Folder) -> None:
    thrown = []
    for question in ("een", "twee"):
        path = folder.create(replace(MEETING, question=question), SAVED)
        thrown.append(trash.discard(path))
    assert [Folder(file.parent).load(file).session.question for file in thrown] == ["een", "twee"]
    assert thrown[0].name == path.name
    assert thrown[1].name == f"{path.stem}-2.toml"


@on_all_systems
def test_the_second_of_one_name_comes_back_under_its_own_name_too(folder: Folder) -> None:
    for _ in range(2):
        path = folder.create(MEETING, SAVED)
        thrown = trash.discard(path)
    assert trash.restore(thrown, path) == path


@on_all_systems
def test_what_comes_back_never_takes_the_place_of_another(folder: Folder) -> None:
    path = folder.create(replace(MEETING, question="een"), SAVED)
    thrown = trash.discard(path)
    assert folder.create(replace(MEETING, question="twee"), SAVED) == path
    back = trash.restore(thrown, path)
    assert back == path.with_name(f"{path.stem}-2.toml")
    assert [folder.load(each).session.question for each in (path, back)] == ["twee", "een"]


def two_versions(folder: Folder) -> tuple[Path, Path]:
    """A session and a copy of it, in which is something else."""
    original = folder.create(replace(MEETING, question="een"), SAVED)
    copy = folder.create(replace(MEETING, question="twee"), SAVED)
    return original, copy.rename(original.with_name(f"{original.stem} (1).toml"))


def questions(folder: Folder) -> dict[str, str]:
    """What each file in the folder asks, the trash aside."""
    return {file.name: folder.load(file).session.question for file in folder.path.glob("*.toml")}


@on_all_systems
def test_a_copy_that_is_preferred_takes_the_name_of_the_original(folder: Folder) -> None:
    original, copy = two_versions(folder)
    assert Basket().prefer(copy, original, original) == original
    assert questions(folder) == {original.name: "twee"}
    assert questions(Folder(folder.path / "trash")) == {original.name: "een"}


@on_all_systems
def test_an_original_that_is_preferred_stays_where_it_is(folder: Folder) -> None:
    original, copy = two_versions(folder)
    assert Basket().prefer(original, copy, original) == original
    assert questions(folder) == {original.name: "een"}
    assert questions(Folder(folder.path / "trash")) == {copy.name: "twee"}


@on_all_systems
@pytest.mark.parametrize("chosen", [0, 1])
def test_both_versions_come_back_under_their_own_names(folder: Folder, chosen: int) -> None:
    versions = two_versions(folder)
    before = questions(folder)
    basket = Basket()
    basket.prefer(versions[chosen], versions[1 - chosen], versions[0])
    assert basket.bring_back()
    assert questions(folder) == before
    assert not basket.bring_back()


def test_what_was_thrown_away_comes_back_last_first(folder: Folder) -> None:
    basket, files = Basket(), two_versions(folder)
    for file in files:
        basket.discard(file)
    for back in reversed(files):
        assert basket.bring_back()
        assert back.exists()
    basket.remember(())
    assert not basket.bring_back()


@pytest.mark.parametrize("missing", ["the heir", "both"])
def test_where_the_heir_is_gone_the_other_stays_in_its_place(folder: Folder, missing: str) -> None:
    original, copy = two_versions(folder)
    copy.unlink()
    if missing == "both":
        original.unlink()
    before = questions(folder)
    with pytest.raises(FileNotFoundError):
        trash.displace(original, copy, numbered(original.name))
    assert questions(folder) == before


def test_where_it_cannot_go_back_either_it_lies_in_the_trash(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    original, copy = two_versions(folder)
    move = atomic.move

    def only_into_the_trash(path: Path, to: Path, names: Iterator[str]) -> Path:
        if to.name != "trash":
            raise PermissionError(errno.EACCES, "held")
        return move(path, to, names)

    monkeypatch.setattr(atomic, "move", only_into_the_trash)
    with pytest.raises(PermissionError):
        Basket().prefer(copy, original, original)
    assert questions(folder) == {copy.name: "twee"}
    assert questions(Folder(folder.path / "trash")) == {original.name: "een"}


def test_what_was_brought_back_halfway_is_brought_back_further_later(folder: Folder) -> None:
    original, copy = two_versions(folder)
    before = questions(folder)
    basket = Basket()
    basket.prefer(copy, original, original)
    bin, away = folder.path / "trash", folder.path / "elsewhere"
    bin.rename(away)
    with pytest.raises(FileNotFoundError):
        basket.bring_back()
    assert questions(folder) == {copy.name: "twee"}
    away.rename(bin)
    assert basket.bring_back()
    assert questions(folder) == before


def test_a_session_that_is_deleted_while_it_is_open_is_written_again(folder: Folder) -> None:
    path = folder.create(MEETING, SAVED)
    with Keeper(path, {}, print, print, read=path.read_bytes()) as keeper:
        thrown = trash.discard(path)
        keeper.save(replace(MEETING, question="Verder"), SAVED)
    assert folder.load(path).session.question == "Verder"
    assert Folder(thrown.parent).load(thrown).session == MEETING


def test_a_file_that_cannot_be_read_can_be_deleted(folder: Folder) -> None:
    folder.path.mkdir()
    path = folder.path / "a.toml"
    path.symlink_to(path)
    thrown = trash.discard(path)
    assert thrown.is_symlink()
    assert not path.is_symlink()


@on_all_systems
def test_deleting_what_is_not_there_says_so_and_leaves_nothing(folder: Folder) -> None:
    folder.path.mkdir()
    with pytest.raises(FileNotFoundError):
        trash.discard(folder.path / "weg.toml")
    assert list((folder.path / "trash").iterdir()) == []


@on_all_systems
def test_a_new_file_never_takes_the_place_of_another_on_any_file_system(tmp_path: Path) -> None:
    made = [atomic.create(tmp_path, numbered("a.toml"), str(n).encode()) for n in range(3)]
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {
        "a.toml": "0",
        "a-2.toml": "1",
        "a-3.toml": "2",
    }
    assert [path.name for path in made] == ["a.toml", "a-2.toml", "a-3.toml"]


def test_a_read_only_file_that_was_half_written_is_removed_on_windows_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = tmp_path / ".a.toml.0123abcd.tmp"
    left.touch(0o444)
    monkeypatch.setattr(os, "unlink", _unlink_of_windows(os.unlink))
    atomic.sweep(tmp_path / "a.toml")
    assert list(tmp_path.iterdir()) == []


def _unlink_of_windows(unlink: Callable[..., None]) -> Callable[..., None]:
    def removed(path: Path, *rest: Any, **named: Any) -> None:
        if not path.stat().st_mode & 0o200:
            raise PermissionError(errno.EACCES, "read-only")
        unlink(path, *rest, **named)

    return removed
