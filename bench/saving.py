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
from teamflow.store.folder import Folder
from teamflow.store.keeper import Keeper

SAVES: Final = 20
"""Saves to each measurement."""

PATIENCE: Final = 20.0
"""Seconds after which a save won't come any more."""


def measure(place: Place, pairs: int, chance: Random) -> Iterator[Finding]:
    """Ours sees whether anybody else has changed the file, and leaves either the old one or the
    new one; the bare write may leave half of one."""
    session = Folder(place.round.parent).load(place.round).session
    table = tomllib.loads(place.round.read_text(encoding="utf-8"))
    ours = partial(_ours, session, place.root / "ours.toml")
    bare = partial(_bare, table, place.root / "bare.toml")
    found = ratios(paired(ours, bare, pairs, chance))
    yield Finding("a full save, against `tomli_w` and a bare write with fsync", found, 2.5)


def _ours(session: Session, file: Path) -> float:
    with Keeper(file, {}, _says_nothing, _says_nothing) as keeper:
        begun = perf_counter()
        for _ in range(SAVES):
            keeper.save(session, LAST)
            keeper.flush(PATIENCE)
        return perf_counter() - begun


def _says_nothing(_: object) -> None:
    """Nothing goes wrong here."""


def _bare(table: dict[str, Any], file: Path) -> float:
    begun = perf_counter()
    for _ in range(SAVES):
        with file.open("wb") as stream:
            stream.write(tomli_w.dumps(table).encode())
            stream.flush()
            os.fsync(stream.fileno())
    return perf_counter() - begun
