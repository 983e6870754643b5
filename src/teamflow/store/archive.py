"""Which of many sessions somebody wants to see. Files are read when they're asked about."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from teamflow.locale import Say
from teamflow.store.copies import copies
from teamflow.store.head import Summary, read_head
from teamflow.store.search import Words
from teamflow.store.standing import NAMES, Standing, standing_of, stands_as

AUGUST: Final = 8
"""The month in which a Dutch school year begins."""


@dataclass(frozen=True)
class Period:
    """From the first day to the last, both included."""

    first: dt.date
    last: dt.date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, dt.date) and self.first <= day <= self.last


def school_year(today: dt.date, before: int = 0) -> Period:
    """The school year (August to July) that `today` is in, or one so many years before it."""
    begin = today.year - (today.month < AUGUST) - before
    return Period(dt.date(begin, AUGUST, 1), dt.date(begin + 1, AUGUST - 1, 31))


ANY_WORDS: Final = Words("")


@dataclass(frozen=True)
class Wanted:
    """What a session must have to be shown; by default each one is. A team's name may be
    spelled with other capitals. Words may also name its state, as `say` has it."""

    words: Words = ANY_WORDS
    team: str = ""
    period: Period | None = None
    standing: Standing | None = None
    say: Say = str

    @property
    def anything(self) -> bool:
        """Whether every session will do."""
        return not self.words and not self._by_head

    @property
    def _by_head(self) -> bool:
        return bool(self.team or self.period or self.standing)

    def fits(self, path: Path, today: dt.date) -> bool:
        """Whether the session in this file is wanted; never raises for what the file is."""
        if self._by_head and not self.fits_head(read_head(path), today):
            return False
        return not self.words or self.words.are_in_file(path) or self._stands_so(path, today)

    def _stands_so(self, path: Path, today: dt.date) -> bool:
        """Whether some of the words name how the session stands, and its file has the others."""
        if not self._named:
            return False
        summary = read_head(path)
        return any(
            stands_as(summary, state, today) and (not others or others.are_in_file(path))
            for state, others in self._named.items()
        )

    @cached_property
    def _named(self) -> dict[str, Words]:
        """The states that the words name, each with the words that are left."""
        named = ((state, self.words.without(self.say(name))) for state, name in NAMES.items())
        return {state: others for state, others in named if others is not None}

    def fits_head(self, summary: Summary, today: dt.date) -> bool:
        """The same, as far as the head of a file can tell: all but the words."""
        return (
            (not self.team or summary.team.casefold() == self.team.casefold())
            and (self.period is None or summary.date in self.period)
            and (self.standing is None or standing_of(summary, today) is self.standing)
        )


def wanted_of(folder: Path, names: Iterable[str], wanted: Wanted, today: dt.date) -> list[str]:
    """The names of those files in `folder` that are wanted, in the order of `names`."""
    return [name for name in names if wanted.fits(folder / name, today)]


class Survey:
    """What only the whole of a folder can tell: its teams, and which files are copies."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._teams: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._doubles: dict[Path, Summary] = {}

    def look_at(self, names: Iterable[str]) -> None:
        """Read the heads of some more of its files."""
        for name in names:
            summary = read_head(self._folder / name)
            if summary.team:
                self._teams.setdefault(summary.team.casefold(), summary.team)
            if summary.readable:
                self._compare(name, summary)

    def _compare(self, name: str, summary: Summary) -> None:
        first = self._names.setdefault(summary.id, name)
        if first != name:
            for double in (summary, read_head(self._folder / first)):
                self._doubles[double.file] = double

    @property
    def teams(self) -> tuple[str, ...]:
        """The teams by name, each once, spelled as in its newest session."""
        return tuple(self._teams[key] for key in sorted(self._teams))

    @property
    def copies(self) -> dict[Path, Path]:
        """The files that are a copy of another one, and of which."""
        return copies(self._doubles.values())
