"""The idea board: reword, move, delete, merge."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from teamflow.core import actions as a
from teamflow.core.ideas import idea_at, idea_of, last_id, number_of, with_idea
from teamflow.core.refusal import Refused
from teamflow.core.rules import Rules
from teamflow.core.session import Idea, Session, Tally, Vote
from teamflow.locale import N_


def _edit(session: Session, action: a.EditIdea, _: dt.datetime) -> Session:
    if not action.text:
        raise Refused(N_("An idea needs words. To take it off the board, delete it."))
    return with_idea(session, replace(idea_of(session, action.idea), text=action.text))


def _move(session: Session, action: a.MoveIdea, _: dt.datetime) -> Session:
    idea = idea_of(session, action.idea)
    idea_at(session, action.number)
    others = [other for other in session.ideas if other.id != idea.id]
    others.insert(action.number - 1, idea)
    return replace(session, ideas=tuple(others))


def _delete(session: Session, action: a.DeleteIdea, _: dt.datetime) -> Session:
    idea = idea_of(session, action.idea)
    _refuse_if_used(session, idea)
    return _without(session, (idea,), stand_in=None)


def _merge(session: Session, action: a.MergeIdeas, _: dt.datetime) -> Session:
    idea = idea_of(session, action.idea)
    others = tuple(idea_of(session, id) for id in dict.fromkeys(action.others) if id != idea.id)
    if not others:
        raise Refused(N_("Name at least two ideas to put together."))
    for other in others:
        _refuse_if_used(session, other)
    merged = replace(
        idea,
        ticks=idea.ticks + sum(other.ticks + 1 for other in others),
        also=idea.also + tuple(text for other in others for text in (other.text, *other.also)),
    )
    return _without(with_idea(session, merged), others, stand_in=idea.id)


def _refuse_if_used(session: Session, idea: Idea) -> None:
    number = number_of(session, idea)
    if idea.id in session.choice.chosen:
        raise Refused(N_("Idea {number} is chosen: unmark it first."), number=number)
    vote = session.vote
    if vote is not None and not vote.closed and idea.id in vote.candidates:
        raise Refused(N_("Idea {number} is being voted on: close the vote first."), number=number)


def _without(session: Session, gone: tuple[Idea, ...], stand_in: int | None) -> Session:
    """The session without these ideas; the votes that they got go to the one that stands in."""
    ids = {idea.id: stand_in for idea in gone}
    votes = tuple(_vote_without(vote, ids) for vote in session.choice.votes)
    ideas = tuple(idea for idea in session.ideas if idea.id not in ids)
    choice = replace(session.choice, votes=votes)
    return replace(session, ideas=ideas, choice=choice, noted=last_id(session))


def _vote_without(vote: Vote, gone: Mapping[int, int | None]) -> Vote:
    """The vote with ids replaced by what stands in for them, or dropped where that is None.

    An open vote has none of them: it's refused to take away what is being voted on.
    """
    candidates = dict.fromkeys(gone.get(id, id) for id in vote.candidates)
    votes = Counter[int | None]()
    for tally in vote.tallies:
        votes[gone.get(tally.idea, tally.idea)] += tally.votes
    return replace(
        vote,
        candidates=tuple(id for id in candidates if id is not None),
        tallies=tuple(Tally(id, votes[id]) for id in votes if id is not None),
    )


RULES: Final[Rules] = {
    a.EditIdea: _edit,
    a.MoveIdea: _move,
    a.DeleteIdea: _delete,
    a.MergeIdeas: _merge,
}
