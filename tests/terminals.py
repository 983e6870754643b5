"""A laptop with nothing but teamflow on it, and a chair at its terminal: a real one, by tmux."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import tomllib
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import pytest

from teamflow import locale

PROGRAMS: Final = Path(sys.executable).parent
"""Where the installed `teamflow` lies."""

PROMPT: Final = "klaar>"
PATIENCE: Final = 30.0
"""Seconds after which what is waited for won't come any more."""

LOOK: Final = 0.03
"""Seconds between two looks at the screen."""


class Laptop:
    """What stays when the terminal is closed: an empty home, and what teamflow puts there."""

    def __init__(self, place: Path) -> None:
        self.home = place / "thuis"
        self.temporary = place / "tijdelijk"
        for folder in (self.home, self.temporary):
            folder.mkdir()

    @property
    def environ(self) -> dict[str, str]:
        """Nothing of this machine's own, but for the programs."""
        return {
            "HOME": str(self.home),
            "LANG": "nl_NL.UTF-8",
            "PATH": f"{PROGRAMS}{os.pathsep}{os.defpath}",
            "PS1": f"{PROMPT} ",
            "PYTHONDONTWRITEBYTECODE": "1",
            "SHELL": "/bin/sh",
            "TMPDIR": str(self.temporary),
        }

    @property
    def sessions(self) -> Path:
        return self.home / "Documents" / "Teamflow"

    @property
    def files(self) -> list[Path]:
        """All files in the home."""
        return sorted(path for path in self.home.rglob("*") if path.is_file())

    @property
    def file(self) -> Path:
        """The only session."""
        (file,) = self.sessions.glob("*.toml")
        return file

    @property
    def record(self) -> dict[str, Any]:
        """What the only session's file says, as any program would read it."""
        return tomllib.loads(self.file.read_text(encoding="utf-8"))


class Terminal:
    """A window of 80x24 with a shell in it, on a tmux server of its own."""

    def __init__(self, laptop: Laptop) -> None:
        self.laptop = laptop
        self.written = laptop.temporary.parent / f"{uuid.uuid4().hex}.raw"
        """Every byte that was written to the terminal."""
        self._socket = f"teamflow-{uuid.uuid4().hex}"

    def __enter__(self) -> Self:
        require_tmux()
        self._tmux(
            *("-f", os.devnull, "new-session", "-d", "-x", "80", "-y", "24"),
            *("-c", str(self.laptop.home), "exec /bin/sh -i"),
        )
        self._tmux("pipe-pane", "-O", f"exec cat >'{self.written}'")
        self.waits_for(PROMPT)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.program_ends(signal.SIGKILL)
        self._tmux("kill-server", check=False)

    def _tmux(self, *words: str, check: bool = True) -> str:
        ran = subprocess.run(
            ["tmux", "-u", "-L", self._socket, *words],
            env=self.laptop.environ,
            capture_output=True,
            check=check,
        )
        return ran.stdout.decode(errors="replace")

    def steps(self, key: str, times: int) -> None:
        """Press a key that moves the cursor to another field, and let the eye follow it."""
        for _ in range(times):
            before = self.drawing
            self.presses(key)
            self.waits_until(lambda before=before: self.drawing != before, key)  # type: ignore[misc]

    def runs(self, command: str) -> None:
        """Type a command at the prompt of the shell."""
        self.types(command)
        self.presses("Enter")

    def types(self, text: str) -> None:
        """Type text in one go, faster than any hand."""
        self._tmux("send-keys", "-l", "--", text)

    def presses(self, *keys: str) -> None:
        """Press keys by tmux's names for them."""
        self._tmux("send-keys", *keys)

    def enters(self, *lines: str) -> None:
        """Type lines, with Enter after each."""
        for line in lines:
            self.types(line)
            self.presses("Enter")

    def pastes(self, text: str) -> None:
        """Paste from the clipboard, in brackets where the program asked for them."""
        subprocess.run(
            ["tmux", "-u", "-L", self._socket, "load-buffer", "-"],
            env=self.laptop.environ,
            input=text.encode(),
            check=True,
        )
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

    def asks(self, variable: str) -> str:
        """What tmux knows of the terminal, by its name for it."""
        return self._tmux("display-message", "-p", f"#{{{variable}}}", check=False).strip()

    def waits_for(self, *texts: str) -> None:
        """Look at the screen until all of these are on it."""
        self.waits_until(lambda: all(text in self.wall for text in texts), " and ".join(texts))

    def is_told(self, message: str, **values: object) -> None:
        """Wait for a sentence of the program's, in Dutch; for the end of it, where that differs."""
        self.waits_for(" ".join(dutch(message).format(**values).split()))

    def waits_for_match(self, pattern: str) -> str:
        """Look at the screen until the pattern is on it; what matched."""
        found: list[re.Match[str]] = []

        def seen() -> bool:
            match = re.search(pattern, self.wall)
            found.extend([match] if match else [])
            return bool(match)

        self.waits_until(seen, pattern)
        return found[0][0]

    def waits_until(self, holds: Callable[[], object], what: str) -> None:
        """Wait until something holds; show the screen where it never does."""
        deadline = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > deadline:
                pytest.fail(f"waited in vain for {what}:\n" + "\n".join(self.lines))
            time.sleep(LOOK)

    def chooses(self, row: str) -> None:
        """Go down a list to a row, and pick it."""
        while not any("▸" in line and row in line for line in self.lines):
            before = self.lines
            self.presses("Down")
            self.waits_until(lambda before=before: self.lines != before, row)  # type: ignore[misc]
        self.presses("Enter")

    def has_ended(self, code: int = 0) -> None:
        """Wait for the shell's prompt, and ask it how the program ended."""
        self.waits_until(lambda: self.lines_used[-1:] == [PROMPT], "the shell")
        self.runs("echo code=$?")
        self.waits_for(f"code={code}")

    @property
    def lines_used(self) -> list[str]:
        return [line.rstrip() for line in self.lines if line.strip()]

    @property
    def program(self) -> int | None:
        """The process that the shell has started; None when there is none."""
        shell = self.asks("pane_pid")
        return next(children(int(shell)), None) if shell else None

    def program_ends(self, by: signal.Signals) -> None:
        """Send a signal to the program, if it runs."""
        if (program := self.program) is not None:
            os.kill(program, by)

    def modes_left_on(self) -> set[str]:
        """The private modes that were set and never set back, from all that was written."""
        written = self.written.read_bytes().decode(errors="replace")
        on: dict[str, bool] = {}
        for modes, letter in re.findall(r"\x1b\[\?([\d;]+)([hl])", written):
            on |= dict.fromkeys(modes.split(";"), letter == "h")
        return {mode for mode, is_on in on.items() if is_on != (mode in ON_BY_DEFAULT)}


ON_BY_DEFAULT: Final = {"7", "25"}
"""The modes of a terminal at rest: it wraps lines, and shows a cursor."""


def require_tmux() -> None:
    if shutil.which("tmux"):
        return
    if os.environ.get("CI"):
        pytest.fail("these tests need tmux")
    pytest.skip("these tests need tmux")


def children(parent: int) -> Iterator[int]:
    """The processes that a process has started."""
    listed = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True
    )
    pairs = (map(int, line.split()) for line in listed.stdout.splitlines())
    return (pid for pid, started_by in pairs if started_by == parent)


def dutch(message: str) -> str:
    """A message in the language of these laptops."""
    return locale.catalogue("nl").gettext(message)
