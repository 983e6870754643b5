"""Owners as people type them."""

import re
from typing import Final

_BETWEEN: Final = re.compile(r"[,;+&/]|\s(?:en|and)\s")


def owners_in(text: str) -> tuple[str, ...]:
    """The names in "Fatima en Joost", "Fatima, Joost" or "Fatima + Joost"."""
    return tuple(name.strip() for name in _BETWEEN.split(text) if name.strip())
