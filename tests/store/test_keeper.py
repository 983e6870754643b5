import errno
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from queue import Queue
from typing import Any

import pytest

from strategies import MEETING, SAVED
from teamflow.core.session import Session
from teamflow.store import atomic
from teamflow.store.conflicts import Conflict
from teamflow.store.keeper import Keeper
from teamflow.store.record import decode, encode
from teamflow.store.trouble import Trouble, trouble_with

LONG = 30.0  # seconds that no test takes: a wait that ends by what it waits for
NEVER = 3600.0

Told = Queue[Trouble | None]
ToldOf = Queue[Conflict]


def asking(question: str) -> Session:
    return replace(MEETING, question=question)


def question_in(file: Path) -> str:
    return decode(file.read_text(encoding="utf-8")).session.question


class Disk:
    """A disk that can be held up or broken, and says what was written to it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.error: Exception | None = None
        self.tried: Queue[str] = Queue()
        self.going = threading.Event()
        self.going.set()
        self._write = atomic.write
        monkeypatch.setattr(atomic, "write", self.write)

    def write(self, path: Path, data: bytes) -> None:
        self.tried.put(decode(data.decode()).session.question)
        assert self.going.wait(LONG)
        if self.error is not None:
            raise self.error
        self._write(path, data)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


@pytest.fixture
def told() -> Told:
    return Queue()


@pytest.fixture
def told_of() -> ToldOf:
    return Queue()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "sessions").mkdir()
    return tmp_path / "sessions" / "a.toml"


@pytest.fixture
def keep(file: Path, told: Told, told_of: ToldOf) -> Iterator[Callable[..., Keeper]]:
    keepers = []

    def opened(**options: Any) -> Keeper:
        keepers.append(Keeper(file, {}, told.put, told_of.put, **options))
        return keepers[-1]

    yield opened
    for each in keepers:
        each.close(LONG)


def test_what_is_handed_over_is_soon_on_the_disk(
    keep: Callable[..., Keeper], file: Path, told: Told
) -> None:
    kept = keep()
    kept.save(asking("een"), SAVED)
    assert kept.flush(LONG)
    assert file.read_text(encoding="utf-8") == encode(asking("een"), {}, SAVED)
    assert told.empty()
    assert kept.trouble is None


def test_unknown_keys_go_along(file: Path, told: Told) -> None:
    with Keeper(file, {(): {"x-room": 12}}, told.put, print) as kept:
        kept.save(MEETING, SAVED)
    assert decode(file.read_text(encoding="utf-8")).unknown == {(): {"x-room": 12}}


def test_saving_waits_for_nothing_and_the_latest_wins(
    keep: Callable[..., Keeper], file: Path, disk: Disk
) -> None:
    disk.going.clear()
    kept = keep()
    kept.save(asking("een"), SAVED)
    assert disk.tried.get(timeout=LONG) == "een"
    kept.save(asking("twee"), SAVED)
    kept.save(asking("drie"), SAVED)
    assert not kept.flush(0)
    disk.going.set()
    assert kept.flush(LONG)
    assert disk.tried.get(timeout=LONG) == "drie"
    assert disk.tried.empty()
    assert question_in(file) == "drie"


def test_trouble_is_told_once_and_so_is_its_end(
    keep: Callable[..., Keeper], file: Path, disk: Disk, told: Told
) -> None:
    disk.error = OSError(errno.ENOSPC, "No space left on device")
    kept = keep(retry=0.001)
    kept.save(asking("een"), SAVED)
    trouble = told.get(timeout=LONG)
    assert trouble is not None
    assert trouble.told(str) == (f"The disk is full. Nothing is lost: make room for {file.parent}.")
    for _ in range(3):
        disk.tried.get(timeout=LONG)
    assert told.empty()
    assert kept.trouble == trouble
    disk.error = None
    assert told.get(timeout=LONG) is None
    assert kept.flush(LONG)
    assert question_in(file) == "een"
    assert kept.trouble is None


def test_a_new_save_is_tried_at_once_even_in_trouble(
    keep: Callable[..., Keeper], file: Path, disk: Disk, told: Told
) -> None:
    disk.error = OSError(errno.EIO, "Input/output error")
    kept = keep(retry=NEVER)
    kept.save(asking("een"), SAVED)
    assert told.get(timeout=LONG) is not None
    disk.error = None
    kept.save(asking("twee"), SAVED)
    assert told.get(timeout=LONG) is None
    assert kept.flush(LONG)
    assert question_in(file) == "twee"


def test_what_fails_is_not_written_over_what_came_after_it(
    keep: Callable[..., Keeper], file: Path, disk: Disk
) -> None:
    disk.error = OSError(errno.EIO, "Input/output error")
    disk.going.clear()
    kept = keep(retry=NEVER)
    kept.save(asking("een"), SAVED)
    assert disk.tried.get(timeout=LONG) == "een"
    kept.save(asking("twee"), SAVED)
    disk.going.set()
    assert disk.tried.get(timeout=LONG) == "twee"
    disk.error = None
    kept.save(asking("drie"), SAVED)
    assert kept.flush(LONG)
    assert question_in(file) == "drie"


def test_other_trouble_is_told_as_well(keep: Callable[..., Keeper], disk: Disk, told: Told) -> None:
    disk.error = PermissionError(errno.EACCES, "Permission denied")
    kept = keep(retry=NEVER)
    kept.save(asking("een"), SAVED)
    first = told.get(timeout=LONG)
    disk.error = ValueError("no error of a disk")
    kept.save(asking("twee"), SAVED)
    second = told.get(timeout=LONG)
    assert first is not None
    assert second is not None
    assert first.told(str).startswith("teamflow may not write in ")
    assert second.told(str).endswith("doesn't work (ValueError). Nothing is lost.")
    assert second.cause is disk.error


def test_a_folder_that_disappeared_is_made_again(
    keep: Callable[..., Keeper], file: Path, told: Told
) -> None:
    kept = keep()
    file.parent.rmdir()
    kept.save(asking("een"), SAVED)
    assert kept.flush(LONG)
    assert question_in(file) == "een"
    assert told.empty()


def test_a_folder_on_a_stick_that_was_pulled_out_is_waited_for(
    keep: Callable[..., Keeper], file: Path, told: Told
) -> None:
    stick = file.parent.parent
    kept = keep(retry=0.001)
    file.parent.rmdir()
    stick.rmdir()
    kept.save(asking("een"), SAVED)
    trouble = told.get(timeout=LONG)
    assert trouble is not None
    assert trouble.told(str) == (f"The folder {file.parent} is gone. Nothing is lost: put it back.")
    assert not stick.exists()
    stick.mkdir()
    assert told.get(timeout=LONG) is None
    assert question_in(file) == "een"


def test_closing_saves_what_is_left(keep: Callable[..., Keeper], file: Path) -> None:
    kept = keep()
    kept.save(asking("een"), SAVED)
    assert kept.close(LONG)
    assert question_in(file) == "een"


def test_closing_in_trouble_tries_once_more_and_says_that_it_failed(
    keep: Callable[..., Keeper], disk: Disk, told: Told
) -> None:
    disk.error = OSError(errno.EIO, "Input/output error")
    kept = keep(retry=NEVER)
    kept.save(asking("een"), SAVED)
    assert told.get(timeout=LONG) is not None
    assert disk.tried.get(timeout=LONG) == "een"
    assert not kept.close(LONG)
    assert disk.tried.get(timeout=LONG) == "een"
    assert disk.tried.empty()


def test_closing_does_not_wait_for_a_dead_disk(keep: Callable[..., Keeper], disk: Disk) -> None:
    disk.going.clear()
    kept = keep()
    kept.save(asking("een"), SAVED)
    assert disk.tried.get(timeout=LONG) == "een"
    assert not kept.close(0)
    disk.going.set()


def test_nothing_can_be_handed_over_to_a_closed_keeper(keep: Callable[..., Keeper]) -> None:
    kept = keep()
    assert kept.close(LONG)
    with pytest.raises(RuntimeError, match="closed"):
        kept.save(MEETING, SAVED)


def test_a_listener_that_fails_does_not_end_the_saving(file: Path, disk: Disk) -> None:
    def fail(_: object) -> None:
        raise LookupError

    disk.error = OSError(errno.EIO, "Input/output error")
    with Keeper(file, {}, fail, print, retry=NEVER) as kept:
        kept.save(asking("een"), SAVED)
        assert disk.tried.get(timeout=LONG) == "een"
        disk.error = None
        kept.save(asking("twee"), SAVED)
        assert kept.flush(LONG)
    assert question_in(file) == "twee"


def test_what_a_killed_process_left_half_written_is_removed(
    keep: Callable[..., Keeper], file: Path
) -> None:
    left = file.with_name(".a.toml.12345678.tmp")
    left.touch()
    keep().close(LONG)
    assert not left.exists()


def test_an_error_without_a_number_is_told_by_its_kind(tmp_path: Path) -> None:
    trouble = trouble_with(tmp_path, OSError("odd"))
    assert trouble.told(str).endswith("doesn't work (OSError). Nothing is lost.")
