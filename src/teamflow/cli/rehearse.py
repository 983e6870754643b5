"""Practising: a fast clock, and a folder that is thrown away; the app invents the team."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from teamflow.cli import screens, worlds
from teamflow.cli.request import Request

PACE: Final = 10
"""How many times as fast the clock runs."""


def rehearse(request: Request) -> None:
    """Show the screens to practise in. Raises Halt."""
    with TemporaryDirectory(prefix="teamflow-", ignore_cleanup_errors=True) as place:
        screens.show(worlds.rehearsal(request, Path(place), PACE), "rehearse")
