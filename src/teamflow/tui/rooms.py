"""The room that participants join with their phones, as the screens know it.

Who makes it is the command line's business: these screens know no network.
"""

from collections.abc import Callable
from typing import Literal, Protocol

from teamflow.core.actions import Action
from teamflow.live import Live

Command = Literal["next", "back", "pause", "minute", "bell", "undo"]
"""What the chair's own phone can ask for."""


class Room(Protocol):
    """Opened and closed by the chair; what comes in by phone goes to the live session."""

    @property
    def is_open(self) -> bool:
        """Whether phones can come in."""

    @property
    def address(self) -> str:
        """The address of this laptop on which the room is open; empty while it's closed."""

    @property
    def url(self) -> str:
        """Where a participant goes; in capitals, which make a QR code smaller."""

    @property
    def remote_url(self) -> str:
        """Where the chair's own phone goes: a secret."""

    @property
    def moved(self) -> bool:
        """Whether it's at another address than phones knew, so that they have to scan again."""

    @property
    def seats(self) -> tuple[str, ...]:
        """The names of those who are in with a phone."""

    def addresses(self) -> tuple[str, ...]:
        """This laptop's addresses on local networks, the likeliest first."""

    async def open(self, address: str = "") -> None:
        """Let phones in, at one of the addresses. Raises Refused where that can't be done."""

    async def stop(self) -> None:
        """Stop serving; the room that is opened next lets the same phones in."""

    async def close(self) -> None:
        """Send everyone out, and forget who they were."""

    def lift(self, name: str) -> None:
        """Take a phone off the name that was tapped on it."""

    def say(self, text: str) -> None:
        """Tell the chair's own phone what the board says under the pane."""


class Rooms(Protocol):
    """Makes the room of a session; nothing of a network is touched until it's opened."""

    async def room(
        self,
        live: Live,
        act: Callable[[Action], None],
        remote: Callable[[Command], None],
        changed: Callable[[], None],
    ) -> Room:
        """The closed room of a session. `act` dispatches what a participant does, and raises
        Refused; `remote` is asked to do what the chair's phone wants; `changed` is told when
        somebody comes in or leaves."""

    def was_open(self, session_id: str) -> bool:
        """Whether the program was stopped while this session's room was open."""
