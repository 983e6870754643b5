"""Why a session couldn't be saved, in words that every screen can translate."""

import errno
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from teamflow.locale import N_
from teamflow.store.problem import shown

_FULL: Final = N_("The disk is full. Nothing is lost: make room for {folder}.")
_LOCKED: Final = N_(
    "teamflow may not write in {folder}, or another program holds the file. Nothing is lost."
)
_GONE: Final = N_("The folder {folder} is gone. Nothing is lost: put it back.")
_BROKEN: Final = N_("Saving in {folder} doesn't work ({error}). Nothing is lost.")
_REASONS: Final = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _LOCKED,
    errno.EPERM: _LOCKED,
    errno.EROFS: _LOCKED,
    errno.ENOENT: _GONE,
    errno.ENOTDIR: _GONE,
}


@dataclass(frozen=True)
class Trouble:
    """What keeps a session from the disk. `reason` is a message id of the catalogue; `cause` is
    for the log."""

    reason: str
    values: Mapping[str, object]
    cause: Exception = field(compare=False)

    def told(self, say: Callable[[str], str]) -> str:
        """The reason in the reader's language."""
        return say(self.reason).format(**self.values)


class Unsaved(Exception):
    """A session that couldn't be written, and why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.told(str))
        self.trouble = trouble


def trouble_with(folder: Path, cause: Exception) -> Trouble:
    """What to say about an error that came up while saving in `folder`."""
    code = cause.errno if isinstance(cause, OSError) and cause.errno else 0
    name = errno.errorcode.get(code, type(cause).__name__)
    reason = _REASONS.get(code, _BROKEN)
    return Trouble(reason, {"folder": shown(folder), "error": name}, cause)
