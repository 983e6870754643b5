"""The app in a process of its own, which draws for somebody else.

The packets are those of Textual's web driver (`textual.drivers.web_driver`): a letter, the size
in four bytes (the high one first), and so many bytes. "D" holds what a terminal is sent and what
it sends, "M" what happens to it, as JSON.
"""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from typing import Final, Self

PATIENCE: Final = 8.0
"""Seconds that the app gets to save what's left."""

_BEGINS: Final = b"_"
"""How each app begins: with a line of its own, `__GANGLION__`, before the first packet."""


class Program:
    """A teamflow whose screen is a stream of bytes."""

    def __init__(self, process: Process) -> None:
        self._process = process
        assert process.stdin is not None
        assert process.stdout is not None
        self._keys, self._screen = process.stdin, process.stdout

    @classmethod
    async def started(cls, command: Sequence[str], width: int, height: int) -> Self:
        """Start `command` for a screen of that many columns and rows."""
        environ = os.environ | {
            "TEXTUAL_DRIVER": "teamflow.cli.browsing.driver:OneReader",
            "TEXTUAL_COLOR_SYSTEM": "truecolor",
            "COLUMNS": str(width),
            "ROWS": str(height),
        }
        return cls(
            await asyncio.create_subprocess_exec(
                *command, stdin=PIPE, stdout=PIPE, env=environ, start_new_session=True
            )
        )

    async def drawings(self) -> AsyncIterator[bytes]:
        """What the screen is to show, piece by piece, until the program has ended."""
        with suppress(asyncio.IncompleteReadError):  # it was killed halfway
            while kind := await self._screen.read(1):
                if kind == _BEGINS:  # once, and again after a rehearsal or in another language
                    await self._screen.readline()
                    continue
                size = int.from_bytes(await self._screen.readexactly(4), "big")
                drawing = await self._screen.readexactly(size)
                if kind == b"D":
                    yield drawing

    async def types(self, text: str) -> None:
        """Hand over what a terminal sends: keys, pasted text, the mouse."""
        await self._send(b"D", text.encode())

    async def hears(self, **news: str | int) -> None:
        """Tell what happened to the terminal, in the words of Textual's driver."""
        await self._send(b"M", json.dumps(news).encode())

    async def _send(self, kind: bytes, payload: bytes) -> None:
        with suppress(ConnectionError):  # it has just ended
            self._keys.write(kind + len(payload).to_bytes(4, "big") + payload)
            await self._keys.drain()

    async def ends(self) -> int:
        """Tell the program to end in good order, what's half typed included, and wait for it;
        gives the exit code. Its drawings must be taken meanwhile."""
        if sys.platform == "win32":  # has no signal for this
            await self.hears(type="quit")
        else:
            self._signal(signal.SIGTERM)
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                return await self._process.wait()
        if sys.platform == "win32":
            self._process.kill()
        else:
            self._signal(signal.SIGKILL)
        return await self._process.wait()

    if sys.platform != "win32":

        def _signal(self, number: signal.Signals) -> None:
            """To all that still draws: the program, and what it has started in its place."""
            if not self._screen.at_eof():
                with suppress(ProcessLookupError):
                    os.killpg(self._process.pid, number)
