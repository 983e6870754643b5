"""What is known of the teams that are named while a meeting is set up."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from teamflow.core.loop import carried_from
from teamflow.core.session import Session
from teamflow.core.setup import Carried
from teamflow.locale import _, ngettext
from teamflow.store.folder import Folder, Stored
from teamflow.store.history import LOOKED_THROUGH, History, history
from teamflow.tui.messages import Along


class Met(NamedTuple):
    """What a team left behind: its last session, the one to look back on, and those, newest
    first, that left something open. What was looked back on just now is `agreed`, with what comes
    `along` of it."""

    last: Session | None = None
    awaiting: Stored | None = None
    left: tuple[Stored, ...] = ()
    agreed: Session | None = None
    along: Along = "open"

    def looked_back_on(
        self, agreed: Session, along: Along, changed: Mapping[Path, Stored]
    ) -> "Met":
        """The same once the team has looked back, and sessions have changed by it."""
        left = tuple(changed.get(each.path, each) for each in self.left)
        return self._replace(left=left, agreed=agreed, along=along)

    def carried(self, today: dt.date) -> Carried:
        """What comes along into a meeting that begins today."""
        if self.along == "nothing":
            return Carried()
        awaiting = self.awaiting.session if self.awaiting else None
        agreed = self.agreed or awaiting
        left = [each.session for each in self.left]
        return carried_from(left, today, agreed, with_idea=self.along == "idea")


def met(sessions: Path, team: str) -> Met:
    """What this team left behind; looking through all sessions takes a while, so it's for a
    thread."""
    return _left_behind(history(Folder(sessions), team))


def met_last(sessions: Path) -> Met:
    """The same of the team that met last, looked for among the newest sessions."""
    folder = Folder(sessions)
    last = folder.last()
    return _left_behind(history(folder, last.team, LOOKED_THROUGH)) if last else Met()


def _left_behind(past: History) -> Met:
    return Met(past.last(), past.awaiting(), past.left_open())


@dataclass
class Teams:
    """The teams that were asked about, however their capitals are typed, and what each left
    behind."""

    _today: dt.date
    _met: dict[str, Met] = field(default_factory=dict)

    def learn(self, team: str, known: Met) -> None:
        """From here on this team is known, and this comes along for it."""
        self._met[team.casefold()] = known

    def know(self, team: str) -> bool:
        """Whether there's nothing left to ask about it; nobody asks about no team at all."""
        return not team or team.casefold() in self._met

    def last(self, team: str) -> Session | None:
        """When it met last."""
        return self._of(team).last

    def spelled(self, team: str) -> str:
        """Its name, with the capitals that it had when it met last."""
        last = self.last(team)
        return last.team if last else team

    def carried(self, team: str) -> Carried:
        """What comes along for it."""
        return self._of(team).carried(self._today)

    @property
    def all_carried(self) -> tuple[Carried, ...]:
        """What comes along for any of them."""
        return tuple(known.carried(self._today) for known in self._met.values())

    def _of(self, team: str) -> Met:
        return self._met.get(team.casefold(), Met())


def hint_at_chair(last: Session | None) -> str:
    """Who led last time may lead again, but it's for the team to say."""
    if last is None or not last.chair:
        return _("who leads today?")
    return _("last time: {name}").format(name=last.chair)


def coming_along(carried: Carried) -> str:
    """What comes along in one line; nothing where nothing does."""
    counts = (
        ngettext("{n} idea", "{n} ideas", len(carried.ideas)).format(n=len(carried.ideas)),
        ngettext("{n} parked point", "{n} parked points", len(carried.parking_lot)).format(
            n=len(carried.parking_lot)
        ),
        ngettext("{n} open step", "{n} open steps", len(carried.steps)).format(
            n=len(carried.steps)
        ),
    )
    along = [each for each in counts if not each.startswith("0 ")]
    return _("Coming along: {what}.").format(what=", ".join(along)) if along else ""
