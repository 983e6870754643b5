"""From a session on the disk to its form as a PDF."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Final

from bench.pairs import Finding, Skipped, paired, ratios
from bench.place import TEAMFLOW, Place

WEASYPRINT: Final = Path(sys.executable).with_name("weasyprint")


def measure(place: Place, pairs: int, chance: Random) -> Iterator[Finding | Skipped]:
    """Ours reads the session first; WeasyPrint gets the same form, ready, as a web page."""
    what = "PDF from a cold process, against WeasyPrint"
    if not WEASYPRINT.exists():
        yield Skipped(what, "it isn't installed: pip install weasyprint")
        return
    export = [TEAMFLOW, "export", str(place.round), "--force", "--to"]
    page = str(place.root / "form.html")
    _ran(place, [*export, page])
    ours = partial(_ran, place, [*export, str(place.root / "ours.pdf")])
    theirs = partial(_ran, place, [str(WEASYPRINT), page, str(place.root / "theirs.pdf")])
    yield Finding(what, ratios(paired(ours, theirs, pairs, chance)), 1.0)


def _ran(place: Place, command: Sequence[str]) -> float:
    begun = perf_counter()
    subprocess.run(command, env=place.environ(), check=True, capture_output=True)
    return perf_counter() - begun
