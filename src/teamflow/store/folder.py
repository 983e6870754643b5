"""The folder of sessions: list, load, create, find, check."""

import datetime as dt
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final

from teamflow.core.session import Session
from teamflow.store import atomic, reading
from teamflow.store.consistency import contradictions, oddities
from teamflow.store.copies import original_of
from teamflow.store.faults import located
from teamflow.store.head import Summary, session_names, summaries
from teamflow.store.lock import alone
from teamflow.store.naming import SUFFIX, file_name, numbered, slug
from teamflow.store.problem import Problem, Unreadable
from teamflow.store.record import Record, decode, encode
from teamflow.store.trouble import Unsaved, trouble_with

RECENT: Final = 5
"""Files that may be unreadable before nobody looks further for last time's."""


@dataclass(frozen=True, kw_only=True)
class Stored(Record):
    """A record, the file that it was read from, and the bytes that were in it."""

    path: Path
    data: bytes = field(compare=False, repr=False)


@dataclass(frozen=True)
class Folder:
    """The sessions in one folder, which needn't exist until one is created."""

    path: Path

    def newest(self, count: int | None = None) -> list[Summary]:
        """The newest sessions, at most `count`, newest first; reads only their heads."""
        return list(islice(summaries(self.path), count))

    def load(self, path: Path) -> Stored:
        """The session in a file. Raises Unreadable."""
        try:
            data = reading.whole(path)
            record = decode(reading.text_of(data))
        except Unreadable as unreadable:
            raise unreadable.at(path) from None
        return Stored(
            record.session, record.unknown, record.saved, record.listed, path=path, data=data
        )

    def last(self) -> Session | None:
        """The newest session that can be read, where it's among the last few; else None."""
        for summary in self.newest(RECENT):
            with suppress(Unreadable):
                return self.load(original_of(summary.file)).session
        return None

    def create(self, session: Session, saved: dt.datetime) -> Path:
        """Write a new session (and the folder, where it's missing) under a name of its own, and
        say where. Raises Unsaved."""
        name = file_name(session.date, session.team, session.theme)
        data = encode(session, {}, saved).encode()
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            return atomic.create(self.path, numbered(name), data)
        except OSError as error:
            raise Unsaved(trouble_with(self.path, error)) from error

    def amend(self, path: Path, change: Callable[[Session], Session], at: dt.datetime) -> Stored:
        """Change a session that isn't open, as its file says now, and save it at that (aware)
        moment. Raises Unreadable, Unsaved, and what `change` raises."""
        with alone(path.parent):
            stored = self.load(path)
            session = change(stored.session)
            data = encode(session, stored.unknown, at).encode()
            try:
                atomic.write(path, data)
            except OSError as error:
                raise Unsaved(trouble_with(self.path, error)) from error
        return Stored(session, stored.unknown, at, path=path, data=data)

    def find(self, word: str) -> list[Path]:
        """The files that `word` may mean, newest first: a path, the name of a file, a session's
        id, or else any part of a name, as it's spelled or as a title."""
        if reading.is_file(word):
            return [Path(word)]
        try:
            names = session_names(self.path)
        except OSError:
            return []
        found = (
            [name for name in names if word in (name, name.removesuffix(SUFFIX))]
            or [summary.file.name for summary in self.newest() if word and summary.id == word]
            or [name for name in names if slug(word) and slug(word) in slug(name)]
        )
        return [self.path / name for name in found]

    def check(self, paths: Iterable[Path] | None = None) -> list[Problem]:
        """All that is wrong with the files (by default every session here), read whole."""
        if paths is None:
            try:
                paths = [self.path / name for name in session_names(self.path)]
            except OSError as error:
                return [reading.unread(self.path, error)]
        return [problem for path in paths for problem in _problems_of(path)]


def _problems_of(path: Path) -> Iterable[Problem]:
    try:
        text = reading.text_of(reading.whole(path))
        record = decode(text)
    except Unreadable as unreadable:
        return unreadable.at(path).problems
    faults = [*contradictions(record), *oddities(record.session)]
    return [problem.at(path) for problem in located(faults, text)] if faults else []
