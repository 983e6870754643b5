"""Opens a file with the program that the system has for it."""

import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread


def open_with_system(file: Path) -> bool:
    """Hand a file over, and say whether there was anyone to take it."""
    if sys.platform == "win32":
        from os import startfile

        with suppress(OSError):
            startfile(file)
            return True
        return False
    opener = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if opener is None:
        return False
    nowhere = subprocess.DEVNULL
    program = subprocess.Popen(
        [opener, str(file)], stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
    )
    # Some openers end at once and some with the program that they start: nobody waits for them.
    Thread(target=program.wait, daemon=True).start()
    return True
