"""What the last meeting tells the next set-up."""

from typing import Final

from teamflow.core.session import Session
from teamflow.store.folder import Folder
from teamflow.store.problem import Unreadable
from teamflow.tui.world import World

RECENT: Final = 5


def last_time(world: World) -> Session | None:
    """The newest session that can be read; None when there is none among the last few."""
    folder = Folder(world.sessions)
    for summary in folder.newest(RECENT):
        try:
            return folder.load(summary.file).session
        except Unreadable:
            continue
    return None
