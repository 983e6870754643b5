"""What a screen asks of the app: where to go next."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from textual.message import Message

from teamflow.store.settings import Settings

if TYPE_CHECKING:
    from teamflow.core.session import Session
    from teamflow.store.folder import Stored
    from teamflow.tui.teams import Met

Along = Literal["open", "idea", "nothing"]
"""What comes along into a new meeting: what is still open, the chosen idea as well, or nothing."""


class GoHome(Message):
    """Back to the home screen, with something to say there."""

    def __init__(self, said: str = "") -> None:
        super().__init__()
        self.said = said


class Visit(Message):
    """To a place by its name: new, archive, rehearse or settings."""

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place


class OpenSession(Message):
    """To a session: to its form when it has ended, else into the meeting, with something to say
    there. An `interrupted` one goes on in the meeting, and asks first whether the time away
    counts."""

    def __init__(self, path: Path, *, interrupted: bool, said: str = "") -> None:
        super().__init__()
        self.path = path
        self.interrupted = interrupted
        self.said = said


class AskWhich(Message):
    """Ask again with which of two versions of the open session to go on."""


class LeaveMeeting(Message):
    """Out of the meeting: to the home screen, or out of the program (`quits`)."""

    def __init__(self, *, quits: bool) -> None:
        super().__init__()
        self.quits = quits


class Adopt(Message):
    """Go by these settings from now on."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings


class Export(Message):
    """Make files of a session that is kept in `file`; `version` is the (aware) moment at which
    it became as it is."""

    def __init__(self, session: "Session", file: Path, version: dt.datetime) -> None:
        super().__init__()
        self.session, self.file, self.version = session, file, version


class Review(Message):
    """Look back on what a past session agreed."""

    def __init__(self, stored: "Stored") -> None:
        super().__init__()
        self.stored = stored


class Reviewed(Message):
    """A session was looked back on; with `opening`, which is what its team left behind and what
    comes along of that, a new meeting begins now."""

    def __init__(self, session: "Session", opening: "Met | None") -> None:
        super().__init__()
        self.session, self.opening = session, opening


class AnotherTeam(Message):
    """The meeting that begins is another team's than the one that left this behind."""

    def __init__(self, opening: "Met") -> None:
        super().__init__()
        self.opening = opening
