import errno
import fcntl
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from teamflow.store import atomic
from teamflow.store.naming import numbered

OLD, NEW = b"old" * 1000, b"new" * 2000


def failing(function: Callable[..., Any], nth: int) -> tuple[Callable[..., Any], list[object]]:
    """The function, which fails the nth time it's called; and its calls so far."""
    calls: list[object] = []

    def fails(*arguments: Any, **named: Any) -> Any:
        calls.append(arguments)
        if len(calls) == nth:
            if function is os.close:
                function(*arguments)
            raise OSError(errno.EIO, "the disk is broken")
        return function(*arguments, **named)

    return fails, calls


@pytest.mark.parametrize("nth", [1, 2, 3])
@pytest.mark.parametrize("name", ["open", "write", "fsync", "close", "replace", "chmod", "stat"])
@pytest.mark.parametrize("before", [OLD, None])
def test_whatever_fails_the_file_is_old_or_new_and_never_in_between(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, nth: int, before: bytes | None
) -> None:
    file = tmp_path / "session.toml"
    if before is not None:
        file.write_bytes(before)
    with monkeypatch.context() as patch:
        fails, _ = failing(getattr(os, name), nth)
        patch.setattr(os, name, fails)
        try:
            atomic.write(file, NEW)
        except OSError:
            allowed = {before, NEW}
        else:
            allowed = {NEW}
    assert (file.read_bytes() if file.exists() else None) in allowed
    assert list(tmp_path.iterdir()) in ([file], [])


@pytest.mark.parametrize("name", ["open", "write", "fsync", "close", "replace"])
def test_whatever_fails_a_new_file_is_whole_or_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    for nth in (1, 2, 3):
        folder = tmp_path / str(nth)
        folder.mkdir()
        with monkeypatch.context() as patch:
            fails, calls = failing(getattr(os, name), nth)
            patch.setattr(os, name, fails)
            try:
                atomic.create(folder, numbered("a.toml"), NEW)
            except OSError:
                assert len(calls) >= nth
        assert [file.read_bytes() for file in folder.iterdir()] in ([], [NEW], [b""])
        if name != "close":
            assert [file.read_bytes() for file in folder.iterdir()] in ([], [NEW])


def test_a_write_in_small_pieces_is_complete(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda file, data: write(file, data[:7]))
    atomic.write(tmp_path / "a", NEW)
    assert (tmp_path / "a").read_bytes() == NEW


def test_the_file_and_its_folder_are_forced_to_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = []
    monkeypatch.setattr(os, "fsync", lambda file: synced.append(os.fstat(file)))
    atomic.write(tmp_path / "a", NEW)
    assert [stat.S_ISDIR(each.st_mode) for each in synced] == [False, True]
    assert synced[0].st_size == len(NEW)


def test_a_folder_that_cannot_be_forced_to_the_disk_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def refuse_folders(file: int) -> None:
        if stat.S_ISDIR(os.fstat(file).st_mode):
            raise OSError(errno.EINVAL, "not for folders")
        fsync(file)

    monkeypatch.setattr(os, "fsync", refuse_folders)
    atomic.write(tmp_path / "a", NEW)
    assert (tmp_path / "a").read_bytes() == NEW


def test_a_file_keeps_who_may_read_it(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(OLD)
    file.chmod(0o640)
    atomic.write(file, NEW)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_new_file_is_as_open_as_the_user_wants_files_to_be(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        atomic.write(tmp_path / "a", NEW)
        atomic.create(tmp_path, numbered("b.toml"), NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640
    assert stat.S_IMODE((tmp_path / "b.toml").stat().st_mode) == 0o640


def test_a_link_stays_a_link_and_its_target_is_written(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target = tmp_path / "elsewhere" / "target.toml"
    target.write_bytes(OLD)
    link = tmp_path / "link.toml"
    link.symlink_to(Path("elsewhere") / "target.toml")
    atomic.write(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


def held(times: int, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A file that another program holds for that many tries; and the pauses in between."""
    replace = os.replace
    tries: list[object] = []

    def refuse(*paths: Any) -> None:
        tries.append(paths)
        if len(tries) <= times:
            raise PermissionError(errno.EACCES, "in use")
        replace(*paths)

    monkeypatch.setattr(os, "replace", refuse)
    return []


def test_a_file_that_another_program_holds_for_a_moment_is_written_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses = held(10, monkeypatch)
    atomic.write(tmp_path / "a", NEW, sleep=pauses.append)
    assert (tmp_path / "a").read_bytes() == NEW
    assert len(pauses) == 10
    assert 0.5 < sum(pauses) < 1.5


def test_a_file_that_another_program_keeps_holding_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_bytes(OLD)
    pauses = held(11, monkeypatch)
    with pytest.raises(PermissionError):
        atomic.write(tmp_path / "a", NEW, sleep=pauses.append)
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [OLD]


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    made = [atomic.create(tmp_path, numbered("a.toml"), str(n).encode()) for n in range(3)]
    assert [path.name for path in made] == ["a.toml", "a-2.toml", "a-3.toml"]
    assert [path.read_bytes() for path in made] == [b"0", b"1", b"2"]


def test_a_new_file_yields_to_one_that_appears_at_the_last_moment(tmp_path: Path) -> None:
    def names() -> Any:
        yield "a.toml"
        yield "b.toml"

    (tmp_path / "a.toml").symlink_to("nowhere")
    assert atomic.create(tmp_path, names(), NEW) == tmp_path / "b.toml"
    assert (tmp_path / "a.toml").is_symlink()


def test_what_a_killed_process_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    kept = {"a.toml", ".a.toml", ".b.toml.1234.tmp", ".a.toml.swp", "x.tmp"}
    for name in (*kept, ".a.toml.0123abcd.tmp", ".a.toml.ffff.tmp"):
        (tmp_path / name).touch()
    atomic.sweep(tmp_path / "a.toml")
    assert {file.name for file in tmp_path.iterdir()} == kept


def test_sweeping_a_folder_that_is_not_there_is_harmless(tmp_path: Path) -> None:
    atomic.sweep(tmp_path / "weg" / "a.toml")
    assert not (tmp_path / "weg").exists()


@pytest.fixture
def on_a_mac(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    done: list[str] = []
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", lambda _, command: done.append(f"fcntl {command}"))
    monkeypatch.setattr(os, "fsync", lambda _: done.append("fsync"))
    return done


def test_on_a_mac_the_disks_own_cache_is_emptied_too(tmp_path: Path, on_a_mac: list[str]) -> None:
    atomic.write(tmp_path / "a", NEW)
    assert on_a_mac == ["fcntl 51", "fsync"]


def test_on_a_mac_a_folder_on_the_network_is_synced_the_plain_way(
    tmp_path: Path, on_a_mac: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOTSUP, "not here")

    monkeypatch.setattr(fcntl, "fcntl", refuse)
    atomic.write(tmp_path / "a", NEW)
    assert on_a_mac == ["fsync", "fsync"]
