"""The clock against a naive model that counts: told of each stretch of time that passes, it adds
it up. Where the wall clock is set back while a phase's clock runs, nobody can know how long the
stretch was; the model then only knows the most that it can have been."""

import copy
import datetime as dt
from itertools import pairwise
from typing import get_args

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from teamflow.core import actions as a
from teamflow.core.clock import elapsed, expected_end, limit, overrun, planned_end, running, spent
from teamflow.core.refusal import Refused
from teamflow.core.session import Participant, PhaseName
from teamflow.core.setup import SetUp, begin
from teamflow.core.update import update

START = dt.datetime(2026, 11, 23, 15, 0, tzinfo=dt.UTC)
PHASES: tuple[PhaseName, ...] = get_args(PhaseName)
HOUR = 3600


class Illegal(Exception):
    """The model doesn't allow it."""


class Watch:
    """A stopwatch for each phase, one of which may run."""

    def __init__(self) -> None:
        self.phase: PhaseName = "question"
        self.question = False
        self.runs = True
        self.counted = dict.fromkeys(PHASES, 0)
        self.ever = dict.fromkeys(PHASES, 0)
        self.unsure: set[PhaseName] = set()
        self.limits = {"think": 5, "round": 10, "choose": 3}
        self.left = False
        self.away = 0
        self.away_unsure = False
        self.closed: dt.date | None = None

    def passes(self, seconds: int) -> None:
        if self.runs:
            self.counted[self.phase] += seconds
            self.ever[self.phase] += seconds
        if self.left:
            self.away += seconds

    def is_set_back(self) -> None:
        if self.runs:
            self.unsure.add(self.phase)
        if self.left:
            self.away_unsure = True

    def starts(self) -> None:
        self.runs, self.left, self.closed = True, False, None
        self.away, self.away_unsure = 0, False

    def asks(self, text: str) -> None:
        if self.phase != "question":
            raise Illegal
        self.question = bool(text)

    def past(self, today: dt.date) -> bool:
        return self.closed is not None and self.closed < today

    def goes(self, phase: PhaseName, today: dt.date) -> None:
        if phase != "question" and not self.question:
            raise Illegal
        self.phase = phase
        if not self.past(today):
            self.starts()

    def pauses(self) -> None:
        if not self.runs:
            raise Illegal
        self.runs = False

    def resumes(self, today: dt.date) -> None:
        if self.runs or self.past(today):
            raise Illegal
        self.starts()

    def gets(self, minutes: int, today: dt.date) -> None:
        if self.past(today):
            raise Illegal
        if self.phase not in self.limits or not 1 <= self.limits[self.phase] + minutes <= 600:
            raise Illegal
        self.limits[self.phase] += minutes

    def begins_anew(self, today: dt.date) -> None:
        if self.past(today):
            raise Illegal
        self.counted[self.phase] = 0
        self.unsure.discard(self.phase)
        self.starts()

    def is_left(self, today: dt.date) -> None:
        if self.past(today):
            self.phase = "close"
        self.left = self.left or self.runs
        self.runs = False

    def is_returned_to(self, counted: bool) -> None:
        if not self.left:
            return
        if counted:
            self.counted[self.phase] += self.away
            self.ever[self.phase] += self.away
            self.unsure |= {self.phase} if self.away_unsure else set()
        self.starts()

    def closes(self, today: dt.date) -> None:
        if self.phase != "close":
            raise Illegal
        self.runs, self.left, self.closed = False, False, self.closed or today
        self.away, self.away_unsure = 0, False


