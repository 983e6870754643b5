"""The battery dies, again and again, and nothing that was entered is lost."""

import random
import signal
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pytest

from laptops import Laptop
from teamflow.core.session import PhaseName
from terminals import LOOK, Terminal, dutch

TWO_SECONDS: Final = round(2 / LOOK)
"""In looks, which together take at least that long."""

PAUSES: Final = (0, 0, 10, 40, TWO_SECONDS + 5)
"""In looks: how long nobody types before the battery dies."""

IDEAS: Final = ("Voorlezen in duo's", "Racelezen op de klok", "Woorden op de muur", "Tutorlezen")


@dataclass(frozen=True)
class Deed:
    """Something that the chair types and enters; from then on the record holds it under `key`,
    as it was typed or as `means` says. `reach` brings the cursor there where it isn't there by
    itself: among the lines of the phase, or in a window that asks for it (`prompt`)."""

    phase: PhaseName
    key: str
    text: str
    enter: str = "Enter"
    reach: str = ""
    prompt: str = ""
    means: str = ""

    def entered(self, record: dict[str, Any]) -> bool:
        return (self.key, self.means or self.text) in said({**record, "drafts": []})

    def kept(self, record: dict[str, Any]) -> str:
        """As much of the text as the record holds, entered or not."""
        if self.entered(record):
            return self.text
        drafts = (draft["text"] for draft in record.get("drafts", ()))
        return max(filter(self.text.startswith, drafts), key=len, default="")


MEETING: Final = (
    Deed("question", "question", "Hoe krijgen we meer kinderen aan het lezen?"),
    Deed("question", "measure", "Het deel met een D of E"),
    *(Deed("round", "text", idea) for idea in IDEAS[:2]),
    Deed("round", "parking_lot", "Wie haalt groep 8 op?", reach="C-l", prompt="To the parking lot"),
    *(Deed("round", "text", idea) for idea in IDEAS[2:]),
    Deed("choose", "chosen", "3", means=IDEAS[2]),
    Deed("choose", "why", "Groep 8 wil graag"),
    Deed("plan", "lesson", "Na de pauze, met z'n tweeën", enter="Tab"),
    Deed("plan", "what", "Tweetallen maken", enter="Enter Enter Enter"),
    Deed("evaluation", "indicator", "Kinderen met een D of E"),
    Deed("evaluation", "baseline", "20 %"),
    Deed("evaluation", "target", "15 %"),
)


