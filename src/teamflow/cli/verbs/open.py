"""`teamflow open [SESSION]`: go on with a session."""

from pathlib import Path
from typing import Final

from teamflow.cli import screens, sessions, terminal, worlds
from teamflow.cli.request import Request
from teamflow.store.folder import Folder

RECENT: Final = 12
"""How many of the newest sessions may be the interrupted one, as on the home screen."""


def run(request: Request) -> int:
    """Show that session; without a name the interrupted one, or else the home screen."""
    terminal.require_terminal()
    folder = Folder(worlds.sessions_of(request))
    if request.session is None:
        return screens.run(request, _interrupted(folder) or "home")
    file = sessions.the_one(folder, request.session)
    sessions.read(folder, file)  # what's wrong with it is best told before the screens
    return screens.run(request, file)


def _interrupted(folder: Folder) -> Path | None:
    recent = folder.newest(RECENT)
    return next((each.file for each in recent if each.readable and not each.closed), None)