class Time(RuleBasedStateMachine):
    """One session and one watch, through the same time."""

    def __init__(self) -> None:
        super().__init__()
        people = (Participant("Fatima"), Participant("Joost"))
        self.now = START
        self.session = begin(SetUp(START.date(), participants=people), "x", START)
        self.watch = Watch()
        self.was_set_back = False

    def does(self, action: a.Action, legal: bool = True) -> None:
        before = copy.deepcopy(self.session)
        try:
            self.session = update(self.session, action, self.now)
        except Refused:
            assert not legal, action
        else:
            assert legal, action
        if not legal:
            assert self.session == before

    def both(self, action: a.Action, method: str, *values: object) -> None:
        legal = True
        try:
            getattr(self.watch, method)(*values)
        except Illegal:
            legal = False
        self.does(action, legal)

    @property
    def today(self) -> dt.date:
        return self.now.date()

    def time_passes(self, seconds: int) -> None:
        self.now += dt.timedelta(seconds=seconds)

    @initialize(phase=st.sampled_from(PHASES))
    def a_meeting_gets_somewhere(self, phase: PhaseName) -> None:
        self.asks("Hoe lezen we samen?")
        self.goes(phase)

    @rule(seconds=st.integers(1, 1500))
    def waits(self, seconds: int) -> None:
        self.time_passes(seconds)
        self.watch.passes(seconds)

    @rule()
    def the_clock_is_set_back_an_hour(self) -> None:
        self.time_passes(-HOUR)
        self.was_set_back = True
        self.watch.is_set_back()

    @rule(text=st.sampled_from(["Hoe lezen we samen?", "Hoe?", ""]))
    def asks(self, text: str) -> None:
        self.both(a.SetQuestion(text), "asks", text)

    @rule(phase=st.sampled_from(PHASES))
    def goes(self, phase: PhaseName) -> None:
        self.both(a.Go(phase), "goes", phase, self.today)

    @rule()
    def pauses(self) -> None:
        self.both(a.Pause(), "pauses")

    @rule()
    def resumes(self) -> None:
        self.both(a.Resume(), "resumes", self.today)

    @rule(minutes=st.integers(-4, 4) | st.sampled_from([-600, 590, 600]))
    def gets(self, minutes: int) -> None:
        self.both(a.AddMinutes(minutes), "gets", minutes, self.today)

    @rule()
    def begins_anew(self) -> None:
        self.both(a.RestartClock(), "begins_anew", self.today)

    @rule()
    def is_left(self) -> None:
        self.both(a.Leave(), "is_left", self.today)

    @rule(counted=st.booleans())
    def is_returned_to(self, counted: bool) -> None:
        self.both(a.Return(self.session.left or self.now, counted), "is_returned_to", counted)

    @rule()
    def closes(self) -> None:
        self.both(a.Close(), "closes", self.today)

    @rule()
    def is_closed_and_opened_another_day(self) -> None:
        self.goes("close")
        self.closes()
        self.waits(24 * HOUR)

    @precondition(lambda self: self.watch.runs)
    @rule(seconds=st.integers(1, 1500), counted=st.booleans(), set_back=st.booleans())
    def the_battery_dies(self, seconds: int, counted: bool, set_back: bool) -> None:
        since = self.now
        self.time_passes(seconds - HOUR * set_back)
        self.was_set_back = self.was_set_back or set_back
        if counted and not set_back:
            self.watch.passes(seconds)
        self.does(a.Return(since, counted))

    @invariant()
    def every_clock_counted_what_passed(self) -> None:
        for phase in PHASES:
            timing, watch = self.session.timing_of(phase), self.watch
            shown = elapsed(timing, self.now).total_seconds()
            assert 0 <= shown <= watch.counted[phase]
            assert shown == watch.counted[phase] or phase in watch.unsure
            assert shown <= spent(timing, self.now).total_seconds() <= watch.ever[phase]

    @invariant()
    def the_same_clock_runs_within_the_same_limit(self) -> None:
        session, watch = self.session, self.watch
        assert session.phase == watch.phase
        assert running(session.timing) == watch.runs
        assert (session.left is not None) == watch.left
        assert (session.closed and session.closed.date()) == watch.closed
        for phase in PHASES:
            most = limit(session.timing_of(phase))
            minutes = watch.limits.get(phase)
            assert most == (minutes and dt.timedelta(minutes=minutes))

    @invariant()
    def only_the_last_span_of_this_phase_is_open(self) -> None:
        for timing in self.session.timings:
            closed = timing.spans[:-1] if timing.phase == self.session.phase else timing.spans
            assert all(span.end is not None and span.start <= span.end for span in closed)

    @invariant()
    def spans_do_not_overlap_while_time_moves_forward(self) -> None:
        if not self.was_set_back:
            spans = [span for timing in self.session.timings for span in timing.spans]
            stretches = sorted((span.start, span.end or self.now) for span in spans)
            assert all(one[1] <= other[0] for one, other in pairwise(stretches))

    @invariant()
    def the_end_is_still_to_come(self) -> None:
        end, planned = expected_end(self.session, self.now), planned_end(self.session)
        assert end >= self.now
        assert planned is not None
        behind = (end - planned).total_seconds() / 60
        assert abs(overrun(self.session, self.now) - behind) <= 0.5


TestTime = Time.TestCase
