"""Two windows on one session are two processes that know nothing of each other."""

import subprocess
import sys
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

from strategies import MEETING, SAVED
from teamflow.store.folder import Folder

TESTS = Path(__file__).parent.parent
SESSIONS = 12  # the first save of each is a chance to be too late
ACTIONS = 4

WORKING = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from strategies import SAVED
from teamflow.core import actions as a
from teamflow.live import Live
from teamflow.store.folder import Folder
from teamflow.store.keeper import Keeper

class Patient(Keeper):
    "What waits to be saved is replaced by what comes after it: here each version is saved."
    def save(self, session, at):
        super().save(session, at)
        assert self.flush(60)

def opened(stored):
    keeper = Patient(stored.path, stored.unknown, print, lambda conflict: None, read=stored.data)
    return Live(stored.session, keeper, lambda: SAVED)

folder = Folder(Path(sys.argv[1]))
lives = [opened(folder.load(summary.file)) for summary in folder.newest()]
print("open", flush=True)
sys.stdin.readline()
for number in range(int(sys.argv[4])):
    for live in lives:
        live.dispatch(a.Park(f"{sys.argv[3]} {number}"))
"""


def _window(folder: Folder, name: str) -> "subprocess.Popen[str]":
    program = [sys.executable, "-c", WORKING, str(folder.path), str(TESTS), name, str(ACTIONS)]
    return subprocess.Popen(program, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


@pytest.mark.parametrize("names", [("Joost", "Zoë"), ("Joost", "Zoë", "Merel")])
def test_every_action_of_every_window_is_in_some_file_and_all_files_are_valid(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    folder = Folder(tmp_path)
    for number in range(SESSIONS):
        folder.create(replace(MEETING, id=f"s{number}"), SAVED)
    windows = [_window(folder, name) for name in names]
    for window in windows:
        assert window.stdout is not None
        assert window.stdout.readline() == "open\n"
    for window in windows:  # each begins when all have read the same files
        assert window.stdin is not None
        window.stdin.write("\n")
        window.stdin.flush()
    for window in windows:
        said, _ = window.communicate(timeout=120)
        assert said == ""  # so there was no trouble
        assert window.returncode == 0
    assert folder.check() == []
    parked: dict[str, set[str]] = defaultdict(set)
    for file in tmp_path.iterdir():
        session = folder.load(file).session
        parked[session.id] |= set(session.parking_lot)
    done = {f"{name} {number}" for name in names for number in range(ACTIONS)}
    assert len(parked) == SESSIONS
    assert all(points >= done for points in parked.values())
