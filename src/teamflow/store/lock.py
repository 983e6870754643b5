"""One at a time in a folder, among all that run on this machine."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until nobody else is alone in `folder`, and be so for a while.

    Nothing is left in the folder, and the turn of a process that is killed is over. Where there
    are no such locks (Windows, some folders on a network) it goes on without.
    """
    with ExitStack() as stack:
        with suppress(ImportError, OSError):
            import fcntl

            descriptor = os.open(folder, os.O_RDONLY)
            stack.callback(_let_go, descriptor)
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield


def _let_go(descriptor: int) -> None:
    with suppress(OSError):  # what was done alone is done all the same
        os.close(descriptor)
