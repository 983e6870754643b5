"""What leaves the laptop: one session, made ready for one reader, in one language."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal

from teamflow.core.form import Form, fill
from teamflow.core.report import for_team
from teamflow.core.session import Round, Session, Vote
from teamflow.locale import Say

Reader = Literal["leader", "team"]
"""The school's leader reads what was agreed; the team also how it came about."""


@dataclass(frozen=True)
class Handout:
    """A form, and the session behind it without what its reader has no business with.

    `saved` is the (aware) moment of this version: a later version of a session has a later one.
    """

    form: Form
    session: Session
    say: Say
    saved: dt.datetime


def hand_out(session: Session, reader: Reader, say: Say, saved: dt.datetime) -> Handout:
    """A session for a reader. Nobody gets ballots of a vote that is still open, nor text that
    was still being typed; the leader gets what the form tells and no more; only the team learns
    who gave which idea, if that was recorded."""
    if reader == "leader":
        agreed = _agreed(session)
        return Handout(fill(agreed, say), agreed, say, saved)
    told = replace(
        session if session.attribution else _unnamed(session),
        drafts=(),
        choice=replace(session.choice, votes=tuple(map(_without_ballots, session.choice.votes))),
    )
    return Handout(for_team(told, say, saved), told, say, saved)


def _agreed(session: Session) -> Session:
    return replace(
        _unnamed(session),
        drafts=(),
        participants=tuple(person for person in session.participants if person.present),
        ideas=_unnamed(session).chosen,
        parking_lot=(),
        round=Round(),
        choice=replace(session.choice, votes=()),
        scores=(),
    )


def _unnamed(session: Session) -> Session:
    return replace(session, ideas=tuple(replace(idea, by=None) for idea in session.ideas))


def _without_ballots(vote: Vote) -> Vote:
    return vote if vote.closed else replace(vote, ballots=(), tallies=())
