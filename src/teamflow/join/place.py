"""Where the room of a session is remembered. It's asked at every start of a meeting, and so
knows nothing of what a room is made of."""

import hashlib
from pathlib import Path
from typing import Final

_FOLDER: Final = "rooms"


def file_of(state: Path, session_id: str) -> Path:
    """The file that remembers the room of a session, in the folder `state`."""
    # An id may be typed by hand: no text in it may lead out of the folder.
    name = hashlib.sha256(session_id.encode()).hexdigest()[:32]
    return state / _FOLDER / f"{name}.json"


def was_open(state: Path, session_id: str) -> bool:
    """Whether the room of that session was open when the program stopped."""
    file = file_of(state, session_id)
    if not file.is_file():
        return False
    from teamflow.join.remembered import read  # most meetings have no phones

    return read(file) is not None
