"""An error that nobody expected: what the user reads, and what the log holds."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from teamflow import __version__
from teamflow.cli import crash, main
from teamflow.cli.verbs import list as listing

SECRET = "Wat de juf zei over Kevin"
NOW = dt.datetime(2026, 11, 23, 14, 0, tzinfo=dt.UTC)


def failing(error: BaseException) -> Callable[[object], int]:
    def run(_request: object) -> int:
        raise error

    return run


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "logs" / "teamflow.log"
    monkeypatch.setattr(crash, "log_file", lambda: file)
    return file


def reported(error: BaseException, log: Path) -> str:
    """What the log says about an error that was raised here."""
    with pytest.raises(type(error)) as raised:
        raise error
    assert crash.report(raised.value, log, lambda: NOW) == log
    return log.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "safe"), [("en", "The sessions are safe."), ("nl", "De bijeenkomsten zijn veilig")]
)
def test_the_user_reads_two_friendly_lines(
    log: Path,
    language: str,
    safe: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(listing, "run", failing(RuntimeError(SECRET)))
    assert main(["list", "--lang", language]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert safe in err
    assert str(log) in err
    assert err.count("\n") == 2
    assert SECRET not in err + log.read_text(encoding="utf-8")


def test_the_log_says_when_what_and_where(tmp_path: Path) -> None:
    told = reported(ValueError(SECRET), tmp_path / "log")
    first, second, third = told.splitlines()[:3]
    assert first.startswith(f"2026-11-23T14:00:00+00:00 teamflow {__version__} Python ")
    assert second == "  builtins.ValueError"
    assert third.endswith(" reported")
    assert Path(__file__).name in third


def test_the_log_holds_no_text_of_the_meeting(tmp_path: Path) -> None:
    def secretive(text: str) -> None:
        try:
            int(text)
        except ValueError as error:
            error.add_note(text)
            raise KeyError(text) from error

    with pytest.raises(KeyError) as caught:
        secretive(SECRET)
    told = reported(ExceptionGroup(SECRET, [caught.value]), tmp_path / "log")
    assert "builtins.KeyError" in told
    assert "builtins.ValueError" in told
    assert not any(word in told for word in ("Kevin", "raise ", "int("))


def test_the_system_s_code_of_an_error_is_kept(tmp_path: Path) -> None:
    assert "builtins.OSError ENOSPC" in reported(OSError(28, SECRET), tmp_path / "log")


def test_the_log_never_grows_beyond_its_bound(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("oud\n\n" * (crash.LARGEST // 5))
    told = reported(RuntimeError(), log)
    assert log.stat().st_size <= crash.LARGEST
    assert told.startswith("oud\n\n")
    assert "builtins.RuntimeError" in told


def test_an_endless_recursion_is_told_in_short(tmp_path: Path) -> None:
    def deeper() -> None:
        deeper()

    with pytest.raises(RecursionError) as caught:
        deeper()
    assert len(reported(caught.value, tmp_path / "log").splitlines()) < 50


def test_a_log_that_can_t_be_written_is_no_second_error(tmp_path: Path) -> None:
    file = tmp_path / "bestand"
    file.write_text("")
    log = file / "teamflow.log"
    assert crash.report(RuntimeError(), log, lambda: NOW) == log


def test_ctrl_c_ends_without_a_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(listing, "run", failing(KeyboardInterrupt()))
    assert main(["list"]) == 130
    assert capsys.readouterr() == ("", "")
