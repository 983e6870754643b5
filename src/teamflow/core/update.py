"""`update`: the one place where it is decided what an action does, and whether it may."""

import datetime as dt
from dataclasses import replace
from typing import Final

from teamflow.core import actions as a
from teamflow.core.actions import Action
from teamflow.core.clock import past
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

NO_EDIT: Final = frozenset({*moving.RULES, a.Type, *reviewing.RULES, a.FinishStep})
"""What is no change in what a past meeting said: looking around in it, and what came of it."""


def update(session: Session, action: Action, now: dt.datetime) -> Session:
    """The session after `action` at the aware local time `now`. A change in what a past meeting
    said is noted with its day.

    Raises Refused, and changes nothing, where the protocol doesn't allow it.
    """
    if type(action) not in phase_of(session.phase).accepts:
        raise Refused(N_("That doesn't belong to this step of the meeting."))
    after = RULES[type(action)](session, action, now)
    edits = past(session, now) and type(action) not in NO_EDIT and after != session
    return _edited(after, now.date()) if edits else after


def _edited(session: Session, day: dt.date) -> Session:
    if day in session.edited:
        return session
    return replace(session, edited=(*session.edited, day))
