"""How much one phone, one address and all of them together may ask.

A school may sit behind one address, so what an address may do is wide enough for two hundred
phones that open the page together; what one seat may do is not.
"""

import sys
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

LONGEST_IDEA: Final = 300
LONGEST_NAME: Final = 30
MOST_IDEAS: Final = 40

_SPARE_FILES: Final = 100
"""Files that the rest of the program may have open."""


@dataclass(frozen=True)
class Limits:
    """Times are in seconds, sizes in bytes, rates in requests a second after a first burst."""

    patience: float = 10.0
    linger: float = 1.0
    heartbeat: float = 5.0
    gather: float = 0.05
    body: int = 4096
    connections: int = 1000
    connections_each: int = 700
    streams_each: int = 4
    streams_unknown: int = 250
    address_burst: float = 5000
    address_rate: float = 500
    sit_burst: float = 250
    sit_rate: float = 5
    seat_burst: float = 20
    seat_rate: float = 4
    wrong_burst: float = 20
    wrong_rate: float = 1 / 3
    all_wrong_burst: float = 500
    all_wrong_rate: float = 5
    slowest: float = 2.0
    addresses: int = 1024


class Rates:
    """Leaky buckets by key: each holds `burst` and loses `per_second`. Only the `most` keys that
    were used last are remembered. `now` is in seconds, from any start."""

    def __init__(self, burst: float, per_second: float, most: int) -> None:
        self._burst, self._per_second, self._most = burst, per_second, most
        self._buckets = OrderedDict[str, tuple[float, float]]()

    def level(self, key: str, now: float) -> float:
        """How full the bucket is."""
        level, since = self._buckets.get(key, (0.0, now))
        return max(level - max(now - since, 0) * self._per_second, 0.0)

    def wait(self, key: str, now: float) -> float:
        """How many seconds until there is room for one more; 0 when there is."""
        return max(self.level(key, now) + 1 - self._burst, 0.0) / self._per_second

    def count(self, key: str, now: float) -> float:
        """Put one in, if there's room or not; the level from now on, never above the burst."""
        return self._set(key, min(self.level(key, now) + 1, self._burst), now)

    def fill(self, key: str, now: float) -> None:
        """No more room for this one, for a while."""
        self._set(key, self._burst, now)

    def _set(self, key: str, level: float, now: float) -> float:
        self._buckets[key] = level, now
        self._buckets.move_to_end(key)
        if len(self._buckets) > self._most:
            self._buckets.popitem(last=False)
        return level


def connections_possible(wanted: int) -> int:
    """How many of the connections that are wanted the system allows, with files to spare for
    the saving of the session; where it can, it's asked to allow them all."""
    if sys.platform == "win32":
        return wanted
    import resource

    allowed, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    needed = wanted + _SPARE_FILES
    if allowed != resource.RLIM_INFINITY and allowed < needed:
        with suppress(OSError, ValueError):
            more = needed if most == resource.RLIM_INFINITY else min(needed, most)
            resource.setrlimit(resource.RLIMIT_NOFILE, (more, most))
            allowed = more
        return max(min(wanted, allowed - _SPARE_FILES), 1)
    return wanted
