"""A damaged session file set right in a copy beside it, as far as it can be read.

The damaged file is never changed: whatever the copy lacks can still be looked up there.
"""

import codecs
import datetime as dt
import re
from collections.abc import Mapping, Set
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from teamflow.core.ideas import with_new_idea
from teamflow.core.rules.choosing import MOST_CHOSEN
from teamflow.core.schema import SCHEMA
from teamflow.core.session import Session
from teamflow.core.text import clean_line
from teamflow.locale import N_
from teamflow.store import atomic, reading
from teamflow.store.faults import MISSING, NEWER, Fault, KeyPath, named, schema_fault, translated
from teamflow.store.naming import SUFFIX, numbered
from teamflow.store.parsing import refuse_too_deep
from teamflow.store.problem import Problem, Unreadable
from teamflow.store.record import Record, decode, encode, record_of
from teamflow.store.salvage import Salvage
from teamflow.store.trouble import Unsaved, trouble_with

_NOTHING: Final = N_("Nothing in this file can be read as a session.")
_NO_DATE: Final = N_(
    "The date of the meeting is lost: put it in front of the file's name, like 2026-11-21."
)
_FILLED_IN: Final = N_("“{key}” can't be read: it's now {value}.")
_INCOMPLETE: Final = N_("“{item}” is left out: its “{key}” is missing.")
_NOT_TEXT: Final = N_("Characters that can't be read are now shown as \ufffd.")
_UTF16: Final = N_("The file was saved as UTF-16: the copy is UTF-8, as it should be.")
_CUT_SHORT: Final = N_("The file ends in the middle of a line: what came after it may be lost.")
_END_IS_GONE: Final = N_("From here to its end the file is empty: what stood there is lost.")

_FORBIDDEN: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_NAMES: Final = frozenset(field.name for field in fields(Session))


@dataclass(frozen=True)
class Repaired:
    """The copy, and all that it lacks or that was filled in, with the damaged file's lines."""

    copy: Path
    lost: tuple[Problem, ...]


def repair(path: Path) -> Repaired | None:
    """Put what can be read of a damaged file in a copy, `<name> (repaired).toml` or a free name
    after that, and say what couldn't; None for a file that can be read as it is.

    Raises Unreadable where there is nothing to put in a copy, Unsaved where it can't be written.
    """
    try:
        data = reading.whole(path)
        if _can_be_read(data):
            return None
        text, lost = repaired(data, path.stem)
    except Unreadable as unreadable:
        raise unreadable.at(path) from None
    name = f"{path.stem} (repaired){SUFFIX}"
    try:
        copy = _kept(path.parent, name, text.encode())
    except OSError as error:
        raise Unsaved(trouble_with(path.parent, error)) from error
    return Repaired(copy, tuple(problem.at(path) for problem in lost))


def _can_be_read(data: bytes) -> bool:
    try:
        decode(reading.text_of(data))
    except Unreadable:
        return False
    return True


def _kept(folder: Path, name: str, data: bytes) -> Path:
    """The copy: the one of an earlier repair where that has the same in it, or a new one."""
    with suppress(Unreadable):  # the first that isn't there
        return next(
            folder / each for each in numbered(name) if reading.whole(folder / each) == data
        )
    return atomic.create(folder, numbered(name), data)


def repaired(data: bytes, name: str) -> tuple[str, list[Problem]]:
    """The text of a file that can be read, from the bytes of one that can't and the stem of its
    name; and what was lost or filled in, in the order of the lines. Raises Unreadable."""
    text, lost = _text(data)
    salvage = Salvage(text)
    refuse_too_deep(salvage.values)
    if not salvage.values.keys() & _NAMES:
        raise Unreadable(Problem(None, None, _NOTHING, {}))
    fault = schema_fault(salvage.values)
    if fault and fault.reason == NEWER:
        raise Unreadable(Problem(None, salvage.line_of(fault.path), NEWER, fault.values))
    lost += salvage.lost + _fill_in(salvage, name)
    record, faults = _valid(salvage.values)
    lost += (Problem(None, salvage.line_of(path), why, what) for path, why, what in faults)
    session = _with_head(record.session, salvage.values)
    said = encode(session, record.unknown, record.version)
    return said, sorted(lost, key=lambda problem: problem.line or 0)


