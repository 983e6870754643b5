"""What every phone is told, as it happens (Server-Sent Events).

A stream has no queue: all it knows is that a newer view is wanted. A slow phone gets the newest
one when it can take it, and holds up nobody.
"""

import asyncio
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final

from aiohttp import web

from teamflow.join import answers
from teamflow.join.limits import Limits

_BEGIN: Final = b"retry: 1000\n\n"
_BEAT: Final = b": still here\nevent: beat\ndata: {}\n\n"  # a script isn't told of comments
_CLOSED: Final = b"event: closed\ndata: {}\n\n"

_AT_A_TIME: Final = 20
"""Streams that are told in one turn of the loop: the board's keys wait for no more than these."""

Newest = Callable[[], bytes]
"""The newest view, as JSON."""


class Streams:
    """All phones that listen. Changes that come close together are told together."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._open: dict[asyncio.Event, str] = {}
        self._ended = False
        self._last = b""
        self._gathering: asyncio.TimerHandle | None = None

    def tell(self) -> None:
        """Something has changed."""
        if self._gathering is None:
            loop = asyncio.get_running_loop()
            self._gathering = loop.call_later(self._limits.gather, self._wake)

    def end(self) -> None:
        """Every stream ends without a word: phones try to come back by themselves."""
        self._ended = True
        self._wake()

    def close(self) -> None:
        """The room closes: phones are told so, and don't try again."""
        self._last = _CLOSED
        self.end()

    async def serve(
        self, request: web.BaseRequest, owner: str, newest: Newest
    ) -> web.StreamResponse:
        """Tell one phone what is new until it's gone or the room closes. `owner` is who listens,
        "" where nobody knows: of one owner the oldest stream ends when there are too many."""
        response = web.StreamResponse(
            headers=answers.HEADERS | {"Content-Type": "text/event-stream; charset=utf-8"}
        )
        response.force_close()
        wanted = self._opened(owner)
        try:
            await response.prepare(request)
            await self._send(request, response, _BEGIN)
            while wanted in self._open and not self._ended:
                await self._send(request, response, await self._next(wanted, newest))
            if self._ended:
                await self._send(request, response, self._last)
        except TimeoutError:  # one that doesn't read
            if request.transport is not None:
                request.transport.abort()
        finally:
            self._open.pop(wanted, None)
        return response

    def _opened(self, owner: str) -> asyncio.Event:
        most = self._limits.streams_each if owner else self._limits.streams_unknown
        theirs = [each for each, other in self._open.items() if other == owner]
        too_many = max(len(theirs) + 1 - most, 0)
        for oldest in theirs[:too_many]:
            del self._open[oldest]
            oldest.set()
        wanted = asyncio.Event()
        wanted.set()
        self._open[wanted] = owner
        return wanted

    async def _next(self, wanted: asyncio.Event, newest: Newest) -> bytes:
        try:
            async with asyncio.timeout(self._limits.heartbeat):
                await wanted.wait()
        except TimeoutError:
            return _BEAT
        wanted.clear()
        return b"event: view\ndata: %b\n\n" % newest()

    async def _send(
        self, request: web.BaseRequest, response: web.StreamResponse, told: bytes
    ) -> None:
        async with asyncio.timeout(self._limits.patience):
            await response.write(told)
            await request.writer.drain()

    def _wake(self) -> None:
        if self._gathering is not None:
            self._gathering.cancel()
            self._gathering = None
        self._wake_some(iter(tuple(self._open)))

    def _wake_some(self, sleeping: Iterator[asyncio.Event]) -> None:
        some = tuple(islice(sleeping, _AT_A_TIME))
        for wanted in some:
            wanted.set()
        if some:
            asyncio.get_running_loop().call_soon(self._wake_some, sleeping)
