import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from teamflow.store.keeper import Keeper
from teamflow.store.record import decode

SAVING = """
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from strategies import MEETING, SAVED
from teamflow.store.keeper import Keeper

with Keeper(Path(sys.argv[1]), {}, print, print) as keeper:
    for number in count(1):
        keeper.save(replace(MEETING, question=f"{number}", measure="x" * number * 50), SAVED)
        keeper.flush(60)
        print(number, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9 on Windows")
@pytest.mark.parametrize("seed", range(6))
def test_a_process_killed_while_saving_leaves_the_last_or_the_next_session(
    tmp_path: Path, seed: int
) -> None:
    file = tmp_path / "a.toml"
    tests = Path(__file__).parent.parent
    program = [sys.executable, "-c", SAVING, str(file), str(tests)]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for _ in range(random.Random(seed).randrange(1, 60)):
            reported = int(process.stdout.readline())
        process.send_signal(signal.SIGKILL)
        reported = max([reported, *map(int, process.stdout.read().split("\n")[:-1])])
    session = decode(file.read_text(encoding="utf-8")).session
    assert int(session.question) in (reported, reported + 1)
    assert session.measure == "x" * int(session.question) * 50
    Keeper(file, {}, print, print).close(60)
    assert list(tmp_path.iterdir()) == [file]
