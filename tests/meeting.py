"""A meeting to drive in sentences, and a clock that stands still until it's told."""

import datetime as dt

import pytest

from teamflow.core import actions as a
from teamflow.core import clock as told
from teamflow.core.refusal import Refused
from teamflow.core.session import Idea, Participant, PhaseName
from teamflow.core.setup import SetUp, begin
from teamflow.core.update import update

AMSTERDAM_IN_WINTER = dt.timezone(dt.timedelta(hours=1))
AFTER_SCHOOL = dt.datetime(2026, 11, 23, 15, 0, tzinfo=AMSTERDAM_IN_WINTER)
TEAM = ("Fatima", "Joost", "Marieke", "Sanne")
QUESTION = "Hoe helpen we meer kinderen in groep 6 om een tekst écht te begrijpen?"


class Clock:
    """A clock that only moves when a test moves it; called, it says what time it is."""

    def __init__(self, now: dt.datetime = AFTER_SCHOOL) -> None:
        self.now = now

    def __call__(self) -> dt.datetime:
        return self.now

    def waits(self, minutes: float = 0, seconds: float = 0) -> None:
        self.now += dt.timedelta(minutes=minutes, seconds=seconds)


class Meeting:
    """A meeting of four that has just begun, told in sentences."""

    def __init__(self, setup: SetUp, clock: Clock) -> None:
        self.clock = clock
        self.session = begin(setup, "2026-11-23-groep-6", clock())

    def does(self, *actions: a.Action) -> None:
        for action in actions:
            self.session = update(self.session, action, self.clock())

    def refuses(self, action: a.Action) -> str:
        """What the refusal says, in English; the record must be what it was."""
        before = self.session
        with pytest.raises(Refused) as refusal:
            self.does(action)
        assert self.session == before
        return refusal.value.told(str)

    def waits(self, minutes: float = 0, seconds: float = 0) -> None:
        self.clock.waits(minutes, seconds)

    def asks(self, question: str = QUESTION) -> None:
        self.does(a.SetQuestion(question))

    def goes_to(self, phase: PhaseName) -> None:
        """To a phase, with a question on the board for those that need one."""
        if not self.session.question:
            self.asks()
        self.does(a.Go(phase))

    def notes(self, *texts: str) -> None:
        """One idea each turn, in the round."""
        self.does(*(a.NoteIdea(text) for text in texts))

    def votes(self, **dots: list[int]) -> None:
        """Open a vote, note everybody's dots by name, close it."""
        self.does(a.OpenVote())
        self.does(*(a.CastDots(name, tuple(ids)) for name, ids in dots.items()))
        self.does(a.CloseVote())

    def idea(self, text: str) -> Idea:
        return next(idea for idea in self.session.ideas if idea.text == text)

    @property
    def board(self) -> list[str]:
        return [idea.text for idea in self.session.ideas]

    @property
    def turn(self) -> str | None:
        return self.session.round.turn

    @property
    def elapsed(self) -> dt.timedelta:
        return told.elapsed(self.session.timing, self.clock())


def set_up_for(*names: str) -> SetUp:
    """A set-up with these people present and all else as it comes."""
    return SetUp(date=AFTER_SCHOOL.date(), participants=tuple(Participant(name) for name in names))
