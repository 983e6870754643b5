"""From a session's file to the right screen."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from teamflow.core.actions import Return
from teamflow.core.clock import past
from teamflow.locale import _
from teamflow.store.consistency import doubts
from teamflow.store.copies import versions_beside
from teamflow.store.folder import Folder, Stored
from teamflow.store.head import read_head
from teamflow.store.problem import Unreadable
from teamflow.store.trouble import Unsaved
from teamflow.tui.bell.loudspeaker import Loudspeaker
from teamflow.tui.messages import GoHome
from teamflow.tui.screens.home import faulty, located
from teamflow.tui.screens.meeting import MeetingScreen
from teamflow.tui.sitting import Sitting

if TYPE_CHECKING:
    from teamflow.tui.app import TeamflowApp


class Opening:
    """Opens one session in the app, and says there what was to be `said`. Raises Unreadable."""

    def __init__(self, app: "TeamflowApp", path: Path, said: str = "") -> None:
        self._app, self._path, self._said = app, path, said

    def begin(self, *, interrupted: bool) -> None:
        """Show the form of a session that has ended, or go on in the meeting; where it has more
        than one version, ask first with which."""
        if versions := versions_beside(self._path):
            asking = self._ask(versions, interrupted)
            self._app.run_worker(asking, group="opening", exclusive=True)
        else:
            self._show(interrupted=interrupted)

    async def _ask(self, versions: tuple[Path, ...], interrupted: bool) -> None:
        from teamflow.tui.choosing import choose

        world, told = self._app.world, ""
        try:
            chosen = await choose(self._app, world, self._path, versions, opening=True)
            if isinstance(chosen, Path):
                opening = Opening(self._app, chosen, self._said)
                opening._show(interrupted=not read_head(chosen).closed)
                return
            if chosen == "later":
                self._show(interrupted=interrupted)
                return
        except Unsaved as unsaved:
            told = unsaved.trouble.told(_)
        except Unreadable as unreadable:
            told = faulty(unreadable.problems[0])
        self._app.post_message(GoHome(told))

    def _show(self, *, interrupted: bool) -> None:
        stored = Folder(self._path.parent).load(self._path)
        if stored.session.closed and not interrupted:
            from teamflow.tui.screens.reading import ReadingScreen

            self._app.show_place(reading := ReadingScreen(stored))
            reading.call_after_refresh(reading.say, self._said)
            return
        sitting = Sitting(self._app.world, stored, self._app.trouble, self._app.conflict)
        self._said = " ".join(filter(None, (self._said, *remarks(stored, sitting))))
        since = sitting.last_seen() if interrupted else None
        if since is None:
            self._meet(sitting, inviting=self._app.world.inviting and not interrupted)
            return

        from teamflow.tui.screens.away import Away

        def answered(counted: bool | None) -> None:
            if counted is None:
                sitting.drop()
                self._app.post_message(GoHome())
            else:
                sitting.live.dispatch(Return(since, counted))
                self._meet(sitting)

        self._app.push_screen(Away(sitting.live.session, since, sitting.live.now()), answered)

    def _meet(self, sitting: Sitting, *, inviting: bool = False) -> None:
        app = self._app
        app.sitting = sitting
        meeting = MeetingScreen(app.world, sitting, lambda: app.settings, loudspeaker(app))
        app.show_place(meeting)
        if self._said:
            meeting.call_after_refresh(meeting.say, self._said)
        if app.world.rooms.was_open(sitting.live.session.id):
            meeting.call_later(meeting.joining.take_up)
        elif inviting:
            meeting.call_later(meeting.joining.invite)


def remarks(stored: Stored, sitting: Sitting) -> Iterator[str]:
    """What's good to know before anything is typed in a session."""
    yield from map(located, doubts(stored, stored.data))
    if sitting.alive_elsewhere:
        yield _("This session seems to be open elsewhere too: type in only one window.")
    if past(stored.session, sitting.live.now()):
        yield _("This meeting is over; what you change is noted with today's date.")


def loudspeaker(app: "TeamflowApp") -> Loudspeaker:
    """What the bell is heard by; where it can't sound, the terminal's own bell rings."""

    def ring_terminal() -> None:
        app.call_later(app.bell)  # from whichever thread

    return Loudspeaker(app.world.state, app.world.players, ring_terminal)
