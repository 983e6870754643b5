"""`teamflow form [--to FILE]`: what a team or its chair wants on paper before the meeting."""

from pathlib import Path

from teamflow import export
from teamflow.cli import clock, terminal, worlds, writing
from teamflow.cli.halt import GOOD
from teamflow.cli.request import Request
from teamflow.core.blank import blank
from teamflow.core.briefing import briefing
from teamflow.core.form import Form
from teamflow.locale import _
from teamflow.store.folder import Folder
from teamflow.store.places import settings_file
from teamflow.store.settings import load_settings


def run(request: Request) -> int:
    """Write the form, or print it as text; the chair's card is always a file."""
    if request.chair:
        _write(_card(), request.to or Path(_("chairs-card.pdf")), request)
    elif request.to is not None:
        _write(_empty(request), request.to, request)
    else:
        from teamflow.export import plain

        terminal.out(terminal.drawn(plain.page(_empty(request))))
    return GOOD


def _write(form: Form, file: Path, request: Request) -> None:
    suffix = writing.known(file, tuple(export.FORMS))
    with writing.making(suffix):
        data = export.export_form(form, suffix)
    writing.write(file, data, force=request.force)
    terminal.out(_("Written: {file}").format(file=terminal.visible(file)))


def _card() -> Form:
    settings, _problems = load_settings(settings_file())
    minutes = {"think": settings.think, "round": settings.round, "choose": settings.choose}
    return briefing(_, minutes)


def _empty(request: Request) -> Form:
    if not request.prefilled:
        return blank(_)
    today = clock.today()
    last = Folder(worlds.sessions_of(request)).last()
    if last is None:
        return blank(_, date=today)
    names = [person.name for person in last.participants]
    return blank(_, school=last.school, team=last.team, date=today, names=names)
