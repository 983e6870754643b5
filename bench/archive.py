"""The archive, with ten sessions, a thousand and ten thousand."""

import datetime as dt
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Final

from bench.pairs import Finding, Skipped, paired, ratios
from bench.place import LAST, QUESTION, SESSIONS, TEAMFLOW, Place
from bench.terminal import Terminal
from teamflow.locale import catalogue
from teamflow.store.archive import Wanted, wanted_of
from teamflow.store.head import session_names
from teamflow.store.search import Words

FEW: Final = 10
LOTS: Final = 10_000
CTRL_F: Final = "\x06"
WORD: Final = "bibliotheek"
"""It stands in every tenth session."""


def measure(place: Place, pairs: int, chance: Random) -> Iterator[Finding | Skipped]:
    """To open it, to look for a word in it, and to have many sessions in it."""
    few = _copied(place, "ten", FEW)
    many = partial(_opened, place, place.many, SESSIONS)
    found = ratios(paired(many, partial(_opened, place, few, FEW), pairs, chance))
    yield Finding("archive on screen, 1,000 sessions against 10", found, 1.3)
    yield _filtered(_copied(place, "words", SESSIONS), pairs, chance)
    lots = partial(_peak, place, _copied(place, "lots", LOTS), LOTS)
    peaks = paired(lots, partial(_peak, place, few, FEW), pairs, chance)
    grown = tuple((most - least) / (LOTS - FEW) / 1024 for most, least in peaks)
    yield Finding("archive, 10,000 sessions searched: memory for each", grown, 3.0, " KB")


def _copied(place: Place, name: str, count: int) -> Path:
    """A folder with so many of the thousand sessions, again and again when it's more."""
    folder = place.root / name
    folder.mkdir()
    texts = [file.read_text(encoding="utf-8") for file in sorted(place.many.glob("*.toml"))]
    for number in range(count):
        day = LAST.date() - dt.timedelta(days=number)
        text = texts[-1 - number % len(texts)]
        if number % 10:
            text = text.replace(WORD, "kast")
        (folder / f"{day}-onderbouw.toml").write_text(text, encoding="utf-8")
    return folder


def _filtered(folder: Path, pairs: int, chance: Random) -> Finding | Skipped:
    what = "a word among 1,000 sessions, against ripgrep"
    ripgrep = shutil.which("rg")
    if ripgrep is None:
        return Skipped(what, "it isn't installed: apt-get install ripgrep")
    command = [ripgrep, "--ignore-case", "--files-with-matches", WORD, str(folder)]
    ours, theirs = partial(_sifted, folder), partial(_ran, command)
    return Finding(what, ratios(paired(ours, theirs, pairs, chance)), 2.0)


def _opened(place: Place, folder: Path, count: int) -> float:
    """Seconds from the key to the newest sessions and to how many there are."""
    with _archive(place, folder) as terminal:
        terminal.settle(quiet=1)
        terminal.type(CTRL_F)
        return terminal.until(QUESTION[:30], f"{LAST:%d-%m-%Y}", _counted(count, count))


def _peak(place: Place, folder: Path, count: int) -> float:
    with _archive(place, folder) as terminal:
        terminal.settle(quiet=1)
        terminal.type(CTRL_F)
        terminal.until(_counted(count, count))
        terminal.type(WORD)
        terminal.until(_counted(count // 10, count))
        terminal.settle(quiet=1)
        return terminal.peak_memory()


def _archive(place: Place, folder: Path) -> Terminal:
    return Terminal([TEAMFLOW], place.environ() | {"TEAMFLOW_SESSIONS": str(folder)})


def _counted(found: int, every: int) -> str:
    say = catalogue("nl").gettext
    of = {"n": f"{found:,}", "all": f"{every:,}"}
    return say("{n} of {all}").format(**{key: n.replace(",", say(",")) for key, n in of.items()})


def _sifted(folder: Path) -> float:
    begun = perf_counter()
    found = wanted_of(folder, session_names(folder), Wanted(Words(WORD)), LAST.date())
    taken = perf_counter() - begun
    assert len(found) == SESSIONS // 10
    return taken


def _ran(command: list[str]) -> float:
    begun = perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return perf_counter() - begun
