"""The room for phones on this laptop: nothing of it is imported before it's opened."""

import asyncio
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from teamflow.core.actions import Action
    from teamflow.join.room import Room
    from teamflow.live import Live
    from teamflow.tui.rooms import Command


class LocalRooms:
    """Makes rooms that keep in the folder `state` what must survive a restart, and tell `report`
    of errors that nobody expected."""

    def __init__(self, state: Path, report: Callable[[BaseException], object]) -> None:
        self._state, self._report = state, report

    async def room(
        self,
        live: "Live",
        act: "Callable[[Action], None]",
        remote: "Callable[[Command], None]",
        changed: Callable[[], None],
    ) -> "Room":
        """The closed room of a session."""
        # A web server takes longer to import than the screen may stand still.
        await asyncio.to_thread(import_module, "teamflow.join.room")
        from teamflow.join.room import Room

        return Room(live, self._state, act, remote, changed, report=self._report)

    def was_open(self, session_id: str) -> bool:
        """Whether the program was stopped while this session's room was open."""
        from teamflow.join.place import was_open

        return was_open(self._state, session_id)
