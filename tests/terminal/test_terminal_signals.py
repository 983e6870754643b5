"""The system ends the program: at a shutdown, when the window is closed, from another shell."""

import signal
from pathlib import Path

import pytest

from laptops import Laptop
from terminals import Terminal, runs

SHELL_ADDS = 128
HALF = "Half een idee, en d"


def is_in_the_middle_of_an_idea(chair: Terminal) -> None:
    chair.begins_with_the_round()
    chair.enters("Voorlezen")
    chair.types(HALF)
    chair.waits_for("Voorlezen", HALF)


def assert_nothing_is_lost(laptop: Laptop) -> None:
    record = laptop.record
    assert [idea["text"] for idea in record["ideas"]] == ["Voorlezen"]
    assert record["drafts"] == [{"field": "idea", "text": HALF}]


@pytest.mark.parametrize(
    "by", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda by: by.name
)
def test_told_to_end_it_keeps_what_was_typed_and_leaves_in_good_order(
    tmp_path: Path, by: signal.Signals
) -> None:
    laptop = Laptop(tmp_path)
    with Terminal(laptop) as chair:
        is_in_the_middle_of_an_idea(chair)
        chair.kills(by)
        chair.has_ended(SHELL_ADDS + by)
    assert_nothing_is_lost(laptop)
    assert laptop.record["left"]
    assert laptop.modes_left_on == set()


def test_a_window_that_is_closed_takes_the_program_with_it_and_nothing_else(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    with Terminal(laptop) as chair:
        is_in_the_middle_of_an_idea(chair)
        program = chair.program
        assert program is not None
        chair.closes()
        chair.waits_until(lambda: not runs(program), "the end of the program")
    assert_nothing_is_lost(laptop)
    assert laptop.record["left"]


def test_half_an_idea_stands_in_its_line_again_at_the_next_start(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    with Terminal(laptop) as chair:
        is_in_the_middle_of_an_idea(chair)
        chair.closes()
    with Terminal(laptop) as chair:
        chair.enters("teamflow open")
        chair.chooses("Go on where the clock stood")
        chair.is_at("round")
        chair.enters("an nog wat")
        chair.waits_for(f"2 {HALF}an nog wat")
