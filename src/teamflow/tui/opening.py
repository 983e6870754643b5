"""From a session's file to the right screen."""

from pathlib import Path
from typing import TYPE_CHECKING

from teamflow.core.actions import Return
from teamflow.locale import _
from teamflow.store.folder import Folder
from teamflow.tui.messages import GoHome
from teamflow.tui.screens.meeting import MeetingScreen
from teamflow.tui.sitting import Sitting

if TYPE_CHECKING:
    from teamflow.tui.app import TeamflowApp


class Opening:
    """Opens one session in the app. Raises Unreadable."""

    def __init__(self, app: "TeamflowApp", path: Path) -> None:
        self._app, self._path = app, path

    def begin(self, *, interrupted: bool) -> None:
        """Show the form of a session that has ended, or go on in the meeting."""
        stored = Folder(self._path.parent).load(self._path)
        if stored.session.closed and not interrupted:
            from teamflow.tui.screens.reading import ReadingScreen

            self._app.show_place(ReadingScreen(stored))
            return
        sitting = Sitting(self._app.world, stored, self._app.trouble, self._app.conflict)
        since = sitting.last_seen() if interrupted else None
        if since is None:
            self._meet(sitting)
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

    def _meet(self, sitting: Sitting) -> None:
        app = self._app
        app.sitting = sitting
        badge = _("REHEARSAL ×10") if app.world.rehearsal else ""
        app.show_place(MeetingScreen(sitting, bell=app.settings.bell, badge=badge))
