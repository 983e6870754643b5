"""Everything that can happen in a meeting, as a closed union.

A key, a clicker and a phone all say it in these words; `core.update` alone decides what is
allowed. Ideas are named by their id, never by their number on the board, so that nobody acts
on the wrong one when the board has just changed.
"""

from typing import Literal

from pydantic.dataclasses import dataclass

from teamflow.core.session import RECORD, Day, Decision, Moment, Outcome, PhaseName, Score
from teamflow.core.text import Line, Prose

IdeaId = int
EvaluationField = Literal["indicator", "baseline", "target", "method", "reporter"]


# What several actions are made of. They differ by name alone, and a class that needs nothing
# generated is made in no time: all of these are, on the way into a meeting.
@dataclass(frozen=True, config=RECORD)
class _Bare:
    pass


@dataclass(frozen=True, config=RECORD)
class _Worded:
    text: Line


@dataclass(frozen=True, config=RECORD)
class _Said(_Worded):
    by: Line | None = None


@dataclass(frozen=True, config=RECORD)
class _OneIdea:
    idea: IdeaId


@dataclass(frozen=True, config=RECORD)
class _Named:
    name: Line


@dataclass(frozen=True, config=RECORD)
class _Dated:
    date: Day | None


@dataclass(frozen=True, config=RECORD)
class Go:
    """Move to a phase, forward or back; its clock goes on where it was, or starts."""

    phase: PhaseName


class Pause(_Bare):
    """Stop the clock."""


class Resume(_Bare):
    """Let the clock go on."""


@dataclass(frozen=True, config=RECORD)
class AddMinutes:
    """Give a timed phase more minutes, or fewer (negative)."""

    minutes: int


class RestartClock(_Bare):
    """Start the phase's clock over."""


class Leave(_Bare):
    """Nobody is there any more: the clock waits, and remembers since when."""


@dataclass(frozen=True, config=RECORD)
class Return:
    """Go on with a session that was left, or interrupted at `since`.

    `counted` says whether the time away counts for the clock.
    """

    since: Moment
    counted: bool


class Close(_Bare):
    """End the meeting."""


@dataclass(frozen=True, config=RECORD)
class Type:
    """What is being typed into a field and not yet entered; empty text forgets it."""

    field: Line
    text: Prose


@dataclass(frozen=True, config=RECORD)
class SetPresence:
    """Note that a member is here, or isn't."""

    name: Line
    present: bool


class AddParticipant(_Named):
    """Somebody joins late; a name on the list that was absent is here from now on."""


class RemoveParticipant(_Named):
    """Take a name off the list that shouldn't have been on it."""


class SetQuestion(_Worded):
    """The learning question, as the team words it."""


class SetMeasure(_Worded):
    """How the team will see that it worked: asked early, kept for step 4."""


class NoteIdea(_Said):
    """Note the idea of the member whose turn it is, and pass the turn.

    Who speaks for themselves says so with `by`, and has to wait for their turn; the chair notes
    for whoever has it.
    """


class NoteAside(_Said):
    """Note an idea that comes out of turn; the turn stays where it is."""


@dataclass(frozen=True, config=RECORD)
class SameAs(_OneIdea):
    """The member whose turn it is says what is there already: a tick, and the turn passes."""

    by: Line | None = None


@dataclass(frozen=True, config=RECORD)
class Pass:
    """No idea this time, which is fine."""

    by: Line | None = None


class GiveTurn(_Named):
    """Give the turn to a member by name."""


@dataclass(frozen=True, config=RECORD)
class EditIdea:
    """Reword an idea."""

    idea: IdeaId
    text: Line


@dataclass(frozen=True, config=RECORD)
class MoveIdea:
    """Give an idea another number on the board, counted from 1."""

    idea: IdeaId
    number: int


class DeleteIdea(_OneIdea):
    """Take an idea off the board."""


class Park(_Worded):
    """Put a critical point or a side track on the parking lot."""


@dataclass(frozen=True, config=RECORD)
class MergeIdeas:
    """Put `others` under `idea`: their ticks add up and their wording is kept."""

    idea: IdeaId
    others: tuple[IdeaId, ...]


