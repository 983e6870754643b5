"""What can be wrong with a value in a file, and the plain sentence for it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from teamflow.core.schema import SCHEMA
from teamflow.locale import N_
from teamflow.store.problem import Problem

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

KeyPath = tuple[str | int, ...]
"""The way to a value: keys, and places in lists counted from 0."""

MISSING: Final = N_("“{key}” is missing.")
EMPTY: Final = N_("“{key}” may not be empty.")
NOT_TEXT: Final = N_("“{key}” must be text between quotes.")
NOT_NUMBER: Final = N_("“{key}” must be a whole number.")
NOT_FLAG: Final = N_("“{key}” must be true or false.")
NOT_DATE: Final = N_("“{key}” must be a date like 2026-11-21, without quotes.")
NOT_MOMENT: Final = N_(
    "“{key}” must be a date and time like 2026-11-21 15:30:00+01:00, without quotes."
)
NOT_LIST: Final = N_("“{key}” must be a list.")
NOT_TABLE: Final = N_("“{key}” must be a group of keys with values.")
NOT_AN_OPTION: Final = N_("“{key}” must be one of: {options}.")
TOO_MANY: Final = N_("“{key}” is too long: {limit} at most.")
TOO_LOW: Final = N_("“{key}” must be {limit} or more.")
TOO_HIGH: Final = N_("“{key}” must be {limit} or less.")
WRONG: Final = N_("“{key}” has a value that can't be used.")
NO_SCHEMA: Final = N_("“schema” is missing: every session begins with the line schema = 1.")
OTHER_SCHEMA: Final = N_("“schema” must be 1.")
NEWER: Final = N_("This file was made by a newer teamflow: schema {schema}.")

_SENTENCES: Final = {
    "missing": MISSING,
    "too_short": EMPTY,
    "string_type": NOT_TEXT,
    "int_type": NOT_NUMBER,
    "bool_type": NOT_FLAG,
    "date_type": NOT_DATE,
    "datetime_type": NOT_MOMENT,
    "timezone_aware": NOT_MOMENT,
    "tuple_type": NOT_LIST,
    "dataclass_type": NOT_TABLE,
    "literal_error": NOT_AN_OPTION,
    "too_long": TOO_MANY,
    "greater_than_equal": TOO_LOW,
    "less_than_equal": TOO_HIGH,
}


class Fault(NamedTuple):
    """Something wrong at a key path, before anyone has looked up its line."""

    path: KeyPath
    reason: str
    values: Mapping[str, object] = {}


def at_key(path: KeyPath, reason: str, **values: object) -> Fault:
    """A fault whose sentence names the key."""
    return Fault(path, reason, {"key": named(path), **values})


def named(path: KeyPath) -> str:
    """A key path as people say it: `ideas 4: text`."""
    words = ": ".join(f"{part}" if isinstance(part, str) else f"\0{part + 1}" for part in path)
    return words.replace(": \0", " ")


def schema_fault(values: Mapping[str, object]) -> Fault | None:
    """What is wrong with the schema number, the first thing to look at in a file."""
    if "schema" not in values:
        return Fault((), NO_SCHEMA)
    schema = values["schema"]
    if type(schema) is not int or schema < SCHEMA:
        return Fault(("schema",), OTHER_SCHEMA)
    if schema > SCHEMA:
        return Fault(("schema",), NEWER, {"schema": schema})
    return None


def translated(errors: Iterable["ErrorDetails"], data: object) -> list[Fault]:
    """pydantic's errors about `data` in our own words, one a key.

    Where a value could be of two kinds pydantic names both: the last is kept.
    """
    faults = {}
    for error in errors:
        path = _within(data, error["loc"])
        if error["type"] == "missing":
            path = error["loc"]
        reason = _SENTENCES.get(error["type"], WRONG)
        faults[path] = at_key(path, reason, **_limits(error.get("ctx", {})))
    return list(faults.values())


def _within(data: Any, loc: KeyPath) -> KeyPath:
    """The part of `loc` that leads to a value; the rest names one of pydantic's own branches."""
    for depth, part in enumerate(loc):
        try:
            data = data[part]
        except (KeyError, TypeError, IndexError):
            return loc[:depth]
    return loc


def _limits(context: Mapping[str, Any]) -> dict[str, object]:
    limits: dict[str, object] = {}
    for key in ("ge", "le", "max_length"):
        if key in context:
            limits["limit"] = context[key]
    if "expected" in context:
        limits["options"] = ", ".join(re.findall(r"'([^']*)'", context["expected"]))
    return limits


def located(faults: Sequence[Fault], text: str) -> tuple[Problem, ...]:
    """The faults as problems, each with its line in `text`, in the order of the lines."""
    from teamflow.store.locate import Lines  # only where there is trouble

    lines = Lines(text)
    problems = [Problem(None, lines.of(path), reason, values) for path, reason, values in faults]
    return tuple(sorted(problems, key=lambda problem: problem.line or 0))
