import datetime as dt
from pathlib import Path

import pytest

from teamflow.store.heartbeat import FRESH, Heartbeat

ZONE = dt.timezone(dt.timedelta(hours=1))
NOW = dt.datetime(2026, 11, 21, 15, 30, 1, 250_000, tzinfo=ZONE)


def test_the_last_sign_of_life_is_known_to_the_next_start(tmp_path: Path) -> None:
    beating = Heartbeat(tmp_path / "state" / "teamflow", "een")
    beating.beat(NOW)
    beating.beat(NOW + dt.timedelta(seconds=2))
    found = Heartbeat(tmp_path / "state" / "teamflow", "een").last()
    assert found == NOW + dt.timedelta(seconds=2)
    assert len(list((tmp_path / "state" / "teamflow").iterdir())) == 1


def test_a_session_that_was_left_in_good_order_has_no_sign_of_life(tmp_path: Path) -> None:
    heartbeat = Heartbeat(tmp_path, "een")
    assert heartbeat.last() is None
    heartbeat.beat(NOW)
    heartbeat.stop()
    assert heartbeat.last() is None
    assert list(tmp_path.iterdir()) == []


def test_each_session_has_its_own(tmp_path: Path) -> None:
    Heartbeat(tmp_path, "een").beat(NOW)
    assert Heartbeat(tmp_path, "twee").last() is None


@pytest.mark.parametrize("session_id", ["../../x", "a/b", "CON", "x" * 10_000, "é\n"])
def test_no_id_leads_out_of_the_folder(tmp_path: Path, session_id: str) -> None:
    heartbeat = Heartbeat(tmp_path / "a" / "b" / "c", session_id)
    heartbeat.beat(NOW)
    assert heartbeat.last() == NOW
    assert len(list((tmp_path / "a" / "b" / "c").iterdir())) == 1


@pytest.mark.parametrize("text", ["", "gisteren", "2026-11-21T15:30:00", "é", "\0" * 40])
def test_a_sign_of_life_that_makes_no_sense_is_none(tmp_path: Path, text: str) -> None:
    heartbeat = Heartbeat(tmp_path, "een")
    heartbeat.beat(NOW)
    (file,) = tmp_path.iterdir()
    file.write_text(text, encoding="utf-8")
    assert heartbeat.last() is None


def test_a_folder_that_cannot_be_written_is_passed_over_in_silence(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    heartbeat = Heartbeat(tmp_path / "state", "een")
    heartbeat.beat(NOW)
    heartbeat.stop()
    assert heartbeat.last() is None


def test_a_sign_of_life_is_fresh_for_a_few_seconds(tmp_path: Path) -> None:
    heartbeat = Heartbeat(tmp_path, "een")
    assert not heartbeat.is_fresh(NOW)
    heartbeat.beat(NOW)
    assert heartbeat.is_fresh(NOW + FRESH)
    assert not heartbeat.is_fresh(NOW + FRESH + dt.timedelta(seconds=1))
    assert not heartbeat.is_fresh(NOW - dt.timedelta(hours=1))
