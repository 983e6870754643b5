"""The first time on this laptop, and every time after it."""

from pathlib import Path

from teamflow.store.firsts import Firsts


def test_a_first_time_comes_once(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    assert [Firsts(folder).first(name) for name in ("think", "think", "round")] == [
        True,
        False,
        True,
    ]


def test_without_the_disk_every_time_is_the_first(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("this is no folder")
    firsts = Firsts(tmp_path / "state")
    assert firsts.first("think")
    assert firsts.first("think")


def test_a_file_that_cannot_be_read_means_a_first_time(tmp_path: Path) -> None:
    (tmp_path / "seen.txt").write_bytes(b"\xff\xfe")
    assert Firsts(tmp_path).first("think")
