"""Practising by hand, with nothing left of it."""

import signal
import time
from pathlib import Path

from laptops import Laptop
from terminals import Terminal

SHELL_ADDS = 128


def rehearses(chair: Terminal) -> None:
    chair.enters("teamflow rehearse")
    chair.is_at("question")


def assert_nothing_is_left(laptop: Laptop) -> None:
    assert [*laptop.home.iterdir()] == []
    assert [*laptop.temporary.iterdir()] == []


def test_a_rehearsal_has_a_fast_clock_and_leaves_nothing_behind(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    with Terminal(laptop) as chair:
        rehearses(chair)
        chair.types("Hoe lezen we?")
        begun = time.monotonic()
        chair.presses("NPage")
        chair.is_at("think")
        chair.resizes(40, 4)  # no room for digits of blocks
        shown = chair.waits_for_match(r"\b(4:[0-3]\d|[0-3]:\d\d)\b")
        passed = 300 - 60 * int(shown[0]) - int(shown[2:])
        assert passed > 2 * (time.monotonic() - begun)
        chair.resizes(80, 24)
        chair.presses("NPage")
        chair.is_told("{name}'s idea", name="Fatima")
        chair.enters("Voorlezen")
        chair.waits_for("1 Voorlezen")
        chair.leaves()
    assert_nothing_is_left(laptop)


def test_a_rehearsal_that_is_ended_from_outside_leaves_nothing_behind(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    with Terminal(laptop) as chair:
        rehearses(chair)
        chair.kills(signal.SIGTERM)
        chair.has_ended(SHELL_ADDS + signal.SIGTERM)
    assert_nothing_is_left(laptop)
