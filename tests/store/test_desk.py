from pathlib import Path

import pytest

from teamflow.store.desk import Desk

TEXTS = {"school": "De Regenboog", "people": "Fatima\nJoost", "odd": "\ud800\x1b[31m👩‍🏫"}


def test_a_half_filled_form_is_there_at_the_next_start(tmp_path: Path) -> None:
    Desk(tmp_path / "state").remember({"school": "De Regen"})
    Desk(tmp_path / "state").remember(TEXTS)
    assert Desk(tmp_path / "state").recall() == TEXTS


def test_a_form_that_was_used_is_forgotten(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.remember(TEXTS)
    desk.forget()
    assert desk.recall() == {}
    desk.forget()


@pytest.mark.parametrize("data", [b"", b"\xff", b"[1]", b"{", b"[" * 100_000])
def test_a_desk_in_disorder_is_an_empty_desk(tmp_path: Path, data: bytes) -> None:
    desk = Desk(tmp_path)
    desk.remember(TEXTS)
    (file,) = tmp_path.iterdir()
    file.write_bytes(data)
    assert desk.recall() == {}


def test_what_is_no_text_is_left_out(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.remember(TEXTS)
    (file,) = tmp_path.iterdir()
    file.write_text('{"school": "a", "team": 3}')
    assert desk.recall() == {"school": "a"}


def test_a_desk_that_cannot_be_used_is_passed_over_in_silence(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    desk = Desk(tmp_path / "state")
    desk.remember(TEXTS)
    desk.forget()
    assert desk.recall() == {}
