"""`teamflow export --all`: every session, past those that can't be exported."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from teamflow.cli import clock, terminal, worlds, writing
from teamflow.cli.exporting import export_one, suffix_of
from teamflow.cli.halt import GOOD, PROBLEM, WRONG_USE, Halt
from teamflow.cli.progress import with_progress
from teamflow.cli.request import Request
from teamflow.core.days import read_day
from teamflow.locale import _, ngettext
from teamflow.store.archive import Period, Wanted
from teamflow.store.folder import Folder
from teamflow.store.head import Summary

A_YEAR: Final = dt.timedelta(days=366)


def run(request: Request) -> int:
    """Write a file for each session that was asked for. Raises Halt at the end, with all that
    went wrong."""
    to, suffix = request.to or Path(), suffix_of(request)
    folder = Folder(worlds.sessions_of(request))
    asked = list(_asked(folder, request))
    if not asked:
        told = _("There is nothing to export in {folder}: no session of that team and time.")
        raise Halt(told.format(folder=terminal.visible(folder.path)), PROBLEM)
    writing.make_folder(to)
    problems = []
    for summary in with_progress(asked, _("Exporting")):
        try:
            export_one(folder, summary.file, to / f"{summary.file.stem}{suffix}", request)
        except Halt as halt:
            problems.append(halt.text)
    written = len(asked) - len(problems)
    told = ngettext("{n} file written in {folder}", "{n} files written in {folder}", written)
    terminal.out(told.format(n=written, folder=terminal.visible(to)))
    if problems:
        told = ngettext(
            "{n} session wasn't exported:", "{n} sessions weren't exported:", len(problems)
        )
        raise Halt("\n".join([told.format(n=len(problems)), *problems]), PROBLEM)
    return GOOD


def _asked(folder: Folder, request: Request) -> Iterator[Summary]:
    """The sessions of that team and time; what can't be read may be one of them."""
    today = clock.today()
    period = Period(_day(request.since, today), dt.date.max) if request.since else None
    wanted = Wanted(team=request.team or "", period=period)
    for summary in folder.newest():
        if not summary.readable or wanted.fits_head(summary, today):
            yield summary


def _day(text: str, today: dt.date) -> dt.date:
    day = read_day(text, today)
    if day is None:
        told = _("“{text}” isn't a day. Write it like this: 2026-09-01.")
        raise Halt(told.format(text=terminal.visible(text)), WRONG_USE)
    # A day without a year is read as one to come, and nobody means that here.
    return day if day <= today else read_day(text, today - A_YEAR) or day
