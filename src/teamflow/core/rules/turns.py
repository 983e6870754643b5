"""The round: in turn, each member gives one idea, or passes.

Whatever breaks the circle makes passes count anew, so that nobody is said to have passed who
didn't: a turn given by name, somebody who leaves or comes.
"""

import datetime as dt
from dataclasses import replace
from typing import Final

from teamflow.core import actions as a
from teamflow.core.ideas import idea_of, with_idea, with_new_idea
from teamflow.core.refusal import Refused
from teamflow.core.rules import Rules
from teamflow.core.session import Round, Session
from teamflow.locale import N_


def coming(session: Session) -> tuple[str, ...]:
    """Who is here, from the member after the one whose turn it is, all the way round."""
    names = [person.name for person in session.participants]
    turn = session.round.turn
    start = names.index(turn) + 1 if turn in names else 0
    return tuple(name for name in names[start:] + names[:start] if name in session.present)


def heard(session: Session) -> tuple[str, ...]:
    """Who is here and had a turn in this time round: those before the member whose turn it is."""
    names = session.present
    turn = session.round.turn
    return names[: names.index(turn)] if turn in names else ()


def turn_kept(session: Session) -> Session:
    """The session, whose people changed, with the turn at somebody who is here.

    Passes count anew, for those who are here now haven't all passed in one full circle.
    """
    turn = session.round.turn
    if turn is not None and turn not in session.present:
        turn = next(iter(coming(session)), None)
    return replace(session, round=Round(turn))


def _passed_on(session: Session, passes: int) -> Session:
    return replace(session, round=Round(turn=next(iter(coming(session)), None), passes=passes))


def _noted(session: Session, text: str, by: str | None) -> Session:
    if not text:
        raise Refused(N_("Type the idea first, or pass the turn."))
    return with_new_idea(session, text, by if session.attribution else None)


def _check_turn(session: Session, by: str | None) -> None:
    if by is not None and by != session.round.turn:
        raise Refused(N_("It's {name}'s turn now."), name=session.round.turn or "")


def _note_idea(session: Session, action: a.NoteIdea, _: dt.datetime) -> Session:
    _check_turn(session, action.by)
    return _passed_on(_noted(session, action.text, session.round.turn), passes=0)


def _note_aside(session: Session, action: a.NoteAside, _: dt.datetime) -> Session:
    session = _noted(session, action.text, action.by)
    return replace(session, round=replace(session.round, passes=0))


def _same_as(session: Session, action: a.SameAs, _: dt.datetime) -> Session:
    _check_turn(session, action.by)
    idea = idea_of(session, action.idea)
    return _passed_on(with_idea(session, replace(idea, ticks=idea.ticks + 1)), passes=0)


def _pass(session: Session, action: a.Pass, _: dt.datetime) -> Session:
    _check_turn(session, action.by)
    return _passed_on(session, passes=session.round.passes + 1)


def _give_turn(session: Session, action: a.GiveTurn, _: dt.datetime) -> Session:
    if action.name not in session.present:
        raise Refused(N_("{name} isn't here."), name=action.name)
    if action.name == session.round.turn:
        return session
    return replace(session, round=Round(action.name))


RULES: Final[Rules] = {
    a.NoteIdea: _note_idea,
    a.NoteAside: _note_aside,
    a.SameAs: _same_as,
    a.Pass: _pass,
    a.GiveTurn: _give_turn,
}
