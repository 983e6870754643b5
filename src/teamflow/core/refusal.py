"""A refused action changes nothing and says why, in words that every screen can translate."""

from collections.abc import Callable


class Refused(Exception):
    """An action that the protocol doesn't allow now. `reason` is a message id of the catalogue."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason.format(**values))
        self.reason = reason
        self.values = values

    def told(self, say: Callable[[str], str]) -> str:
        """The reason in the reader's language."""
        return say(self.reason).format(**self.values)
