"""`teamflow show SESSION`: the filled form as text."""

from teamflow.cli import sessions, terminal, worlds
from teamflow.cli.halt import GOOD
from teamflow.cli.request import Request
from teamflow.core.form import fill
from teamflow.export import plain
from teamflow.locale import _
from teamflow.store.folder import Folder


def run(request: Request) -> int:
    """Print the form."""
    folder = Folder(worlds.sessions_of(request))
    session = sessions.read(folder, sessions.the_one(folder, request.session or ""))
    terminal.out(terminal.drawn(plain.page(fill(session, _))))
    return GOOD
