"""Two versions of one session: both are kept, whoever saves first."""

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from queue import Queue

import pytest

from strategies import MEETING, SAVED
from teamflow.core.session import Session
from teamflow.store import atomic, reading
from teamflow.store.conflicts import Conflict
from teamflow.store.folder import Folder
from teamflow.store.keeper import Keeper
from teamflow.store.record import encode
from teamflow.store.trouble import Trouble, Unsaved

LONG = 30.0  # seconds that no test takes
SAFE = f"a (conflict {SAVED:%Y-%m-%d %H.%M}).toml"
AGAIN = f"a (conflict {SAVED:%Y-%m-%d %H.%M}-2).toml"


def asking(question: str) -> Session:
    return replace(MEETING, question=question)


class Window:
    """A window in which a session is open."""

    def __init__(self, file: Path) -> None:
        self.trouble = Queue[Trouble | None]()
        self.conflicts = Queue[Conflict]()
        stored = Folder(file.parent).load(file)
        self.keeper = Keeper(
            file, stored.unknown, self.trouble.put, self.conflicts.put, read=stored.data,
            retry=0.001,
        )  # fmt: skip

    def asks(self, question: str, at: dt.datetime = SAVED) -> None:
        self.keeper.save(asking(question), at)
        assert self.keeper.flush(LONG)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return atomic.create(tmp_path, iter(["a.toml"]), _bytes("begin"))


@pytest.fixture
def opened(file: Path) -> Iterator[Callable[[], Window]]:
    windows = []

    def another() -> Window:
        windows.append(Window(file))
        return windows[-1]

    yield another
    for window in windows:
        window.keeper.close(LONG)


def _bytes(question: str) -> bytes:

    return encode(asking(question), {}, SAVED).encode()


def questions(folder: Path) -> dict[str, str]:
    """What each file asks, by its name; every one must be whole."""
    files = (path for path in folder.iterdir() if path.is_file())
    return {file.name: Folder(folder).load(file).session.question for file in files}


def test_two_windows_on_one_session_keep_both_versions(
    opened: Callable[[], Window], file: Path
) -> None:
    first, second = opened(), opened()
    first.asks("een")
    second.asks("twee")
    assert questions(file.parent) == {"a.toml": "een", SAFE: "twee"}
    assert second.conflicts.get_nowait() == Conflict(file, file.with_name(SAFE))
    assert second.keeper.path == file.with_name(SAFE)
    assert first.conflicts.empty()
    assert second.trouble.empty()


def test_each_window_goes_on_in_its_own_file_and_hears_of_it_once(
    opened: Callable[[], Window], file: Path
) -> None:
    first, second = opened(), opened()
    for number in range(3):
        first.asks(f"een {number}")
        second.asks(f"twee {number}")
    assert questions(file.parent) == {"a.toml": "een 2", SAFE: "twee 2"}
    assert second.conflicts.qsize() == 1
    assert first.conflicts.empty()


def test_a_third_window_gets_a_name_of_its_own(opened: Callable[[], Window], file: Path) -> None:
    windows = [opened() for _ in range(3)]
    for number, window in enumerate(windows):
        window.asks(f"{number}")
    assert questions(file.parent) == {"a.toml": "0", SAFE: "1", AGAIN: "2"}


def test_a_copy_that_is_changed_as_well_is_kept_beside_the_first(
    opened: Callable[[], Window], file: Path
) -> None:
    first, second = opened(), opened()
    first.asks("een")
    second.asks("twee")
    second.keeper.path.write_bytes(_bytes("drie"))
    second.asks("vier")
    assert questions(file.parent) == {"a.toml": "een", SAFE: "drie", AGAIN: "vier"}
    assert second.conflicts.qsize() == 2


def test_the_same_content_with_another_time_is_no_conflict(
    opened: Callable[[], Window], file: Path
) -> None:
    window = opened()
    window.asks("een")
    file.unlink()
    file.write_bytes(_bytes("een"))
    os.utime(file, (1, 1))
    window.asks("twee")
    assert questions(file.parent) == {"a.toml": "twee"}
    assert window.conflicts.empty()