@dataclass(frozen=True, config=RECORD)
class OpenVote:
    """Open a vote: over all ideas, or a run-off between those that tie at the top."""

    run_off: bool = False


@dataclass(frozen=True, config=RECORD)
class CastDots:
    """Note one member's dots; a second time replaces the first."""

    voter: Line
    dots: tuple[IdeaId, ...]


@dataclass(frozen=True, config=RECORD)
class CountHands:
    """Note the hands that the chair counted for an idea."""

    idea: IdeaId
    hands: int


class CloseVote(_Bare):
    """Close the vote: the totals become visible, the ballots are forgotten.

    A vote in which nobody has voted is taken back, as if it had never been opened.
    """


class Choose(_OneIdea):
    """Mark an idea as chosen; there are never more than two."""


class Unchoose(_OneIdea):
    """Take the mark off. A plan of its own is put together with the other one's."""


class SetWhy(_Worded):
    """Why this choice, in one line."""


class PlanEach(_Bare):
    """Make a plan for each chosen idea; what was written goes to the first."""


class PlanTogether(_Bare):
    """Make one plan for all chosen ideas again; nothing written is lost."""


@dataclass(frozen=True, config=RECORD)
class SetLesson:
    """What the lesson or the activities look like; `plan` is a place in the list, from 0."""

    plan: int
    text: Prose


@dataclass(frozen=True, config=RECORD)
class AddStep:
    """Add a step to a plan: what, who, by when."""

    plan: int
    what: Line
    owners: tuple[Line, ...] = ()
    when: Day | Line | None = None


@dataclass(frozen=True, config=RECORD)
class EditStep:
    """Replace a step; `step` is its number in the plan, from 1."""

    plan: int
    step: int
    what: Line
    owners: tuple[Line, ...] = ()
    when: Day | Line | None = None


@dataclass(frozen=True, config=RECORD)
class DeleteStep:
    """Take a step out of a plan by its number, from 1."""

    plan: int
    step: int


@dataclass(frozen=True, config=RECORD)
class SetEvaluation:
    """Fill in one line of the evaluation."""

    field: EvaluationField
    text: Line


class SetEvaluationDate(_Dated):
    """When the team will look at the figure; None takes the date away."""


class SetNextMeeting(_Dated):
    """When the team meets again; None takes the date away."""


@dataclass(frozen=True, config=RECORD)
class SetReview:
    """Look back on the evaluation of a meeting that is over: did it work, and what now?"""

    outcome: Outcome
    measured: Line = ""
    learned: Line = ""
    decision: Decision | None = None


@dataclass(frozen=True, config=RECORD)
class Postpone:
    """Look back on another day than was agreed."""

    date: Day


@dataclass(frozen=True, config=RECORD)
class FinishStep:
    """Note that a step of the plan was done, or wasn't; `plan` from 0, `step` from 1."""

    plan: int
    step: int
    done: bool = True


@dataclass(frozen=True, config=RECORD)
class SetScores:
    """Was this worth our time? One figure from 1 to 5 a person, without names."""

    scores: tuple[Score, ...]


@dataclass(frozen=True, config=RECORD)
class AddScore:
    """One more answer to that question; nobody's name goes with it."""

    score: Score


Action = (
    Go | Pause | Resume | AddMinutes | RestartClock | Leave | Return | Close | Type
    | SetPresence | AddParticipant | RemoveParticipant | SetQuestion | SetMeasure
    | NoteIdea | NoteAside | SameAs | Pass | GiveTurn | EditIdea | MoveIdea | DeleteIdea | Park
    | MergeIdeas | OpenVote | CastDots | CountHands | CloseVote | Choose | Unchoose | SetWhy
    | PlanEach | PlanTogether | SetLesson | AddStep | EditStep | DeleteStep
    | SetEvaluation | SetEvaluationDate | SetNextMeeting | SetScores | AddScore
    | SetReview | Postpone | FinishStep
)  # fmt: skip
