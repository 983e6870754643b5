"""`teamflow due [--ics | --json]`: what is to be evaluated, what is late, which steps are open."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from teamflow.cli import clock, sessions, terminal, worlds
from teamflow.cli.halt import GOOD, PROBLEM, Halt
from teamflow.cli.progress import with_progress
from teamflow.cli.request import Request
from teamflow.core.calendar import long_date
from teamflow.core.form import from_to
from teamflow.core.handout import hand_out
from teamflow.core.loop import Due, dues
from teamflow.locale import _
from teamflow.store.folder import Folder, Stored


class Entry(NamedTuple):
    """Something due, and the session that asks for it."""

    due: Due
    stored: Stored


def run(request: Request) -> int:
    """Print what is due, for people, for programs or for a calendar. What can't be read is told
    at the end."""
    folder = Folder(worlds.sessions_of(request))
    problems: list[str] = []
    # Of a session that is there more than once, as a copy, the version saved last counts.
    versions = sorted(_ended(folder, problems), key=lambda stored: stored.version)
    latest = {stored.session.id: stored for stored in versions}
    asking = [stored for stored in latest.values() if any(dues(stored.session))]
    entries = sorted(
        (Entry(due, stored) for stored in asking for due in dues(stored.session)), key=_by_day
    )
    today = clock.today()
    if request.ics:
        terminal.out_file(_calendar(asking))
    elif request.json:
        told = [_as_json(entry, today) for entry in entries]
        terminal.out(json.dumps(told, indent=2, ensure_ascii=False))
    else:
        terminal.out("\n".join(_told(entries, today)) or _("Nothing is due."))
    if problems:
        raise Halt("\n".join(problems), PROBLEM)
    return GOOD


def _ended(folder: Folder, problems: list[str]) -> Iterator[Stored]:
    """The sessions that have ended."""
    for summary in with_progress(folder.newest(), _("Reading")):
        if summary.problem is not None:
            problems.append(sessions.located(summary.problem))
        elif summary.closed:
            try:
                yield sessions.stored(folder, summary.file)
            except Halt as halt:
                problems.append(halt.text)


def _by_day(entry: Entry) -> tuple[dt.date, str]:
    return entry.due.date or dt.date.max, entry.due.what


def _told(entries: Iterable[Entry], today: dt.date) -> Iterator[str]:
    late = [entry for entry in entries if entry.due.is_late(today)]
    to_come = [entry for entry in entries if not entry.due.is_late(today)]
    groups = (
        (_("Late"), late),
        (_("To look back on"), [entry for entry in to_come if entry.due.step is None]),
        (_("Open steps"), [entry for entry in to_come if entry.due.step is not None]),
    )
    for number, (heading, group) in enumerate(group for group in groups if group[1]):
        yield from ("", heading) if number else (heading,)
        for entry in group:
            yield from _lines(entry)


def _lines(entry: Entry) -> Iterator[str]:
    due, session = entry.due, entry.stored.session
    day = long_date(due.date, _) if due.date else _("no day")
    about = _("step") if due.step else _("look back")
    yield _joined("  ", day, about, session.team, due.who)
    way = "" if due.step else from_to(session.evaluation, _)
    yield _joined("      ", due.what or session.question, way)


def _joined(indent: str, *words: str) -> str:
    return terminal.visible(indent + " · ".join(filter(None, words)))


def _as_json(entry: Entry, today: dt.date) -> dict[str, Any]:
    due, session = entry.due, entry.stored.session
    return {
        "kind": "evaluation" if due.step is None else "step",
        "date": due.date and due.date.isoformat(),
        "late": due.is_late(today),
        "what": due.what,
        "who": due.who,
        "id": session.id,
        "file": str(entry.stored.path),
        "team": session.team,
        "question": session.question,
    }


def _calendar(asking: Iterable[Stored]) -> bytes:
    from teamflow.export.ics import export_due

    handouts = (hand_out(each.session, "leader", _, each.version) for each in asking)
    return export_due(handouts, _)
