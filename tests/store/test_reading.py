import os
from pathlib import Path

import pytest

from teamflow.store import reading
from teamflow.store.problem import Problem, Unreadable, shown


def test_a_file_is_read_whole_or_only_its_start(tmp_path: Path) -> None:
    data = bytes(range(256)) * 4096 + b"end"
    (tmp_path / "a").write_bytes(data)
    assert reading.whole(tmp_path / "a") == data
    assert reading.start_of(tmp_path / "a", 10) == data[:10]


def test_a_file_that_arrives_in_pieces_is_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_bytes(b"in pieces")
    read = os.read
    monkeypatch.setattr(os, "read", lambda file, size: read(file, min(size, 2)))
    assert reading.whole(tmp_path / "a") == b"in pieces"


def test_a_file_of_two_megabytes_is_read_and_no_more(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.touch()
    os.truncate(file, reading.LARGEST)
    assert len(reading.whole(file)) == reading.LARGEST
    os.truncate(file, reading.LARGEST + 1)
    with pytest.raises(Unreadable):
        reading.whole(file)


def test_a_file_that_has_no_end_is_read_no_further(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").touch()
    monkeypatch.setattr(os, "read", lambda _, size: b"x" * size)
    with pytest.raises(Unreadable, match="larger than 2 MB"):
        reading.whole(tmp_path / "a")


def test_an_error_without_a_number_is_named_by_its_kind(tmp_path: Path) -> None:
    problem = reading.unread(tmp_path, OSError("odd"))
    assert problem.told(str) == "The file can't be read (OSError)."


def test_whether_a_file_is_there_never_raises(tmp_path: Path) -> None:
    assert not reading.is_file("x" * 100_000)
    assert not reading.is_file("\0")
    assert not reading.is_file(tmp_path)


def test_a_problem_is_told_in_the_readers_language(tmp_path: Path) -> None:
    problem = Problem(None, 3, "{name} is gone.", {"name": "{x}"}).at(tmp_path)
    assert problem.told({"{name} is gone.": "{name} is weg."}.__getitem__) == "{x} is weg."
    assert str(Unreadable(problem)) == "{x} is gone."


def test_a_path_can_always_be_shown() -> None:
    assert shown(Path("/map/caf\udce9")) == "/map/caf\ufffd"
