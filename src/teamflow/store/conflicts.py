"""Two versions of one session: how the second is called, and how one is recognised.

Programs that keep a folder the same on several laptops put a second version beside the first,
under a name of their own making. So do we. A file is such a copy when its name says so and the
same session is in it.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final

from teamflow.store.head import Summary
from teamflow.store.naming import SUFFIX

_OURS: Final = re.compile(r" \(conflict \d{4}-\d\d-\d\d \d\d\.\d\d(?:-\d+)?\)$")
_MOST_BYTES: Final = 200  # of what stands before our mark; file systems allow 255 in all
_MARKS: Final = re.compile(
    r"(?:"
    r" ?\([^()]+\)"  # ours, Dropbox's and Nextcloud's in every language, Google Drive's number
    r"|\.sync-conflict-\d{8}-\d{6}(?:-[0-9A-Z]{7})?"  # Syncthing's
    r"|_conflict-\d{8}-\d{6}"  # Nextcloud's, before 2018
    r"|-[^-\s].{0,62}"  # OneDrive's name of a laptop; our own number, after coming back from trash
    r")+"
)


@dataclass(frozen=True)
class Conflict:
    """A session that somebody else changed while it was open here: `theirs` is the file that we
    had read, with what they made of it; `ours` is where we go on."""

    theirs: Path
    ours: Path


def free_names(name: str, at: dt.datetime) -> Iterator[str]:
    """Names for our version beside a file called `name`, changed by somebody else at that
    moment: `a (conflict 2026-11-21 15.04).toml`, then with -2, -3 and so on, without end."""
    stem = _OURS.sub("", _stem(name)).encode(errors="surrogateescape")[:_MOST_BYTES]
    mark = f"{stem.decode(errors='ignore')} (conflict {at:%Y-%m-%d %H.%M}"
    yield f"{mark}){SUFFIX}"
    yield from (f"{mark}-{number}){SUFFIX}" for number in count(2))


def is_copy(name: str, original: str) -> bool:
    """Whether the name of a file says that it's a copy of the file called `original`.

    Known are the marks of OneDrive (`a-LAPTOP7.toml`), Dropbox (`a (Anna's conflicted copy
    2026-11-21).toml`, in every language), Nextcloud (`a (conflicted copy 2026-11-21
    150312).toml`), Syncthing (`a.sync-conflict-20261121-150312-ABCDEFG.toml`), Google Drive
    (`a (1).toml`) and ourselves, also one after the other. Another session's name may look the
    same: only together with the same id inside it's sure.
    """
    stem, start = _stem(name), _stem(original)
    return stem.startswith(start) and _MARKS.fullmatch(stem, len(start)) is not None


def copies(summaries: Iterable[Summary]) -> dict[Path, Path]:
    """Of the files in one folder, those that are a copy of another one of them, and of which:
    the names say so, and the session in them is the same. A copy of a copy is one of the first."""
    same = defaultdict(list)
    for summary in summaries:
        if summary.readable:
            same[summary.id].append(summary.file)
    return {
        file: original
        for files in same.values()
        if len(files) > 1
        for file in files
        if (original := _original(file, files)) is not None
    }


def _original(file: Path, files: Iterable[Path]) -> Path | None:
    originals = (other for other in files if is_copy(file.name, other.name))
    return min(originals, key=lambda other: len(other.name), default=None)


def _stem(name: str) -> str:
    return name[: -len(SUFFIX)] if name.lower().endswith(SUFFIX) else name
