"""`teamflow list [--json]`: the sessions, newest first."""

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from teamflow.cli import clock, sessions, terminal, worlds
from teamflow.cli.halt import GOOD, PROBLEM, Halt
from teamflow.cli.request import Request
from teamflow.core.protocol import PROTOCOL
from teamflow.locale import _
from teamflow.store.copies import copies
from teamflow.store.folder import Folder
from teamflow.store.head import Summary
from teamflow.store.problem import Problem
from teamflow.store.standing import standing_of, standing_told


def run(request: Request) -> int:
    """Print the list, for people or for programs. Raises Halt where the folder can't be read."""
    folder = Folder(worlds.sessions_of(request))
    newest = folder.newest()
    trouble = next((each.problem for each in newest if each.file == folder.path), None)
    if trouble is not None:
        raise Halt(sessions.located(trouble), PROBLEM)
    originals = copies(newest)
    today = clock.today()
    if request.json:
        terminal.out(json.dumps([_entry(each, today, originals) for each in newest], indent=2))
    else:
        place = terminal.visible(folder.path)
        told = _("Sessions in {folder}:") if newest else _("No sessions in {folder} yet.")
        lines = (_told(each, today, originals) for each in newest)
        terminal.out("\n".join([told.format(folder=place), *lines]))
    return GOOD


def _entry(summary: Summary, today: dt.date, originals: Mapping[Path, Path]) -> dict[str, Any]:
    original = originals.get(summary.file)
    date, evaluation = summary.date, summary.evaluation_date
    return {
        "id": summary.id,
        "file": str(summary.file),
        "copy_of": original and str(original),
        "date": date and date.isoformat(),
        "team": summary.team,
        "question": summary.question,
        "phase": summary.phase,
        "chosen": summary.chosen,
        "state": standing_of(summary, today),
        "outcome": summary.outcome or None,
        "evaluation_date": evaluation and evaluation.isoformat(),
        "readable": summary.readable,
        "problem": summary.problem and _reason(summary.problem),
    }


def _told(summary: Summary, today: dt.date, originals: Mapping[Path, Path]) -> str:
    """Two lines or three: which session, how it stands, what it is about."""
    about = _reason(summary.problem) if summary.problem else summary.question
    is_running = summary.readable and not summary.closed
    state = _phase(summary.phase) if is_running else standing_told(summary, today, _)
    if original := originals.get(summary.file):
        state = _("≠ a copy of {name}: changed in two places").format(name=original.stem)
    words = [summary.file.stem, summary.team, state]
    lines = [" · ".join(filter(None, words)), *([f"  {about}"] if about else [])]
    return "\n" + "\n".join(map(terminal.visible, lines))


def _phase(name: str) -> str:
    return next((_(phase.title) for phase in PROTOCOL if phase.name == name), name)


def _reason(problem: Problem) -> str:
    told = problem.told(_)
    if problem.line is None:
        return told
    return _("line {line}: {reason}").format(line=problem.line, reason=told)
