"""`teamflow form [--to FILE]`: the empty form, for a team that starts on paper."""

from teamflow import export
from teamflow.cli import clock, terminal, worlds, writing
from teamflow.cli.halt import GOOD
from teamflow.cli.request import Request
from teamflow.core.blank import blank
from teamflow.core.form import Form
from teamflow.locale import _
from teamflow.store.folder import Folder


def run(request: Request) -> int:
    """Write the form, or print it as text."""
    form = _prefilled(request) if request.prefilled else blank(_)
    if request.to is None:
        from teamflow.export import plain

        terminal.out(terminal.drawn(plain.page(form)))
        return GOOD
    suffix = writing.known(request.to, tuple(export.FORMS))
    with writing.making(suffix):
        data = export.export_form(form, suffix)
    writing.write(request.to, data, force=request.force)
    terminal.out(_("Written: {file}").format(file=terminal.visible(request.to)))
    return GOOD


def _prefilled(request: Request) -> Form:
    today = clock.today()
    last = Folder(worlds.sessions_of(request)).last()
    if last is None:
        return blank(_, date=today)
    names = [person.name for person in last.participants]
    return blank(_, school=last.school, team=last.team, date=today, names=names)
