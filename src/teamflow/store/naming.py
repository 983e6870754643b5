"""Names of session files: the day, the team, the theme; safe on every system."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Final

SUFFIX: Final = ".toml"

_LONGEST: Final = 80  # characters
_MOST_BYTES: Final = 200  # file systems allow 255, and a number may follow
_DATED: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(.*?)(?:-([0-9]{1,9}))?", re.DOTALL)
_ACCENT: Final = re.compile(r"(?<=[0-9a-z])[\u0300-\u036f]+")


def slug(text: str) -> str:
    """The letters and digits of `text` in lower case, joined by hyphens.

    Accents go where an ASCII letter is left; letters of other scripts stay as they are.
    """
    plain = _ACCENT.sub("", unicodedata.normalize("NFKD", text).lower())
    plain = unicodedata.normalize("NFC", plain)
    kept = (char if unicodedata.category(char)[0] in "LMN" else " " for char in plain)
    return "-".join("".join(kept).split())


def file_name(day: dt.date, team: str, theme: str) -> str:
    """`2026-11-21-onderbouw-begrijpend-lezen.toml`, at most 80 characters before the suffix.

    It begins with a date, so it's never one of the names that Windows reserves.
    """
    stem = "-".join(filter(None, (day.isoformat(), slug(team), slug(theme))))
    stem = stem[:_LONGEST].encode()[:_MOST_BYTES].decode(errors="ignore")
    return stem.rstrip("-") + SUFFIX


def numbered(name: str) -> Iterator[str]:
    """The name itself, then with -2, -3 and so on before its suffix, without end."""
    yield name
    yield from (f"{name.removesuffix(SUFFIX)}-{number}{SUFFIX}" for number in count(2))


def newest_first(names: Iterable[str]) -> list[str]:
    """File names by their date, latest first, and -10 before -9; those without a date go last."""
    dated, undated = [], []
    for name in names:
        match = _DATED.fullmatch(name[: -len(SUFFIX)])
        if match is None:
            undated.append(name)
        else:
            dated.append((match[1], match[2], int(match[3] or 1), name))
    return [name for *_, name in sorted(dated, reverse=True)] + sorted(undated)


def stem_of(name: str) -> str:
    """The name of a session's file without its suffix."""
    return name[: -len(SUFFIX)] if name.lower().endswith(SUFFIX) else name
