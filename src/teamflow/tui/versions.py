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
TWO: Final = N_("Changed elsewhere too; both versions are kept. Ctrl+P: compare.")
IN_TRASH: Final = N_("We go on with the other. Ctrl+Z in the archive brings ours back.")
IN_FOLDER: Final = N_("We go on with the other. Ours is still in the folder as well.")
AGAIN: Final = 1.0
"""Seconds until it's tried again to ask, when somebody is busy."""


def ask_which(app: "TeamflowApp", conflict: Conflict) -> None:
    """Ask in the meeting, and where somebody is busy there, say at once what the question will be
    about; when the meeting is over by now, only say at home what happened."""
    sitting = app.sitting
    if sitting is None or sitting.path != conflict.ours:
        _say(app, _(KEPT))
        return
    sitting.conflict, sitting.asked = conflict, False
    if _is_busy(app.screen):
        _say(app, _(TWO))
    _ask_in_time(app, sitting, conflict)


def _ask_in_time(app: "TeamflowApp", sitting: Sitting, conflict: Conflict) -> None:
    """Ask as soon as nobody is busy, unless it's settled by then or has been asked."""
    if app.sitting is not sitting:
        _say(app, _(KEPT))
        return
    if sitting.conflict is not conflict or sitting.asked:
        return
    if _is_busy(app.screen):
        app.set_timer(AGAIN, lambda: _ask_in_time(app, sitting, conflict))
    else:
        _ask(app, sitting, conflict)


def ask_again(app: "TeamflowApp") -> None:
    """Ask what was left for later, because somebody wants to."""
    sitting = app.sitting
    if sitting is not None and sitting.conflict is not None:
        _ask(app, sitting, sitting.conflict)


def _ask(app: "TeamflowApp", sitting: Sitting, conflict: Conflict) -> None:
    sitting.asked = True
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
            if self._sitting.conflict is self._conflict:  # there may be a new one by now
                self._sitting.conflict = None
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
            thrown = await asyncio.to_thread(self._sitting.give_way)
            left = theirs.session.left is not None
            told = _(IN_TRASH) if thrown else _(IN_FOLDER)
            self._app.post_message(OpenSession(theirs.path, interrupted=left, said=told))


def _say(app: "TeamflowApp", text: str) -> None:
    """Say it where it can be seen, or will be when the windows above it are gone."""
    for screen in reversed(app.screen_stack):
        if isinstance(screen, MeetingScreen | HomeScreen):
            app.call_after_refresh(screen.say, text)  # after what coming to this screen says
            return
