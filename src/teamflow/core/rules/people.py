"""Who is in the room."""

import datetime as dt
import unicodedata
from dataclasses import replace
from typing import Final

from teamflow.core import actions as a
from teamflow.core.protocol import FEWEST_PEOPLE, MOST_PEOPLE
from teamflow.core.refusal import Refused
from teamflow.core.rules import Rules
from teamflow.core.rules.choosing import with_vote
from teamflow.core.rules.turns import turn_kept
from teamflow.core.session import Participant, Session
from teamflow.locale import N_


def check_people(participants: tuple[Participant, ...]) -> None:
    """Raise Refused unless these can hold a meeting: 2 to 40 present, each name once."""
    names = [person.name for person in participants]
    for name in names:
        if sum(same_name(name, other) for other in names) > 1:
            raise Refused(
                N_("There are two people called {name}: add a letter to tell them apart."),
                name=name,
            )
    here = sum(person.present for person in participants)
    if here < FEWEST_PEOPLE:
        raise Refused(N_("A meeting needs at least two people."))
    if here > MOST_PEOPLE:
        raise Refused(
            N_("With {count} people a round takes too long: {most} is the most."),
            count=here,
            most=MOST_PEOPLE,
        )


def same_name(one: str, other: str) -> bool:
    """Whether two names would be read as the same, also where signs that nobody sees differ."""
    return _as_read(one) == _as_read(other)


def _as_read(name: str) -> str:
    seen = (sign for sign in unicodedata.normalize("NFKC", name) if not _unseen(sign))
    return "".join(seen).casefold()


def _unseen(sign: str) -> bool:
    return unicodedata.category(sign) == "Cf"


def _set_presence(session: Session, action: a.SetPresence, _: dt.datetime) -> Session:
    for person in session.participants:
        if person.name == action.name:
            return _with_presence(session, person, action.present)
    raise Refused(N_("{name} isn't on the list."), name=action.name)


def _add_participant(session: Session, action: a.AddParticipant, _: dt.datetime) -> Session:
    if not action.name:
        raise Refused(N_("Type a name first."))
    for person in session.participants:
        if not person.present and same_name(person.name, action.name):
            return _with_presence(session, person, present=True)
    return _with_people(session, (*session.participants, Participant(action.name)))


def _remove_participant(session: Session, action: a.RemoveParticipant, _: dt.datetime) -> Session:
    for person in session.participants:
        if person.name == action.name:
            others = _with_presence(_without_ballot(session, person), person, present=False)
            people = (other for other in others.participants if other.name != person.name)
            return replace(others, participants=tuple(people))
    raise Refused(N_("{name} isn't on the list."), name=action.name)


def _without_ballot(session: Session, person: Participant) -> Session:
    vote = session.vote
    if vote is None or vote.closed:
        return session
    ballots = tuple(ballot for ballot in vote.ballots if ballot.voter != person.name)
    return with_vote(session, replace(vote, ballots=ballots))


def _with_presence(session: Session, member: Participant, present: bool) -> Session:
    if member.present == present:
        return session
    changed = replace(member, present=present)
    people = (changed if person == member else person for person in session.participants)
    return _with_people(session, tuple(people))


def _with_people(session: Session, people: tuple[Participant, ...]) -> Session:
    check_people(people)
    return turn_kept(replace(session, participants=people))


RULES: Final[Rules] = {
    a.SetPresence: _set_presence,
    a.AddParticipant: _add_participant,
    a.RemoveParticipant: _remove_participant,
}
