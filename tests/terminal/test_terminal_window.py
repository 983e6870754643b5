"""The terminal itself: its size, its keys, its clipboard, and how it is left behind."""

import sys
from pathlib import Path
from typing import Final

import pytest

from laptops import PROMPT, Laptop
from terminals import Terminal, dutch

SIZES: Final = ((20, 5), (300, 100), (1, 1), (80, 24))
WRONG_KEYS: Final = (
    *("F4", "F10", "S-F2", "IC", "DC", "Left", "Right", "Up", "Home", "C-Left"),
    *("C-\\", "C-d", "C-k", "C-]", "C-x", "C-Space", "S-F5", "M-Left", "BSpace"),
)
STRAY: Final = ("\x1b[<0;20;12M\x1b[<0;20;12m", "\x1b[<64;20;12M", "\x1b[O\x1b[I")
"""A click, a turn of the wheel, another window and back."""

HOSTILE: Final = (
    "[bold]vet[/] [@click=app.quit]klik[/] \x9b2J\x00\x07\x7f\u202eom\u2066 en\r\nregel\u2028 =1+1"
)
CLEANED: Final = "[bold]vet[/] [@click=app.quit]klik[/] om en regel =1+1"
STEERING: Final = (
    "rood: \x1b[31mrood\x1b[0m, scherm: \x1b[2J\x1b[H, titel: \x1b]0;gekaapt\x1b\\ klaar"
)

FAILING: Final = """
import sys
from teamflow.cli import main
from teamflow.tui.phases.choose import ChoosePane

def fail(self):
    raise ValueError("Wat de juf zei")

ChoosePane.compose = fail
sys.exit(main())
"""


def keeps(chair: Terminal, typed: str) -> None:
    """Look until the record holds what is half typed."""
    draft = {"field": "idea", "text": typed}
    chair.waits_until(lambda: draft in chair.laptop.record.get("drafts", []), typed)


def test_a_window_may_become_any_size_while_somebody_types(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    typed = "Voorlezen"
    with Terminal(laptop) as chair:
        chair.begins_with_the_round()
        chair.enters("Racelezen")
        chair.types(typed)
        for width, height in SIZES:
            chair.resizes(width, height)
            chair.types("+")
            typed += "+"
            keeps(chair, typed)
        chair.waits_for("Hoe lezen we?", "1 Racelezen", typed)
        chair.is_at("round")
        chair.presses("Enter")
        chair.waits_for(f"2 {typed}")
        chair.leaves()
    assert [idea["text"] for idea in laptop.record["ideas"]] == ["Racelezen", typed]


def test_wrong_keys_do_no_harm(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    with Terminal(laptop) as chair:
        chair.begins_with_the_round()
        for key in WRONG_KEYS:
            chair.presses(key)
        for sequence in STRAY:
            chair.types(sequence)
        chair.types("Voorlezen")
        chair.waits_for("Voorlezen")
        chair.is_at("round")
        chair.presses("Enter")
        chair.waits_for("1 Voorlezen")
        chair.leaves()
    assert [idea["text"] for idea in laptop.record["ideas"]] == ["Voorlezen"]


def test_ctrl_c_asks_and_ctrl_z_undoes(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    with Terminal(laptop) as chair:
        chair.begins_with_the_round()
        chair.enters("Voorlezen")
        chair.types("Half een id")
        chair.waits_for("1 Voorlezen", "Half een id")
        chair.presses("C-c")
        chair.is_told("Leave the meeting?")
        chair.presses("Escape")
        chair.waits_until(lambda: dutch("Leave the meeting?") not in chair.wall, "the round")
        chair.presses("C-z")
        chair.is_told("Undone: {deed}.", deed=dutch("an idea"))
        chair.waits_for("Half een id")
        assert PROMPT not in chair.wall
        chair.presses("C-y")
        chair.waits_for("1 Voorlezen", "Half een id")
        chair.leaves()


def test_what_is_pasted_is_text_and_nothing_else(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    with Terminal(laptop) as chair:
        chair.begins_with_the_round()
        chair.pastes(HOSTILE)
        chair.waits_for(CLEANED)
        chair.presses("Enter")
        chair.waits_for(f"1 {CLEANED}")
        chair.leaves()
    assert [idea["text"] for idea in laptop.record["ideas"]] == [CLEANED]


def test_escape_sequences_in_what_is_pasted_never_steer_the_terminal(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    with Terminal(laptop) as chair:
        chair.begins_with_the_round()
        title = chair.tells("pane_title")
        chair.pastes(STEERING)
        chair.waits_for("rood", "gekaapt", "klaar")
        chair.presses("Enter")
        chair.is_told("{name}'s idea", name="Joost")
        assert chair.tells("pane_title") == title
        chair.leaves()
    (idea,) = laptop.record["ideas"]
    assert idea["text"].isprintable()
    assert b"\x1b]0;" not in laptop.written.read_bytes()


def test_the_terminal_is_left_as_it_was_found(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    with Terminal(laptop) as chair:
        chair.enters("echo ervoor", "teamflow")
        chair.is_told("Your meetings will be listed here.")
        assert not chair.at_rest
        chair.presses("C-q")
        chair.has_ended()
        chair.waits_for("ervoor")
        assert chair.at_rest
    assert laptop.modes_left_on == set()


def test_an_unexpected_error_leaves_two_lines_a_log_and_a_safe_session(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    (laptop.home / "stuk.py").write_text(FAILING)
    with Terminal(laptop) as chair:
        chair.begins_with_the_round(f"'{sys.executable}' stuk.py new")
        chair.types("Voorlezen")
        chair.presses("Enter")
        chair.waits_for("1 Voorlezen")
        chair.types("Half een id")
        chair.presses("NPage")
        chair.is_told("Something went wrong that we didn't foresee. The session is safe.")
        assert "Traceback" not in chair.wall
        chair.has_ended(1)
        assert chair.at_rest
        chair.enters("teamflow open")
        chair.chooses("Go on where the clock stood")
        chair.is_at("choose")
        chair.waits_for("1 Voorlezen")
        chair.presses("PPage")
        chair.is_at("round")
        chair.waits_for("Half een id")
        chair.leaves()
    assert laptop.modes_left_on == set()
    (log,) = laptop.home.rglob("teamflow.log")
    told = log.read_text(encoding="utf-8")
    assert "builtins.ValueError" in told
    assert "juf" not in told


@pytest.mark.parametrize("ends", ["| cat", "2>&1 | cat", "</dev/null"])
def test_a_terminal_at_one_end_only_is_not_enough(tmp_path: Path, ends: str) -> None:
    with Terminal(Laptop(tmp_path)) as chair:
        for verb in ("", "new", "open", "rehearse"):
            chair.enters(f"( teamflow {verb}; echo code=$? {verb} ) {ends}")
            chair.is_told("teamflow needs a terminal here: start it in one, without | or >.")
            chair.waits_for(f"code=2 {verb} {PROMPT}".replace("  ", " "))
        assert "Traceback" not in chair.wall
