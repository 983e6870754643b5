"""What leaves the laptop: one session, made ready for one reader, in one language."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal

from teamflow.core.form import Form, fill
from teamflow.core.report import for_team
from teamflow.core.session import Session, Vote
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
    was still being typed; only the team learns who gave which idea, if that was recorded."""
    named = reader == "team" and session.attribution
    told = replace(
        session,
        drafts=(),
        ideas=session.ideas if named else tuple(replace(each, by=None) for each in session.ideas),
        choice=replace(session.choice, votes=tuple(map(_without_ballots, session.choice.votes))),
    )
    form = for_team(told, say, saved) if reader == "team" else fill(told, say)
    return Handout(form, told, say, saved)


def _without_ballots(vote: Vote) -> Vote:
    return vote if vote.closed else replace(vote, ballots=(), tallies=())
