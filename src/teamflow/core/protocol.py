"""The protocol as a table: the phases in their order, what each asks and what it accepts.

The times of 5, 10 and 3 minutes are the method's own; the expected minutes of the open-ended
phases are ours, and bring the whole to what a team has after a school day: under 50 minutes.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from teamflow.core import actions as a
from teamflow.core.session import PhaseName
from teamflow.locale import N_

IDEAS_ENOUGH: Final = 10
IDEAS_MANY: Final = 15
FEWEST_PEOPLE: Final = 2
MOST_PEOPLE: Final = 40


class Kind(Enum):
    """What sort of work a phase is; the screen has one pane a kind."""

    TALK = "talk"
    THINK = "think"
    ROUND = "round"
    CHOOSE = "choose"
    PLAN = "plan"
    EVALUATE = "evaluate"
    CLOSE = "close"


@dataclass(frozen=True)
class Phase:
    """One phase. `minutes` is its limit (None: open-ended), `expected` what it takes in minutes
    when the whole meeting is planned; titles and prompts are message ids."""

    name: PhaseName
    kind: Kind
    title: str
    expected: int
    minutes: int | None
    prompts: tuple[str, ...]
    accepts: frozenset[type]


ALWAYS: Final = frozenset({
    a.Go, a.Pause, a.Resume, a.AddMinutes, a.RestartClock, a.Leave, a.Return,
    a.Type, a.SetPresence, a.AddParticipant, a.RemoveParticipant, a.Park,
    a.SetReview, a.Postpone, a.FinishStep,
})  # fmt: skip
BOARD: Final = frozenset({a.NoteAside, a.EditIdea, a.MoveIdea, a.DeleteIdea, a.MergeIdeas})

PROTOCOL: Final = (
    Phase(
        name="question",
        kind=Kind.TALK,
        title=N_("Question"),
        expected=8,
        minutes=None,
        prompts=(
            N_("What do we want to learn from each other today?"),
            N_("What do many pupils find hard? Where are scores low? What do I find difficult?"),
            N_("Chances and challenges, not complaints."),
        ),
        accepts=ALWAYS | {a.SetQuestion, a.SetMeasure},
    ),
    Phase(
        name="think",
        kind=Kind.THINK,
        title=N_("Think"),
        expected=5,
        minutes=5,
        prompts=(N_("Alone and in silence: write down a few possibilities."),),
        accepts=ALWAYS,
    ),
    Phase(
        name="round",
        kind=Kind.ROUND,
        title=N_("Round"),
        expected=10,
        minutes=10,
        prompts=(N_("One idea each turn. First collect, then weigh."),),
        accepts=ALWAYS | BOARD | {a.NoteIdea, a.SameAs, a.Pass, a.GiveTurn},
    ),
    Phase(
        name="choose",
        kind=Kind.CHOOSE,
        title=N_("Choose"),
        expected=3,
        minutes=3,
        prompts=(
            N_("Will it make a difference?"),
            N_("Can we do it?"),
            N_("Can we measure it?"),
        ),
        accepts=ALWAYS
        | BOARD
        | {a.OpenVote, a.CastDots, a.CountHands, a.CloseVote, a.Choose, a.Unchoose, a.SetWhy},
    ),
    Phase(
        name="plan",
        kind=Kind.PLAN,
        title=N_("Lesson plan"),
        expected=12,
        minutes=None,
        prompts=(N_("What does the lesson look like? Who does what, and by when?"),),
        accepts=ALWAYS
        | {a.PlanEach, a.PlanTogether, a.SetLesson, a.AddStep, a.EditStep, a.DeleteStep},
    ),
    Phase(
        name="evaluation",
        kind=Kind.EVALUATE,
        title=N_("Evaluation"),
        expected=7,
        minutes=None,
        prompts=(N_("How will we see that it works, and when? From which number to which?"),),
        accepts=ALWAYS | {a.SetEvaluation, a.SetEvaluationDate},
    ),
    Phase(
        name="close",
        kind=Kind.CLOSE,
        title=N_("Close"),
        expected=3,
        minutes=None,
        prompts=(N_("This is what we agreed."),),
        accepts=ALWAYS | {a.SetNextMeeting, a.SetScores, a.AddScore, a.Close},
    ),
)


def phase_of(name: PhaseName) -> Phase:
    """The phase with that name."""
    return next(phase for phase in PROTOCOL if phase.name == name)


def beside(name: PhaseName, steps: int) -> PhaseName | None:
    """The phase that many `steps` on (negative: back), or None past either end."""
    place = PROTOCOL.index(phase_of(name)) + steps
    return PROTOCOL[place].name if 0 <= place < len(PROTOCOL) else None