def test_other_content_with_the_same_time_and_size_is_a_conflict(
    opened: Callable[[], Window], file: Path
) -> None:
    window = opened()
    window.asks("een")
    before = file.stat()
    with file.open("r+b") as stream:
        stream.write(_bytes("wie"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = file.stat()
    assert (after.st_size, after.st_mtime_ns, after.st_ino) == (
        before.st_size,
        before.st_mtime_ns,
        before.st_ino,
    )
    window.asks("twee")
    assert questions(file.parent) == {"a.toml": "wie", SAFE: "twee"}


def test_a_file_that_somebody_deleted_is_written_again(
    opened: Callable[[], Window], file: Path
) -> None:
    window = opened()
    file.unlink()
    window.asks("een")
    assert questions(file.parent) == {"a.toml": "een"}
    assert window.conflicts.empty()


def test_a_folder_that_came_back_empty_is_written_in_again(
    opened: Callable[[], Window], file: Path
) -> None:
    window = opened()
    file.unlink()
    file.parent.rmdir()
    window.asks("een")
    assert questions(file.parent) == {"a.toml": "een"}
    assert window.conflicts.empty()


@pytest.mark.parametrize("theirs", [b"", b"\xff\xfe", b"half a sess"])
def test_what_cannot_be_read_is_kept_as_well(
    opened: Callable[[], Window], file: Path, theirs: bytes
) -> None:
    window = opened()
    file.write_bytes(theirs)
    window.asks("een")
    assert file.read_bytes() == theirs
    assert Folder(file.parent).load(window.keeper.path).session.question == "een"


def test_a_folder_in_the_place_of_the_file_is_left_alone(
    opened: Callable[[], Window], file: Path
) -> None:
    window = opened()
    file.unlink()
    file.mkdir()
    window.asks("een")
    assert file.is_dir()
    assert questions(file.parent) == {SAFE: "een"}


def test_a_file_that_cannot_be_looked_at_is_not_written_over(
    opened: Callable[[], Window], file: Path
) -> None:
    window = opened()
    file.unlink()
    file.symlink_to(file)
    window.keeper.save(asking("een"), SAVED)
    trouble = window.trouble.get(timeout=LONG)
    assert trouble is not None
    file.unlink()
    assert window.trouble.get(timeout=LONG) is None
    assert window.keeper.flush(LONG)
    assert questions(file.parent) == {"a.toml": "een"}
    assert window.conflicts.empty()


def test_a_save_that_was_done_although_it_failed_is_no_conflict(
    opened: Callable[[], Window], file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened()
    write = atomic.write

    def done_but_not_sure(path: Path, data: bytes) -> None:
        monkeypatch.setattr(atomic, "write", write)
        write(path, data)
        raise OSError

    monkeypatch.setattr(atomic, "write", done_but_not_sure)
    window.asks("een")
    assert window.trouble.get(timeout=LONG) is not None
    assert window.trouble.get(timeout=LONG) is None
    assert questions(file.parent) == {"a.toml": "een"}
    assert window.conflicts.empty()


def test_a_listener_that_fails_at_a_conflict_does_not_end_the_saving(
    opened: Callable[[], Window], file: Path
) -> None:
    def fail(_: object) -> None:
        raise LookupError

    opened().asks("een")
    with Keeper(file, {}, print, fail) as keeper:
        for question in ("twee", "drie"):
            keeper.save(asking(question), SAVED)
            assert keeper.flush(LONG)
    assert questions(file.parent) == {"a.toml": "een", SAFE: "drie"}


def test_choosing_ours_puts_it_back_in_its_place_and_the_other_in_the_trash(
    opened: Callable[[], Window], file: Path
) -> None:
    first, second = opened(), opened()
    first.asks("een")
    second.asks("twee")
    conflict = second.conflicts.get_nowait()
    second.keeper.prefer(conflict, SAVED)
    assert second.keeper.path == file
    assert questions(file.parent) == {"a.toml": "twee"}
    assert questions(file.parent / "trash") == {"a.toml": "een"}
    second.keeper.prefer(conflict, SAVED)
    second.asks("drie")
    assert questions(file.parent) == {"a.toml": "drie"}
    assert second.conflicts.empty()


def test_the_window_whose_version_was_not_chosen_loses_nothing_either(
    opened: Callable[[], Window], file: Path
) -> None:
    first, second = opened(), opened()
    first.asks("een")
    second.asks("twee")
    second.keeper.prefer(second.conflicts.get_nowait(), SAVED)
    first.asks("een en een half")
    assert questions(file.parent) == {"a.toml": "twee", SAFE: "een en een half"}
    assert first.conflicts.qsize() == 1


def test_choosing_ours_works_when_the_other_is_gone_by_then(
    opened: Callable[[], Window], file: Path
) -> None:
    first, second = opened(), opened()
    first.asks("een")
    second.asks("twee")
    file.unlink()
    second.keeper.prefer(second.conflicts.get_nowait(), SAVED)
    assert questions(file.parent) == {"a.toml": "twee"}


def test_a_version_that_appears_while_ours_is_chosen_stays_where_it_is(
    opened: Callable[[], Window], file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = opened(), opened()
    first.asks("een")
    second.asks("twee")
    move = atomic.move

    def quick(path: Path, folder: Path, names: Iterable[str]) -> Path:
        moved = move(path, folder, names)
        if path == file:
            file.write_bytes(_bytes("drie"))
        return moved

    monkeypatch.setattr(atomic, "move", quick)
    second.keeper.prefer(second.conflicts.get_nowait(), SAVED)
    assert questions(file.parent) == {"a.toml": "drie", AGAIN: "twee"}
    assert second.conflicts.get_nowait() == Conflict(file, file.with_name(AGAIN))


def test_trouble_while_choosing_ours_is_told_and_both_are_there(
    opened: Callable[[], Window], file: Path
) -> None:
    first, second = opened(), opened()
    first.asks("een")
    second.asks("twee")
    (file.parent / "trash").touch()
    with pytest.raises(Unsaved):
        second.keeper.prefer(second.conflicts.get_nowait(), SAVED)
    (file.parent / "trash").unlink()
    assert questions(file.parent) == {"a.toml": "een", SAFE: "twee"}


def test_a_small_save_reads_the_file_once(
    opened: Callable[[], Window], file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    read = []
    whole = reading.whole
    window = opened()

    def noted(path: Path) -> bytes:
        read.append(path)
        return whole(path)

    monkeypatch.setattr(reading, "whole", noted)
    window.asks("een")
    assert read == [file]
