"""A fast reader for the head of a file that teamflow wrote.

A list of a thousand sessions must not wait for tomllib, so this understands just what a head is
made of: texts, whole numbers, dates, moments, true and false, and lists of texts, numbers or dates.
Anything else, or any character that would have to be cleaned, and it says nothing at all: then
tomllib has a look.
"""

import datetime as dt
import re
from typing import Final

Value = str | int | bool | dt.date | list[str]

_PLAIN: Final = r"[^\"\\\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]*+"
_TEXT: Final = rf'{_PLAIN}(?:\\["\\]{_PLAIN})*'
_ITEM: Final = rf'(?:"{_TEXT}"|\d[\d-]*+)'
_STATEMENT: Final = re.compile(
    r"(?P<key>[A-Za-z0-9_-]++) *+= *+(?:"
    rf'"(?P<text>{_TEXT})"'
    r"|(?P<moment>\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d))"
    r"|(?P<day>\d{4}-\d\d-\d\d)"
    r"|(?P<number>0|[1-9]\d{0,8})"
    r"|(?P<flag>true|false)"
    rf"|(?P<list>\[[ \n]*+(?:{_ITEM}[ \n]*+(?:,[ \n]*+|(?=\])))*\])"
    r") *+(?:\n|\Z)(?:#[^\x00-\x08\x0b-\x1f\x7f\n]*+\n|\n)*",  # comments and blanks after it
    re.ASCII,
)
_LISTED: Final = re.compile(f'"({_TEXT})"')
_ESCAPED: Final = re.compile(r"\\(.)")


def read(text: str) -> dict[str, Value] | None:
    """The values of the top-level lines in `text`, or None where one of them isn't simple."""
    values: dict[str, Value] = {}
    at = 0
    while at < len(text):
        match = _STATEMENT.match(text, at)
        if match is None or match["key"] in values:
            return None
        try:
            values[match["key"]] = _value(match)
        except ValueError:
            return None
        at = match.end()
    return values


def _value(match: re.Match[str]) -> Value:
    """What a statement says. Raises ValueError for a day that doesn't exist."""
    if match["text"] is not None:
        return _unescaped(match["text"])
    if match["moment"]:
        return dt.datetime.fromisoformat(match["moment"])
    if match["day"]:
        return dt.date.fromisoformat(match["day"])
    if match["number"]:
        return int(match["number"])
    if match["flag"]:
        return match["flag"] == "true"
    return [_unescaped(text) for text in _LISTED.findall(match["list"])]


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)
