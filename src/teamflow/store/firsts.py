"""What was done on this laptop for the first time, so that it needn't be explained again."""

from contextlib import suppress
from pathlib import Path
from typing import Final

_FILE: Final = "seen.txt"


class Firsts:
    """Which phases have been seen here. A convenience: without the disk's help every time is
    the first."""

    def __init__(self, state_folder: Path) -> None:
        self._file = state_folder / _FILE

    def first(self, name: str) -> bool:
        """Whether this is the first time for `name`; from now on it isn't."""
        seen = self._seen()
        if name in seen:
            return False
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._file.open("a", encoding="utf-8") as file:
                file.write(f"{name}\n")
        return True

    def _seen(self) -> set[str]:
        try:
            return set(self._file.read_text(encoding="utf-8").split())
        except (OSError, ValueError):
            return set()
