"""A save, whole: a session becomes text, and is on the disk under its name."""

import os
import tomllib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any, Final

import tomli_w

from bench.pairs import Finding, paired, ratios
from bench.place import LAST, Place
from teamflow.core.session import Session
from teamflow.store import atomic
from teamflow.store.folder import Folder
from teamflow.store.record import encode

SAVES: Final = 20
"""Saves to each measurement."""


def measure(place: Place, pairs: int, chance: Random) -> Iterator[Finding]:
    """Ours leaves either the old file or the new one; the bare write may leave half of one."""
    session = Folder(place.round.parent).load(place.round).session
    table = tomllib.loads(place.round.read_text(encoding="utf-8"))
    ours = partial(_ours, session, place.root / "ours.toml")
    bare = partial(_bare, table, place.root / "bare.toml")
    found = ratios(paired(ours, bare, pairs, chance))
    yield Finding("a full save, against `tomli_w` and a bare write with fsync", found, 2.5)


def _ours(session: Session, file: Path) -> float:
    begun = perf_counter()
    for _ in range(SAVES):
        atomic.write(file, encode(session, {}, LAST).encode())
    return perf_counter() - begun


def _bare(table: dict[str, Any], file: Path) -> float:
    begun = perf_counter()
    for _ in range(SAVES):
        with file.open("wb") as stream:
            stream.write(tomli_w.dumps(table).encode())
            stream.flush()
            os.fsync(stream.fileno())
    return perf_counter() - begun
