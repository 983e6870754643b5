"""The server: it listens at one address on the local network, and nowhere else."""

import asyncio
import errno
from collections.abc import Awaitable, Callable, Iterable
from typing import Final

from aiohttp import web

from teamflow.join.door import Door, Doorkeeper, Report
from teamflow.join.limits import Limits

Receive = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]

_BACKLOG: Final = 256
"""Connections that may wait to be let in: a room scans the code in one second."""

_ENDING: Final = 0.5
"""Seconds that a request which is being answered gets when the room closes."""


class Site:
    """A server in the running loop; what it receives is answered by `receive`."""

    def __init__(self, receive: Receive, limits: Limits, report: Report) -> None:
        self._server = web.Server(receive, handler_cancellation=True)
        self._keeper = Doorkeeper(limits)
        self._limits, self._report = limits, report
        self._listener: asyncio.Server | None = None

    async def start(self, address: str, ports: Iterable[int]) -> int:
        """Listen at the first of the ports that is free, and say which (0: any). Raises
        OSError."""
        taken: OSError | None = None
        for port in ports:
            try:
                self._listener = await self._listening(address, port)
            except OSError as error:
                if error.errno == errno.EADDRNOTAVAIL:
                    raise
                taken = error
            else:
                found: int = self._listener.sockets[0].getsockname()[1]
                return found
        raise taken or OSError(errno.EADDRINUSE, "no port")

    async def _listening(self, address: str, port: int) -> asyncio.Server:
        """Two programs can be given one port, and the second finds out when it listens."""
        listener = await asyncio.get_running_loop().create_server(
            self._door, address, port, backlog=_BACKLOG, start_serving=False
        )
        try:
            await listener.start_serving()
        except OSError:
            listener.close()
            raise
        return listener

    async def stop(self) -> None:
        """Listen no more, and end every connection."""
        if self._listener is not None:
            self._listener.close()
        self._server.pre_shutdown()
        await self._server.shutdown(_ENDING)

    def _door(self) -> Door:
        return Door(self._server, self._keeper, self._limits, self._report)
