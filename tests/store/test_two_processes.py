"""Two windows on one session are two processes that know nothing of each other."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from strategies import MEETING, SAVED
from teamflow.store.folder import Folder

TESTS = Path(__file__).parent.parent
ACTIONS = 25

WORKING = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from strategies import SAVED
from teamflow.core import actions as a
from teamflow.live import Live
from teamflow.store.folder import Folder
from teamflow.store.keeper import Keeper

class Patient:
    "Has each session on the disk before the next action; hurried ones are skipped otherwise."
    def save(self, session, at):
        keeper.save(session, at)
        assert keeper.flush(60)

file = Path(sys.argv[1])
stored = Folder(file.parent).load(file)
keeper = Keeper(file, stored.unknown, print, lambda conflict: None, read=stored.data)
live = Live(stored.session, Patient(), lambda: SAVED)
print("open", flush=True)
sys.stdin.readline()
for number in range(int(sys.argv[4])):
    live.dispatch(a.Park(f"{sys.argv[3]} {number}"))
assert keeper.close(60)
"""


def _window(file: Path, name: str) -> "subprocess.Popen[str]":
    program = [sys.executable, "-c", WORKING, str(file), str(TESTS), name, str(ACTIONS)]
    return subprocess.Popen(program, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


@pytest.mark.parametrize("names", [("Joost", "Zoë"), ("Joost", "Zoë", "Merel")])
def test_every_action_of_every_window_is_in_some_file_and_all_files_are_valid(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    folder = Folder(tmp_path)
    file = folder.create(MEETING, SAVED)
    windows = [_window(file, name) for name in names]
    for window in windows:
        assert window.stdout is not None
        assert window.stdout.readline() == "open\n"
    for window in windows:  # each may begin when all have read the same file
        assert window.stdin is not None
        window.stdin.write("\n")
        window.stdin.flush()
    for window in windows:
        assert window.communicate(timeout=120) == ("", None)
        assert window.returncode == 0
    assert folder.check() == []
    kept = [tomllib.loads(path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()]
    assert len(kept) == len(names)
    parked = {point for table in kept for point in table["parking_lot"]}
    assert parked >= {f"{name} {number}" for name in names for number in range(ACTIONS)}
