"""The system's word that the program must end: the window is closed, the laptop shuts down."""

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Final

_NAMES: Final = ("SIGHUP", "SIGINT", "SIGTERM")
_CODE: Final = 128
"""What a shell adds to a signal's number for the exit code."""


def when_told_to_end(then: Callable[[int], object]) -> None:
    """Call `then` with the exit code when the system tells this process to end. Does nothing on
    systems whose event loops hear no signals."""
    loop = asyncio.get_running_loop()
    with suppress(NotImplementedError):
        for number in filter(None, (getattr(signal, name, None) for name in _NAMES)):
            loop.add_signal_handler(number, partial(then, _CODE + number))
