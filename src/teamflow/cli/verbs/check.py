"""`teamflow check [--repair] [SESSION...]`: all that is wrong with the files, with lines."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from teamflow.cli import sessions, terminal, worlds
from teamflow.cli.halt import GOOD, PROBLEM
from teamflow.cli.request import Request
from teamflow.locale import _, ngettext
from teamflow.store.folder import Folder
from teamflow.store.problem import Problem, Unreadable
from teamflow.store.trouble import Unsaved


def run(request: Request) -> int:
    """Print every problem, or that there is none; a file that needs repair is a problem, also
    when it could be repaired."""
    folder = Folder(worlds.sessions_of(request))
    files = [sessions.the_file(folder, file) for file in request.files]
    problems = folder.check(files or None)
    if not problems:
        count = len(files or folder.newest())
        told = ngettext("{count} session, no problems.", "{count} sessions, no problems.", count)
        terminal.out(told.format(count=count))
        return GOOD
    if request.repair:
        _repair(folder, files or [summary.file for summary in folder.newest()], problems)
    else:
        terminal.out("\n".join(map(sessions.located, problems)))
    return PROBLEM


def _repair(folder: Folder, files: Iterable[Path], problems: Iterable[Problem]) -> None:
    """Print what becomes of each damaged file, and how many are fine."""
    damaged = {problem.file for problem in problems}
    fine = 0
    for file in files:
        if file in damaged:
            terminal.out("\n".join(_repaired(folder, file)))
        else:
            fine += 1
    if fine:
        told = ngettext("{count} session is fine.", "{count} sessions are fine.", fine)
        terminal.out(told.format(count=fine))


def _repaired(folder: Folder, file: Path) -> Iterator[str]:
    from teamflow.store.repair import repair  # most checks find nothing to repair

    try:
        done = repair(file)
    except Unreadable as unreadable:
        told = _("{file}: too little can be read of it for a copy.")
        yield told.format(file=terminal.visible(file))
        yield from map(sessions.located, unreadable.problems)
    except Unsaved as unsaved:
        yield f"{terminal.visible(file)}: {unsaved.trouble.told(_)}"
    else:
        if done is None:  # it can be read, but contradicts itself: that's for people to solve
            told = _("{file}: it can be read as it is, so no copy is made. What doesn't add up:")
            yield told.format(file=terminal.visible(file))
            yield from map(sessions.located, folder.check([file]))
            return
        told = _("{file}: what can be read of it is now in “{copy}”. Not there, or changed:")
        copy = terminal.visible(done.copy.name)
        yield told.format(file=terminal.visible(file), copy=copy)
        yield from map(sessions.located, (*done.lost, *folder.check([done.copy])))
