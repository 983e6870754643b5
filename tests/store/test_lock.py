import errno
import fcntl
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from strategies import MEETING, SAVED
from teamflow.store.keeper import Keeper
from teamflow.store.lock import alone

LONG = 30.0


def test_whoever_saves_waits_for_another_who_is_saving(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.toml"
    asked = threading.Event()
    flock = fcntl.flock

    def ask(descriptor: int, operation: int) -> None:
        asked.set()
        flock(descriptor, operation)

    with Keeper(file, {}, print, print) as keeper:
        with alone(tmp_path):
            monkeypatch.setattr(fcntl, "flock", ask)
            keeper.save(MEETING, SAVED)
            assert asked.wait(LONG)
            assert not keeper.flush(0)
            file.write_text("van een ander", encoding="utf-8")
        assert keeper.flush(LONG)
    assert file.read_text(encoding="utf-8") == "van een ander"
    assert keeper.path != file


def test_being_alone_leaves_nothing_behind(tmp_path: Path) -> None:
    for _ in range(2):
        with alone(tmp_path):
            assert list(tmp_path.iterdir()) == []


def test_where_there_are_no_locks_saving_goes_on_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> None:
        raise OSError(errno.ENOLCK, "not on this network")

    with Keeper(tmp_path / "a.toml", {}, print, print) as keeper:
        with monkeypatch.context() as patch:
            patch.setattr(fcntl, "flock", refuse)
            keeper.save(MEETING, SAVED)
            assert keeper.flush(LONG)
        with monkeypatch.context() as patch:
            patch.setitem(sys.modules, "fcntl", None)
            keeper.save(replace(MEETING, question="Verder"), SAVED)
            assert keeper.flush(LONG)
    assert [file.name for file in tmp_path.iterdir()] == ["a.toml"]
