"""Saves a running session, in order, while the screen waits for nothing."""

import datetime as dt
import hashlib
from collections.abc import Callable
from contextlib import suppress
from itertools import chain
from pathlib import Path
from threading import Condition, Lock, Thread
from types import TracebackType
from typing import Final, Self

from teamflow.core.session import Session
from teamflow.store import atomic, reading, trash
from teamflow.store.conflicts import Conflict, free_names
from teamflow.store.lock import alone
from teamflow.store.problem import Unreadable
from teamflow.store.record import encode
from teamflow.store.trash import Move
from teamflow.store.tree import Unknown
from teamflow.store.trouble import Trouble, Unsaved, trouble_with

RETRY: Final = 2.0


class Keeper:
    """Keeps one session's file up to date from a thread of its own.

    What is handed over while it writes replaces what was still waiting: the file always holds
    the latest, whole. When saving fails it says so once, keeps trying every `retry` seconds and
    with every new save, and says `None` when it works again.

    What somebody else has put in the file since we `read` or wrote it is never written over:
    then `path` becomes a new file beside it, in which ours is kept from now on, and `on_conflict`
    is told. `on_trouble` and `on_conflict` are called from the writer's thread and must not wait
    for the thread that closes the keeper.

    Use it as a context manager, or call `close`. The thread is a daemon, so that a disk that
    never answers can't keep the program from ending; `close` gives it the time it needs.
    """

    def __init__(
        self,
        path: Path,
        unknown: Unknown,
        on_trouble: Callable[[Trouble | None], object],
        on_conflict: Callable[[Conflict], object],
        *,
        read: bytes | None = None,
        retry: float = RETRY,
    ) -> None:
        self.path = path
        self.trouble: Trouble | None = None
        self._unknown = unknown
        self._on_trouble = on_trouble
        self._on_conflict = on_conflict
        self._ours = {_fingerprint(read)} if read is not None else set()
        self._retry = retry
        self._changed = Condition()
        self._disk = Lock()
        self._waiting: tuple[Session, dt.datetime] | None = None
        self._fresh = False
        self._closing = False
        self._writer = Thread(target=self._write_all, name="keeper", daemon=True)
        self._writer.start()

    def save(self, session: Session, at: dt.datetime) -> None:
        """Take over a session as it was at that (aware) moment; returns at once. Raises
        RuntimeError after `close`."""
        with self._changed:
            if self._closing:
                message = "the keeper is closed"
                raise RuntimeError(message)
            self._waiting = session, at
            self._fresh = True
            self._changed.notify_all()

    def flush(self, timeout: float) -> bool:
        """Wait until all that was handed over is on the disk, for at most `timeout` seconds;
        says whether it is."""
        with self._changed:
            return self._changed.wait_for(lambda: self._waiting is None, timeout)

    def prefer(self, conflict: Conflict, at: dt.datetime) -> tuple[Move, ...]:
        """Put the other version in the trash, and ours in its place, at that (aware) moment; say
        what was moved. Raises Unsaved, and then both are still there. Where somebody makes a new
        version in that very place meanwhile, ours goes beside it again, and `on_conflict` is told.
        """
        theirs = conflict.theirs
        with self._disk:
            if self.path != conflict.ours:
                return ()
            names = chain((theirs.name,), free_names(theirs.name, at))
            try:
                moves = trash.displace(theirs, self.path, names)
            except OSError as error:
                raise Unsaved(trouble_with(theirs.parent, error)) from error
            self.path = moves[0].now
        if self.path != theirs:
            self._report(Conflict(theirs, self.path))
        return moves

    def close(self, timeout: float) -> bool:
        """Try once more to save what is left, for at most `timeout` seconds; says whether all is
        on the disk."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._writer.join(timeout)
        return self.flush(0)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close(timeout=5)

    def _write_all(self) -> None:
        atomic.sweep(self.path)
        last = False
        while not last:
            with self._changed:
                self._wait()
                taken, last = self._waiting, self._closing
                self._fresh = False
            if taken is not None:
                self._tell(self._write(*taken))
                with self._changed:
                    if self.trouble is None and self._waiting is taken:
                        self._waiting = None
                        self._changed.notify_all()

    def _wait(self) -> None:
        if self.trouble is None:
            self._changed.wait_for(lambda: self._waiting or self._closing)
        else:
            self._changed.wait_for(lambda: self._fresh or self._closing, self._retry)

    def _write(self, session: Session, at: dt.datetime) -> Trouble | None:
        try:
            data = encode(session, self._unknown, at).encode()
            with self._disk:
                conflict = self._put(data, at)
        except Exception as error:  # whatever it is, the next save must still be tried
            return trouble_with(self.path.parent, error)
        if conflict is not None:
            self._report(conflict)
        return None

    def _put(self, data: bytes, at: dt.datetime) -> Conflict | None:
        """Write to our file, or where it isn't ours any more, to a new one."""
        conflict = None
        self._ours.add(_fingerprint(data))  # a write that fails may have been done all the same
        with alone(self.path.parent):
            if self._changed_by_others():
                names = free_names(self.path.name, at)
                ours = atomic.create(self.path.parent, names, data)
                conflict, self.path = Conflict(self.path, ours), ours
            else:
                self._replace(data)
        self._ours = {_fingerprint(data)}
        return conflict

    def _changed_by_others(self) -> bool:
        """Whether the file holds what isn't ours. Raises OSError where that can't be seen."""
        try:
            return _fingerprint(reading.whole(self.path)) not in self._ours
        except Unreadable as unreadable:
            if isinstance(unreadable.__cause__, FileNotFoundError):
                return False
            if isinstance(unreadable.__cause__, OSError):
                raise unreadable.__cause__ from None
            return True  # it isn't even a file, or too large to be a session

    def _replace(self, data: bytes) -> None:
        try:
            atomic.write(self.path, data)
        except FileNotFoundError:
            self.path.parent.mkdir(exist_ok=True)
            atomic.write(self.path, data)

    def _report(self, conflict: Conflict) -> None:
        with suppress(Exception):  # a listener that fails must not end the saving
            self._on_conflict(conflict)

    def _tell(self, trouble: Trouble | None) -> None:
        if trouble != self.trouble:
            self.trouble = trouble
            with suppress(Exception):  # a listener that fails must not end the saving
                self._on_trouble(trouble)


def _fingerprint(data: bytes) -> bytes:
    """By what a file's content is known again."""
    return hashlib.sha256(data).digest()
