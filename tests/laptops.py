"""A laptop with nothing on it but teamflow."""

import datetime as dt
import os
import re
import sys
import tomllib
from pathlib import Path
from typing import Any, Final

PROGRAMS: Final = Path(sys.executable).parent
"""Where the installed `teamflow` lies."""

PROMPT: Final = "klaar>"
"""What the shell says when it has nothing to do."""

ON_AT_REST: Final = {"7", "25"}
"""The private modes of a terminal at rest: it wraps lines, and shows a cursor."""

MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\d[ T][\d:.]+[+-]\d\d:\d\d")


class Laptop:
    """What stays when the terminal is closed: an empty home, and what teamflow puts there."""

    def __init__(self, place: Path) -> None:
        self.home = place / "thuis"
        self.temporary = place / "tijdelijk"
        self.written = place / "geschreven"
        """Every byte that the last terminal got."""
        for folder in (self.home, self.temporary):
            folder.mkdir()

    @property
    def environ(self) -> dict[str, str]:
        """Nothing of this machine's own but its programs."""
        return {
            "HOME": str(self.home),
            "LANG": "nl_NL.UTF-8",
            "PATH": f"{PROGRAMS}{os.pathsep}{os.defpath}",
            "PS1": f"{PROMPT} ",
            "PYTHONDONTWRITEBYTECODE": "1",
            "TMPDIR": str(self.temporary),
        }

    @property
    def sessions(self) -> Path:
        return self.home / "Documents" / "Teamflow"

    @property
    def file(self) -> Path:
        """The only session."""
        (file,) = self.sessions.glob("*.toml")
        return file

    @property
    def record(self) -> dict[str, Any]:
        """What the only session's file says, as any program would read it."""
        return tomllib.loads(self.file.read_text(encoding="utf-8"))

    @property
    def desk(self) -> str:
        """What is kept of a set-up that isn't finished."""
        return "".join(file.read_text(encoding="utf-8") for file in self._state("set-up.json"))

    @property
    def signs_of_life(self) -> list[Path]:
        """The files by which a session tells that it's alive."""
        return self._state("*.alive")

    def _state(self, names: str) -> list[Path]:
        return [*(self.home / ".local" / "state" / "teamflow").glob(names)]

    def was_killed(self, *, minutes_ago: int, minutes_after_the_start: int) -> None:
        """Turn the times in all files back, as if the program was killed longer ago, and had
        run for longer before that."""
        for file in self.signs_of_life:
            turn_back(file, minutes_ago)
        turn_back(self.file, minutes_ago + minutes_after_the_start)

    @property
    def modes_left_on(self) -> set[str]:
        """The private modes that the last terminal was put in, and never taken out of."""
        modes: dict[str, bool] = {}
        written = self.written.read_bytes().decode(errors="replace")
        for numbers, letter in re.findall(r"\x1b\[\?([\d;]+)([hl])", written):
            modes |= dict.fromkeys(numbers.split(";"), letter == "h")
        return {mode for mode, on in modes.items() if on != (mode in ON_AT_REST)}


def turn_back(file: Path, minutes: int) -> None:
    """Make every moment in a file earlier."""

    def earlier(moment: re.Match[str]) -> str:
        return str(dt.datetime.fromisoformat(moment[0]) - dt.timedelta(minutes=minutes))

    text = file.read_text(encoding="utf-8")
    file.write_text(MOMENT.sub(earlier, text), encoding="utf-8")
