"""The frozen record of one meeting, and the questions that everyone asks of it."""

import datetime as dt
from dataclasses import field, replace
from typing import Annotated, Final, Literal, get_args

from pydantic import AfterValidator, AwareDatetime, ConfigDict, Field, Strict
from pydantic.dataclasses import dataclass

from teamflow.core.text import Line, Prose

RECORD: Final = ConfigDict(extra="forbid", allow_inf_nan=False, defer_build=True)
"""Unknown fields are refused. What checks a class is built when it's first needed: all of them
together would take longer than the rest of a start. That's why no class here is made as a default
value either, but by a factory."""


def _at_fixed_offset(moment: dt.datetime) -> dt.datetime:
    """Two moments of one zone are subtracted by the hands of its clock, which is an hour wrong
    on the nights when that clock is changed; two fixed offsets are subtracted as real time."""
    offset = moment.utcoffset()
    return moment if offset is None else moment.replace(tzinfo=dt.timezone(offset), fold=0)


PhaseName = Literal["question", "think", "round", "choose", "plan", "evaluation", "close"]
PHASES: Final = get_args(PhaseName)
Voting = Literal["dots", "hands"]
Outcome = Literal["reached", "partly", "not", "unmeasured"]
Decision = Literal["keep", "adapt", "stop"]
Count = Annotated[int, Field(strict=True, ge=0)]
Number = Annotated[int, Field(strict=True, ge=1)]
Score = Annotated[int, Field(strict=True, ge=1, le=5)]
Flag = Annotated[bool, Strict()]
Day = Annotated[dt.date, Strict()]
Moment = Annotated[AwareDatetime, Strict(), AfterValidator(_at_fixed_offset)]


@dataclass(frozen=True, config=RECORD)
class Span:
    """A stretch of time in which a phase's clock ran; `end` is None while it runs."""

    start: Moment
    end: Moment | None = None


@dataclass(frozen=True, config=RECORD)
class Timing:
    """What became of one phase's time: stored as spans, so that nothing has to be counted.

    `minutes` is what was planned (None: open-ended), `extra` the minutes added to it or taken
    off. Between two spans the clock was paused or another phase was on. `restarted` is the start
    of the span with which the clock last began anew; the spans before that one count in the
    record but not on the clock.
    """

    phase: PhaseName
    minutes: Annotated[int, Field(strict=True, ge=1, le=600)] | None = None
    extra: Annotated[int, Strict()] = 0
    restarted: Moment | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, config=RECORD)
class Participant:
    """A member of the team, known by a name that is unique in the session."""

    name: Annotated[Line, Field(min_length=1)]
    present: Flag = True


@dataclass(frozen=True, config=RECORD)
class Idea:
    """One idea on the board. Its number there is its place in the list, counted from 1.

    `id` never changes, so votes and plans can point at it. `ticks` counts who said the same;
    `also` keeps the wording of ideas that were merged into this one. `by` stays None unless
    the team chose to record who gave which idea.
    """

    id: Number
    text: Annotated[Line, Field(min_length=1)]
    ticks: Count = 0
    also: tuple[Line, ...] = ()
    by: Line | None = None


@dataclass(frozen=True, config=RECORD)
class Round:
    """Where the turns stand: whose it is, and how many passed since the last idea."""

    turn: Line | None = None
    passes: Count = 0


@dataclass(frozen=True, config=RECORD)
class Ballot:
    """One member's dots while a vote is open; a number of dots on one idea repeats its id."""

    voter: Line
    dots: tuple[Number, ...] = ()


@dataclass(frozen=True, config=RECORD)
class Tally:
    """The votes that one idea got."""

    idea: Number
    votes: Count


@dataclass(frozen=True, config=RECORD)
class Vote:
    """One vote, or a run-off. While it's open it holds ballots or counted hands; closing it
    keeps the totals only, for who voted what is nobody's business afterwards."""

    voting: Voting
    candidates: tuple[Number, ...]
    run_off: Flag = False
    closed: Flag = False
    ballots: tuple[Ballot, ...] = ()
    tallies: tuple[Tally, ...] = ()


@dataclass(frozen=True, config=RECORD)
class Choice:
    """Step 2: the votes (the last one counts), the one or two chosen ideas, and why."""

    votes: tuple[Vote, ...] = ()
    chosen: Annotated[tuple[Number, ...], Field(max_length=2)] = ()
    why: Line = ""


