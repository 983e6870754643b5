"""One meeting with phones: the board in a terminal, the crowd and an echo beside it."""

import json
import subprocess
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from time import monotonic
from typing import Any, Final

from bench.place import LAST, QUESTION, TEAM, Place, reference
from bench.terminal import Terminal
from teamflow.core import actions as a
from teamflow.core.protocol import MOST_PEOPLE
from teamflow.core.session import Participant, Session
from teamflow.core.setup import SetUp, begin
from teamflow.core.update import update
from teamflow.locale import catalogue
from teamflow.store.folder import Folder

NAMES: Final = [f"{name} {letter}." for letter in "ABCDEFG" for name in TEAM][:MOST_PEOPLE]
VOTES: Final = 5
"""Votes in one meeting."""

SIZE: Final = (24, 80)
"""Rows and columns of the board."""

F2, F5, PAGE_DOWN, CTRL_O = "\x1bOQ", "\x1b[15~", "\x1b[6~", "\x0f"


@dataclass
class Noticed:
    """What was noticed in one meeting, in seconds: until an idea was on all phones, until a vote
    counted on its own, until all had the result; how long answers took, ours and the echo's; and
    how long the board's loop stood still, `arriving` while phones came in."""

    shared: list[float] = field(default_factory=list)
    counted: list[float] = field(default_factory=list)
    results: list[float] = field(default_factory=list)
    ours: list[float] = field(default_factory=list)
    echo: list[float] = field(default_factory=list)
    arriving: float = 0.0
    stall: float = 0.0


class Crowd:
    """The phones' process. While it does something, somebody must read what the board draws."""

    def __init__(self, program: "subprocess.Popen[str]", board: Terminal) -> None:
        self._program, self._board = program, board

    def does(self, command: str) -> dict[str, Any]:
        """Have it do that; what it tells."""
        with ThreadPoolExecutor(1) as thread:
            told = thread.submit(self._asks, command)
            while not told.done():
                self._board.written(0.02)
            answer: dict[str, Any] = json.loads(told.result())
            return answer

    def _asks(self, command: str) -> str:
        assert self._program.stdin is not None
        assert self._program.stdout is not None
        print(command, file=self._program.stdin, flush=True)
        return self._program.stdout.readline()


def evening(place: Place, readers: int, chance: Random) -> Noticed:
    """A round and some votes, with forty members and so many who only read along."""
    home = Path(mkdtemp(dir=place.root))
    Folder(home).create(_in_the_round(), LAST)
    (session,) = home.glob("*.toml")
    environ = place.environ() | {"HOME": str(home), "TEAMFLOW_SESSIONS": str(home)}
    log = home / "stalls"
    board = Terminal([*reference("ticking"), str(log), "open", str(session)], environ, SIZE)
    with ExitStack() as stack:
        stack.enter_context(board)
        _open(board)
        echo = stack.enter_context(_running(reference("bare_echo"), place))
        assert echo.stdout is not None
        known = json.loads(next(home.rglob("rooms/*.json")).read_text(encoding="utf-8"))
        told = {
            "host": f"{known['address']}:{known['port']}",
            "code": known["code"],
            "echo": f"127.0.0.1:{int(echo.stdout.readline())}",
            "names": NAMES,
            "readers": readers,
        }
        program = stack.enter_context(_running([*reference("crowd"), json.dumps(told)], place))
        return _met(board, Crowd(program, board), log, chance)


def _met(board: Terminal, crowd: Crowd, log: Path, chance: Random) -> Noticed:
    noticed = Noticed()
    came = crowd.does("come in")
    shared = crowd.does("share")
    noticed.shared = shared["taken"]
    board.type(PAGE_DOWN)
    board.settle()
    for vote in range(VOTES):
        board.type(CTRL_O * (2 if vote else 1))
        _voted(crowd, noticed, chance)
        closed = monotonic()
        board.type(CTRL_O)
        noticed.results.append(crowd.does("see the result")["ended"] - closed)
    stalls = [tuple(map(float, line.split())) for line in log.read_text().splitlines()]
    noticed.arriving = _longest(stalls, came["begun"], came["ended"])
    noticed.stall = _longest(stalls, shared["begun"], monotonic())
    return noticed


def _voted(crowd: Crowd, noticed: Noticed, chance: Random) -> None:
    """Ours and the echo, in random order."""
    commands = ["vote", "echo"]
    chance.shuffle(commands)
    for command in commands:
        told = crowd.does(command)
        if command == "vote":
            noticed.ours += told["answered"]
            noticed.counted += told["counted"]
        else:
            noticed.echo += told["answered"]


def _longest(stalls: Sequence[tuple[float, ...]], begun: float, ended: float) -> float:
    return max((length for at, length in stalls if begun < at < ended), default=0.0)


def _open(board: Terminal) -> None:
    """Start the clock, open the room, and put the card away."""
    board.until(QUESTION[:30])
    board.settle()
    board.type(F5 + F2)
    board.until(catalogue("nl").gettext("Paper is fine, too."))
    board.settle()
    board.type(F2)
    board.settle()


def _in_the_round() -> Session:
    """A session that was paused at the start of its round."""
    people = tuple(map(Participant, NAMES))
    session = begin(SetUp(date=LAST.date(), team="Onderbouw", participants=people), "s", LAST)
    for action in (a.SetQuestion(QUESTION), a.Go("round"), a.Pause()):
        session = update(session, action, LAST)
    return session


@contextmanager
def _running(command: Sequence[str], place: Place) -> "Iterator[subprocess.Popen[str]]":
    """A program, until it's killed at the end; it's told and it answers in lines."""
    with subprocess.Popen(
        command, env=place.environ(), text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as program:
        try:
            yield program
        finally:
            program.kill()
