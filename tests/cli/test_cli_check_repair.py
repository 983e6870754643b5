"""`teamflow check --repair`, and a folder with odd things in it, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from strategies import MEETING, SAVED
from teamflow.store.folder import Folder
from teamflow.store.record import encode

TEXT = encode(MEETING, {}, SAVED)


class Ran(NamedTuple):
    code: int
    lines: list[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "sessions"
    folder.mkdir()
    (folder / "2026-01-01-goed.toml").write_text(TEXT, encoding="utf-8")
    return folder


def run(folder: Path, *arguments: str, told: bool = False) -> Ran:
    """Run teamflow beside the folder; it may not take long, whatever lies there. Only where it's
    `told` that the command is wrong may it say anything but its answer."""
    home = str(folder.parent)
    ran = subprocess.run(
        [sys.executable, "-m", "teamflow", "--lang", "en", *arguments],
        cwd=folder.parent,
        env=os.environ | {"HOME": home, "TEAMFLOW_SESSIONS": str(folder), "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert told or ran.stderr == b""
    said = ran.stderr if told else ran.stdout
    return Ran(ran.returncode, said.decode().replace(f"{folder}/", "").splitlines())


def test_a_damaged_file_is_repaired_into_a_copy_and_what_is_lost_is_told(folder: Path) -> None:
    damaged = folder / "2026-11-21-half.toml"
    text = TEXT[: TEXT.index("[plans.steps]") - 1].replace("extra = 1", 'extra = "een"')
    damaged.write_text(text, encoding="utf-8")
    assert run(folder, "check", "--repair") == Ran(
        1,
        [
            "2026-11-21-half.toml: what can be read of it is now in “2026-11-21-half"
            " (repaired).toml”. Not there, or changed:",
            f"2026-11-21-half.toml:{line_with(text, 'een')}:"
            " “timings 2: extra” must be a whole number.",
            "1 session is fine.",
        ],
    )
    assert damaged.read_text(encoding="utf-8") == text
    copy = Folder(folder).load(folder / "2026-11-21-half (repaired).toml")
    assert copy.session.ideas == MEETING.ideas


def line_with(text: str, words: str) -> int:
    return next(n for n, line in enumerate(text.split("\n"), 1) if f'"{words}"' in line)


def test_what_is_fine_is_left_alone_and_said_to_be_fine(folder: Path) -> None:
    assert run(folder, "check", "--repair") == Ran(0, ["1 session, no problems."])
    file = str(folder / "2026-01-01-goed.toml")
    assert run(folder, "check", "--repair", file) == Ran(0, ["1 session, no problems."])
    assert len(list(folder.iterdir())) == 1


def test_what_contradicts_itself_but_can_be_read_is_only_named(folder: Path) -> None:
    file = folder / "2026-01-01-goed.toml"
    file.write_text(TEXT.replace("id = 4\n", "id = 2\n"), encoding="utf-8")
    ran = run(folder, "check", "--repair")
    assert ran.code == 1
    assert ran.lines[0] == (
        "2026-01-01-goed.toml: it can be read as it is, so no copy is made. What doesn't add up:"
    )
    assert ran.lines[1].endswith(": Idea id 2 is used twice.")
    assert list(folder.iterdir()) == [file]


def test_a_session_is_checked_by_any_part_of_its_name(folder: Path) -> None:
    (folder / "2026-11-21-stuk.toml").write_text("schema = 2\n")
    assert run(folder, "check", "goed") == Ran(0, ["1 session, no problems."])
    assert run(folder, "check", "stuk").lines[0].startswith("2026-11-21-stuk.toml:1: ")
    assert run(folder, "check", "stuk.toml").lines[0].startswith("2026-11-21-stuk.toml:1: ")


def test_a_name_that_means_no_session_is_told_like_any_wrong_use(folder: Path) -> None:
    ran = run(folder, "check", "zwemles", told=True)
    assert ran.code == 2
    assert "“zwemles”" in ran.lines[0]


def test_a_place_that_is_no_file_is_told_as_one(folder: Path) -> None:
    assert run(folder, "check", str(folder)) == Ran(1, [f"{folder}: This isn't a file."])
    gone = run(folder, "check", "weg.toml")
    assert gone == Ran(1, ["weg.toml: The file isn't there any more."])


def test_a_file_cut_between_two_lines_is_named_by_what_its_head_promises(folder: Path) -> None:
    file = folder / "2026-01-01-goed.toml"
    file.write_text(TEXT[: TEXT.index("[[participants]]")], encoding="utf-8")
    ran = run(folder, "check", "--repair")
    assert ran.code == 1
    assert "no copy is made" in ran.lines[0]
    assert [line.split(" ")[1] for line in ran.lines[1:]] == ["“chosen”", "“evaluation_date”"]
    assert list(folder.iterdir()) == [file]


def test_what_contradicts_itself_in_the_copy_is_named_too(folder: Path) -> None:
    file = folder / "2026-01-01-goed.toml"
    text = TEXT.replace("id = 2\n", "id = 1\n").replace("extra = 1", "extra")
    file.write_text(text, encoding="utf-8")
    ran = run(folder, "check", "--repair", str(file))
    assert any(
        line.startswith("2026-01-01-goed (repaired).toml:") and "used twice" in line
        for line in ran.lines
    )


def test_a_file_in_which_nothing_can_be_read_is_told_and_the_next_is_repaired(
    folder: Path,
) -> None:
    (folder / "2026-11-22-leeg.toml").write_text("")
    (folder / "2026-11-21.toml").write_text(TEXT.replace("extra = 1", "extra"), encoding="utf-8")
    ran = run(folder, "check", "--repair")
    assert ran.code == 1
    assert ran.lines[:2] == [
        "2026-11-22-leeg.toml: too little can be read of it for a copy.",
        "2026-11-22-leeg.toml: Nothing in this file can be read as a session.",
    ]
    assert (folder / "2026-11-21 (repaired).toml").exists()


def test_a_copy_that_can_t_be_written_is_told(folder: Path) -> None:
    file = folder / f"{'x' * 245}.toml"
    file.write_text(TEXT.replace("extra = 1", "extra"), encoding="utf-8")
    ran = run(folder, "check", "--repair", str(file))
    assert ran.code == 1
    assert "doesn't work (ENAMETOOLONG). Nothing is lost." in ran.lines[0]
    assert len(ran.lines) == 1


def test_a_folder_with_odd_things_is_listed_and_checked(folder: Path) -> None:
    (folder / "2026-11-21-map.toml").mkdir()
    (folder / "2026-11-22-'rond' \"👩\"\n.toml").symlink_to("2026-11-22-'rond' \"👩\"\n.toml")
    (folder / "2026-11-24-diep.toml").write_text("a = " + "[" * 10_000)
    (folder / "2026-11-25-leeg.toml").write_text("")
    os.mkfifo(folder / "2026-11-23-pijp.toml")
    with (folder / "2026-11-26-groot.toml").open("wb") as large:
        large.truncate(200 * 2**20)
    told = [
        ("2026-11-26-groot", "The file is larger than 2 MB: that can't be a session."),
        ("2026-11-25-leeg", "“schema” is missing: every session begins with the line schema = 1."),
        ("2026-11-24-diep", "The file is nested too deeply, or holds a number that is too large."),
        ("2026-11-23-pijp", "This isn't a file."),
        ("2026-11-22-'rond' \"👩\"\\n", "The link goes round in a circle."),
        ("2026-11-21-map", "This isn't a file."),
    ]
    listed, checked = run(folder, "list"), run(folder, "check")
    assert (listed.code, checked.code) == (0, 1)
    page = "\n".join(listed.lines)
    for name, reason in told:
        assert f"\n{name} · can't be read\n" in page
        assert reason in page
    assert MEETING.question in page
    lines = [line.replace(":1:", ":") for line in checked.lines]
    assert lines == [f"{name}.toml: {reason}" for name, reason in told]
