"""`teamflow due [--ics | --json]`: what is to be evaluated, what is late, which steps are open."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from teamflow.cli import clock, sessions, terminal, worlds
from teamflow.cli.halt import GOOD, PROBLEM, Halt
from teamflow.cli.progress import with_progress
from teamflow.cli.request import Request
from teamflow.core.calendar import long_date
from teamflow.core.form import from_to
from teamflow.core.handout import Handout, hand_out
from teamflow.core.loop import Due, Link, dues, link_of, taken_along
from teamflow.locale import _
from teamflow.store.folder import Folder, Stored


class Entry(NamedTuple):
    """Something due, and what is told of the session that asks for it."""

    due: Due
    file: Path
    id: str
    team: str
    question: str
    way: str


class Asked(NamedTuple):
    """One version of a session, made at that moment: its place among the others, and all that
    it asks for by itself."""

    version: dt.datetime
    link: Link
    entries: tuple[Entry, ...]


def run(request: Request) -> int:
    """Print what is due, for people, for programs or for a calendar. What can't be read is told
    at the end."""
    folder = Folder(worlds.sessions_of(request))
    problems: list[str] = []
    entries = sorted(_entries(_ended(folder, problems)), key=_by_day)
    today = clock.today()
    if request.ics:
        terminal.out_file(_calendar(folder, entries))
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


def _entries(ended: Iterable[Stored]) -> Iterator[Entry]:
    """What is due, of which nothing is a later meeting's by now; no session is kept in memory."""
    latest: dict[str, Asked] = {}
    for stored in ended:
        # Of a session that is there more than once, as a copy, the version saved last counts.
        known = latest.get(stored.session.id)
        if known is None or known.version <= stored.version:
            latest[stored.session.id] = _asked(stored)
    taken = taken_along(asked.link for asked in latest.values())
    for asked in latest.values():
        for entry in asked.entries:
            if entry.due.step is None or entry.id not in taken:
                yield entry


def _asked(stored: Stored) -> Asked:
    session = stored.session
    way = from_to(session.evaluation, _)
    entries = tuple(
        Entry(due, stored.path, session.id, session.team, session.question, way)
        for due in dues(session)
    )
    return Asked(stored.version, link_of(session), entries)


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
    due = entry.due
    day = long_date(due.date, _) if due.date else _("no day")
    about = _("step") if due.step else _("look back")
    yield _joined("  ", day, about, entry.team, due.who)
    yield _joined("      ", due.what or entry.question, "" if due.step else entry.way)


def _joined(indent: str, *words: str) -> str:
    return terminal.visible(indent + " · ".join(filter(None, words)))


def _as_json(entry: Entry, today: dt.date) -> dict[str, Any]:
    due = entry.due
    return {
        "kind": "evaluation" if due.step is None else "step",
        "date": due.date and due.date.isoformat(),
        "late": due.is_late(today),
        "what": due.what,
        "who": due.who,
        "id": entry.id,
        "file": str(entry.file),
        "team": entry.team,
        "question": entry.question,
    }


def _calendar(folder: Folder, entries: Iterable[Entry]) -> bytes:
    from teamflow.export.ics import export_due

    asked: dict[Path, list[Due]] = {}
    for entry in entries:
        asked.setdefault(entry.file, []).append(entry.due)
    return export_due(((_handout(folder, file), due) for file, due in asked.items()), _)


def _handout(folder: Folder, file: Path) -> Handout:
    stored = sessions.stored(folder, file)
    return hand_out(stored.session, "leader", _, stored.version)
