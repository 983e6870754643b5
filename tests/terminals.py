"""A chair at a real terminal, by tmux."""

import os
import re
import shutil
import signal
import subprocess
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import pytest

from laptops import PROMPT, Laptop
from teamflow import locale
from teamflow.core.protocol import phase_of
from teamflow.core.session import PhaseName

LOOK: Final = 0.03
"""Seconds from one look at the screen to the next, at least."""

PATIENCE: Final = 1000
"""How often to look for what doesn't come."""


class Terminal:
    """A window of 80x24 with a shell in it, on a tmux server of its own."""

    def __init__(self, laptop: Laptop) -> None:
        self.laptop = laptop
        self.looks = 0
        """How often we looked: time as far as this machine kept up with it."""
        self._server = f"teamflow-{uuid.uuid4().hex}"
        self._socket = Path()

    def __enter__(self) -> Self:
        self._tmux(
            *("-f", os.devnull, "new-session", "-d", "-x", "80", "-y", "24"),
            *("-c", str(self.laptop.home), "/bin/sh", "-i"),
        )
        self._socket = Path(self.tells("socket_path"))
        self._tmux("pipe-pane", "-O", f"exec cat >'{self.laptop.written}'")
        try:
            self.waits_for(PROMPT)
        except BaseException:
            self._clears_up()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._clears_up()

    def _clears_up(self) -> None:
        with suppress(ProcessLookupError):
            if (program := self.program) is not None:
                os.kill(program, signal.SIGKILL)
        self.closes()
        self._socket.unlink(missing_ok=True)

    def _tmux(self, *words: str, typed: str = "") -> str:
        ran = subprocess.run(
            [tmux(), "-u", "-L", self._server, *words],
            env=self.laptop.environ,
            input=typed.encode(),
            capture_output=True,
            check=False,  # the server may be gone already
        )
        return ran.stdout.decode(errors="replace")

    def types(self, text: str) -> None:
        """Type text in one go, faster than any hand."""
        self._tmux("send-keys", "-l", "--", text)

    def presses(self, *keys: str) -> None:
        """Press keys, by tmux's names for them, in one go."""
        self._tmux("send-keys", *keys)

    def enters(self, *lines: str) -> None:
        """Type lines, with Enter after each."""
        for line in lines:
            self.types(line)
            self.presses("Enter")

    def steps(self, key: str, times: int = 1) -> None:
        """Press a key that moves the cursor, and let the eye follow it each time."""
        for _time in range(times):
            before = self.drawing
            self.presses(key)
            self._sees_change(before, key)

    def pastes(self, text: str) -> None:
        """Paste from the clipboard, in brackets where the program asked for them."""
        self._tmux("load-buffer", "-", typed=text)
        self._tmux("paste-buffer", "-p", "-r")

    def resizes(self, width: int, height: int) -> None:
        self._tmux("resize-window", "-x", str(width), "-y", str(height))

    def closes(self) -> None:
        """Close the window, as with the mouse."""
        self._tmux("kill-server")

    @property
    def lines(self) -> list[str]:
        """The screen as an eye sees it."""
        return self._tmux("capture-pane", "-p").splitlines()

    @property
    def drawing(self) -> str:
        """The screen with its colours."""
        return self._tmux("capture-pane", "-p", "-e")

    @property
    def wall(self) -> str:
        """All text on the screen, with single spaces."""
        return " ".join(" ".join(self.lines).split())

    def tells(self, variable: str) -> str:
        """What tmux knows of the terminal, by its name for it."""
        return self._tmux("display-message", "-p", f"#{{{variable}}}").strip()

    def waits_until(self, holds: Callable[[], object], what: str) -> None:
        """Look until something holds; show the screen where it never does."""
        for _look in range(PATIENCE):
            if holds():
                return
            self.looks += 1
            time.sleep(LOOK)
        pytest.fail(f"looked in vain for {what}:\n" + "\n".join(self.lines))

    def watches(self, looks: int) -> None:
        """Do nothing for so many looks."""
        until = self.looks + looks
        self.waits_until(lambda: self.looks >= until, "the time to pass")

    def waits_for(self, *texts: str) -> None:
        """Look until all of these are on the screen."""
        self.waits_until(lambda: all(text in self.wall for text in texts), " and ".join(texts))

    def is_told(self, message: str, **values: object) -> None:
        """Look until a sentence of the program's is on the screen, in Dutch."""
        self.waits_for(" ".join(dutch(message).format(**values).split()))

    def waits_for_match(self, pattern: str) -> str:
        """Look until this pattern is on the screen; gives what matched."""
        self.waits_until(lambda: re.search(pattern, self.wall), pattern)
        match = re.search(pattern, self.wall)
        return match[0] if match else self.waits_for_match(pattern)

    def _sees_change(self, before: str, what: str) -> None:
        self.waits_until(lambda: self.drawing != before, f"what {what} does")

    def is_at(self, phase: PhaseName) -> None:
        """Look until a phase of the meeting is on the screen."""
        self.waits_for(f"● {dutch(phase_of(phase).title)}")

    def kills(self, by: signal.Signals) -> int:
        """Send the program a signal; gives the process that got it."""
        program = self.program
        assert program is not None
        os.kill(program, by)
        return program

    def chooses(self, message: str) -> None:
        """Go down a list to the row with this text of the program's, and pick it."""
        row = dutch(message)
        self.waits_for(row)
        while row not in (marked := self._marked):
            self.presses("Down")
            self._sees_mark_move(marked)
        self.presses("Enter")

    @property
    def _marked(self) -> str:
        return "\n".join(line for line in self.lines if "▸" in line)

    def _sees_mark_move(self, before: str) -> None:
        self.waits_until(lambda: self._marked != before, "the mark to move")

    def begins(self, command: str = "teamflow new") -> None:
        """Start a session with nothing in it but two names."""
        self.enters(command)
        self.is_told("School goal")
        self.steps("Tab", 9)
        self.types("Fatima, Joost")
        self.presses("NPage")
        self.is_at("question")

    def begins_with_the_round(self, command: str = "teamflow new") -> None:
        """Start a session, and go straight to where ideas are noted."""
        self.begins(command)
        self.types("Hoe lezen we?")
        self.presses("NPage")
        self.is_at("think")
        self.presses("NPage")
        self.is_at("round")

    def leaves(self) -> None:
        """Out of the meeting, and out of the program."""
        self.presses("C-q")
        self.chooses("Quit for now")
        self.has_ended()

    def has_ended(self, code: int = 0) -> None:
        """Look until the shell's prompt is back, and ask how the program ended."""
        self.waits_until(lambda: self.wall.endswith(PROMPT), "the shell")
        self.enters("echo code=$?")
        self.waits_for(f"code={code} {PROMPT}")

    @property
    def at_rest(self) -> bool:
        """Whether it's as a shell needs it: its own screen, a cursor, lines that wrap, and a
        mouse that's the terminal's."""
        flags = ("alternate_on", "cursor_flag", "wrap_flag", "mouse_any_flag")
        return [self.tells(flag) for flag in flags] == ["0", "1", "1", "0"]

    @property
    def program(self) -> int | None:
        """The process that the shell has started; None when there is none."""
        shell = self.tells("pane_pid")
        return next(started_by(int(shell)), None) if shell else None


def tmux() -> str:
    """Where tmux is: our own build machine has to have it, others may go without."""
    if found := shutil.which("tmux"):
        return found
    if os.environ.get("CI"):
        pytest.fail("these tests need tmux")
    pytest.skip("these tests need tmux")


def started_by(parent: int) -> Iterator[int]:
    """The processes that a process has started."""
    for line in _processes("pid=,ppid="):
        pid, its_parent = map(int, line.split())
        if its_parent == parent:
            yield pid


def runs(process: int) -> bool:
    """Whether a process is there, and not just waiting to be counted."""
    states = dict(line.split(maxsplit=1) for line in _processes("pid=,stat="))
    return not states.get(str(process), "Z").startswith("Z")


def _processes(columns: str) -> list[str]:
    listed = subprocess.run(["ps", "-A", "-o", columns], capture_output=True, text=True, check=True)
    return listed.stdout.splitlines()


def dutch(message: str) -> str:
    """A text of the program's in the language of these laptops."""
    told = locale.catalogue("nl").gettext(message)
    assert told != message, f"not in the Dutch catalogue: {message}"
    return told
