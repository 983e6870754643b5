"""Forty phones that share and vote, and two hundred in the room: what they and the board notice."""

from collections.abc import Iterable, Iterator
from random import Random
from statistics import quantiles
from typing import Final

from bench.evening import NAMES, Noticed, evening
from bench.pairs import Finding
from bench.place import Place

READERS: Final = 160
"""Phones that read along, for no more than forty members can be present in a meeting."""

PAIRS_TO_AN_EVENING: Final = 5


def measure(place: Place, pairs: int, chance: Random) -> Iterator[Finding]:
    """Some meetings with forty phones, and some with two hundred."""
    for readers in (0, READERS):
        count = max(1, pairs // PAIRS_TO_AN_EVENING)
        evenings = [evening(place, readers, chance) for _ in range(count)]
        yield from _findings(f"{len(NAMES) + readers} phones", evenings)


def _findings(phones: str, evenings: list[Noticed]) -> Iterator[Finding]:
    shared = _milliseconds(_percentile(99, each.shared) for each in evenings)
    yield Finding(f"{phones}: an idea is on all of them, p99", shared, 500, " ms")
    counted = _milliseconds(_percentile(99, each.counted) for each in evenings)
    yield Finding(f"{phones}: a vote counts on its own phone, p99", counted, 500, " ms")
    results = _milliseconds(max(each.results) for each in evenings)
    yield Finding(f"{phones}: a result is on all of them, slowest", results, 500, " ms")
    stalls = _milliseconds(each.stall for each in evenings)
    yield Finding(f"{phones}: longest stall of the board", (max(stalls),), 50, " ms")
    arriving = _milliseconds(each.arriving for each in evenings)
    yield Finding(f"{phones}: longest stall while they come in", (max(arriving),), 50, " ms")
    for percent in (50, 99):
        against = tuple(
            _percentile(percent, each.ours) / _percentile(percent, each.echo) for each in evenings
        )
        yield Finding(f"{phones}: answer to a vote, against an echo: p{percent}", against, 25.0)


def _percentile(percent: int, samples: list[float]) -> float:
    return quantiles(samples, n=100, method="inclusive")[percent - 1]


def _milliseconds(seconds: Iterable[float]) -> tuple[float, ...]:
    return tuple(each * 1000 for each in seconds)
