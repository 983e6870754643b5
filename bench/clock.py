"""What a clock costs: while it's paused, and while it runs beside other clocks."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from bench.pairs import Finding, Skipped, ratios
from bench.place import TEAMFLOW, Place, reference
from bench.terminal import Terminal

WINDOW: Final = 4.0
"""Seconds to each measurement."""

GO_ON: Final = "\x1b[15~"
"""F5."""

TERMDOWN: Final = Path(sys.executable).with_name("termdown")


def measure(place: Place, pairs: int) -> Iterator[Finding | Skipped]:
    """All clocks run at the same time, so that one window measures them all."""
    commands = [[TEAMFLOW, "open", str(place.round)], reference("bare_digits")]
    if TERMDOWN.exists():
        commands.append([str(TERMDOWN), "3600"])
    with ExitStack() as stack:
        clocks = [stack.enter_context(Terminal(each, place.environ())) for each in commands]
        ours = clocks[0]
        ours.settle(quiet=2)
        silence = float(ours.written(2 * WINDOW))
        yield Finding("written to the terminal while paused", (silence,), 0, unit=" bytes")
        ours.type(GO_ON)
        _worked(clocks)
        windows = [_worked(clocks) for _ in range(pairs)]
    what = "processor time of a running clock, against "
    yield Finding(what + "bare digits", ratios([(each[0], each[1]) for each in windows]), 2.5)
    if TERMDOWN.exists():
        against = ratios([(each[0], each[2]) for each in windows])
        yield Finding(what + "termdown", against, 1.0)
    else:
        yield Skipped(what + "termdown", "it isn't installed: pip install termdown")


def _worked(clocks: list[Terminal]) -> list[float]:
    """The processor time of each clock in one window, in seconds."""
    before = [clock.processor_time() for clock in clocks]
    with ThreadPoolExecutor(len(clocks)) as readers:
        list(readers.map(lambda clock: clock.written(WINDOW), clocks))
    return [clock.processor_time() - done for clock, done in zip(clocks, before, strict=True)]
