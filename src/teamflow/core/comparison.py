"""Two versions of one session beside each other: what one says and the other doesn't.

Both are written out as lines under the same labels, and the lines under a label are laid side by
side. So everything that can be read is compared in one way; clocks and turns, which are never the
same in two windows, are left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Final

from teamflow.core.calendar import long_date
from teamflow.core.form import DECISIONS, OUTCOMES, from_to, when_told
from teamflow.core.protocol import phase_of
from teamflow.core.report import votes_told
from teamflow.core.session import Idea, Plan, Review, Session, Step
from teamflow.locale import N_, Say

Lines = tuple[str, ...]
Marked = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether it's only in this version."""

_WORD: Final = re.compile(r"\s*\S+|\s+$")


@dataclass(frozen=True)
class Difference:
    """What the two versions say under one label; a text that isn't in one of them is empty
    there."""

    label: str
    ours: str
    theirs: str

    def marked(self) -> tuple[Marked, Marked]:
        """Both texts with the words marked that differ: none where the whole text does."""
        here, there = _WORD.findall(self.ours), _WORD.findall(self.theirs)
        blocks = SequenceMatcher(None, here, there, autojunk=False).get_opcodes()
        if all(tag != "equal" for tag, *_ in blocks):
            return ((self.ours, False),), ((self.theirs, False),)
        return (
            tuple(("".join(here[i:j]), tag != "equal") for tag, i, j, _, _ in blocks if i < j),
            tuple(("".join(there[i:j]), tag != "equal") for tag, _, _, i, j in blocks if i < j),
        )


def differences(ours: Session, theirs: Session, say: Say) -> tuple[Difference, ...]:
    """All that can be read in one of two versions and not in the other, in the order in which
    the form tells it, in the language that `say` speaks."""
    return tuple(
        Difference(say(label), one, other)
        for (label, here), (_, there) in zip(_told(ours, say), _told(theirs, say), strict=True)
        for one, other in _side_by_side(here, there)
    )


def _side_by_side(here: Lines, there: Lines) -> Iterator[tuple[str, str]]:
    """The lines that aren't in both; those that stand in the same place are a pair."""
    matcher = SequenceMatcher(None, here, there, autojunk=False)
    for tag, begin, end, from_, to in matcher.get_opcodes():
        if tag != "equal":
            yield from zip_longest(here[begin:end], there[from_:to], fillvalue="")


def _told(session: Session, say: Say) -> Iterator[tuple[str, Lines]]:
    """A session in lines, under labels that are the same for each session."""
    evaluation, day = session.evaluation, session.next_meeting
    yield N_("Date"), (long_date(session.date, say),)
    yield N_("School"), _filled(session.school)
    yield N_("Team"), _filled(session.team)
    yield N_("Chair"), _filled(session.chair)
    yield N_("Theme"), _filled(session.theme)
    yield N_("Goal in the school plan"), _filled(session.school_goal)
    yield N_("Participants"), tuple(_people(session, say))
    yield N_("Where we are"), (_phase(session, say),)
    yield N_("Our learning question"), _filled(session.question)
    yield N_("How we will see that it worked"), _filled(session.measure)
    yield N_("Ideas"), tuple(_idea(session, idea, say) for idea in session.ideas)
    yield N_("Parking lot"), _filled(*session.parking_lot)
    yield N_("Chosen"), tuple(idea.text for idea in session.chosen)
    yield N_("Why this one"), _filled(session.choice.why)
    yield N_("Lesson plan"), tuple(_lessons(session))
    yield N_("Steps"), tuple(_steps(session, say))
    yield N_("What we look at"), _filled(evaluation.indicator)
    yield N_("In figures"), _filled(from_to(evaluation, say))
    yield N_("How we measure it"), _filled(evaluation.method)
    yield N_("Who brings the figure"), _filled(evaluation.reporter)
    yield N_("When we look back"), _filled(when_told(evaluation.date, say))
    yield N_("Next meeting"), _filled(when_told(day, say))
    yield N_("Looked back on"), _looked_back(evaluation.review, say) if evaluation.review else ()
    yield N_("Was it worth our time?"), _filled(", ".join(map(str, session.scores)))
    yield N_("Still being typed"), _filled(*(draft.text for draft in session.drafts))


def _filled(*texts: str) -> Lines:
    return tuple(filter(None, texts))


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def _people(session: Session, say: Say) -> Iterator[str]:
    for person in session.participants:
        yield _joined(person.name, "" if person.present else say(N_("not here")))


def _phase(session: Session, say: Say) -> str:
    ended = say(N_("closed")) if session.closed else ""
    return _joined(say(phase_of(session.phase).title), ended)


def _idea(session: Session, idea: Idea, say: Say) -> str:
    also = say(N_("{n} × the same")).format(n=idea.ticks) if idea.ticks else ""
    votes = votes_told(session, idea)
    return _joined(
        "; ".join((idea.text, *idea.also)),
        also,
        say(N_("votes: {votes}")).format(votes=votes) if votes else "",
        (idea.by or "") if session.attribution else "",
    )


def _lessons(session: Session) -> Iterator[str]:
    for plan in session.plans:
        yield from _filled(_for_idea(session, plan), *plan.lesson.split("\n"))


def _steps(session: Session, say: Say) -> Iterator[str]:
    for plan in session.plans:
        if plan.steps:
            yield from _filled(_for_idea(session, plan))
        yield from (_step(step, say) for step in plan.steps)


def _for_idea(session: Session, plan: Plan) -> str:
    """The idea that a plan is for, where each idea has its own."""
    return next((f"{idea.text}:" for idea in session.ideas if idea.id == plan.idea), "")


def _step(step: Step, say: Say) -> str:
    done = say(N_("done")) if step.done else ""
    return _joined(step.what, ", ".join(step.owners), when_told(step.when, say), done)


def _looked_back(review: Review, say: Say) -> Lines:
    decision = say(DECISIONS[review.decision]) if review.decision else ""
    outcome = say(OUTCOMES[review.outcome])
    return _filled(long_date(review.date, say), review.measured, outcome, review.learned, decision)