def _text(data: bytes) -> tuple[str, list[Problem]]:
    """Bytes as text that TOML allows, and what is lost by that."""
    lost = []
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = data.decode("utf-16", errors="replace").encode()
        lost.append(Problem(None, 1, _UTF16, {}))
    data = data.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n")
    kept, lines = data.rstrip(b"\0"), []
    for number, raw in enumerate(kept.split(b"\n"), 1):
        lines.append(_FORBIDDEN.sub("\ufffd", raw.decode(errors="replace")))
        if lines[-1].encode() != raw:
            lost.append(Problem(None, number, _NOT_TEXT, {}))
    if kept != data:
        lost.append(Problem(None, len(lines), _END_IS_GONE, {}))
    elif not kept.endswith(b"\n"):
        lost.append(Problem(None, len(lines), _CUT_SHORT, {}))
    return "\n".join(lines), lost


def _fill_in(salvage: Salvage, name: str) -> list[Problem]:
    """Give the values what no session can do without, and tell of it. Raises Unreadable."""
    values, needed = salvage.values, dict[str, object]()
    if schema_fault(values):
        needed["schema"] = SCHEMA
    if not isinstance(values.get("id"), str) or not clean_line(values["id"]):
        needed["id"] = clean_line(name) or "repaired"
    if type(values.get("date")) is not dt.date:
        needed["date"] = _day_in(name)
    lost = [
        Problem(None, salvage.line_of((key,)), _FILLED_IN, {"key": key, "value": value})
        for key, value in needed.items()
    ]
    values.update(needed)
    return lost


def _day_in(name: str) -> dt.date:
    with suppress(ValueError):
        return dt.date.fromisoformat(name[:10])
    raise Unreadable(Problem(None, None, _NO_DATE, {}))


def _valid(values: Mapping[str, Any]) -> tuple[Record, list[Fault]]:
    """The record in the values, without those that a session can't have, and what is wrong with
    each of them. An item of a list that lacks something it needs goes as a whole."""
    gone: set[KeyPath] = set()
    faults: list[Fault] = []
    while True:
        ways: dict[KeyPath, KeyPath] = {}
        left = _left(values, gone, ways)
        try:
            return record_of(left), faults
        except ValidationError as error:
            for fault in translated(error.errors(), left):
                lost = _lost(fault, ways)
                if lost.path not in gone:
                    faults.append(lost)
                    gone.add(lost.path)


def _with_head(session: Session, values: Mapping[str, Any]) -> Session:
    """The session in which what the head repeats stands in for what was lost further on."""
    day, chosen = values.get("evaluation_date"), values.get("chosen")
    if session.evaluation.date is None and type(day) is dt.date:
        session = replace(session, evaluation=replace(session.evaluation, date=day))
    if session.choice.chosen or not isinstance(chosen, list):
        return session
    for text in (clean_line(each) for each in chosen[:MOST_CHOSEN] if isinstance(each, str)):
        session = _with_chosen(session, text) if text else session
    return session


def _with_chosen(session: Session, text: str) -> Session:
    if all(idea.text != text for idea in session.ideas):
        session = with_new_idea(session, text)
    id = next(idea.id for idea in session.ideas if idea.text == text)
    return replace(session, choice=replace(session.choice, chosen=(*session.choice.chosen, id)))


def _lost(fault: Fault, ways: Mapping[KeyPath, KeyPath]) -> Fault:
    """What goes because of a fault, by the way in which the file has it."""
    if fault.reason == MISSING:
        *item, key = fault.path
        way = ways[tuple(item)]
        return Fault(way, _INCOMPLETE, {"item": named(way), "key": key})
    way = ways[fault.path]
    return Fault(way, fault.reason, {**fault.values, "key": named(way)})


def _left(
    value: Any,
    gone: Set[KeyPath],
    ways: dict[KeyPath, KeyPath],
    way: KeyPath = (),
    now: KeyPath = (),
) -> Any:
    """The value without what is `gone`, which stands at `now` in what's left; `ways` learns the
    way by which each value was known before."""
    ways[now] = way
    if isinstance(value, dict):
        return {
            key: _left(inner, gone, ways, (*way, key), (*now, key))
            for key, inner in value.items()
            if (*way, key) not in gone
        }
    if isinstance(value, list):
        kept = [(n, inner) for n, inner in enumerate(value) if (*way, n) not in gone]
        return [
            _left(inner, gone, ways, (*way, n), (*now, place))
            for place, (n, inner) in enumerate(kept)
        ]
    return value
