"""What one phone may see. Never anybody's private list or ballot, nor the totals of an open
vote; not even its own dots back.

A view is in two parts: what all phones of one language see, which is made once for all of
them, and what is this phone's own.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from teamflow.core.clock import MINUTE, limit, remaining, running
from teamflow.core.form import Box, Fact, Paragraph, Part, Table, fill
from teamflow.core.protocol import PROTOCOL, phase_of
from teamflow.core.rules.choosing import dots_each
from teamflow.core.rules.turns import coming
from teamflow.core.session import PHASES, PhaseName, Session, Vote
from teamflow.locale import Say

View = dict[str, Any]
"""As it goes over the wire, ready for JSON."""

_WITH_FORM: Final[tuple[PhaseName, ...]] = ("plan", "evaluation", "close")


@dataclass(frozen=True)
class Sitter:
    """Who holds a phone. `name` is None for a phone without a seat; `taken` are the names that
    sit behind a phone, `lifted` says that the chair took this one off its seat."""

    name: str | None = None
    taken: frozenset[str] = frozenset()
    lifted: bool = False
    scored: bool = False


def shared(session: Session, say: Say) -> View:
    """What all phones that speak one language see."""
    in_round = session.phase == "round"
    phase = phase_of(session.phase)
    return {
        "question": _question(session),
        "phase": session.phase,
        "title": say(phase.title),
        "prompts": [say(prompt) for prompt in phase.prompts],
        "closed": session.closed is not None,
        "turn": session.round.turn if in_round else None,
        "next": _next(session) if in_round else None,
        "ideas": _ideas(session),
        "form": _form(session, say) if session.phase in _WITH_FORM else None,
    }


def own(session: Session, now: dt.datetime, sitter: Sitter) -> View:
    """What one phone sees for itself, at that (aware) moment."""
    name = sitter.name
    return {
        "seat": name,
        "names": None if name is not None else _names(session, sitter),
        "lifted": sitter.lifted,
        "clock": _clock(session, now),
        "mine": name is not None and session.phase == "round" and session.round.turn == name,
        "vote": None if session.vote is None else _vote(session, session.vote, name),
        "scored": sitter.scored,
    }


def remote(session: Session, now: dt.datetime, say: Say, said: str) -> View:
    """What the remote control shows; `said` is the notice on the board."""
    return {
        "phase": session.phase,
        "title": say(phase_of(session.phase).title),
        "question": _question(session),
        "clock": _clock(session, now),
        "turn": session.round.turn if session.phase == "round" else None,
        "ideas": len(session.ideas),
        "heard": _heard(session),
        "said": said,
        "closed": session.closed is not None,
        "first": session.phase == PROTOCOL[0].name,
        "last": session.phase == PROTOCOL[-1].name,
    }


def _question(session: Session) -> str:
    return session.draft("question") or session.question


def _clock(session: Session, now: dt.datetime) -> View:
    left, most = remaining(session.timing, now), limit(session.timing)
    return {
        "running": running(session.timing),
        "remaining": None if left is None else round(left.total_seconds(), 1),
        "minutes": None if most is None else most // MINUTE,
    }


def _names(session: Session, sitter: Sitter) -> list[View]:
    return [
        {"name": person.name, "taken": person.name in sitter.taken}
        for person in session.participants
    ]


def _next(session: Session) -> str | None:
    return next((name for name in coming(session) if name != session.round.turn), None)


def _ideas(session: Session) -> list[View]:
    if PHASES.index(session.phase) < PHASES.index("round"):
        return []
    votes = _votes(session)
    return [
        {
            "id": idea.id,
            "number": number,
            "text": idea.text,
            "ticks": idea.ticks,
            "chosen": idea.id in session.choice.chosen,
            "votes": votes.get(idea.id),
        }
        for number, idea in enumerate(session.ideas, start=1)
    ]


def _votes(session: Session) -> dict[int, int]:
    """By idea, what the last closed vote on it said; nothing while people vote, for what others
    chose is copied."""
    if session.vote is None or not session.vote.closed:
        return {}
    closed = (vote for vote in session.choice.votes if vote.closed)
    return {tally.idea: tally.votes for vote in closed for tally in vote.tallies}


def _vote(session: Session, vote: Vote, name: str | None) -> View:
    return {
        "number": len(session.choice.votes),
        "open": not vote.closed,
        "voting": vote.voting,
        "dots": dots_each(session),
        "candidates": list(vote.candidates),
        "run_off": vote.run_off,
        "voted": name is not None and any(ballot.voter == name for ballot in vote.ballots),
    }


def _heard(session: Session) -> list[str] | None:
    """Who has voted, in the order of the list and not of the voting."""
    if session.vote is None or session.vote.closed:
        return None
    voters = {ballot.voter for ballot in session.vote.ballots}
    return [person.name for person in session.participants if person.name in voters]


def _form(session: Session, say: Say) -> list[View]:
    return [_box(box) for box in fill(session, say).boxes]


def _box(box: Box) -> View:
    lines = [line for part in box.parts for line in _lines(part)]
    return {"title": f"{box.number}. {box.title}", "lines": lines}


def _lines(part: Part) -> Iterator[str]:
    match part:
        case Paragraph(text):
            yield from filter(None, text.split("\n"))
        case Fact(label, text):
            yield f"{label}: {text}"
        case Table(_, rows):
            yield from (" · ".join(filter(None, row)) for row in rows)
