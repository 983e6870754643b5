"""What lies on the desk between two starts: the set-up form as far as it was filled in."""

import json
from contextlib import suppress
from pathlib import Path

from teamflow.store import atomic


class Desk:
    """The half-filled set-up form, in the state folder. It's a convenience: what can't be kept
    or read back has to be typed again, and that's all."""

    def __init__(self, state_folder: Path) -> None:
        self._file = state_folder / "set-up.json"

    def remember(self, texts: dict[str, str]) -> None:
        """Keep what was typed, by the name of its field, instead of what lay there."""
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            atomic.write(self._file, json.dumps(texts, indent=1).encode())

    def recall(self) -> dict[str, str]:
        """What was typed, by the name of its field; empty when there is nothing."""
        try:
            texts = json.loads(self._file.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(texts, dict):
            return {}
        return {field: text for field, text in texts.items() if isinstance(text, str)}

    def forget(self) -> None:
        """Clear the desk: the session has begun."""
        with suppress(OSError):
            self._file.unlink()
