"""Deleting a session moves its file into `trash/`, from where it comes back.

Lists look at the sessions folder alone, so that what lies in the trash is in none of them.
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from teamflow.store import atomic
from teamflow.store.lock import alone
from teamflow.store.naming import numbered

TRASH: Final = "trash"
"""The name of the trash, a folder in the folder of sessions."""


class Move(NamedTuple):
    """Where a file is now, and where it was."""

    now: Path
    before: Path


def discard(path: Path) -> Path:
    """Move a session's file into the trash, which is made when it's missing, and say where it
    lies now. Raises OSError. Where the session is open, its next save writes it again."""
    folder = path.parent / TRASH
    folder.mkdir(exist_ok=True)
    return atomic.move(path, folder, numbered(path.name))


def restore(thrown: Path, path: Path) -> Path:
    """Move a file from the trash back to `path`, or beside it under a free name like it, and
    say where it is now. Raises OSError."""
    return atomic.move(thrown, path.parent, numbered(path.name))


def displace(path: Path, heir: Path, names: Iterable[str]) -> tuple[Move, ...]:
    """Put a file in the trash, where it's still there, and another one in its place: under the
    first of the endless `names` that is free in its folder. Says what was moved, the heir first.
    Raises OSError, and then both are where they were, or in the trash where that fails as well."""
    with alone(path.parent):
        thrown = None
        with suppress(FileNotFoundError):
            thrown = Move(discard(path), path)
        try:
            moved = Move(atomic.move(heir, path.parent, names), heir)
        except OSError:
            if thrown is not None:
                with suppress(OSError):
                    restore(*thrown)
            raise
    return (moved,) if thrown is None else (moved, thrown)


class Basket:
    """What was thrown away since the program began, and how it comes back: last first."""

    def __init__(self) -> None:
        self._thrown: list[list[Move]] = []

    def remember(self, moves: Iterable[Move]) -> None:
        """Know these moves, done together, as the last; none at all is nothing to know."""
        if done := list(moves):
            self._thrown.append(done)

    def discard(self, path: Path) -> None:
        """Throw a file away. Raises OSError."""
        self.remember([Move(discard(path), path)])

    def prefer(self, chosen: Path, other: Path, original: Path) -> Path:
        """Throw away the other of two versions of a session, and say where the chosen one is
        now: under the name of the one that is the original. Raises OSError."""
        if chosen == original:
            self.discard(other)
            return chosen
        moves = displace(other, chosen, numbered(original.name))
        self.remember(moves)
        return moves[0].now

    def bring_back(self) -> bool:
        """Undo what was thrown away last, and say whether there was anything. Raises OSError,
        and then what's left of it can be tried again."""
        if not self._thrown:
            return False
        moves = self._thrown[-1]
        while moves:
            restore(*moves[0])
            del moves[0]
        self._thrown.pop()
        return True
