"""What survives a restart: the room's code and its seats, so that no phone has to scan again.

One file a session, in a folder of the laptop's own state. Of a seat's token only a digest is
kept: who reads the file can't sit down with it.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Final

from pydantic import Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from teamflow.core.session import RECORD
from teamflow.join.codes import ALPHABET, CODE, SECRET
from teamflow.join.seats import Seats
from teamflow.store import atomic

_PATIENCE: Final = 1.0


@dataclass(frozen=True, config=RECORD)
class Remembered:
    """An open room: what stands in its address, and who is in."""

    code: Annotated[str, Field(pattern=f"^[{ALPHABET}]{{{CODE}}}$")]
    secret: Annotated[str, Field(pattern=f"^[{ALPHABET}]{{{SECRET}}}$")]
    address: str
    port: Annotated[int, Field(ge=0, le=65535)]
    seats: Seats


_REMEMBERED: Final = TypeAdapter(Remembered)


def read(file: Path) -> Remembered | None:
    """What was remembered; None where there is nothing, or nothing that we can read."""
    try:
        return _REMEMBERED.validate_json(file.read_bytes())
    except (OSError, ValidationError):
        return None


class Notebook:
    """Writes down what a room must remember, a page at a time, from a thread: on a page stands all
    that was noted before it was begun. Without the disk's help the room works all the same: then
    phones scan again after a restart."""

    def __init__(self, file: Path, now_true: Callable[[], Remembered]) -> None:
        self._file, self._now_true = file, now_true
        self._page = asyncio.Event()
        self._page.set()
        self._next: asyncio.Event | None = None
        self._writing: asyncio.Task[None] | None = None

    def note(self) -> None:
        """Something has changed; returns at once."""
        self._next = self._next or asyncio.Event()
        if self._writing is None:
            self._writing = asyncio.get_running_loop().create_task(self._write_all())

    async def written(self) -> None:
        """Wait until all that was noted until now is written; not longer than one would for a
        disk that works."""
        page = self._next or self._page
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                await page.wait()

    async def forget(self) -> None:
        """Nothing of it is to be remembered any more."""
        if self._next is not None:
            self._next.set()
            self._next = None
        if self._writing is not None:
            await self._writing
        await asyncio.to_thread(_remove, self._file)

    async def _write_all(self) -> None:
        try:
            while self._next is not None:
                self._page, self._next = self._next, None
                data = _REMEMBERED.dump_json(self._now_true())
                await asyncio.to_thread(_write, self._file, data)
                self._page.set()
        finally:
            self._writing = None


def _write(file: Path, data: bytes) -> None:
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.touch(mode=0o600)
        atomic.write(file, data)


def _remove(file: Path) -> None:
    with suppress(OSError):
        file.unlink()
