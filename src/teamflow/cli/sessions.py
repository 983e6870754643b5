"""From a word on the command line to the one session that it means."""

import os
from pathlib import Path

from teamflow.cli.halt import PROBLEM, WRONG_USE, Halt
from teamflow.cli.terminal import visible
from teamflow.core.session import Session
from teamflow.locale import _
from teamflow.store.folder import Folder, Stored
from teamflow.store.naming import SUFFIX
from teamflow.store.problem import Problem, Unreadable


def the_one(folder: Folder, word: str) -> Path:
    """The file that `word` means. Raises Halt where that is none, or more than one."""
    found = folder.find(word)
    if len(found) == 1:
        return found[0]
    if not found:
        told = _("No session in {folder} is called “{word}”. See them all: teamflow list")
        told = told.format(word=visible(word), folder=visible(folder.path))
    else:
        names = "\n".join(f"  {visible(file.stem)}" for file in found)
        told = _("“{word}” can be any of these sessions:").format(word=visible(word)) + f"\n{names}"
    raise Halt(told, WRONG_USE)


def the_file(folder: Folder, place: Path) -> Path:
    """The same for what may also be the place of something that's no session, or not there."""
    word = str(place)
    is_place = os.path.lexists(place) or (word.endswith(SUFFIX) and not folder.find(word))
    return place if is_place else the_one(folder, word)


def read(folder: Folder, file: Path) -> Session:
    """The session in a file. Raises Halt, with all that is wrong, where it can't be read."""
    return stored(folder, file).session


def stored(folder: Folder, file: Path) -> Stored:
    """The same, with what else its file says."""
    try:
        return folder.load(file)
    except Unreadable as unreadable:
        raise Halt("\n".join(map(located, unreadable.problems)), PROBLEM) from unreadable


def located(problem: Problem) -> str:
    """A problem as editors understand it: `file:line: reason`."""
    line = "" if problem.line is None else f":{problem.line}"
    return f"{visible(problem.file)}{line}: {visible(problem.told(_))}"
