"""A record as plain nested values and back, with the keys that we don't know kept aside.

A newer teamflow, or a person with an editor, may have put keys in a file that mean nothing to
us. They are remembered by place: an item of a list is known by its own id or name, so that what
was written beside an idea stays beside it when the board is rearranged.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, Final

from teamflow.core.session import (
    Ballot,
    Draft,
    Idea,
    Participant,
    Plan,
    Span,
    Tally,
    Timing,
)
from teamflow.store.layout import Row

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Mark = tuple[object, int]
"""What an item of a list is known by, and how many before it are known by the same."""

Place = tuple[str | Mark, ...]
Unknown = Mapping[Place, Mapping[str, object]]
"""Keys and values that we don't know, by the place of the table they stand in."""

_KNOWN_BY: Final[Mapping[type, str]] = {
    Timing: "phase",
    Participant: "name",
    Idea: "id",
    Ballot: "voter",
    Tally: "idea",
    Plan: "idea",
    Draft: "field",
}
_ROWS: Final = (Span, Ballot, Tally)


def plain(record: "DataclassInstance", unknown: Unknown, place: Place = ()) -> dict[str, Any]:
    """A record as nested dicts and lists, without fields that are at their default, with the
    unknown keys back in place. Moments are in UTC, rounded down to whole seconds."""
    table: dict[str, Any] = {}
    for field in fields(record):
        value, here = getattr(record, field.name), (*place, field.name)
        if is_dataclass(value) and not isinstance(value, type):
            if nested := plain(value, unknown, here):
                table[field.name] = nested
        elif value != field.default:
            table[field.name] = _plain_value(value, unknown, here)
    return table | dict(unknown.get(place, {}))


def _plain_value(value: object, unknown: Unknown, place: Place) -> object:
    if isinstance(value, dt.datetime):
        return whole_second(value)
    if not isinstance(value, tuple):
        return value
    if not _holds_records(value):
        return list(value)
    tables = (plain(item, unknown, (*place, mark)) for item, mark in _marked(value))
    return [Row(table) if isinstance(value[0], _ROWS) else table for table in tables]


def whole_second(moment: dt.datetime) -> dt.datetime:
    """The moment in UTC, rounded down: a file that people read needs no microseconds."""
    moment = moment.replace(microsecond=0)
    try:
        return moment.astimezone(dt.UTC)
    except OverflowError:  # on the calendar's first or last day, typed by hand
        return moment


def strange(
    table: Mapping[str, Any],
    record: "DataclassInstance",
    derived: frozenset[str] = frozenset(),
    place: Place = (),
) -> Iterator[tuple[Place, dict[str, object]]]:
    """The keys in `table` that `record`, which was read from it, has no field for, by place."""
    known = derived | {field.name for field in fields(record)}
    if extra := {key: value for key, value in table.items() if key not in known}:
        yield place, extra
    for field in fields(record):
        value, here = getattr(record, field.name), (*place, field.name)
        if field.name not in table:
            continue
        if is_dataclass(value) and not isinstance(value, type):
            yield from strange(table[field.name], value, place=here)
        elif isinstance(value, tuple) and _holds_records(value):
            for raw, (item, mark) in zip(table[field.name], _marked(value), strict=True):
                yield from strange(raw, item, place=(*here, mark))


def _holds_records(items: tuple[Any, ...]) -> bool:
    return bool(items) and is_dataclass(items[0])


def _marked(items: Sequence[Any]) -> Iterator[tuple[Any, Mark]]:
    seen = Counter[object]()
    for item in items:
        known_by = _KNOWN_BY.get(type(item))
        name = known_by and getattr(item, known_by)
        yield item, (name, seen[name])
        seen[name] += 1
