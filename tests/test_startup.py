"""What makes a start quick and the clock right, told without measuring any time."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from chair import IDEAS, QUESTION, Room, noted

FIRST_FRAME = """
import asyncio, json, sys
from pathlib import Path
from teamflow.cli import dispatch, worlds
from teamflow.cli.request import Request
from teamflow.cli.verbs import home
from teamflow.tui.app import TeamflowApp

async def start():
    app = TeamflowApp(worlds.real(Request(sessions=Path(sys.argv[1]))))
    async with app.run_test(size=(120, 36)):
        wall = [strip.text for strip in app.screen._compositor.render_strips()]
        print(json.dumps({"wall": " ".join(wall), "imported": list(sys.modules)}))

asyncio.run(start())
"""
"""What `teamflow` does from its first line to its first frame, and what it has imported then."""

FOR_LATER = (
    "argparse", "importlib.metadata", "pydantic", "pydantic_core", "sqlite3", "tomli_w", "tomllib",
    "textual.document", "textual.widgets._data_table", "textual.widgets._footer",
    "textual.widgets._markdown", "textual.widgets._text_area",
    "teamflow.core.session", "teamflow.live", "teamflow.store.keeper", "teamflow.store.record",
    "teamflow.tui.bell", "wave",
    "teamflow.tui.screens.meeting", "teamflow.tui.screens.setup", "teamflow.tui.widgets.field",
)  # fmt: skip


def test_the_first_frame_of_home_imports_nothing_that_is_for_later(tmp_path: Path) -> None:
    Room(tmp_path).has(*noted(*IDEAS))
    command = [sys.executable, "-c", FIRST_FRAME, str(tmp_path / "sessions")]
    environ = {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path), "LC_ALL": "nl_NL.UTF-8"}
    told = subprocess.run(command, env=os.environ | environ, check=True, capture_output=True).stdout
    start = json.loads(told)
    assert QUESTION in start["wall"]
    assert "teamflow.tui.screens.home" in start["imported"]
    assert sorted(set(FOR_LATER) & set(start["imported"])) == []


@pytest.mark.parametrize(("jump", "shown"), [(5, "9:55"), (65, "8:55"), (600, "0:00")])
async def test_after_a_jump_the_clock_is_right_to_the_second(
    tmp_path: Path, jump: int, shown: str
) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.does("f8")
        assert chair.clock == "10:00"
        await chair.waits(seconds=jump)
        assert chair.clock == shown
