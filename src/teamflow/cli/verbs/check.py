"""`teamflow check [FILE...]`: all that is wrong with the files, with lines."""

from teamflow.cli import sessions, terminal, worlds
from teamflow.cli.halt import GOOD, PROBLEM
from teamflow.cli.request import Request
from teamflow.locale import ngettext
from teamflow.store.folder import Folder


def run(request: Request) -> int:
    """Print every problem, or that there is none."""
    folder = Folder(worlds.sessions_of(request))
    if problems := folder.check(request.files or None):
        terminal.out("\n".join(map(sessions.located, problems)))
        return PROBLEM
    count = len(request.files or folder.newest())
    told = ngettext("{count} session, no problems.", "{count} sessions, no problems.", count)
    terminal.out(told.format(count=count))
    return GOOD
