"""Measure everything, and print one table."""

import argparse
import sys
from collections.abc import Iterator
from random import Random
from statistics import median

from bench import archive, clock, keys, memory, pdf, phones, saving, start
from bench.pairs import Finding, Skipped
from bench.place import Place, furnished


def main() -> int:
    """Print a line as soon as it's known; 1 when a limit isn't met."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--pairs", type=int, default=15, help="pairs to each line (15)")
    parser.add_argument("--quick", action="store_const", const=5, dest="pairs", help="5 pairs")
    pairs = parser.parse_args().pairs
    print("| what | median | middle half | at most | met |")
    print("|---|---|---|---|---|")
    met = True
    with furnished() as place:
        for finding in _findings(place, pairs, Random()):
            print(_row(finding), flush=True)
            met = met and (isinstance(finding, Skipped) or finding.met)
    return 0 if met else 1


def _findings(place: Place, pairs: int, chance: Random) -> Iterator[Finding | Skipped]:
    yield from start.measure(place, pairs, chance)
    yield from keys.measure(place, pairs, chance)
    yield from clock.measure(place, pairs)
    yield from saving.measure(place, pairs, chance)
    yield from memory.measure(place, pairs, chance)
    yield from pdf.measure(place, pairs, chance)
    yield from archive.measure(place, pairs, chance)
    yield from phones.measure(place, pairs, chance)


def _row(finding: Finding | Skipped) -> str:
    if isinstance(finding, Skipped):
        return f"| {finding.what} | not measured: {finding.why} | | | |"
    low, high = finding.spread
    form = ".2f" if finding.unit == "×" else ".0f"
    cells = (
        finding.what,
        f"{median(finding.samples):{form}}{finding.unit}",
        f"{low:{form}} to {high:{form}}",
        f"{finding.limit:{form}}{finding.unit}",
        "yes" if finding.met else "NO",
    )
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.exit(main())
