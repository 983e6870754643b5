"""The command line: the verbs, and the one place where the real clock, folders and app meet.

This module is what `teamflow` imports first, so it imports next to nothing.
"""

import sys
from collections.abc import Sequence

from teamflow import __version__
from teamflow.cli.halt import GOOD, INTERRUPTED


def main(argv: Sequence[str] | None = None) -> int:
    """Run teamflow with these arguments (default: the command line's) and return its exit code:
    0 good, 1 a problem found, 2 wrong use, 130 interrupted."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    try:
        from teamflow.cli.guard import guarded

        return guarded(lambda: _run(arguments))
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(arguments: list[str]) -> int:
    if "--version" in arguments:  # before all else: asking this must be quick
        from teamflow.cli.terminal import out

        out(f"teamflow {__version__}")
        return GOOD
    from teamflow.cli.dispatch import dispatch

    return dispatch(arguments)
