"""Where the programs run: a throw-away home, and sessions to work with."""

import datetime as dt
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from teamflow.core import actions as a
from teamflow.core.session import Participant, Session
from teamflow.core.setup import SetUp, begin
from teamflow.core.update import update
from teamflow.store.folder import Folder
from teamflow.store.record import encode

SESSIONS: Final = 1000
MINUTE: Final = dt.timedelta(minutes=1)
LAST: Final = dt.datetime(2026, 11, 21, 15, tzinfo=dt.UTC)
QUESTION: Final = "Hoe helpen we meer kinderen in groep 6 om een tekst écht te begrijpen?"
TEAM: Final = ("Fatima", "Joost", "Marieke", "Sanne", "Daan", "Noor")
IDEAS: Final = (
    "Hardop denkend voordoen bij elke tekst",
    "Twee weken één thema, rijkere teksten",
    "Woordenschat vooraf",
    "In duo's lezen met hulpvragen",
    "Minder vragen achteraf, meer praten tijdens",
    "Elke dag voorlezen, ook in de bovenbouw",
    "Kinderen zelf vragen laten bedenken",
    "Een tekst per week samen uitpluizen",
    "De bibliotheek in de klas aanvullen",
    "Leesgesprekken in kleine groepen",
    "Schrijven over wat je las",
    "Teksten uit de zaakvakken gebruiken",
    "Denkstappen op een kaart",
    "Samen een samenvatting maken",
    "Terugkijken met een maatje",
)


@dataclass(frozen=True)
class Place:
    """A home with a folder of sessions; `many` of them in one, the paused `round` in another."""

    root: Path

    @property
    def many(self) -> Path:
        """The folder with a thousand sessions."""
        return self.root / "many"

    @property
    def round(self) -> Path:
        """A session that was paused in the round, with fifteen ideas on the board."""
        return next((self.root / "few").glob("*.toml"))

    def environ(self) -> dict[str, str]:
        """The same surroundings for every program; what they compile is kept."""
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.root),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "nl_NL.UTF-8",
            "TEAMFLOW_SESSIONS": str(self.many),
        }


TEAMFLOW: Final = str(Path(sys.executable).with_name("teamflow"))


def reference(name: str) -> list[str]:
    """The command of a reference program in this folder."""
    return [sys.executable, str(Path(__file__).with_name(f"{name}.py"))]


@contextmanager
def furnished() -> Iterator[Place]:
    """A place with sessions in it, gone afterwards."""
    with TemporaryDirectory(prefix="bench-") as root:
        place = Place(Path(root))
        _fill(place.many)
        Folder(place.root / "few").create(paused_round(LAST), LAST)
        yield place


def paused_round(start: dt.datetime) -> Session:
    """A session with fifteen ideas, paused in its round."""
    people = tuple(map(Participant, TEAM))
    setup = SetUp(date=start.date(), team="Onderbouw", participants=people)
    session = begin(setup, f"{start:%Y-%m-%d}-onderbouw", start)
    notes = [a.NoteIdea(idea) for idea in IDEAS]
    now = start
    actions: list[a.Action] = [a.SetQuestion(QUESTION), a.Go("round"), *notes, a.Pause()]
    for action in actions:
        now += MINUTE / 4
        session = update(session, action, now)
    return session


def _fill(folder: Path) -> None:
    """A thousand sessions, one a day; all ended, for that is what a folder holds."""
    folder.mkdir()
    for day in range(SESSIONS):
        start = LAST - dt.timedelta(days=day)
        session = update(paused_round(start), a.Go("close"), start + 20 * MINUTE)
        session = update(session, a.Close(), start + 45 * MINUTE)
        file = folder / f"{start:%Y-%m-%d}-onderbouw.toml"
        file.write_text(encode(session, {}, start), encoding="utf-8")
