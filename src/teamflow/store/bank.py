"""The idea bank, read from the sessions in a folder."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from teamflow.core import bank
from teamflow.core.bank import PastIdea
from teamflow.core.text import clean_line
from teamflow.store import reading
from teamflow.store.faults import schema_fault
from teamflow.store.head import session_names
from teamflow.store.parsing import parse
from teamflow.store.problem import Unreadable

LARGEST: Final = 2**18
"""Bytes; a session is about five thousand, and parsing many more would keep a meeting waiting."""


def past_ideas(folder: Path, skip_id: str) -> Iterator[tuple[PastIdea, ...]]:
    """What each session in `folder` adds to the bank, newest session first; each file is read
    when its turn comes, and gives an empty tuple where it adds nothing.

    Skipped are the session with the id `skip_id`, copies of one that came before, and whatever
    can't be read, for it's the archive that names those.
    """
    try:
        names = session_names(folder)
    except OSError:
        return
    seen = {skip_id, ""}
    for name in names:
        said = _said(folder / name)
        id = _id(said)
        yield () if id in seen else bank.past_ideas(said)
        seen.add(id)


def _said(file: Path) -> dict[str, Any]:
    """What a file says, unchecked; nothing where it's no session that we can read."""
    try:
        data = reading.start_of(file, LARGEST + 1)
        said = parse(reading.text_of(data)) if len(data) <= LARGEST else {}
    except Unreadable:
        return {}
    return {} if schema_fault(said) else said


def _id(said: dict[str, Any]) -> str:
    id = said.get("id")
    return clean_line(id) if isinstance(id, str) else ""
