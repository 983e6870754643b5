"""TOML text to plain values; what isn't TOML is named in our own words, with its line."""

import re
import tomllib
from typing import Any, Final

from teamflow.locale import N_
from teamflow.store.problem import Problem, Unreadable

TWICE: Final = N_("This key or [group] is in the file twice.")
_OPEN_TEXT: Final = N_("A text isn't closed: its last quote is missing.")
_OPEN_LIST: Final = N_("A list or group isn't closed: its last bracket is missing.")
_BACKSLASH: Final = N_("A backslash must be written twice: \\\\.")
_NO_SUCH_DAY: Final = N_("This date or time doesn't exist.")
_NOT_TOML: Final = N_("This line can't be understood: is a quote, bracket or = missing?")
_TOO_DEEP: Final = N_("The file is nested too deeply, or holds a number that is too large.")

_SENTENCES: Final = (
    (re.compile("Cannot|Duplicate"), TWICE),
    (
        re.compile(r"""Unterminated|(?:Illegal|Found invalid) character '\\n'|Expected "'"""),
        _OPEN_TEXT,
    ),
    (re.compile("Unclosed"), _OPEN_LIST),
    (re.compile("Unescaped|Invalid hex|Escaped character"), _BACKSLASH),
    (re.compile("Invalid date"), _NO_SUCH_DAY),
)
_LONG_KEY: Final = re.compile(
    r"""(?<![A-Za-z0-9_-])(?:(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){100}"""
)
_DEEPEST: Final = 20  # tables and lists in each other; a session has seven


def parse(text: str) -> dict[str, Any]:
    """The values of a TOML document. Raises Unreadable."""
    if _LONG_KEY.search(text):  # tomllib takes gigabytes for a key of many parts
        raise Unreadable(Problem(None, None, _TOO_DEEP, {}))
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason = next((say for known, say in _SENTENCES if known.match(str(error))), _NOT_TOML)
        at = re.search(r"at line (\d+)", str(error))
        line = int(at[1]) if at else text.count("\n", 0, -1) + 1
        raise Unreadable(Problem(None, line, reason, {})) from error
    except (RecursionError, ValueError) as error:
        raise Unreadable(Problem(None, None, _TOO_DEEP, {})) from error
    refuse_too_deep(values)
    return values


def refuse_too_deep(values: dict[str, Any]) -> None:
    """Raises Unreadable for values through which nobody could walk without a fall: tomllib
    itself takes many more levels, as keys with dots between them."""
    level: list[Any] = [values]
    for _ in range(_DEEPEST):
        inside = (box.values() if isinstance(box, dict) else box for box in level)
        level = [each for box in inside for each in box if isinstance(each, dict | list)]
        if not level:
            return
    raise Unreadable(Problem(None, None, _TOO_DEEP, {}))
