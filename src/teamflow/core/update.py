"""`update`: the one place where it is decided what an action does, and whether it may."""

import datetime as dt
from typing import Final

from teamflow.core.actions import Action
from teamflow.core.protocol import phase_of
from teamflow.core.refusal import Refused
from teamflow.core.rules import (
    Rules,
    board,
    choosing,
    evaluating,
    moving,
    people,
    planning,
    reviewing,
    turns,
    words,
)
from teamflow.core.session import Session
from teamflow.locale import N_

RULES: Final[Rules] = {
    **moving.RULES,
    **people.RULES,
    **words.RULES,
    **turns.RULES,
    **board.RULES,
    **choosing.RULES,
    **planning.RULES,
    **evaluating.RULES,
    **reviewing.RULES,
}


def update(session: Session, action: Action, now: dt.datetime) -> Session:
    """The session after `action` at the aware local time `now`.

    Raises Refused, and changes nothing, where the protocol doesn't allow it.
    """
    if type(action) not in phase_of(session.phase).accepts:
        raise Refused(N_("That doesn't belong to this step of the meeting."))
    return RULES[type(action)](session, action, now)
