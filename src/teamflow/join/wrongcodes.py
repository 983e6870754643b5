"""Whoever tries codes is slowed down, and then refused."""

from typing import Final

from teamflow.join.limits import Limits, Rates

_ALL: Final = "all"
_FIRST: Final = 0.05  # seconds: nobody who mistyped once notices


class WrongCodes:
    """Wrong codes by address, and of all together.

    Within its burst an address waits twice as long after each wrong code; then it's refused
    until some time has passed. When there are too many of all together, an address is refused
    after its first. `now` is in seconds, from any start.
    """

    def __init__(self, limits: Limits) -> None:
        self._each = Rates(limits.wrong_burst, limits.wrong_rate, limits.addresses)
        self._all = Rates(limits.all_wrong_burst, limits.all_wrong_rate, 1)
        self._slowest = limits.slowest

    def refused(self, address: str, now: float) -> float:
        """For how many seconds this address is refused; 0 when it isn't."""
        return self._each.wait(address, now)

    def count(self, address: str, now: float) -> float:
        """Note a wrong code; how many seconds its answer must wait."""
        too_many = self._all.wait(_ALL, now) > 0
        self._all.count(_ALL, now)
        if too_many:
            self._each.fill(address, now)
            return self._slowest
        tried = self._each.count(address, now)
        return min(_FIRST * 2 ** (tried - 1), self._slowest)
