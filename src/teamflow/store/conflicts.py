"""Two versions of one session: a file that changed under us, and how ours is called then."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final

from teamflow.store.naming import SUFFIX, stem_of

_OURS: Final = re.compile(r" \(conflict \d{4}-\d\d-\d\d \d\d\.\d\d(?:-\d+)?\)$")
_MOST_BYTES: Final = 200  # of what stands before our mark; file systems allow 255 in all


@dataclass(frozen=True)
class Conflict:
    """A session that somebody else changed while it was open here: `theirs` is the file that we
    had read, with what they made of it; `ours` is where we go on."""

    theirs: Path
    ours: Path


def free_names(name: str, at: dt.datetime) -> Iterator[str]:
    """Names for our version beside a file called `name`, changed by somebody else at that
    moment: `a (conflict 2026-11-21 15.04).toml`, then with -2, -3 and so on, without end."""
    stem = _OURS.sub("", stem_of(name)).encode(errors="surrogateescape")[:_MOST_BYTES]
    mark = f"{stem.decode(errors='ignore')} (conflict {at:%Y-%m-%d %H.%M}"
    yield f"{mark}){SUFFIX}"
    yield from (f"{mark}-{number}){SUFFIX}" for number in count(2))
