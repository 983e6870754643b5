"""Every single file operation fails in turn: no session is lost, none is half."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

from strategies import MEETING, SAVED
from teamflow.store import trash
from teamflow.store.conflicts import Conflict
from teamflow.store.keeper import Keeper
from teamflow.store.record import encode
from teamflow.store.trouble import Unsaved

OPERATIONS: Final = (
    "open", "read", "write", "fsync", "close", "replace", "rename", "link", "unlink", "mkdir",
    "chmod", "stat", "fstat",
)  # fmt: skip
MOST: Final = 200
LONG: Final = 30.0


class Killed(BaseException):
    """The process is gone, at once."""


FAULTS: Final = {
    "ENOSPC": OSError(errno.ENOSPC, "No space left on device"),
    "EACCES": OSError(errno.EACCES, "Permission denied"),
    "EIO": OSError(errno.EIO, "Input/output error"),
    "killed before": Killed(),
    "killed after": Killed(),
}


class Machine:
    """Counts the file operations in a folder, and lets the nth fail; a process that is killed
    does nothing any more."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path, nth: int, fault: str) -> None:
        self._folder, self._nth, self._fault = str(folder), nth, fault
        self._descriptors: set[int] = set()
        self._dead = False
        self.count = 0
        for name in OPERATIONS:
            monkeypatch.setattr(os, name, self._watched(name, getattr(os, name)))

    @property
    def failed(self) -> bool:
        """Whether there was an nth operation."""
        return self.count >= self._nth

    def _watched(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*arguments: Any, **named: Any) -> Any:
            if not self._is_here(arguments[0]):
                return real(*arguments, **named)
            if self._dead and name != "close":
                raise Killed
            self.count += 1
            fails = self.count == self._nth and not self._dead
            if fails:
                self._dead = self._fault.startswith("killed")
            if fails and self._fault != "killed after" and name != "close":
                raise FAULTS[self._fault]
            result = real(*arguments, **named)
            if name == "open":
                self._descriptors.add(result)
            elif name == "close":
                self._descriptors.discard(arguments[0])
            if fails:
                raise FAULTS[self._fault]
            return result

        return watched

    def _is_here(self, file: object) -> bool:
        if isinstance(file, int):
            return file in self._descriptors
        return os.fspath(file).startswith(self._folder) if isinstance(file, str | Path) else False


def version(question: str) -> bytes:
    return encode(replace(MEETING, question=question), {}, SAVED).encode()


OLD, NEW, EARLIER = version("oud"), version("nieuw"), version("van vroeger")


def keeper(file: Path, read: bytes, heard: Callable[[Conflict], object] = print) -> Keeper:
    return Keeper(file, {}, lambda _: None, heard, read=read)


def put(keeper: Keeper, safe: set[bytes]) -> None:
    """Save what is new, and be done with it; what is said to be saved must be there."""
    keeper.save(replace(MEETING, question="nieuw"), SAVED)
    if keeper.close(LONG):
        safe.add(NEW)


def saving(file: Path, safe: set[bytes]) -> None:
    safe.clear()
    put(keeper(file, OLD), safe)


def saving_what_was_deleted(file: Path, safe: set[bytes]) -> None:
    safe.clear()
    file.unlink()
    put(keeper(file, OLD), safe)


def saving_beside_another(file: Path, safe: set[bytes]) -> None:
    heard: list[Conflict] = []
    put(keeper(file, EARLIER, heard.append), safe)
    assert bool(heard) == (NEW in safe)


def choosing_ours(file: Path, safe: set[bytes]) -> None:
    heard: list[Conflict] = []
    kept = keeper(file, EARLIER, heard.append)
    put(kept, safe)
    for conflict in heard:
        kept.prefer(conflict, SAVED)


def throwing_away(file: Path, _: set[bytes]) -> None:
    trash.discard(file)


def bringing_back(file: Path, _: set[bytes]) -> None:
    trash.restore(trash.discard(file), file)


def preferring_a_copy(file: Path, safe: set[bytes]) -> None:
    copy = file.with_name(f"{file.stem} (1).toml")
    copy.write_bytes(NEW)
    safe.add(NEW)
    basket = trash.Basket()
    basket.prefer(copy, file, file)
    basket.bring_back()


WORK: Final = (
    saving, saving_what_was_deleted, saving_beside_another, choosing_ours, throwing_away,
    bringing_back, preferring_a_copy,
)  # fmt: skip
"""What is done to a file that holds the old version. `safe` is what must be in some file
afterwards, whatever happens: unless it's emptied, the old version."""


def contents(folder: Path) -> Iterator[bytes]:
    """What the sessions hold, those in the trash as well."""
    for path in (*folder.glob("*.toml"), *folder.glob("trash/*.toml")):
        yield path.read_bytes()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("work", WORK, ids=lambda work: work.__name__)
def test_whatever_fails_each_session_is_its_old_or_its_new_version(
    tmp_path: Path, work: Callable[[Path, set[bytes]], None], fault: str
) -> None:
    for nth in range(1, MOST):
        folder = tmp_path / str(nth)
        folder.mkdir()
        file = folder / "a.toml"
        file.write_bytes(OLD)
        safe = {OLD}
        with pytest.MonkeyPatch.context() as patch:
            machine = Machine(patch, folder, nth, fault)
            with suppress(OSError, Unsaved, Killed):
                work(file, safe)
        found = set(contents(folder))
        assert safe <= found <= {OLD, NEW}, f"operation {nth}"
        assert found or work is saving_what_was_deleted, f"operation {nth}"
        if not machine.failed:
            assert nth > 5
            return
    pytest.fail(f"more than {MOST} operations")
