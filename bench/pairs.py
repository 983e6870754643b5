"""Two programs measured in pairs, each time in random order, so that noise hits both alike."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from statistics import median, quantiles
from typing import TypeVar

Measured = TypeVar("Measured")


@dataclass(frozen=True)
class Finding:
    """One line of the table: what was measured, once a pair, and the most that it may be."""

    what: str
    samples: tuple[float, ...]
    limit: float
    unit: str = "×"

    @property
    def met(self) -> bool:
        """Whether it stayed within its limit."""
        return median(self.samples) <= self.limit

    @property
    def spread(self) -> tuple[float, float]:
        """Where the middle half of the samples lies."""
        if len(self.samples) < 2:
            return self.samples[0], self.samples[0]
        low, _middle, high = quantiles(self.samples, n=4, method="inclusive")
        return low, high


@dataclass(frozen=True)
class Skipped:
    """A line that couldn't be measured here, and why."""

    what: str
    why: str


def paired(
    ours: Callable[[], Measured], reference: Callable[[], Measured], pairs: int, chance: Random
) -> list[tuple[Measured, Measured]]:
    """What both gave, pair by pair, after one of each that only warms up."""
    ours(), reference()
    found = []
    for _ in range(pairs):
        if chance.random() < 0.5:
            first = ours()
            found.append((first, reference()))
        else:
            second = reference()
            found.append((ours(), second))
    return found


def ratios(pairs: list[tuple[float, float]]) -> tuple[float, ...]:
    """How many times the reference ours is, pair by pair."""
    return tuple(ours / reference for ours, reference in pairs)
