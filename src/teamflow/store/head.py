"""The summary of a session, from the first lines of its file.

A list of sessions is the first thing on screen, so this neither needs pydantic nor, for files
that teamflow wrote, tomllib, and of a thousand files only those that are shown are opened.
"""

import datetime as dt
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeGuard

from teamflow.store import reading, toplines
from teamflow.store.faults import (
    EMPTY,
    MISSING,
    NOT_AN_OPTION,
    NOT_DATE,
    NOT_MOMENT,
    NOT_TEXT,
    Fault,
    at_key,
    located,
    schema_fault,
)
from teamflow.store.naming import SUFFIX, newest_first
from teamflow.store.problem import Problem, Unreadable

PHASES: Final = ("question", "think", "round", "choose", "plan", "evaluation", "close")
"""`core.session.PhaseName`, which can't be asked without building every pydantic model."""

_SLICE: Final = 8192  # bytes; a head is about one
_TABLE: Final = re.compile(r"^\[", re.MULTILINE)
_TEXTS: Final = ("school", "team", "theme", "question")


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list shows of one file. Of a file that can't be read only `file` and `problem`
    are set; `phase` is where the meeting is, `closed` whether it has ended, `outcome` what became
    of its evaluation."""

    file: Path
    id: str = ""
    date: dt.date | None = None
    school: str = ""
    team: str = ""
    theme: str = ""
    question: str = ""
    phase: str = ""
    closed: bool = False
    chosen: tuple[str, ...] = ()
    evaluation_date: dt.date | None = None
    outcome: str = ""
    problem: Problem | None = None

    @property
    def readable(self) -> bool:
        """Whether the head of the file makes sense."""
        return self.problem is None


def summaries(folder: Path) -> Iterator[Summary]:
    """The sessions in `folder`, newest first by their names; each file is opened when its turn
    comes. A folder that isn't there has none; one that can't be read is itself a problem."""
    try:
        names = session_names(folder)
    except OSError as error:
        yield Summary(folder, problem=reading.unread(folder, error))
        return
    for name in names:
        yield read_head(folder / name)


def session_names(folder: Path) -> list[str]:
    """The names in `folder` that a session could have, newest first, whatever has them: what
    can't be read as a session is shown with its reason. Raises OSError."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if _may_be_session(entry.name)]
    except FileNotFoundError:
        return []
    return newest_first(names)


def _may_be_session(name: str) -> bool:
    return name.lower().endswith(SUFFIX) and not name.startswith(".")


def read_head(path: Path) -> Summary:
    """The summary of one file; never raises for what the file is or holds."""
    try:
        return _summary(path)
    except Unreadable as unreadable:
        return Summary(path, problem=unreadable.problems[0].at(path))


def _summary(path: Path) -> Summary:
    text = _head_text(path)
    values: Mapping[str, Any] | None = toplines.read(text)
    if values is None:
        text, values = _thoroughly(path, text)
    if fault := _fault(values):
        raise Unreadable(*located([fault], text))
    chosen, evaluation = values.get("chosen"), values.get("evaluation_date")
    outcome = values.get("outcome")
    return Summary(
        path,
        id=_spaced(values["id"]),
        date=values["date"],
        school=_spaced(values.get("school", "")),
        team=_spaced(values.get("team", "")),
        theme=_spaced(values.get("theme", "")),
        question=_spaced(values.get("question", "")),
        phase=values.get("phase", PHASES[0]),
        closed="closed" in values,
        chosen=tuple(_spaced(text) for text in chosen) if _is_texts(chosen) else (),
        evaluation_date=evaluation if type(evaluation) is dt.date else None,
        outcome=_spaced(outcome) if isinstance(outcome, str) else "",
    )


def _head_text(path: Path) -> str:
    """What stands before the first table, as far as that can be seen without parsing. All that
    was read for it must be text: who opens the file wants to know now that it isn't."""
    data = reading.start_of(path, _SLICE)
    is_whole = len(data) < _SLICE
    text = reading.text_of(data, whole=is_whole)
    table = _TABLE.search(text)
    if table is None and not is_whole:
        text = reading.text_of(reading.whole(path))
        table = _TABLE.search(text)
    return (text[: table.start()] if table else text).replace("\r\n", "\n")


def _thoroughly(path: Path, text: str) -> tuple[str, dict[str, Any]]:
    """The values by tomllib, and the text they stand in: the head, or all where that isn't TOML,
    for what looked like the first table may have been part of a text or a list."""
    from teamflow.core.text import clean_line
    from teamflow.store.parsing import parse

    try:
        values = parse(text)
    except Unreadable:
        text = reading.text_of(reading.whole(path))
        values = parse(text)
    for key, value in values.items():
        if isinstance(value, str):
            values[key] = clean_line(value)
        elif _is_texts(value):
            values[key] = [clean_line(item) for item in value]
    return text, values


def _fault(values: Mapping[str, Any]) -> Fault | None:
    """The first thing in a head that makes it unusable."""
    if fault := schema_fault(values):
        return fault
    for name in ("id", "date"):
        if name not in values:
            return at_key((name,), MISSING)
    for name in ("id", *_TEXTS):
        if not isinstance(values.get(name, ""), str):
            return at_key((name,), NOT_TEXT)
    if not values["id"].strip():
        return at_key(("id",), EMPTY)
    if type(values["date"]) is not dt.date:
        return at_key(("date",), NOT_DATE)
    if values.get("phase", PHASES[0]) not in PHASES:
        return at_key(("phase",), NOT_AN_OPTION, options=", ".join(PHASES))
    if "closed" in values and not _is_moment(values["closed"]):
        return at_key(("closed",), NOT_MOMENT)
    return None


def _is_moment(value: object) -> bool:
    return isinstance(value, dt.datetime) and value.tzinfo is not None


def _is_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _spaced(text: str) -> str:
    return " ".join(text.split())
