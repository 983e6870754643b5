"""The network, as the operating system sees it: closed until the chair opens it."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

import pytest

from laptops import Laptop
from terminals import Terminal

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux tells it in /proc"
)

TABLES: Final = ("tcp", "tcp6", "udp", "udp6", "raw", "raw6")
LISTENING: Final = "0A"


def open_to_the_network(process: int) -> list[str]:
    """The state of each socket of that process that belongs to a network, as the kernel tells
    it. Sockets within the machine (an event loop has a pair of them to wake itself) don't."""
    own = set()
    for file in Path(f"/proc/{process}/fd").iterdir():
        with suppress(FileNotFoundError):  # closed meanwhile
            own.add(str(file.readlink()))
    states = []
    for table in TABLES:
        place = Path("/proc/net") / table
        lines = place.read_text().splitlines()[1:] if place.exists() else []
        states += [line.split()[3] for line in lines if f"socket:[{line.split()[9]}]" in own]
    return states


def program_of(chair: Terminal) -> int:
    """The process of teamflow."""
    process = chair.program
    assert process is not None
    return process


def test_no_socket_is_open_before_the_chair_opens_the_room_nor_after_it_is_closed(
    tmp_path: Path,
) -> None:
    with Terminal(Laptop(tmp_path)) as chair:
        chair.begins_with_the_round()
        chair.enters("Voorlezen in duo's")
        chair.waits_for("Voorlezen in duo's")
        process = program_of(chair)
        assert open_to_the_network(process) == []
        chair.presses("F2")
        chair.waits_until(lambda: open_to_the_network(process) == [LISTENING], "an open room")
        chair.presses("x")
        chair.is_told("The room is closed. F2 opens it again.")
        assert open_to_the_network(process) == []
