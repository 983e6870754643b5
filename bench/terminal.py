"""A program in a real pseudo-terminal, watched from outside. Linux: it reads `/proc`."""

import fcntl
import os
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Self

ROWS, COLUMNS = 36, 120
PATIENCE: Final = 20.0
"""Seconds after which what was waited for won't come any more."""

_STEERING: Final = re.compile(r"\x1b(?:\[[0-9:;<=>?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|.)")


class Terminal:
    """One run of a program, from its start to the end of the `with` block, where it's killed."""

    def __init__(
        self,
        command: Sequence[str],
        environ: Mapping[str, str],
        size: tuple[int, int] = (ROWS, COLUMNS),
    ) -> None:
        self._command, self._environ, self._size = command, environ, size

    def __enter__(self) -> Self:
        self._ours, its = os.openpty()
        fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", *self._size, 0, 0))
        self._drawn = b""
        self._begun = self._last = time.perf_counter()
        self._program = subprocess.Popen(
            self._command, stdin=its, stdout=its, stderr=its,
            env=self._environ, start_new_session=True,
        )  # fmt: skip
        os.close(its)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._program.kill()
        self._program.wait()
        os.close(self._ours)

    def until(self, *texts: str) -> float:
        """Seconds from the start, or from the last key, until all `texts` had been drawn."""
        while not all(text in visible(self._drawn) for text in texts):
            self._drawn += self._read()
            self._last = time.perf_counter()
        return self._last - self._begun

    def type(self, keys: str) -> None:
        """Press keys; time is counted from here."""
        self._drawn = b""
        self._begun = time.perf_counter()
        os.write(self._ours, keys.encode())

    def settle(self, quiet: float = 0.4) -> None:
        """Wait until nothing was drawn for `quiet` seconds."""
        while select.select([self._ours], [], [], quiet)[0]:
            os.read(self._ours, 65536)

    def written(self, seconds: float) -> int:
        """How many bytes the program writes in the next so many seconds."""
        end = time.monotonic() + seconds
        count = 0
        while select.select([self._ours], [], [], max(0, end - time.monotonic()))[0]:
            count += len(os.read(self._ours, 65536))
        return count

    def processor_time(self) -> float:
        """Seconds that it has worked until now, with all its threads, also those that ended."""
        # What clock_getcpuclockid(3) of Linux gives, which Python doesn't have.
        return time.clock_gettime(~self._program.pid << 3 | 2)

    def peak_memory(self) -> float:
        """The most memory that it has held until now, in bytes."""
        status = Path(f"/proc/{self._program.pid}/status").read_text(encoding="ascii")
        found = re.search(r"VmHWM:\s+(\d+) kB", status)
        assert found is not None, "no /proc/…/status as Linux has it"
        return int(found[1]) * 1024

    def _read(self) -> bytes:
        if select.select([self._ours], [], [], PATIENCE)[0]:
            with suppress(OSError):  # it has ended
                return os.read(self._ours, 65536)
        message = f"{' '.join(self._command)} never drew what was waited for"
        raise TimeoutError(message)


def visible(drawn: bytes) -> str:
    """What was drawn, without what steers the terminal."""
    return _STEERING.sub("", drawn.decode(errors="ignore"))
