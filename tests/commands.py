"""The program as it's run from a shell, on a laptop of its own."""

import os
import pty
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from strategies import MEETING, SAVED
from teamflow.store.folder import Folder

LANGUAGE = ("LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "PYTHONIOENCODING")


@dataclass(frozen=True)
class Ran:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


class Laptop:
    """A laptop of its own: a home, a working folder, a language."""

    def __init__(self, place: Path) -> None:
        self.here = place / "here"
        self.sessions = self.here / "sessions"
        self.sessions.mkdir(parents=True)
        self.settings = place / "config" / "teamflow" / "settings.toml"
        self.environ = {key: value for key, value in os.environ.items() if key not in LANGUAGE} | {
            "HOME": str(place),
            "XDG_CONFIG_HOME": str(place / "config"),
            "XDG_STATE_HOME": str(place / "state"),
            "LANG": "C.UTF-8",
            "PYTHONUTF8": "1",
            "COLUMNS": "80",
        }
        self.environ.pop("TEAMFLOW_SESSIONS", None)

    def runs(self, *arguments: str | bytes, **environ: str) -> Ran:
        """Run teamflow with nobody at the keyboard."""
        ran = subprocess.run(
            [sys.executable, "-m", "teamflow", *arguments],
            cwd=self.here,
            env=self.environ | environ,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        told = ran.stderr.decode()
        assert "Traceback" not in told
        return Ran(ran.returncode, ran.stdout.decode(), told)

    def watches(self, *arguments: str) -> str:
        """What somebody sees who runs teamflow with the messages on a screen."""
        ours, its = pty.openpty()
        subprocess.run(
            [sys.executable, "-m", "teamflow", *arguments],
            cwd=self.here,
            env=self.environ | {"TERM": "xterm-256color"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=its,
            check=True,
        )
        os.close(its)
        with os.fdopen(ours, "rb", 0) as screen:
            return screen.read(65536).decode()

    def lacks(self, library: str) -> None:
        """This laptop has a Python without that library."""
        absent = self.here / "absent"
        absent.mkdir(exist_ok=True)
        (absent / f"{library}.py").write_text("raise ImportError")
        self.environ["PYTHONPATH"] = str(absent)

    def has(self, *themes: str) -> list[Path]:
        """Keep a session of each of these themes, the same day; the files."""
        folder = Folder(self.sessions)
        return [folder.create(replace(MEETING, theme=theme), SAVED) for theme in themes]

    def has_file(self, name: str, text: str) -> Path:
        file = self.sessions / name
        file.write_text(text, encoding="utf-8")
        return file
