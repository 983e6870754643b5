"""`teamflow list [--json]`: the sessions, newest first."""

import json
from typing import Any

from teamflow.cli import terminal, worlds
from teamflow.cli.halt import GOOD
from teamflow.cli.request import Request
from teamflow.core.protocol import PROTOCOL
from teamflow.locale import _
from teamflow.store.folder import Folder
from teamflow.store.head import Summary
from teamflow.store.problem import Problem


def run(request: Request) -> int:
    """Print the list, for people or for programs."""
    folder = Folder(worlds.sessions_of(request))
    newest = folder.newest()
    if request.json:
        terminal.out(json.dumps([_entry(summary) for summary in newest], indent=2))
    else:
        place = terminal.visible(folder.path)
        told = _("Sessions in {folder}:") if newest else _("No sessions in {folder} yet.")
        terminal.out("\n".join([told.format(folder=place), *map(_told, newest)]))
    return GOOD


def _entry(summary: Summary) -> dict[str, Any]:
    date, evaluation = summary.date, summary.evaluation_date
    return {
        "id": summary.id,
        "file": str(summary.file),
        "date": date and date.isoformat(),
        "team": summary.team,
        "question": summary.question,
        "phase": summary.phase,
        "chosen": summary.chosen,
        "evaluation_date": evaluation and evaluation.isoformat(),
        "readable": summary.readable,
        "problem": summary.problem and _reason(summary.problem),
    }


def _told(summary: Summary) -> str:
    """Two lines or three: which session, how far it is, what it is about."""
    if summary.problem is not None:
        state, about = _("can't be read"), _reason(summary.problem)
    else:
        state = _("done") if summary.closed else _phase(summary.phase)
        about = summary.question
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
