"""A room that is open: everything that there is between the phones and the live session."""

import asyncio
import errno
from collections.abc import Callable
from pathlib import Path
from typing import Final

from aiohttp import web

from teamflow.core.actions import Action
from teamflow.core.session import Session
from teamflow.join import pages
from teamflow.join.asked import Asked
from teamflow.join.deeds import Command
from teamflow.join.desk import Desk
from teamflow.join.door import Report
from teamflow.join.limits import Limits
from teamflow.join.porter import Entrance, Porter
from teamflow.join.reception import Reception
from teamflow.join.remembered import Notebook, Remembered
from teamflow.join.shelf import shelf
from teamflow.join.site import Site
from teamflow.join.streams import Streams
from teamflow.join.views import Views
from teamflow.live import Live

PORTS: Final = (8765, 8766, 8767, 8865, 8965, 0)
"""Tried in this order, after the one that phones know already; 0 is any that is free."""
TRIES: Final = 8
PAUSE: Final = 0.25
"""Seconds between two tries for the port that phones know: a program that has just ended may
keep it for a moment."""


class Opened:
    """Begins with what is `known` of a room, and notes in `file` what becomes of it."""

    def __init__(
        self,
        known: Remembered,
        file: Path,
        live: Live,
        act: Callable[[Action], None],
        remote: Callable[[Command], None],
        changed: Callable[[], None],
        report: Report,
        limits: Limits,
    ) -> None:
        self.code, self.secret, self.seats = known.code, known.secret, known.seats
        self.address, self._port = "", known.port
        self.moved, self._known_at = False, known.address
        self._live, self._changed = live, changed
        self.notebook = Notebook(file, lambda: self.remembered)
        self.streams = Streams(limits)
        self.views = Views(live, self.seats)
        self._porter = self._instructed(act, remote, limits)
        self._site = Site(self._porter.receive, limits, report)
        self._deafen = live.overlook(self._hear)

    @property
    def remembered(self) -> Remembered:
        """What must survive a restart."""
        return Remembered(self.code, self.secret, self.address, self._port, self.seats)

    def url(self, code: str) -> str:
        """The whole address of what is behind a code: in capitals, which makes its QR code
        smaller."""
        return f"HTTP://{self.address}:{self._port}/{code}"

    async def start(self, address: str) -> None:
        """Listen at that address. Raises OSError."""
        known = self._port
        try:
            self._port = await self._back_at(address, known) or await self._site.start(
                address, PORTS
            )
        except OSError:
            await self.stop()
            raise
        self.address = address
        self.moved = bool(known) and (address, self._port) != (self._known_at, known)
        self._porter.host = f"{address}:{self._port}"
        self.notebook.note()
        await self.notebook.written()

    async def _back_at(self, address: str, port: int) -> int:
        """Listen at the port that phones know, and say so; 0 where there is none, or where
        another program keeps it."""
        for _ in range(TRIES if port else 0):
            try:
                return await self._site.start(address, (port,))
            except OSError as error:
                if error.errno == errno.EADDRNOTAVAIL:
                    raise
                await asyncio.sleep(PAUSE)
        return 0

    async def stop(self) -> None:
        """Serve nobody any more, and remember all of it."""
        self._deafen()
        self.streams.end()
        await self._site.stop()
        await self.notebook.written()

    async def close(self) -> None:
        """Tell all phones that it's over, and forget them."""
        self.streams.close()
        await self.stop()
        await self.notebook.forget()

    def people_changed(self) -> None:
        """Somebody came in or left."""
        self.notebook.note()
        self.streams.tell()
        self._changed()

    def lift(self, name: str) -> None:
        """Take a phone off its seat."""
        self._reception.lift(name)

    def _hear(self, session: Session) -> None:
        here = {person.name for person in session.participants}
        for name in self.seats.names:
            if name not in here:  # the chair took back that somebody joined
                self.lift(name)
        self.streams.tell()

    def _instructed(
        self,
        act: Callable[[Action], None],
        remote: Callable[[Command], None],
        limits: Limits,
    ) -> Porter:
        self._reception = Reception(
            self._live, act, self.code, self.seats, self.people_changed, limits
        )
        desk = Desk(self._live, act, self.seats, self.notebook, remote, limits)
        return Porter(
            Entrance(
                self.code,
                gets=shelf(self.code, pages.page) | {"events": self._tell_phone},
                posts={
                    "seat": self._reception.sit,
                    "leave": self._reception.leave,
                    "act": desk.act,
                },
            ),
            Entrance(
                self.secret,
                gets=shelf(self.secret, pages.remote_page) | {"events": self._tell_remote},
                posts={"act": desk.command},
            ),
            sits=lambda phone: self.seats.holder(phone) is not None,
            now=lambda: self._live.now().timestamp(),
            limits=limits,
        )

    async def _tell_phone(self, asked: Asked, request: web.BaseRequest) -> web.StreamResponse:
        return await self.streams.serve(request, asked.phone, lambda: self.views.phone(asked))

    async def _tell_remote(self, asked: Asked, request: web.BaseRequest) -> web.StreamResponse:
        return await self.streams.serve(request, "remote", lambda: self.views.remote(asked))
