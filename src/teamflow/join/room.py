"""The room: opened and closed by the chair, at one key."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from teamflow.core.actions import Action
from teamflow.core.refusal import Refused
from teamflow.join import codes, network, remembered
from teamflow.join.deeds import Command
from teamflow.join.door import Report
from teamflow.join.limits import Limits
from teamflow.join.opened import Opened
from teamflow.join.place import file_of
from teamflow.join.remembered import Remembered
from teamflow.join.seats import Seats
from teamflow.live import Live
from teamflow.locale import N_


class Room:
    """The phones of one running session.

    `state` is the folder of what must survive a restart. `act` carries out what a participant
    does, `remote` what the remote control asks; both may raise Refused. `changed` is told when
    somebody comes in or leaves, `report` of errors that nobody expected. All of it happens in
    the loop that opens the room.
    """

    def __init__(
        self,
        live: Live,
        state: Path,
        act: Callable[[Action], None],
        remote: Callable[[Command], None],
        changed: Callable[[], None],
        *,
        report: Report = lambda _: None,
        limits: Limits | None = None,
    ) -> None:
        self._live, self._act = live, act
        self._remote, self._changed = remote, changed
        self._file = file_of(state, live.session.id)
        self._report, self._limits = report, limits or Limits()
        self._inside: Opened | None = None
        self._one_at_a_time = asyncio.Lock()

    @property
    def is_open(self) -> bool:
        """Whether phones can come in."""
        return self._inside is not None

    @property
    def address(self) -> str:
        """The address at which the room is open; empty when it's closed."""
        return self._inside.address if self._inside else ""

    @property
    def url(self) -> str:
        """Where phones come in, in capitals; empty when the room is closed."""
        return self._inside.url(self._inside.code) if self._inside else ""

    @property
    def remote_url(self) -> str:
        """Where the remote control is: a secret. Empty when the room is closed."""
        return self._inside.url(self._inside.secret) if self._inside else ""

    @property
    def moved(self) -> bool:
        """Whether it's at another address than phones knew, so that they have to scan again."""
        return self._inside is not None and self._inside.moved

    @property
    def seats(self) -> tuple[str, ...]:
        """Who is in by phone, in the order in which they came."""
        return self._inside.seats.names if self._inside else ()

    def addresses(self) -> tuple[str, ...]:
        """This machine's addresses on local networks (IPv4), best first; found in an instant."""
        return network.local_addresses()

    async def open(self, address: str = "") -> None:
        """Open the room at that address, or the one that phones know, or the best. When it's
        open already it moves there. Raises Refused."""
        if address and not network.is_local(address):
            raise Refused(
                N_("{address} isn't on a local network: choose another."), address=address
            )
        async with self._one_at_a_time:
            if self._inside is None or address not in ("", self._inside.address):
                await self._open(address)

    async def stop(self) -> None:
        """Serve nobody any more, but remember who was in: when the room is opened again, by
        this program or the next, the same phones come back by themselves."""
        async with self._one_at_a_time:
            if self._inside is not None:
                inside, self._inside = self._inside, None
                await inside.stop()
                self._changed()

    async def close(self) -> None:
        """Close the room at once. Phones are told, and what was remembered is forgotten."""
        async with self._one_at_a_time:
            if self._inside is not None:
                inside, self._inside = self._inside, None
                await inside.close()
                self._changed()

    async def _open(self, address: str) -> None:
        before = self._inside
        known = await self._known()
        address = address or await _best(known)
        inside = self._furnished(known)
        try:
            await inside.start(address)
        except OSError as error:
            message = N_("The room can't open at {address}: choose another network.")
            raise Refused(message, address=address) from error
        self._inside = inside
        if before is not None:
            await before.stop()
        self._changed()

    async def _known(self) -> Remembered:
        """The room as phones know it, or one that nobody knows yet."""
        if self._inside is not None:
            await self._inside.notebook.written()
            return self._inside.remembered
        known = await asyncio.to_thread(remembered.read, self._file)
        return known or Remembered(codes.new(codes.CODE), codes.new(codes.SECRET), "", 0, Seats())

    def _furnished(self, known: Remembered) -> Opened:
        return Opened(
            known,
            self._file,
            self._live,
            self._act,
            self._remote,
            self._changed,
            self._report,
            self._limits,
        )

    def lift(self, name: str) -> None:
        """Take the phone of that name off its seat."""
        if self._inside is not None:
            self._inside.lift(name)

    def say(self, text: str) -> None:
        """The notice on the board, which the remote control shows as well."""
        if self._inside is not None:
            self._inside.views.said = text
            self._inside.streams.tell()


async def _best(known: Remembered) -> str:
    """The address that phones know, where this machine still has it; else the best it has."""
    found = await asyncio.to_thread(network.local_addresses)
    return known.address if known.address in found else found[0]
