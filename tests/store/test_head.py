import datetime as dt
import os
import subprocess
import sys
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given

from strategies import MEETING, SAVED, sessions
from teamflow.core.session import PhaseName, Plan, Session
from teamflow.store import reading, toplines
from teamflow.store.head import PHASES, Summary, read_head, summaries
from teamflow.store.record import decode, encode

TEXT = encode(MEETING, {}, SAVED)
HEAD = TEXT[: TEXT.index("\n[") + 1]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "2026-11-21-onderbouw.toml"


def head_of(file: Path, text: str | bytes) -> Summary:
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_head(file)


def problem_of(file: Path, text: str | bytes) -> tuple[int | None, str]:
    summary = head_of(file, text)
    assert not summary.readable
    assert summary.problem is not None
    assert summary.problem.file == file
    return summary.problem.line, summary.problem.told(str)


def test_the_head_says_what_a_list_shows(file: Path) -> None:
    assert head_of(file, TEXT) == Summary(
        file,
        id="0198c1d2a4f07e4b",
        date=dt.date(2026, 11, 21),
        school="De Regenboog",
        team="Onderbouw",
        theme="Begrijpend lezen",
        question="Hoe helpen we meer kinderen in groep 6 om een tekst écht te begrijpen?",
        phase="close",
        closed=True,
        chosen=("Hardop denkend voordoen bij elke tekst",),
        evaluation_date=dt.date(2026, 12, 21),
    )


@given(session=sessions)
def test_the_head_of_any_session_agrees_with_the_whole(session: Session) -> None:
    text = encode(session, {}, SAVED)
    head = toplines.read(text[: text.find("\n[") + 1] or text)
    assert head is not None, "what we wrote ourselves must be read the fast way"
    assert head["id"] == session.id
    assert head["date"] == session.date
    assert head.get("theme", "") == session.theme
    assert head["question"] == session.question
    assert head["phase"] == session.phase
    assert head.get("closed") == session.closed
    assert head.get("chosen", []) == [idea.text for idea in session.chosen]
    assert head.get("evaluation_date") == session.evaluation.date


def test_the_phases_are_those_of_the_core() -> None:
    assert get_args(PhaseName) == PHASES


def test_an_untouched_session_has_a_head_too(file: Path) -> None:
    text = encode(Session(id="1", date=dt.date(2026, 1, 2)), {}, SAVED)
    assert head_of(file, text) == Summary(file, id="1", date=dt.date(2026, 1, 2), phase="question")


REWRITTEN = """\
# Met de hand verbeterd
'schema' = 0x1
id = '''1'''
date = 2026-11-21  # zaterdag
school = "De \\u001b[31mRegenboog\\u001B[0m"
team=\"\"\"On\tder \\
  bouw\"\"\"
question = \"\"\"
Hoe \\
[echt]
lezen?\"\"\"
phase = "round"
closed = 2026-11-21T15:20:00.5+01:00
chosen = [
    "één",  # de eerste
    'twee\\',
]
x-deep.er = 1

[evaluation]
"""


def test_a_head_that_was_rewritten_by_hand_is_read_just_as_well(file: Path) -> None:
    assert head_of(file, REWRITTEN) == Summary(
        file,
        id="1",
        date=dt.date(2026, 11, 21),
        school="De Regenboog",
        team="On der bouw",
        question="Hoe [echt] lezen?",
        phase="round",
        closed=True,
        chosen=("één", "twee\\"),
    )
    assert decode(REWRITTEN).session.team == "On der bouw"


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\n# zie [boven]\n\n", 3),
        lambda text: text.replace(" = ", "   =  ", 4),
        lambda text: text.replace('team = "Onderbouw"', 'team = "  Onder\tbouw "'),
    ],
)
def test_small_changes_by_hand_are_harmless(file: Path, change: object) -> None:
    assert callable(change)
    summary = head_of(file, change(TEXT))
    assert summary.readable
    assert summary.team.replace(" ", "") == "Onderbouw"
    assert summary.closed


@pytest.mark.parametrize(
    "line",
    [
        'team = "a',
        'team = "a" b',
        'team = "\\u0041"',
        'team = "a\u202eb"',
        'team = "a\x9bb"',
        "team = 'a'",
        "team = 1_000",
        "team = 01",
        "team = 2026-02-30",
        "team = 2026-02-28T12:00:00",
        "team = {}",
        'team = ["a" "b"]',
        'team = ["a",, "b"]',
        "team = [[1]]",
        'a.b = "c"',
        "team =",
        'team = "a"\nteam = "b"',
        " team = 1",
        "team = ٣",
    ],
)
def test_the_fast_way_leaves_alone_what_is_not_simple(line: str) -> None:
    assert toplines.read(f"schema = 1\n{line}\n") is None


