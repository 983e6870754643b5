"""What is known of the teams that are named while a meeting is set up."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from teamflow.core.session import Session
from teamflow.core.setup import Carried
from teamflow.locale import _, ngettext
from teamflow.store.folder import Folder, Stored


class Met(NamedTuple):
    """What a team left behind: its last session, and the one to look back on."""

    last: Session | None = None
    awaiting: Stored | None = None


def met(sessions: Path, team: str) -> Met:
    """Look through all sessions, which takes a while: it's for a thread."""
    folder = Folder(sessions)
    last = folder.last(team)
    return Met(last, folder.awaiting(team)) if last else Met()


@dataclass
class Teams:
    """The teams that were asked about, however their capitals are typed: when each met last, and
    what comes along from its look back."""

    _lasts: dict[str, Session | None] = field(default_factory=dict)
    _carried: dict[str, Carried] = field(default_factory=dict)

    def learn(self, team: str, last: Session | None) -> None:
        """From here on this team is known."""
        self._lasts[team.casefold()] = last

    def bring(self, team: str, carried: Carried) -> None:
        """This comes along for a team."""
        self._carried[team.casefold()] = carried

    def know(self, team: str) -> bool:
        """Whether there's nothing left to ask about it; nobody asks about no team at all."""
        return not team or team.casefold() in self._lasts

    def last(self, team: str) -> Session | None:
        """When it met last."""
        return self._lasts.get(team.casefold())

    def carried(self, team: str) -> Carried:
        """What comes along for it."""
        return self._carried.get(team.casefold(), Carried())

    @property
    def all_carried(self) -> tuple[Carried, ...]:
        """What comes along for any of them."""
        return tuple(self._carried.values())


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