@dataclass(frozen=True, config=RECORD)
class Step:
    """One line of the lesson plan: what, who pulls it, by when (a date, or words), and whether
    it was done."""

    what: Annotated[Line, Field(min_length=1)]
    owners: tuple[Line, ...] = ()
    when: Day | Line | None = None
    done: Flag = False


@dataclass(frozen=True, config=RECORD)
class Plan:
    """Step 3 for one chosen idea; `idea` is None for a plan that carries all of them."""

    idea: Number | None = None
    lesson: Prose = ""
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, config=RECORD)
class Review:
    """Looking back on the evaluation: did it work? On which day, the figure as it was measured,
    what we learned, and whether we keep, adapt or stop."""

    date: Day
    outcome: Outcome
    measured: Line = ""
    learned: Line = ""
    decision: Decision | None = None


@dataclass(frozen=True, config=RECORD)
class Evaluation:
    """Step 4. `baseline` and `target` hold what was typed ("20 %", "8 of 24"):
    `core.figure` reads the number in it. `review` is what became of it, once that's known."""

    indicator: Line = ""
    baseline: Line = ""
    target: Line = ""
    method: Line = ""
    reporter: Line = ""
    date: Day | None = None
    review: Review | None = None


@dataclass(frozen=True, config=RECORD)
class Draft:
    """Text that is still being typed, by the name of its field."""

    field: Line
    text: Prose


@dataclass(frozen=True, config=RECORD)
class Session:
    """One meeting, from set-up to close. Times are aware datetimes; a phase's clock is `timings`.

    `left` is set while nobody is there: the moment at which the running clock was left behind.
    `noted` is the id of the idea that was noted last, also when that idea is gone: an id never
    comes to mean another idea. Older records don't tell it (0).
    `edited` are the days after the meeting on which what it said was changed, `follows` is the id
    of the session on which this one began by looking back, or whose open things it took along.
    """

    id: Annotated[Line, Field(min_length=1)]
    date: Day
    school: Line = ""
    team: Line = ""
    theme: Line = ""
    school_goal: Line = ""
    chair: Line = ""
    participants: tuple[Participant, ...] = ()
    voting: Voting = "dots"
    dots: Annotated[int, Field(strict=True, ge=1, le=10)] = 3
    attribution: Flag = False
    phase: PhaseName = "question"
    timings: tuple[Timing, ...] = ()
    left: Moment | None = None
    closed: Moment | None = None
    edited: tuple[Day, ...] = ()
    follows: Line = ""
    question: Line = ""
    measure: Line = ""
    ideas: tuple[Idea, ...] = ()
    noted: Count = 0
    parking_lot: tuple[Line, ...] = ()
    round: Round = field(default_factory=Round)
    choice: Choice = field(default_factory=Choice)
    plans: tuple[Plan, ...] = ()
    evaluation: Evaluation = field(default_factory=Evaluation)
    next_meeting: Day | None = None
    scores: tuple[Score, ...] = ()
    drafts: tuple[Draft, ...] = ()

    @property
    def timing(self) -> Timing:
        """The timing of the phase that is on."""
        return self.timing_of(self.phase)

    def timing_of(self, phase: PhaseName) -> Timing:
        """The timing of `phase`; an untouched one where the record has none."""
        return next((t for t in self.timings if t.phase == phase), None) or Timing(phase)

    @property
    def present(self) -> tuple[str, ...]:
        """The names of those who are here, in the order of the turns."""
        return tuple(person.name for person in self.participants if person.present)

    @property
    def vote(self) -> Vote | None:
        """The vote that counts: the last one, open or closed."""
        return self.choice.votes[-1] if self.choice.votes else None

    @property
    def chosen(self) -> tuple[Idea, ...]:
        """The chosen ideas, in the order in which they were marked."""
        return tuple(idea for id in self.choice.chosen for idea in self.ideas if idea.id == id)

    def draft(self, field: str) -> str | None:
        """What was being typed into `field` and not yet entered."""
        return next((draft.text for draft in self.drafts if draft.field == field), None)

    def with_timing(self, timing: Timing) -> "Session":
        """This session with one phase's timing replaced or added, in the phases' order."""
        others = tuple(each for each in self.timings if each.phase != timing.phase)
        timings = sorted((*others, timing), key=lambda each: PHASES.index(each.phase))
        return replace(self, timings=tuple(timings))
