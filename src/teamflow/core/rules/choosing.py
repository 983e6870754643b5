"""Step 2: the vote, whose totals stay hidden until it's closed, and the choice itself.

Hidden, because votes that are visible while voting get copied; a tie is shown as a tie, and
settled by a run-off between those that tie, never by chance.
"""

import datetime as dt
from collections import Counter
from dataclasses import replace
from typing import Final

from teamflow.core import actions as a
from teamflow.core.ideas import idea_of
from teamflow.core.refusal import Refused
from teamflow.core.rules import Rules
from teamflow.core.rules.planning import with_one_plan
from teamflow.core.session import Ballot, Session, Tally, Vote
from teamflow.locale import N_

MOST_CHOSEN: Final = 2


def tied(session: Session) -> tuple[int, ...]:
    """The ids that share the most votes in the last closed vote; empty when one leads alone."""
    vote = session.vote
    if vote is None or not vote.closed:
        return ()
    most = max((tally.votes for tally in vote.tallies), default=0)
    top = tuple(tally.idea for tally in vote.tallies if tally.votes == most)
    return top if most and len(top) > 1 else ()


def _open(session: Session, action: a.OpenVote, _: dt.datetime) -> Session:
    if session.vote is not None and not session.vote.closed:
        raise Refused(N_("The vote is already open."))
    ids = tied(session) if action.run_off else tuple(idea.id for idea in session.ideas)
    if action.run_off and not ids:
        raise Refused(N_("There is no tie, so no run-off is needed."))
    if len(ids) < MOST_CHOSEN:
        raise Refused(N_("A vote needs at least two ideas."))
    votes = (*session.choice.votes, Vote(session.voting, ids, action.run_off))
    return replace(session, choice=replace(session.choice, votes=votes))


def _cast(session: Session, action: a.CastDots, _: dt.datetime) -> Session:
    vote = _open_vote(session)
    if action.voter not in session.present:
        raise Refused(N_("{name} isn't here."), name=action.voter)
    if len(action.dots) > dots_each(session):
        raise Refused(
            N_("{name} gave {given} dots; everyone has {dots}."),
            name=action.voter,
            dots=dots_each(session),
            given=len(action.dots),
        )
    for id in action.dots:
        _check_candidate(session, vote, id)
    others = tuple(ballot for ballot in vote.ballots if ballot.voter != action.voter)
    return with_vote(session, replace(vote, ballots=(*others, Ballot(action.voter, action.dots))))


def dots_each(session: Session) -> int:
    """How many dots each member has: in a run-off one, else what the set-up says."""
    return 1 if session.vote is not None and session.vote.run_off else session.dots


def _count(session: Session, action: a.CountHands, _: dt.datetime) -> Session:
    vote = _open_vote(session)
    _check_candidate(session, vote, action.idea)
    if not 0 <= action.hands <= len(session.present):
        raise Refused(
            N_("{hands} hands can't be right: there are {people} people here."),
            hands=action.hands,
            people=len(session.present),
        )
    others = tuple(tally for tally in vote.tallies if tally.idea != action.idea)
    return with_vote(session, replace(vote, tallies=(*others, Tally(action.idea, action.hands))))


def _close(session: Session, _: a.CloseVote, __: dt.datetime) -> Session:
    vote = _open_vote(session)
    if not vote.ballots and not vote.tallies:
        votes = session.choice.votes[:-1]
        return replace(session, choice=replace(session.choice, votes=votes))
    dots = Counter(id for ballot in vote.ballots for id in ballot.dots)
    hands = Counter({tally.idea: tally.votes for tally in vote.tallies})
    tallies = tuple(Tally(id, dots[id] + hands[id]) for id in vote.candidates)
    return with_vote(session, replace(vote, closed=True, ballots=(), tallies=tallies))


def _choose(session: Session, action: a.Choose, _: dt.datetime) -> Session:
    idea = idea_of(session, action.idea)
    chosen = session.choice.chosen
    if idea.id in chosen:
        raise Refused(N_("That idea is already chosen."))
    if len(chosen) == MOST_CHOSEN:
        raise Refused(N_("Two ideas at most: unmark one first."))
    return replace(session, choice=replace(session.choice, chosen=(*chosen, idea.id)))


def _unchoose(session: Session, action: a.Unchoose, _: dt.datetime) -> Session:
    left = tuple(id for id in session.choice.chosen if id != action.idea)
    if any(plan.idea == action.idea for plan in session.plans):
        session = with_one_plan(session)
    return replace(session, choice=replace(session.choice, chosen=left))


def _set_why(session: Session, action: a.SetWhy, _: dt.datetime) -> Session:
    return replace(session, choice=replace(session.choice, why=action.text))


def _open_vote(session: Session) -> Vote:
    if session.vote is None or session.vote.closed:
        raise Refused(N_("There is no vote open."))
    return session.vote


def _check_candidate(session: Session, vote: Vote, id: int) -> None:
    if idea_of(session, id).id not in vote.candidates:
        raise Refused(N_("That idea isn't in this vote."))


def with_vote(session: Session, vote: Vote) -> Session:
    """The session with its last vote replaced by its changed self."""
    votes = (*session.choice.votes[:-1], vote)
    return replace(session, choice=replace(session.choice, votes=votes))


RULES: Final[Rules] = {
    a.OpenVote: _open,
    a.CastDots: _cast,
    a.CountHands: _count,
    a.CloseVote: _close,
    a.Choose: _choose,
    a.Unchoose: _unchoose,
    a.SetWhy: _set_why,
}
