"""A session that is open on this laptop: the live record, its keeper, its sign of life."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Final

from teamflow.core import actions as a
from teamflow.core.clock import running
from teamflow.core.session import Session
from teamflow.live import Live
from teamflow.store.conflicts import Conflict
from teamflow.store.folder import Stored
from teamflow.store.heartbeat import Heartbeat
from teamflow.store.keeper import Keeper
from teamflow.store.trouble import Trouble
from teamflow.tui.world import World

PATIENCE: Final = 5.0
"""Seconds that the disk gets for the last save."""


class Sitting:
    """A session file for as long as somebody works in it.

    `on_trouble` and `on_conflict` are called from another thread. `alive_elsewhere` says whether
    it was open in another window when it was opened here; `conflict` is what still has to be
    settled, `asked` whether anybody was asked about that.
    """

    def __init__(
        self,
        world: World,
        stored: Stored,
        on_trouble: Callable[[Trouble | None], object],
        on_conflict: Callable[[Conflict], object],
    ) -> None:
        self._closed = False
        self._basket = world.basket
        self._last_saved = stored.saved
        self._keeper = Keeper(
            stored.path, stored.unknown, on_trouble, on_conflict, read=stored.data
        )
        self.live = Live(stored.session, self, world.now)
        self._heart = Heartbeat(world.state, stored.session.id)
        self.alive_elsewhere = self._heart.is_fresh(world.now())
        self.conflict: Conflict | None = None
        self.asked = False

    @property
    def path(self) -> Path:
        """The file in which the session is kept: another one since somebody changed the first."""
        return self._keeper.path

    def save(self, session: Session, at: dt.datetime) -> None:
        """Hand a session over for keeping; what is still typed when the file is closed is late."""
        if not self._closed:
            self._keeper.save(session, at)

    def last_seen(self) -> dt.datetime | None:
        """Since when nobody was there; None when the clock wasn't running then."""
        session = self.live.session
        if session.left is not None:
            return session.left
        if not running(session.timing):
            return None
        return self._heart.last() or self._last_saved or session.timing.spans[-1].start

    def beat(self, session: Session, now: dt.datetime) -> None:
        """Give a sign of life, while there is time to lose."""
        if running(session.timing):
            self._heart.beat(now)

    def saved(self) -> bool:
        """Wait until all is on the disk, and say whether it is. Call it from a thread."""
        return self._keeper.flush(PATIENCE)

    def end(self) -> None:
        """Stop the clock and close the file, with one more try to save what is left."""
        try:
            self.live.dispatch(a.Leave())
        finally:  # whoever listens may be what went wrong: what was done is saved all the same
            self.drop()
        self._heart.stop()

    def prefer(self, conflict: Conflict) -> None:
        """Put our version in the place of the other, which goes to the trash. Raises Unsaved.
        Call it from a thread."""
        self._basket.remember(self._keeper.prefer(conflict, self.live.now()))

    def give_way(self) -> bool:
        """Close the file as it is, put it in the trash, and say whether that could be done."""
        self.drop()
        self._heart.stop()
        try:
            self._basket.discard(self.path)
        except OSError:
            return False
        return True

    def drop(self) -> None:
        """Close the file as it is."""
        self._closed = True
        self._keeper.close(PATIENCE)
