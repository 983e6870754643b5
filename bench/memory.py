"""The most memory that the round takes."""

from collections.abc import Iterator, Sequence
from functools import partial
from random import Random

from bench.pairs import Finding, paired, ratios
from bench.place import TEAMFLOW, Place, reference
from bench.terminal import Terminal


def measure(place: Place, pairs: int, chance: Random) -> Iterator[Finding]:
    """With fifteen ideas on the board, after the last of the start is done."""
    ours = partial(_peak, place, [TEAMFLOW, "open", str(place.round)])
    smallest = partial(_peak, place, reference("smallest"))
    found = ratios(paired(ours, smallest, pairs, chance))
    yield Finding("peak memory in the round", found, 1.6)


def _peak(place: Place, command: Sequence[str]) -> float:
    with Terminal(command, place.environ()) as terminal:
        terminal.settle(quiet=1)
        return terminal.peak_memory()
