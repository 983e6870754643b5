"""The filled form: what the four boxes say, once, for every output.

After the *Formulier voor teamleren: van problemen naar oplossingen*: one A4 with four bordered
boxes. It tells what was agreed, and never who gave which idea.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Final, Literal

from teamflow.core.calendar import long_date
from teamflow.core.session import Decision, Evaluation, Idea, Outcome, Plan, Review, Session
from teamflow.locale import N_, Say

LANGUAGE: Final = N_("en")
"""The code of the language that a form is in; each catalogue translates it to its own."""
OUTCOMES: Final[dict[Outcome, str]] = {
    "reached": N_("reached"),
    "partly": N_("partly reached"),
    "not": N_("not reached"),
    "unmeasured": N_("not measured"),
}
DECISIONS: Final[dict[Decision, str]] = {
    "keep": N_("we keep it"),
    "adapt": N_("we adapt it"),
    "stop": N_("we stop it"),
}
TITLE: Final = N_("Form for team learning: from problems to solutions")


@dataclass(frozen=True)
class Paragraph:
    """Running text, line breaks kept."""

    text: str


@dataclass(frozen=True)
class Fact:
    """A label with what was filled in behind it; no text at all is a line to write on."""

    label: str
    text: str


@dataclass(frozen=True)
class Table:
    """Rows under headings, every cell plain text, an empty one room to write. `shares` says how
    the columns divide the page: (4, 1) gives the first one four fifths of it."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]


@dataclass(frozen=True)
class Room:
    """Room to write by hand, in lines of writing."""

    lines: int


Part = Paragraph | Fact | Table | Room
Sheet = Literal["form", "card"]


@dataclass(frozen=True)
class Box:
    """One of the bordered boxes: the form has four of them."""

    number: int
    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Section:
    """What stands behind the boxes for a reader who was there."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Form:
    """The whole page, in one language (its code: "nl", "en"); `facts` is the line of school,
    team, date and people, `annex` what comes after the page, `sheet` how it's set in print."""

    language: str
    title: str
    facts: tuple[Fact, ...]
    boxes: tuple[Box, ...]
    annex: tuple[Section, ...] = ()
    sheet: Sheet = "form"


def fill(session: Session, say: Say) -> Form:
    """The form of a session, in the language that `say` speaks."""
    return Form(
        language=say(LANGUAGE),
        title=say(TITLE),
        facts=_filled(
            (say(N_("School")), session.school),
            (say(N_("Team")), session.team),
            (say(N_("Date")), long_date(session.date, say)),
            (say(N_("Chair")), session.chair),
            (say(N_("Present")), ", ".join(session.present)),
            (say(N_("Theme")), session.theme),
            (say(N_("Goal in the school plan")), session.school_goal),
        ),
        boxes=boxes(
            _goal(session, say),
            _idea(session, say),
            tuple(part for plan in session.plans for part in _plan(session, plan, say)),
            _evaluation(session, say),
            say=say,
        ),
    )


def boxes(
    goal: tuple[Part, ...],
    idea: tuple[Part, ...],
    lesson: tuple[Part, ...],
    evaluation: tuple[Part, ...],
    *,
    say: Say,
) -> tuple[Box, Box, Box, Box]:
    """The four boxes with their names, and these parts in them."""
    return (
        Box(1, say(N_("Our learning point / goal")), goal),
        Box(2, say(N_("Idea for the approach")), idea),
        Box(3, say(N_("Description of the lesson or of the activities")), lesson),
        Box(4, say(N_("How and when do we evaluate?")), evaluation),
    )


def steps_table(rows: tuple[tuple[str, ...], ...], say: Say) -> Table:
    """The steps of a plan, one a row: what, who, by when."""
    headings = (say(N_("What")), say(N_("Who")), say(N_("When")))
    return Table(headings, rows, shares=(3, 2, 3))


def _goal(session: Session, say: Say) -> tuple[Part, ...]:
    return (
        *_paragraph(session.question),
        *_filled((say(N_("How we will see that it worked")), session.measure)),
    )


def _idea(session: Session, say: Say) -> tuple[Part, ...]:
    ideas = (part for idea in session.chosen for part in _wording(idea, say))
    return (*ideas, *_filled((say(N_("Why this one")), session.choice.why)))


def _wording(idea: Idea, say: Say) -> tuple[Part, ...]:
    return Paragraph(idea.text), *_filled((say(N_("Together with")), "; ".join(idea.also)))


def _plan(session: Session, plan: Plan, say: Say) -> tuple[Part, ...]:
    idea = next((idea.text for idea in session.ideas if idea.id == plan.idea), "")
    rows = tuple(
        (step.what, ", ".join(step.owners), when_told(step.when, say)) for step in plan.steps
    )
    return (
        *_filled((say(N_("For the idea")), idea)),
        *_paragraph(plan.lesson),
        *((steps_table(rows, say),) if rows else ()),
    )


def _evaluation(session: Session, say: Say) -> tuple[Part, ...]:
    evaluation = session.evaluation
    date = long_date(evaluation.date, say) if evaluation.date else ""
    next_meeting = long_date(session.next_meeting, say) if session.next_meeting else ""
    return _filled(
        (say(N_("What we look at")), evaluation.indicator),
        (say(N_("In figures")), from_to(evaluation, say)),
        (say(N_("How we measure it")), evaluation.method),
        (say(N_("Who brings the figure")), evaluation.reporter),
        (say(N_("When we look back")), date),
        (say(N_("Next meeting")), next_meeting),
        *(_review(evaluation.review, say) if evaluation.review else ()),
    )


def _review(review: Review, say: Say) -> tuple[tuple[str, str], ...]:
    decision = say(DECISIONS[review.decision]) if review.decision else ""
    return (
        (say(N_("Looked back on")), long_date(review.date, say)),
        (say(N_("What we measured")), review.measured),
        (say(N_("What came of it")), say(OUTCOMES[review.outcome])),
        (say(N_("What we learned")), review.learned),
        (say(N_("What now")), decision),
    )


def from_to(evaluation: Evaluation, say: Say) -> str:
    """The way to go in one line: "from 20 % to 15 %"; empty when neither end is known."""
    if evaluation.baseline and evaluation.target:
        return say(N_("from {baseline} to {target}")).format(
            baseline=evaluation.baseline, target=evaluation.target
        )
    if evaluation.target:
        return say(N_("to {target}")).format(target=evaluation.target)
    if evaluation.baseline:
        return say(N_("now {baseline}")).format(baseline=evaluation.baseline)
    return ""


def when_told(when: dt.date | str | None, say: Say) -> str:
    """A step's moment, as it was said."""
    return long_date(when, say) if isinstance(when, dt.date) else when or ""


def _paragraph(text: str) -> tuple[Part, ...]:
    return (Paragraph(text),) if text else ()


def _filled(*facts: tuple[str, str]) -> tuple[Fact, ...]:
    return tuple(Fact(label, text) for label, text in facts if text)
