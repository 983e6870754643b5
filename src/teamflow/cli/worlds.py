"""Puts the real places together: which folder, which settings, which clock."""

import os
from dataclasses import replace
from pathlib import Path

from teamflow.cli.clock import SteadyClock
from teamflow.cli.crash import report
from teamflow.cli.halt import WRONG_USE, Halt
from teamflow.cli.request import Request
from teamflow.locale import _
from teamflow.store.places import sessions_folder, settings_file, state_folder
from teamflow.store.settings import load_settings
from teamflow.tui.world import World


def sessions_of(request: Request) -> Path:
    """The folder of sessions that this command line is about. Raises Halt."""
    try:
        here = Path.cwd()
    except OSError as error:
        told = _("The folder you're in no longer exists: go to another one first.")
        raise Halt(told, WRONG_USE) from error
    return sessions_folder(request.sessions, os.environ, here)


def real(request: Request) -> World:
    """The world that the screens work in. Raises Halt."""
    file = settings_file()
    settings, _problems = load_settings(file)
    return World(
        sessions=sessions_of(request),
        settings=settings,
        settings_file=file,
        state=state_folder(),
        now=SteadyClock(),
        report=report,
    )


def rehearsal(request: Request, place: Path, pace: float) -> World:
    """The real world's likeness in a throw-away folder, with time that runs `pace` times as
    fast: its settings are a copy, and nothing that is done there reaches the real places."""
    return replace(
        real(request),
        sessions=place / "sessions",
        settings_file=place / "settings.toml",
        state=place / "state",
        now=SteadyClock(pace),
        rehearsal=True,
    )
