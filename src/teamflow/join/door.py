"""One connection: how many there may be, and how long one may dawdle.

aiohttp closes a connection on which no whole request has come for `keepalive_timeout` seconds,
whether it's silent or sends its headers a byte at a time (since 3.14: before, a first request
had for ever). What it lacks is a bound to their number, and silence about errors.
"""

import asyncio
import logging
import socket
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from aiohttp import web

from teamflow.join import answers
from teamflow.join.limits import Limits, connections_possible

Report = Callable[[BaseException], object]

_UNSENT: Final = 64 * 1024
"""Bytes that the system may hold for a phone that doesn't read."""

_SILENCE: Final = logging.Logger("teamflow.join", logging.CRITICAL + 1)
"""The terminal belongs to the screen: nothing is ever printed."""


class Doorkeeper:
    """Counts who is inside, in all and by address."""

    def __init__(self, limits: Limits) -> None:
        self._most = connections_possible(limits.connections)
        self._most_each = min(limits.connections_each, self._most)
        self._inside = Counter[str]()

    def admit(self, address: str) -> bool:
        """Let one in from that address, if there is room."""
        full = self._inside.total() >= self._most or self._inside[address] >= self._most_each
        if not full:
            self._inside[address] += 1
        return not full

    def let_out(self, address: str) -> None:
        """One from that address is gone."""
        self._inside[address] -= 1
        if not self._inside[address]:
            del self._inside[address]


class Door(web.RequestHandler):
    """A connection that was let in, or is shut in its face."""

    def __init__(
        self, server: web.Server, keeper: Doorkeeper, limits: Limits, report: Report
    ) -> None:
        super().__init__(
            server,
            loop=asyncio.get_running_loop(),
            keepalive_timeout=limits.patience,
            tcp_keepalive=False,
            lingering_time=limits.linger,
            logger=_SILENCE,
            access_log=_SILENCE,
            max_field_size=2048,
            max_headers=40,
            auto_decompress=False,
        )
        self._keeper, self._report = keeper, report
        self._admitted: str | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Come in, if there is room."""
        assert isinstance(transport, asyncio.Transport)
        address = str((transport.get_extra_info("peername") or ("gone",))[0])
        if not self._keeper.admit(address):
            transport.abort()
            return
        self._admitted = address
        with suppress(OSError):  # gone already
            sock = transport.get_extra_info("socket")
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _UNSENT)
        super().connection_made(transport)

    def connection_lost(self, exc: BaseException | None) -> None:
        """Gone, for whatever reason."""
        if self._admitted is not None:
            self._keeper.let_out(self._admitted)
            self._admitted = None
        super().connection_lost(exc)

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,  # noqa: ARG002 - aiohttp's own words, which nobody gets to see
    ) -> web.StreamResponse:
        """What isn't HTTP, and what went wrong here: no phone learns more than a number."""
        if exc is not None and status >= 500 and not isinstance(exc, ConnectionError):
            self._report(exc)
        if request.writer.output_size > 0:
            told = "the answer is on its way already"
            raise ConnectionError(told)
        return answers.cut_off(answers.empty(status))

    def log_exception(self, *_: Any, **details: Any) -> None:
        """What aiohttp couldn't handle itself."""
        if isinstance(error := details.get("exc_info"), BaseException):
            self._report(error)
