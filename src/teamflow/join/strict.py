"""What a phone sends, read without any goodwill: one flat JSON object, or nothing."""

import json
from typing import Any, Final, NoReturn

from teamflow.locale import N_

MALFORMED: Final = N_("This page sent something we can't read: load it again.")


class Malformed(Exception):
    """What came is no message of ours."""


def read(data: bytes) -> dict[str, Any]:
    """The object in `data`. Raises Malformed for all else: no UTF-8, keys that come twice,
    numbers that are none, anything nested deeper than a list, text that can't be written."""
    try:
        text = data.decode("utf-8")
        found = json.loads(text, object_pairs_hook=_flat, parse_constant=_refuse)
        json.dumps(found, ensure_ascii=False).encode()  # half a character can't be
    except (ValueError, RecursionError) as error:
        raise Malformed from error
    if not isinstance(found, dict):
        raise Malformed
    return found


def _flat(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs) or any(isinstance(value, dict) for value in found.values()):
        raise Malformed
    return found


def _refuse(constant: str) -> NoReturn:
    raise Malformed(constant)
