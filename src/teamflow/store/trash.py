"""Deleting a session moves its file into `trash/`, from where it comes back.

Lists look at the sessions folder alone, so that what lies in the trash is in none of them.
"""

from pathlib import Path
from typing import Final

from teamflow.store import atomic
from teamflow.store.naming import numbered

TRASH: Final = "trash"
"""The name of the trash, a folder in the folder of sessions."""


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
