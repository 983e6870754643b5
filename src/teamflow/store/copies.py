"""Copies of one session in a folder, recognised.

Programs that keep a folder the same on several laptops put a second version beside the first,
under a name of their own making. So do we (`conflicts.py`). A file is such a copy when its name
says so and the same session is in it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from teamflow.store.head import Summary
from teamflow.store.naming import stem_of

_MARKS: Final = re.compile(
    r"(?:"
    r" ?\([^()]+\)"  # ours, Dropbox's and Nextcloud's in every language, Google Drive's number
    r"|\.sync-conflict-\d{8}-\d{6}(?:-[0-9A-Z]{7})?"  # Syncthing's
    r"|_conflict-\d{8}-\d{6}"  # Nextcloud's, before 2018
    r"|-[^-\s].{0,62}"  # OneDrive's name of a laptop; our own number, after coming back from trash
    r")+"
)


def is_copy(name: str, original: str) -> bool:
    """Whether the name of a file says that it's a copy of the file called `original`.

    Known are the marks of OneDrive (`a-LAPTOP7.toml`), Dropbox (`a (Anna's conflicted copy
    2026-11-21).toml`, in every language), Nextcloud (`a (conflicted copy 2026-11-21
    150312).toml`), Syncthing (`a.sync-conflict-20261121-150312-ABCDEFG.toml`), Google Drive
    (`a (1).toml`) and ourselves, also one after the other. Another session's name may look the
    same: only together with the same id inside it's sure.
    """
    stem, start = stem_of(name), stem_of(original)
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
