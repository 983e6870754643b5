"""What a team left behind: when it met last, what it can look back on, and what is still open."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter
from typing import Final

from teamflow.core.loop import awaits_review, left_open
from teamflow.core.session import Session
from teamflow.store.copies import copies, original_of
from teamflow.store.folder import Folder, Stored
from teamflow.store.head import Summary, summaries
from teamflow.store.problem import Unreadable

LOOKED_THROUGH: Final = 100
"""Files among which a team's last meetings are: some years of one, a year of ten teams."""


@dataclass(frozen=True)
class History:
    """The sessions of a team in a folder, by their heads, newest first. Whole files are read only
    where a head says that they matter; one that can't be read is passed over."""

    folder: Folder
    heads: Sequence[Summary]

    def last(self) -> Session | None:
        """The newest session, or None where there is none."""
        for head in self.heads:
            with suppress(Unreadable):
                return self.folder.load(original_of(head.file)).session
        return None

    def awaiting(self) -> Stored | None:
        """Of the sessions that have ended without a look back on what was agreed the one whose
        day comes first, or has passed; of one day the newest. None where there is none."""
        dated = ((head.evaluation_date, head) for head in self._ended())
        by_day = sorted(((day, head) for day, head in dated if day), key=itemgetter(0))
        for _day, head in by_day:
            if not head.outcome:
                with suppress(Unreadable):
                    stored = self.folder.load(head.file)
                    if awaits_review(stored.session):
                        return stored
        return None

    def left_open(self) -> tuple[Stored, ...]:
        """The sessions, newest first, that left something open which no later meeting took
        along."""
        loaded: dict[str, Stored] = {}

        def sessions() -> Iterator[Session]:
            for head in self._ended()[:LOOKED_THROUGH]:
                with suppress(Unreadable):
                    stored = self.folder.load(head.file)
                    loaded[stored.session.id] = stored
                    yield stored.session

        return tuple(loaded[session.id] for session in left_open(sessions()))

    def _ended(self) -> list[Summary]:
        doubles = copies(self.heads)
        return [head for head in self.heads if head.closed and head.file not in doubles]


def history(folder: Folder, team: str, among: int | None = None) -> History:
    """What a team, however its capitals are typed, has in a folder; looked for `among` so many of
    the newest files, or (None) in all of them."""
    heads = islice(summaries(folder.path), among)
    named = team.casefold()
    return History(
        folder, tuple(head for head in heads if head.readable and head.team.casefold() == named)
    )


def teams_in(folder: Folder) -> tuple[str, ...]:
    """The teams that met in the last few years, the latest first, each spelled as it was then."""
    names: dict[str, str] = {}
    for head in folder.newest(LOOKED_THROUGH):
        names.setdefault(head.team.casefold(), head.team)
    return tuple(filter(None, names.values()))
