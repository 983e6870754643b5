"""`teamflow rehearse`: practise with an invented team, on a clock ten times as fast."""

from teamflow.cli import terminal
from teamflow.cli.halt import GOOD
from teamflow.cli.request import Request


def run(request: Request) -> int:
    """Show the rehearsal."""
    terminal.require_terminal()
    from teamflow.cli.rehearse import rehearse

    rehearse(request)
    return GOOD
