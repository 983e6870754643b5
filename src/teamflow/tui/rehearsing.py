"""The invented team that a first-time chair practises with."""

import secrets
from pathlib import Path

from teamflow.core.session import Participant
from teamflow.core.setup import SetUp, begin
from teamflow.locale import _
from teamflow.store.folder import Folder
from teamflow.tui.world import World

TEAM = ("Fatima", "Joost", "Zoë", "Merel", "Bilal")


def invented(world: World) -> Path:
    """A session of the invented team, just begun, in the world's throw-away folder."""
    now = world.now()
    setup = SetUp(
        date=now.date(),
        school=_("The Practice School"),
        team=_("rehearsal"),
        theme=_("reading comprehension"),
        chair=TEAM[0],
        participants=tuple(map(Participant, TEAM)),
    )
    return Folder(world.sessions).create(begin(setup, secrets.token_hex(6), now), now)