def said(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Everything a record says, each with the key that it stands under."""
    if isinstance(value, dict):
        for inner, each in value.items():
            yield from said(each, inner)
    elif isinstance(value, list):
        for each in value:
            yield from said(each, key)
    else:
        yield key, value


class BatteryDied(Exception):
    """The program was killed."""


@dataclass
class Stretch:
    """The meeting from a start of the program until the battery dies, at a random moment."""

    chair: Terminal
    chance: random.Random
    seen: list[tuple[int, int, int]] = field(default_factory=list)
    """At which look how many letters of which deed were on the screen."""

    def __post_init__(self) -> None:
        self._moments_left = self.chance.randint(3, 11)

    def goes_on(self) -> None:
        """Do what the record doesn't hold yet. Raises BatteryDied."""
        for number, deed in enumerate(MEETING):
            if not deed.entered(self.chair.laptop.record):
                self._goes_to(deed.phase)
                self._types(number, deed)
                self._enters(deed)

    def _goes_to(self, phase: PhaseName) -> None:
        while (now := self.chair.laptop.record["phase"]) != phase:
            self.chair.presses("NPage")
            self._moment()
            self._sees_phase_after(now)

    def _sees_phase_after(self, before: PhaseName) -> None:
        laptop = self.chair.laptop
        self.chair.waits_until(lambda: laptop.record["phase"] != before, f"what follows {before}")
        self.chair.is_at(laptop.record["phase"])

    def _types(self, number: int, deed: Deed) -> None:
        typed = deed.kept(self.chair.laptop.record)
        if deed.reach and (deed.prompt or not typed):
            self.chair.presses(deed.reach)
        if deed.prompt:
            self.chair.is_told(deed.prompt)
        self.chair.waits_for(typed)
        while typed != deed.text:
            more = deed.text[len(typed) :][: self.chance.randint(1, 12)]
            self.chair.types(more)
            typed += more
            self.chair.waits_for(typed.strip())
            self.seen.append((self.chair.looks, number, len(typed.rstrip())))
            self._moment()

    def _enters(self, deed: Deed) -> None:
        self.chair.presses(*deed.enter.split())
        self._moment()
        self.chair.waits_until(lambda: deed.entered(self.chair.laptop.record), deed.text)

    def _moment(self) -> None:
        self._moments_left -= 1
        if self._moments_left == 0:
            self.chair.watches(self.chance.choice(PAUSES))
            self.chair.kills(signal.SIGKILL)
            raise BatteryDied

    @property
    def owed(self) -> tuple[int, int]:
        """The deed, and how many letters of it, that had been seen for two seconds."""
        known = [
            (number, letters)
            for look, number, letters in self.seen
            if look <= self.chair.looks - TWO_SECONDS
        ]
        return max(known, default=(0, 0))


def reached(record: dict[str, Any]) -> tuple[int, int]:
    """The first deed that isn't entered, and how many letters of it the record holds."""
    for number, deed in enumerate(MEETING):
        if not deed.entered(record):
            return number, len(deed.kept(record))
    return len(MEETING), 0


def goes_on_again(chair: Terminal, command: str, answer: str) -> None:
    """Start the program after it was killed; the session is the first that's offered."""
    chair.enters(command)
    if command == "teamflow":
        chair.is_told("Go on")
        chair.presses("Enter")
    chair.is_told("Welcome back")
    chair.chooses(answer)
    chair.waits_until(lambda: dutch("Welcome back") not in chair.wall, "the meeting")
    chair.is_at(chair.laptop.record["phase"])


@pytest.mark.parametrize("seed", [1, 2])
def test_a_meeting_that_is_killed_at_random_moments_loses_nothing(
    tmp_path: Path, seed: int
) -> None:
    laptop, chance = Laptop(tmp_path), random.Random(seed)
    starts = 0
    done = False
    while not done:
        starts += 1
        with Terminal(laptop) as chair:
            if starts == 1:
                chair.begins()
            else:
                command = chance.choice(("teamflow", "teamflow open"))
                goes_on_again(chair, command, "Go on where the clock stood")
            stretch = Stretch(chair, chance)
            try:
                stretch.goes_on()
            except BatteryDied:
                assert reached(laptop.record) >= stretch.owed
            else:
                done = True
                chair.leaves()
    assert starts > 5
    record = laptop.record
    assert [idea["text"] for idea in record["ideas"]] == list(IDEAS)
    assert record["parking_lot"] == ["Wie haalt groep 8 op?"]
    assert [step["what"] for step in record["plans"][0]["steps"]] == ["Tweetallen maken"]
    assert record.get("drafts", []) == []


def test_half_a_set_up_is_there_again_after_a_kill(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    with Terminal(laptop) as chair:
        chair.enters("teamflow new")
        chair.is_told("School goal")
        chair.enters("De Wilgen")
        chair.types("Bouw 3-")
        chair.waits_for("De Wilgen", "Bouw 3-")
        chair.waits_until(lambda: "Bouw 3-" in laptop.desk, "the desk")
        chair.kills(signal.SIGKILL)
    with Terminal(laptop) as chair:
        chair.enters("teamflow new")
        chair.waits_for("De Wilgen", "Bouw 3-")


@pytest.mark.parametrize(
    ("answer", "clock"),
    [("Go on where the clock stood", r"\b2:5\d\b"), ("The time away counts too", r"\+57:\d\d\b")],
)
def test_the_clock_goes_on_where_it_stood_or_counts_the_time_away(
    tmp_path: Path, answer: str, clock: str
) -> None:
    laptop = Laptop(tmp_path)
    with Terminal(laptop) as chair:
        chair.begins()
        chair.enters("Hoe lezen we?")
        chair.presses("NPage")
        chair.is_at("think")
        chair.waits_until(lambda: laptop.signs_of_life, "a sign of life")
        chair.kills(signal.SIGKILL)
    laptop.was_killed(minutes_ago=60, minutes_after_the_start=2)
    with Terminal(laptop) as chair:
        goes_on_again(chair, "teamflow open", answer)
        chair.resizes(40, 4)  # no room for digits of blocks
        chair.waits_for_match(clock)
