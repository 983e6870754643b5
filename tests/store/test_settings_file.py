import subprocess
import sys
import tomllib
from dataclasses import asdict, fields
from pathlib import Path

import pytest

from teamflow.store.settings import _CHECKS, Settings, load_settings, save_settings

PAGE = (Path(__file__).parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")
OTHER = Settings(
    language="nl",
    theme="dark",
    think=4,
    round=12,
    choose=2,
    dots=1,
    voting="hands",
    attribution=True,
    bell="flash",
    last_minute=True,
    animations=False,
    ascii=True,
    folder="/school/teamflow",
    formats="docx ics",
    reader="team",
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def told(file: Path) -> tuple[Settings, list[tuple[int | None, str]]]:
    settings, problems = load_settings(file)
    assert all(problem.file == file for problem in problems)
    return settings, [(problem.line, problem.told(str)) for problem in problems]


def test_without_a_file_all_is_at_its_default(file: Path) -> None:
    assert told(file) == (Settings(), [])


def test_settings_are_there_at_the_next_start(file: Path) -> None:
    save_settings(OTHER, file)
    assert told(file) == (OTHER, [])
    save_settings(Settings(), file)
    assert told(file) == (Settings(), [])


def test_every_setting_is_checked_and_differs_from_its_default_here() -> None:
    assert list(_CHECKS) == [field.name for field in fields(Settings)]
    defaults = asdict(Settings())
    assert all(value != defaults[key] for key, value in asdict(OTHER).items())


def test_the_page_about_settings_has_every_key_with_its_default() -> None:
    for key, default in asdict(Settings()).items():
        (row,) = (line for line in PAGE.splitlines() if line.startswith(f"| `{key}` |"))
        written = row.split("|")[2].strip()
        if default is not None:
            assert tomllib.loads(f"{key} = {written.strip('`')}") == {key: default}


def test_only_what_differs_from_the_default_is_written(file: Path) -> None:
    save_settings(Settings(think=7), file)
    assert file.read_text() == "think = 7\n"


def test_each_broken_value_is_named_and_the_rest_is_used(file: Path) -> None:
    file.parent.mkdir()
    file.write_text(
        'language = "fr"\ntheme = " "\nthink = "vijf"\nround = 0\nchoose = 601\ndots = true\n'
        'voting = 3\nattribution = 1\nbell = "loud"\nlast_minute = true\n'
    )
    assert told(file) == (
        Settings(last_minute=True),
        [
            (1, "“language” must be one of: nl, en."),
            (2, "“theme” may not be empty."),
            (3, "“think” must be a whole number."),
            (4, "“round” must be 1 or more."),
            (5, "“choose” must be 600 or less."),
            (6, "“dots” must be a whole number."),
            (7, "“voting” must be one of: dots, hands."),
            (8, "“attribution” must be true or false."),
            (9, "“bell” must be one of: on, flash, off."),
        ],
    )
    file.write_text("theme = 3\n")
    assert told(file) == (Settings(), [(1, "“theme” must be text between quotes.")])


@pytest.mark.parametrize(("before", "now"), [("true", "on"), ("false", "off")])
def test_a_bell_that_was_only_on_or_off_is_still_understood(
    file: Path, before: str, now: str
) -> None:
    file.parent.mkdir()
    file.write_text(f"bell = {before}\n")
    settings, problems = told(file)
    assert (settings.bell, problems) == (now, [])
    save_settings(settings, file)
    assert told(file) == (settings, [])
    assert before not in file.read_text()


@pytest.mark.parametrize("data", [b"think = \n", b"\xff\xfe"])
def test_a_broken_file_is_named_and_kept_beside_the_new_one(file: Path, data: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(data)
    settings, problems = told(file)
    assert settings == Settings()
    assert [line for line, _ in problems] == [1]
    save_settings(OTHER, file)
    assert told(file) == (OTHER, [])
    assert (file.parent / "settings.toml.old").read_bytes() == data


def test_keys_that_we_do_not_know_survive(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('think = 4\nx-new = "later"\n[x-group]\na = 1\n')
    assert told(file) == (Settings(think=4), [])
    save_settings(Settings(dots=5), file)
    assert tomllib.loads(file.read_text()) == {
        "dots": 5,
        "x-new": "later",
        "x-group": {"a": 1},
    }


def test_settings_that_were_never_set_cost_no_parser(file: Path) -> None:
    program = """
import sys
from pathlib import Path
from teamflow.store.settings import load_settings
load_settings(Path(sys.argv[1]))
print(sorted({"pydantic", "tomllib", "tomli_w"} & set(sys.modules)))
"""
    run = subprocess.run(
        [sys.executable, "-c", program, str(file)], capture_output=True, text=True, check=True
    )
    assert run.stdout == "[]\n"
