"""The team's own copy: the form, and behind it all ideas, the parking lot, the time it took."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from teamflow.core.calendar import counted
from teamflow.core.clock import spent
from teamflow.core.form import Form, Paragraph, Section, Table, fill
from teamflow.core.protocol import PROTOCOL
from teamflow.core.session import Idea, Session
from teamflow.locale import N_, Say


def for_team(session: Session, say: Say, now: dt.datetime) -> Form:
    """The form with its annex; a clock that still runs is read at `now` (aware).

    Who gave which idea is told where the session recorded it.
    """
    return replace(fill(session, say), annex=tuple(_annex(session, say, now)))


def _annex(session: Session, say: Say, now: dt.datetime) -> Iterator[Section]:
    if session.ideas:
        yield Section(say(N_("All ideas")), (_ideas(session, say),))
    if session.parking_lot:
        parked = tuple(map(Paragraph, session.parking_lot))
        yield Section(say(N_("On the parking lot")), parked)
    if session.timings:
        yield Section(say(N_("How our time went")), (_times(session, say, now),))


def _ideas(session: Session, say: Say) -> Table:
    named = session.attribution and any(idea.by for idea in session.ideas)
    by_heading, by_share = ((say(N_("From")),), (2,)) if named else ((), ())
    return Table(
        headings=("", say(N_("Idea")), say(N_("The same")), say(N_("Votes")), *by_heading),
        rows=tuple(
            (
                str(number),
                _wording(session, idea, say),
                str(idea.ticks) if idea.ticks else "",
                votes_told(session, idea),
                *((idea.by or "",) if named else ()),
            )
            for number, idea in enumerate(session.ideas, start=1)
        ),
        shares=(1, 9, 2, 2, *by_share),
    )


def _wording(session: Session, idea: Idea, say: Say) -> str:
    told = "; ".join((idea.text, *idea.also))
    chosen = idea.id in session.choice.chosen
    return say(N_("{idea} (chosen)")).format(idea=told) if chosen else told


def votes_told(session: Session, idea: Idea) -> str:
    """The votes for an idea, and those of a run-off behind them: "4", "4, 5"; empty where there
    were none. A vote that is still open is nobody's business yet."""
    closed = (vote for vote in session.choice.votes if vote.closed)
    tallies = (tally for vote in closed for tally in vote.tallies)
    return ", ".join(str(tally.votes) for tally in tallies if tally.idea == idea.id)


def _times(session: Session, say: Say, now: dt.datetime) -> Table:
    return Table(
        headings=(say(N_("Step")), say(N_("Planned")), say(N_("Took"))),
        rows=tuple(
            (
                say(phase.title),
                _planned(session.timing_of(phase.name).minutes, say),
                counted(spent(session.timing_of(phase.name), now)),
            )
            for phase in PROTOCOL
            if session.timing_of(phase.name).spans
        ),
        shares=(3, 1, 1),
    )


def _planned(minutes: int | None, say: Say) -> str:
    return say(N_("{n} min")).format(n=minutes) if minutes else say(N_("open"))
