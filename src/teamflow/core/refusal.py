"""A refused action changes nothing and says why, in words that every screen can translate."""

import datetime as dt
from collections.abc import Callable

from teamflow.core.calendar import long_date


class Refused(Exception):
    """An action that the protocol doesn't allow now. `reason` is a message id of the catalogue."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason.format(**values))
        self.reason = reason
        self.values = values

    def told(self, say: Callable[[str], str]) -> str:
        """The reason in the reader's language."""
        values = {
            name: long_date(value, say) if isinstance(value, dt.date) else value
            for name, value in self.values.items()
        }
        return say(self.reason).format(**values)
