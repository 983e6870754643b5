"""Serves the app to one browser window, on the loopback address of this computer.

Whoever knows the address can do what the chair can. So it holds a secret, and a request must come
from a page of our own: a name of somebody else's that leads here (DNS rebinding) is another Host,
a page of somebody else's another Origin.
"""

import asyncio
import json
import logging
import secrets
import socket
from asyncio import timeout
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import resources
from pathlib import Path
from typing import Final

from aiohttp import WSCloseCode, web
from aiohttp.typedefs import Handler

from teamflow.cli.browsing import page
from teamflow.cli.browsing.program import PATIENCE, Program

LOOPBACK: Final = "127.0.0.1"
RELOAD: Final = 2.0
"""Seconds in which a window that closes makes room for the next: it may be the same, reloaded."""

Report = Callable[[BaseException], object]
"""Writes an unexpected error to the log."""

_SILENCE: Final = logging.Logger("teamflow.browsing", logging.CRITICAL)
"""aiohttp would show a traceback to the room for every odd thing that somebody sends."""

_THEIRS: Final = Path(str(resources.files("textual_serve"))) / "static"
"""The terminal in the page and its font, as textual-serve brings them."""


class Server:
    """The address, and the one window that may be open there."""

    def __init__(self, command: Sequence[str], port: int, theme: str, report: Report) -> None:
        self._command, self._theme, self._report = command, theme, report
        self._host = f"{LOOPBACK}:{port}"
        self._secret, self._ticket = secrets.token_urlsafe(), secrets.token_urlsafe()
        self._seat = asyncio.Lock()
        self._window: web.WebSocketResponse | None = None
        self.ended: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        """The exit code, once there is nothing more to serve."""

    @property
    def address(self) -> str:
        """Where the app is, for as long as it's served."""
        return f"http://{self._host}/{self._secret}/"

    @property
    def ticket(self) -> str:
        """An address that leads there once. A browser's command line can be read by every user
        of the computer: what stands there is worth nothing when they have read it."""
        return f"http://{self._host}/{self._ticket}/"

    def end(self, code: int) -> None:
        """Serve no longer, and end with this exit code."""
        if not self.ended.done():
            self.ended.set_result(code)

    def app(self) -> web.Application:
        """The web application."""
        app = web.Application(middlewares=[self._guard])
        app.add_routes([
            web.get("/{secret}/", self._page),
            web.get("/{secret}/window", self._open),
            web.static(f"/{self._secret}/own", Path(str(page.OWN))),
            web.static(f"/{self._secret}/theirs", _THEIRS),
        ])  # fmt: skip
        app.on_response_prepare.append(self._harden)
        app.on_shutdown.append(self._close)
        return app

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        ours = f"http://{self._host}"
        if request.host != self._host or request.headers.get("Origin", ours) != ours:
            raise web.HTTPForbidden
        _root, told, *_rest = request.path.split("/")
        if self._ticket and secrets.compare_digest(told.encode(), self._ticket.encode()):
            self._ticket = ""
            raise web.HTTPSeeOther(self.address)
        if not secrets.compare_digest(told.encode(), self._secret.encode()):
            raise web.HTTPNotFound
        try:
            return await handler(request)
        except web.HTTPException:
            raise
        except Exception as error:
            self._report(error)
            raise web.HTTPInternalServerError from error

    async def _harden(self, _request: web.Request, response: web.StreamResponse) -> None:
        for name, value in page.HEADERS.items():
            response.headers[name] = value.format(socket=f"ws://{self._host}")

    async def _close(self, _app: web.Application) -> None:
        if self._window is not None:
            await self._window.close(code=WSCloseCode.GOING_AWAY)

    async def _page(self, _request: web.Request) -> web.Response:
        told = page.page(f"ws://{self._host}/{self._secret}/window", self._theme)
        return web.Response(text=told, content_type="text/html")

    async def _open(self, request: web.Request) -> web.StreamResponse:
        if not await self._takes_seat():
            raise web.HTTPConflict  # which the page tells
        try:
            self._window = window = web.WebSocketResponse()
            await window.prepare(request)
            program = await Program.started(
                self._command, _cells(request, "width", 80), _cells(request, "height", 24)
            )
            await self._show(program, window)
        finally:
            self._window = None
            self._seat.release()
        return window

    async def _takes_seat(self) -> bool:
        with suppress(TimeoutError):
            async with timeout(RELOAD):
                return await self._seat.acquire()
        return False

    async def _show(self, program: Program, window: web.WebSocketResponse) -> None:
        """Carry drawings one way and keys the other, until either side has ended."""
        drawing = asyncio.create_task(_draw(program, window))
        try:
            async for message in window:
                if message.type is web.WSMsgType.TEXT:
                    await _hand_over(message.data, program)
        finally:
            code = await program.ends()
        if await drawing:
            self.end(code)


def _cells(request: web.Request, side: str, usual: int) -> int:
    told = request.query.get(side, "")
    return int(told) if told.isdecimal() else usual


async def _draw(program: Program, window: web.WebSocketResponse) -> bool:
    """Show what the app draws, to its end; says whether that came before the window's."""
    async for drawing in program.drawings():
        with suppress(ConnectionError):  # the window is closed: the app is about to hear of it
            await window.send_bytes(drawing)
    left = not window.closed
    await window.close()
    return left


async def _hand_over(told: str, program: Program) -> None:
    """Pass on what a window tells, in the words of textual.js: ["stdin", "a"]. Others than
    that page aren't understood."""
    try:
        news = json.loads(told)
    except ValueError:
        return
    match news:
        case ["stdin", str(text)]:
            await program.types(text)
        case ["resize", {"width": int(width), "height": int(height)}]:
            await program.hears(type="resize", width=width, height=height)
        case ["focus" | "blur" as what]:
            await program.hears(type=what)


async def serve(
    command: Sequence[str],
    theme: str,
    report: Report,
    told_to_end: Callable[[Callable[[int], object]], None],
    shown: Callable[[Server], object],
) -> int:
    """Serve the app that `command` starts until it's left, or until `told_to_end` calls what it
    gets; returns the exit code. `shown` is called as soon as the address is there."""
    with socket.create_server((LOOPBACK, 0)) as listening:
        server = Server(command, listening.getsockname()[1], theme, report)
        told_to_end(server.end)
        runner = web.AppRunner(
            server.app(), access_log=None, logger=_SILENCE, shutdown_timeout=2 * PATIENCE
        )
        await runner.setup()
        try:
            await web.SockSite(runner, listening).start()
            shown(server)
            return await server.ended
        finally:
            await runner.cleanup()