def test_the_fast_way_reads_all_simple_values() -> None:
    text = (
        'a = "x \\"y\\" \\\\"\nb = 0\nc = true\nd = false\ne = 2026-11-21\n'
        "f = 2026-11-21T14:30:00Z\n\n# g\ng = []\nh = [1, 23]\n"
        'i = [\n    "een",\n    "t]wee",\n]\nj-_1 = ""'
    )
    assert toplines.read(text) == {
        "a": 'x "y" \\',
        "b": 0,
        "c": True,
        "d": False,
        "e": dt.date(2026, 11, 21),
        "f": dt.datetime(2026, 11, 21, 14, 30, tzinfo=dt.UTC),
        "g": [],
        "h": [],
        "i": ["een", "t]wee"],
        "j-_1": "",
    }


def test_a_head_longer_than_a_slice_is_read_to_its_end(file: Path) -> None:
    question = "lang " * 20_000 + "eind"
    text = encode(replace(MEETING, question=question), {}, SAVED)
    summary = head_of(file, text)
    assert summary.question == question
    assert summary.evaluation_date == dt.date(2026, 12, 21)


def test_only_the_start_of_a_large_file_is_read(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(encode(replace(MEETING, plans=(Plan(lesson="x" * 2 * 10**6),)), {}, SAVED))

    def refuse(path: Path) -> bytes:
        raise AssertionError(path)

    monkeypatch.setattr(reading, "whole", refuse)
    assert read_head(file).team == "Onderbouw"


def test_trouble_further_on_does_not_keep_a_session_off_the_list(file: Path) -> None:
    assert head_of(file, TEXT + "\n[[ideas]\n").readable


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("schema = 1", "schema = 2", 1, "This file was made by a newer teamflow: schema 2."),
        ("schema = 1\n", "", 1, "“schema” is missing: every session begins with the line"),
        ('id = "0198c1d2a4f07e4b"\n', "", 1, "“id” is missing."),
        ("date = 2026-11-21\n", "", 1, "“date” is missing."),
        ("0198c1d2a4f07e4b", "  ", 2, "“id” may not be empty."),
        ('"0198c1d2a4f07e4b"', "7", 2, "“id” must be text between quotes."),
        ("date = 2026-11-21", 'date = "morgen"', 3, "“date” must be a date"),
        ("date = 2026-11-21", "date = 2026-11-21 10:00:00Z", 3, "“date” must be a date"),
        ("date = 2026-11-21", "date = 2026-11-31", 3, "This date or time doesn't exist."),
        ('team = "Onderbouw"', "team = 5", 5, "“team” must be text between quotes."),
        ('team = "Onderbouw"', 'team = "Onder', 5, "A text isn't closed"),
        ('"close"', '"klaar"', 8, "“phase” must be one of: question, think, round, choose,"),
        ('"close"', "[]", 8, "“phase” must be one of: question, think, round, choose,"),
        ("closed = 2026-11-21 15:20:00+00:00", "closed = true", 9, "“closed” must be a date and"),
        ("15:20:00+00:00", "15:20:00", 9, "“closed” must be a date and time"),
    ],
)
def test_what_is_wrong_with_a_head_is_named(
    file: Path, old: str, new: str, line: int, words: str
) -> None:
    assert old in TEXT
    found, told = problem_of(file, TEXT.replace(old, new, 1))
    assert found == line
    assert told.startswith(words)


@pytest.mark.parametrize("value", ["3", '[["a"]]', '"een"'])
def test_what_is_worked_out_anew_on_saving_is_no_problem_when_it_is_wrong(
    file: Path, value: str
) -> None:
    text = TEXT.replace('chosen = ["Hardop denkend voordoen bij elke tekst"]', f"chosen = {value}")
    text = text.replace("evaluation_date = 2026-12-21", "evaluation_date = 2026-12-21 10:00:00Z")
    summary = head_of(file, text)
    assert summary.readable
    assert (summary.chosen, summary.evaluation_date) == ((), None)


def test_a_file_that_is_no_text_is_named_with_the_line_of_its_bad_byte(file: Path) -> None:
    data = TEXT.encode().replace(b"Onderbouw", b"Onderbo\xfcw")
    assert problem_of(file, data) == (
        5,
        "This line holds a character that isn't UTF-8: save the file as UTF-8.",
    )


@pytest.mark.parametrize("data", [b"", b"\x7fELF" + bytes(range(256)) * 100, b"[" * 100_000])
def test_a_file_that_is_something_else_is_unreadable_and_nothing_more(
    file: Path, data: bytes
) -> None:
    assert problem_of(file, data)[1]


def test_a_huge_head_is_refused(file: Path) -> None:
    with file.open("wb") as huge:
        huge.truncate(200 * 2**20)
    words = "The file is larger than 2 MB: that can't be a session."
    assert problem_of_there(file) == (None, words)


def problem_of_there(file: Path) -> tuple[int | None, str]:
    problem = read_head(file).problem
    assert problem is not None
    return problem.line, problem.told(str)


