"""The phones in a meeting: the room is opened and closed here, and the chair's own phone is heard.

Everything waits for the network in a worker, so that the clock never waits with it.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from teamflow.core.refusal import Refused
from teamflow.core.session import Session
from teamflow.locale import _
from teamflow.tui.rooms import Command, Room, Rooms
from teamflow.tui.screens.invitation import Invitation, Wish, as_typed
from teamflow.tui.screens.pick import Pick

if TYPE_CHECKING:
    from teamflow.tui.screens.meeting import MeetingScreen


class Joining:
    """The room of one meeting, from the first time that it's asked for."""

    def __init__(self, meeting: "MeetingScreen", rooms: Rooms) -> None:
        self._meeting, self._rooms = meeting, rooms
        self._room: Room | None = None
        self._one_at_a_time = asyncio.Lock()
        self._deafen = meeting.live.listen(self._heard)
        self._commands: Mapping[Command, Callable[[], object]] = {
            "next": meeting.action_next,
            "back": meeting.action_back,
            "pause": meeting.action_pause,
            "minute": lambda: meeting.action_minutes(1),
            "bell": meeting.action_ring,
            "undo": meeting.action_undo,
        }

    def invite(self) -> None:
        """Show the card, and open the room for it where that's still to be done."""
        self._do(self._invite())

    def take_up(self) -> None:
        """Open the room again after the program was stopped: phones come back by themselves."""
        self._do(self._take_up())

    def tell(self, text: str) -> None:
        """Let the chair's own phone show what the board says."""
        if self._room is not None:
            self._room.say(text)

    async def stop(self) -> None:
        """Stop with the phones, in a way that they can come back."""
        self._deafen()
        room, self._room = self._room, None
        if room is not None:
            await room.stop()

    async def close(self) -> None:
        """Send everyone out."""
        if self._room is not None:
            await self._room.close()

    def _do(self, work: Awaitable[None]) -> None:
        self._meeting.run_worker(work, group="joining", exit_on_error=True)

    async def _made(self) -> Room:
        async with self._one_at_a_time:
            if self._room is None:
                meeting = self._meeting
                make = self._rooms.room
                self._room = await make(meeting.live, meeting.take, self._asked, self._changed)
            return self._room

    async def _invite(self) -> None:
        room = await self._made()
        if await self._opened(room) and self._card is None:
            self._meeting.open_window(Invitation(room), partial(self._answered, room))

    async def _take_up(self) -> None:
        room = await self._made()
        if not await self._opened(room):
            return
        told = _("The phones can come in again, at {address}.")
        if room.moved:
            told = _("The phones' address is a new one, {address}: F2 shows it, scan again.")
        self._meeting.say(told.format(address=as_typed(room.url)))

    async def _opened(self, room: Room, address: str = "") -> bool:
        try:
            await room.open(address)
        except Refused as refusal:
            self._meeting.say(refusal.told(_))
            return False
        return True

    def _heard(self, session: Session) -> None:
        if session.closed and self._room is not None and self._room.is_open:
            self._do(self.close())

    def _changed(self) -> None:
        if self._room is not None:
            self._meeting.have_phones(frozenset(self._room.seats))
        if (card := self._card) is not None:
            card.tell()

    @property
    def _card(self) -> Invitation | None:
        top = self._meeting.app.screen
        return top if isinstance(top, Invitation) else None

    def _asked(self, command: Command) -> None:
        if (card := self._card) is not None:
            card.action_cancel()
        self._commands[command]()

    def _answered(self, room: Room, wish: Wish | None) -> None:
        if wish == "close":
            self._do(self._send_out())
        elif wish == "network":
            title, hint = _("On which network?"), _("Take the one that the phones are on.")
            pick = Pick(title, room.addresses(), hint)
            self._meeting.open_window(pick, partial(self._moved, room))
        elif wish == "lift":
            title, hint = _("Who isn't who?"), _("That phone can tap another name then.")
            pick = Pick(title, room.seats, hint)
            self._meeting.open_window(pick, partial(self._lifted, room))

    async def _send_out(self) -> None:
        await self.close()
        self._meeting.say(_("The room is closed. F2 opens it again."))

    def _moved(self, room: Room, address: str | None) -> None:
        if address is not None and address != room.address:
            self._do(self._move(room, address))
        else:
            self.invite()

    async def _move(self, room: Room, address: str) -> None:
        if await self._opened(room, address):
            await self._invite()

    def _lifted(self, room: Room, name: str | None) -> None:
        if name is not None:
            room.lift(name)
        self.invite()
