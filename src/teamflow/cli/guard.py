"""Whatever goes wrong ends in a clear line and an exit code, never in a traceback."""

from collections.abc import Callable

from teamflow.cli import terminal
from teamflow.cli.halt import PROBLEM, Halt


def guarded(work: Callable[[], int]) -> int:
    """The exit code of `work`, or of what ended it. Raises only KeyboardInterrupt."""
    try:
        terminal.prepare()
        return work()
    except Halt as halt:
        terminal.err(halt.text)
        return halt.code
    except Exception as error:
        from teamflow.cli import crash

        terminal.err(crash.told(crash.report(error)))
        return PROBLEM
