"""How long a meeting went on before the program was killed.

The session's file is saved when something happens; between two actions only the time passes.
A tiny file that is written with every tick of the clock tells the next start when this one ended.
"""

import datetime as dt
import hashlib
import os
from contextlib import suppress
from pathlib import Path
from typing import Final

FRESH: Final = dt.timedelta(seconds=3)
"""How old a sign of life is at most, while the program that gives it is running."""

_WIDTH: Final = 40
"""Bytes of a sign of life: always as many, so that one is written over another in one go."""


class Heartbeat:
    """The sign of life of one session. A sign of life is a convenience: without it the last
    save says when the meeting was left, so trouble with the disk is passed over in silence."""

    def __init__(self, state_folder: Path, session_id: str) -> None:
        # An id may be typed by hand: no text in it may lead out of the folder.
        name = hashlib.sha256(session_id.encode()).hexdigest()[:32]
        self._file = state_folder / f"{name}.alive"

    def beat(self, now: dt.datetime) -> None:
        """Note that the session is alive at `now` (aware). Not forced to the disk: a power cut
        costs the sign of life, never the session."""
        with suppress(OSError):
            try:
                self._write(now)
            except FileNotFoundError:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                self._write(now)

    def _write(self, now: dt.datetime) -> None:
        descriptor = os.open(self._file, os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            os.write(descriptor, f"{now.isoformat():<{_WIDTH}}".encode("ascii"))
        finally:
            os.close(descriptor)

    def last(self) -> dt.datetime | None:
        """When the session was last alive (aware); None when it ended well, or nobody knows."""
        try:
            moment = dt.datetime.fromisoformat(self._file.read_text(encoding="ascii").strip())
        except (OSError, ValueError):
            return None
        return moment if moment.tzinfo else None

    def is_fresh(self, now: dt.datetime) -> bool:
        """Whether the session is alive at `now` (aware), somewhere on this laptop."""
        last = self.last()
        return last is not None and abs(now - last) <= FRESH

    def stop(self) -> None:
        """The session was left in good order."""
        with suppress(OSError):
            self._file.unlink()
