"""Owners as people type them."""

import re
from collections.abc import Sequence
from typing import Final

_BETWEEN: Final = re.compile(r"[,;+&/]|\s(?:en|and)\s")


def owners_in(text: str, people: Sequence[str] = ()) -> tuple[str, ...]:
    """The names in "Fatima en joost", "Fatima, Joost" or "fat + jo", spelt as they are in `people`
    where the beginning of only one of them is meant."""
    typed = (name.strip() for name in _BETWEEN.split(text))
    return tuple(dict.fromkeys(_known(name, people) for name in typed if name))


def _known(typed: str, people: Sequence[str]) -> str:
    start = typed.casefold()
    exact = [name for name in people if name.casefold() == start]
    meant = exact or [name for name in people if name.casefold().startswith(start)]
    return meant[0] if len(meant) == 1 else typed
