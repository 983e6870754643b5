"""Who plays a sound: the system itself, or a program that it has for it."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from teamflow.tui.bell.loudspeaker import Player

ELSEWHERE: Final = ("paplay", "pw-play", "aplay")
PROGRAMS: Final = {"darwin": ("afplay",)}
PATIENCE: Final = 10.0
"""Seconds after which a program that still plays hangs: the gong takes three."""


def players(path: str) -> Sequence[Player]:
    """What can play here, best first; programs are looked for in `path`, like a shell's PATH.

    It may take a while where `path` has slow places in it: not for a thread that draws the
    screen.
    """
    if sys.platform == "win32":
        return (_by_windows,)
    names = PROGRAMS.get(sys.platform, ELSEWHERE)
    found = (shutil.which(name, path=path) for name in names)
    return [partial(_by_program, program) for program in found if program]


def _by_program(program: str, sound: Path) -> bool:
    nowhere = subprocess.DEVNULL
    try:
        played = subprocess.run(
            [program, str(sound)],
            stdin=nowhere,
            stdout=nowhere,
            stderr=nowhere,
            start_new_session=True,  # Ctrl+C is the meeting's
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return played.returncode == 0


def _by_windows(sound: Path) -> bool:
    if sys.platform == "win32":
        import winsound

        try:
            winsound.PlaySound(str(sound), winsound.SND_FILENAME | winsound.SND_NODEFAULT)
        except RuntimeError:
            return False
        return True
    return False
