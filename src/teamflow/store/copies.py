"""Copies of one session in a folder, recognised.

Programs that keep a folder the same on several laptops put a second version beside the first,
under a name of their own making. So do we (`conflicts.py`). A file is such a copy when its name
says so and the same session is in it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from teamflow.store.head import Summary, read_head, session_names
from teamflow.store.naming import stem_of

_MARKS: Final = re.compile(
    r"(?:"
    r" ?\([^()]+\)"  # ours, Dropbox's and Nextcloud's in every language, Google Drive's number
    r"|\.sync-conflict-\d{8}-\d{6}(?:-[0-9A-Z]{7})?"  # Syncthing's
    r"|_conflict-\d{8}-\d{6}"  # Nextcloud's, before 2018
    r"|-[^-\s].{0,62}"  # OneDrive's name of a laptop; our own number, after coming back from trash
    r")+"
)
_SHARED: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|.", re.DOTALL)
"""What the names of copies begin with alike, so that they stand together in a list: the date."""


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


def namesakes(names: Sequence[str], place: int) -> list[str]:
    """Those of the names in a folder that may belong to the same session as the one at `place`,
    as far as names tell, in their order, and that one itself. `names` stand as `newest_first`
    puts them: only the neighbours are looked at, and no file is."""
    name = names[place]
    shared = _SHARED.match(name)
    assert shared is not None, "a file without a name"
    first = last = place
    while first > 0 and names[first - 1].startswith(shared[0]):
        first -= 1
    while last + 1 < len(names) and names[last + 1].startswith(shared[0]):
        last += 1
    return [
        other
        for other in names[first : last + 1]
        if other == name or is_copy(other, name) or is_copy(name, other)
    ]


def versions_of(file: Path, copies: Mapping[Path, Path]) -> tuple[Path, ...]:
    """All versions of the session in a file, the original first, where there are copies of it;
    empty where it's the only one. `copies` are what was found by the function of that name."""
    original = copies.get(file, file)
    others = tuple(copy for copy, of in copies.items() if of == original)
    return (original, *others) if others else ()


def versions_beside(file: Path) -> tuple[Path, ...]:
    """The same for a file in its folder, of which no more is read than the heads of those whose
    names ask for it. A folder that can't be read has no versions."""
    try:
        names = session_names(file.parent)
    except OSError:
        return ()
    if file.name not in names:
        return ()
    kin = namesakes(names, names.index(file.name))
    if len(kin) == 1:
        return ()
    return versions_of(file, copies(read_head(file.parent / name) for name in kin))


def original_of(file: Path) -> Path:
    """Of the versions of the session in a file the one that isn't a copy: mostly that file."""
    return next(iter(versions_beside(file)), file)


def _original(file: Path, files: Iterable[Path]) -> Path | None:
    originals = (other for other in files if is_copy(file.name, other.name))
    return min(originals, key=lambda other: len(other.name), default=None)
