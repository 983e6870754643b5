"""Somebody else changed the session that is open here: both versions are kept, and the team says
with which it goes on."""

import asyncio
from typing import TYPE_CHECKING, Any, Final

from textual.screen import ModalScreen, Screen

from teamflow.locale import N_, _
from teamflow.store.conflicts import Conflict
from teamflow.store.folder import Folder, Stored
from teamflow.store.problem import Problem, Unreadable
from teamflow.store.trouble import Unsaved
from teamflow.tui.messages import OpenSession
from teamflow.tui.screens.conflict import ConflictScreen
from teamflow.tui.screens.home import HomeScreen, faulty
from teamflow.tui.screens.meeting import MeetingScreen
from teamflow.tui.sitting import Sitting
from teamflow.tui.widgets.field import Kept

if TYPE_CHECKING:
    from teamflow.tui.app import TeamflowApp

KEPT: Final = N_("Both versions are in the folder; ours is the one marked “conflict”.")
AGAIN: Final = 1.0
"""Seconds until it's tried again to ask, when somebody is busy."""


def ask_which(app: "TeamflowApp", conflict: Conflict) -> None:
    """Ask in the meeting; when that is over by now, only say at home what happened."""
    sitting = app.sitting
    if sitting is None or sitting.path != conflict.ours:
        _say(app, _(KEPT))
    elif _is_busy(app.screen):
        app.set_timer(AGAIN, lambda: ask_which(app, conflict))
    else:
        asking = _Asking(app, sitting, conflict)
        app.push_screen(
            ConflictScreen(conflict, sitting.live.session, sitting.live.now(), asking.theirs),
            asking.answered,
        )


def _is_busy(screen: Screen[Any]) -> bool:
    """Whether somebody is in another window, or in the middle of a line: the Enter that's meant
    for it mustn't answer a question that has just come up."""
    focused = screen.focused
    return isinstance(screen, ModalScreen) or (isinstance(focused, Kept) and focused.draft)


class _Asking:
    """One conflict, from the question to what is done about it."""

    def __init__(self, app: "TeamflowApp", sitting: Sitting, conflict: Conflict) -> None:
        self._app, self._sitting, self._conflict = app, sitting, conflict
        self.theirs = self._read()

    def _read(self) -> Stored | Problem:
        try:
            return Folder(self._conflict.theirs.parent).load(self._conflict.theirs)
        except Unreadable as unreadable:
            return unreadable.problems[0]

    def answered(self, which: str | None) -> None:
        if which == "ours":
            self._app.run_worker(self._prefer_ours())
        elif which == "theirs":
            self._app.run_worker(self._take_theirs())
        else:
            _say(self._app, _(KEPT))

    async def _prefer_ours(self) -> None:
        try:
            await asyncio.to_thread(self._sitting.prefer, self._conflict)
        except Unsaved as unsaved:
            _say(self._app, unsaved.trouble.told(_))
        else:
            _say(self._app, _("We go on with ours. The other version is in the trash."))

    async def _take_theirs(self) -> None:
        meeting = self._app.screen
        if isinstance(meeting, MeetingScreen):
            meeting.keep()
        theirs = self._read()
        if isinstance(theirs, Problem):
            _say(self._app, faulty(theirs))
        elif await asyncio.to_thread(self._sitting.saved):
            self._app.sitting = None
            await asyncio.to_thread(self._sitting.give_way)
            left = theirs.session.left is not None
            self._app.post_message(OpenSession(theirs.path, interrupted=left))


def _say(app: "TeamflowApp", text: str) -> None:
    screen = app.screen
    if isinstance(screen, MeetingScreen | HomeScreen):
        app.call_after_refresh(screen.say, text)  # after what coming to this screen says
