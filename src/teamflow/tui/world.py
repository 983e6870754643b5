"""Everything the screens need from outside, handed over once when the app is made."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from teamflow.store.settings import Settings
from teamflow.store.trash import Basket

if TYPE_CHECKING:
    from teamflow.store.problem import Problem
    from teamflow.tui.bell.loudspeaker import FindPlayers
    from teamflow.tui.rooms import Rooms


@dataclass(frozen=True)
class World:
    """The places and the clock. `sessions` is the folder of sessions, `state` where the laptop
    keeps what only it needs; `now` gives the aware local time; `report` writes an unexpected
    error to the log, without any text of the meeting, and says where the log lies; `rooms` makes
    the room that phones can join, and with `inviting` it's opened as soon as a meeting begins.

    `decided_by` is what goes before the folder in the settings (--sessions or a variable; empty:
    nothing does), `faults` is what was wrong with the settings, and `players` finds who can play
    a sound in this room (None: nobody). With `ascii` this terminal has no more than plain
    letters, whatever the settings say. `basket` knows what was thrown away since the start."""

    sessions: Path
    settings: Settings
    settings_file: Path
    state: Path
    now: Callable[[], dt.datetime]
    report: Callable[[BaseException], Path]
    rooms: "Rooms"
    rehearsal: bool = False
    inviting: bool = False
    decided_by: str = ""
    faults: "tuple[Problem, ...]" = ()
    players: "FindPlayers | None" = None
    ascii: bool = False
    basket: Basket = field(default_factory=Basket)


Begin = Path | Literal["home", "new", "rehearse"]
"""Where the app begins: a session file, or a place."""

End = Literal["quit", "rehearse", "restart"]
"""How the app ends: for good, to rehearse, or to start again with other settings."""
