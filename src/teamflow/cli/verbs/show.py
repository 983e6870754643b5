"""`teamflow show SESSION`: the filled form as text."""

from dataclasses import replace

from teamflow.cli import sessions, terminal, worlds
from teamflow.cli.halt import GOOD
from teamflow.cli.request import Request
from teamflow.core.calendar import long_dates
from teamflow.core.form import Fact, fill
from teamflow.export import plain
from teamflow.locale import _
from teamflow.store.folder import Folder


def run(request: Request) -> int:
    """Print the form, with the days on which it was changed after the meeting."""
    folder = Folder(worlds.sessions_of(request))
    session = sessions.read(folder, sessions.the_one(folder, request.session or ""))
    form = fill(session, _)
    if session.edited:
        edited = Fact(_("Changed afterwards"), long_dates(session.edited, _))
        form = replace(form, facts=(*form.facts, edited))
    terminal.out(terminal.drawn(plain.page(form)))
    return GOOD