def test_a_file_that_may_not_be_read_says_so(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert problem_of_there(file) == (None, "You may not read this file.")


def test_an_error_that_we_know_nothing_of_is_named_by_its_number(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(121, "Remote I/O error")

    monkeypatch.setattr(os, "open", refuse)
    assert problem_of_there(file)[1].startswith("The file can't be read (E")


def test_a_pipe_does_not_keep_the_list_waiting(file: Path) -> None:
    os.mkfifo(file)
    assert problem_of_there(file) == (None, "This isn't a file.")


def test_a_folder_is_listed_newest_first_and_shows_all_that_is_unreadable(
    tmp_path: Path,
) -> None:
    for name in ("2026-11-21-a.toml", "2026-11-21-a-2.toml", "2025-01-01-b.toml", "zonder.toml"):
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "2026-10-01-kapot.toml").write_text("")
    (tmp_path / "2026-10-02-weg.toml").symlink_to(tmp_path / "nergens")
    (tmp_path / "2026-10-03-rond.toml").symlink_to(tmp_path / "2026-10-03-rond.toml")
    (tmp_path / "2026-12-01-map.toml").mkdir()
    (tmp_path / ".2026-12-02.toml").write_text(TEXT)
    (tmp_path / "notulen.txt").write_text("")
    listed = list(summaries(tmp_path))
    assert [summary.file.name for summary in listed] == [
        "2026-12-01-map.toml",
        "2026-11-21-a-2.toml",
        "2026-11-21-a.toml",
        "2026-10-03-rond.toml",
        "2026-10-02-weg.toml",
        "2026-10-01-kapot.toml",
        "2025-01-01-b.toml",
        "zonder.toml",
    ]
    assert [summary.problem and summary.problem.told(str) for summary in listed] == [
        "This isn't a file.",
        None,
        None,
        "The link goes round in a circle.",
        "The file isn't there any more.",
        "“schema” is missing: every session begins with the line schema = 1.",
        None,
        None,
    ]


def test_only_files_that_are_shown_are_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in range(1, 31):
        (tmp_path / f"2026-11-{day:02}.toml").write_text(TEXT)
    opened = []
    start_of = reading.start_of

    def counted(path: Path, size: int) -> bytes:
        opened.append(path.name)
        return start_of(path, size)

    monkeypatch.setattr(reading, "start_of", counted)
    assert len(list(islice(summaries(tmp_path), 3))) == 3
    assert opened == ["2026-11-30.toml", "2026-11-29.toml", "2026-11-28.toml"]


def test_a_folder_that_is_not_there_has_no_sessions(tmp_path: Path) -> None:
    assert list(summaries(tmp_path / "weg")) == []


def test_a_folder_that_is_a_file_is_itself_the_problem(file: Path) -> None:
    file.write_text("")
    (summary,) = summaries(file)
    assert summary.file == file
    assert summary.problem is not None
    assert summary.problem.told(str) == "This isn't a folder."


def test_a_name_whose_bytes_are_not_utf8_is_listed(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/2026-11-21-\xe9.toml"
    with open(name, "w") as file:  # noqa: PTH123 - pathlib takes no bytes
        file.write(TEXT)
    (summary,) = summaries(tmp_path)
    assert summary.readable


def test_a_list_needs_neither_pydantic_nor_tomllib(tmp_path: Path) -> None:
    (tmp_path / "2026-11-21.toml").write_text(TEXT)
    program = """
import sys
from pathlib import Path
from teamflow.store.head import summaries
(summary,) = summaries(Path(sys.argv[1]))
print(summary.team, *sorted({"pydantic", "tomllib", "tomli_w", "json"} & set(sys.modules)))
"""
    run = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == ["Onderbouw"]


def test_a_file_that_is_too_large_is_named_by_its_size_alone(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(TEXT, encoding="utf-8")
    os.truncate(file, reading.LARGEST + 1)

    def forbidden(*_: int) -> bytes:
        raise AssertionError

    monkeypatch.setattr(os, "read", forbidden)
    told = "The file is larger than 2 MB: that can't be a session."
    assert problem_of_there(file) == (None, told)


def test_what_isn_t_utf_8_after_the_head_is_named_with_its_line(file: Path) -> None:
    text = TEXT.replace("Hardop denken", "H\xe1rdop denken") + "# caf\xe9\n"
    line, told = problem_of(file, text.encode("latin-1", errors="replace"))
    assert told == "This line holds a character that isn't UTF-8: save the file as UTF-8."
    assert line


def test_a_character_that_is_cut_in_two_by_reading_no_further_is_harmless(file: Path) -> None:
    for shift in range(4):
        assert head_of(file, TEXT + "#" * shift + "😀" * 4096 + "\n").readable


@pytest.mark.parametrize("error", [PermissionError(13, "no"), PermissionError(1, "no")])
def test_a_folder_that_may_not_be_read_is_called_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(os, "scandir", refuse)
    (summary,) = summaries(tmp_path)
    assert summary.problem is not None
    assert summary.problem.told(str) == "You may not look into this folder."
