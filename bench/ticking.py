"""teamflow with a tick in its loop, which notes when it was kept waiting: keys, clock and drawing
wait there as long.

`python ticking.py LOG …` runs `teamflow …`; a line of LOG is when a tick came, and how much too
late, in seconds of the machine's monotonic clock. That it waited for a core, on which another
program ran, isn't counted: the phones aren't on the chair's laptop. Linux: it reads `/proc`.
"""

import asyncio
import os
import sys
from asyncio import AbstractEventLoop
from pathlib import Path
from typing import BinaryIO, Final, TextIO

from teamflow.cli import main

TICK: Final = 0.002
NOTED: Final = 0.005
"""Seconds of waiting that are worth a line."""


class TickingLoops(asyncio.DefaultEventLoopPolicy):
    """Makes loops in which it ticks from the start."""

    def __init__(self, log: TextIO, schedule: BinaryIO) -> None:
        super().__init__()
        self._log, self._schedule = log, schedule

    def new_event_loop(self) -> AbstractEventLoop:
        """The usual loop, with a tick."""
        loop = super().new_event_loop()
        self._wait(loop)
        return loop

    def _wait(self, loop: AbstractEventLoop) -> None:
        loop.call_later(TICK, self._tick, loop, loop.time() + TICK, self._without_core())

    def _tick(self, loop: AbstractEventLoop, due: float, without_core: float) -> None:
        now = loop.time()
        late = now - due - (self._without_core() - without_core)
        if late > NOTED:
            print(now, late, file=self._log, flush=True)
        self._wait(loop)

    def _without_core(self) -> float:
        """Seconds that this thread could have run and didn't, until now."""
        told = os.pread(self._schedule.fileno(), 100, 0)  # what sched-stats.rst of Linux describes
        return int(told.split()[1]) / 1e9


if __name__ == "__main__":
    with (
        Path(sys.argv[1]).open("w", encoding="ascii") as log,
        Path("/proc/thread-self/schedstat").open("rb") as schedule,
    ):
        asyncio.set_event_loop_policy(TickingLoops(log, schedule))
        sys.exit(main(sys.argv[2:]))
