"""Everything the screens need from outside, handed over once when the app is made."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from teamflow.store.settings import Settings


@dataclass(frozen=True)
class World:
    """The places and the clock. `sessions` is the folder of sessions, `state` where the laptop
    keeps what only it needs; `now` gives the aware local time; `report` writes an unexpected
    error to the log, without any text of the meeting, and says where the log lies."""

    sessions: Path
    settings: Settings
    settings_file: Path
    state: Path
    now: Callable[[], dt.datetime]
    report: Callable[[BaseException], Path]
    rehearsal: bool = False


Begin = Path | Literal["home", "new", "rehearse"]
"""Where the app begins: a session file, or a place."""

End = Literal["quit", "rehearse", "restart"]
"""How the app ends: for good, to rehearse, or to start again with other settings."""
