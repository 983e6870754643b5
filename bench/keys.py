"""From a key to the character on the screen, in a field that is saved while it's typed in."""

from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from random import Random
from statistics import quantiles
from string import ascii_letters
from time import sleep
from typing import Final

from bench.pairs import Finding, paired, ratios
from bench.place import TEAMFLOW, Place, reference
from bench.terminal import Terminal

BETWEEN: Final = 0.03
"""Seconds between an echo and the next key: faster than anyone types, slow enough to be idle."""

EMPTY_THE_LINE: Final = "\x15"


def measure(place: Place, pairs: int, chance: Random) -> Iterator[Finding]:
    """The middle key, and the slowest of a hundred; a hundred keys take longer than the second
    after which what was typed is saved."""
    with ExitStack() as stack:
        ours = stack.enter_context(Terminal([TEAMFLOW, "open", str(place.round)], place.environ()))
        bare = stack.enter_context(Terminal(reference("bare_input"), place.environ()))
        for terminal in (ours, bare):
            terminal.written(2)
        found = paired(partial(_typed, ours), partial(_typed, bare), pairs, chance)
    middle = ratios([(a[0], b[0]) for a, b in found])
    yield Finding("a key in the idea field, also while saving: p50", middle, 1.5)
    slowest = ratios([(a[1], b[1]) for a, b in found])
    yield Finding("a key in the idea field, also while saving: p99", slowest, 2.0)


def _typed(terminal: Terminal) -> tuple[float, float]:
    """The median and the 99th of a hundred keys, in seconds from key to screen."""
    echoes = []
    for _ in range(2):
        terminal.type(ascii_letters[:2])
        terminal.until(ascii_letters[:2])
        for place in range(2, len(ascii_letters)):
            sleep(BETWEEN)
            terminal.type(ascii_letters[place])
            echoes.append(terminal.until(ascii_letters[place - 2 : place + 1]))
        terminal.type(EMPTY_THE_LINE)
        terminal.settle()
    percentiles = quantiles(echoes, n=100, method="inclusive")
    return percentiles[49], percentiles[98]
