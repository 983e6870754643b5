"""Puts the real places together: which folder, which settings, which clock."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from teamflow.cli.clock import SteadyClock
from teamflow.cli.crash import report
from teamflow.cli.halt import WRONG_USE, Halt
from teamflow.cli.request import Request
from teamflow.cli.rooms import LocalRooms
from teamflow.locale import _
from teamflow.store.places import sessions_decided_by, sessions_folder, settings_file, state_folder
from teamflow.store.settings import load_settings
from teamflow.tui.world import World

if TYPE_CHECKING:
    from teamflow.tui.bell.loudspeaker import Player


def sessions_of(request: Request) -> Path:
    """The folder of sessions that this command line is about. Raises Halt."""
    try:
        here = Path.cwd()
    except OSError as error:
        told = _("The folder you're in no longer exists: go to another one first.")
        raise Halt(told, WRONG_USE) from error
    setting = load_settings(settings_file())[0].folder
    return sessions_folder(request.sessions, os.environ, here, setting)


def real(request: Request) -> World:
    """The world that the screens work in. Raises Halt."""
    file = settings_file()
    settings, faults = load_settings(file)
    return World(
        sessions=sessions_of(request),
        settings=settings,
        settings_file=file,
        state=state_folder(),
        now=SteadyClock(),
        report=report,
        rooms=LocalRooms(state_folder(), report),
        inviting=request.join,
        decided_by=sessions_decided_by(request.sessions, os.environ),
        faults=faults,
        ascii=request.ascii,
        players=None if _far_away(os.environ) else _players,
    )


def _far_away(environ: Mapping[str, str]) -> bool:
    """Whether the one at the keys sits elsewhere (ssh): here, nobody would hear a sound."""
    return "SSH_CONNECTION" in environ or "SSH_TTY" in environ


def _players() -> "Sequence[Player]":
    from teamflow.tui.bell.players import players  # nothing rings before the first frame

    return players(os.environ.get("PATH", os.defpath))


def rehearsal(request: Request, place: Path, pace: float) -> World:
    """The real world's likeness in a throw-away folder, with time that runs `pace` times as
    fast: its settings are a copy, and nothing that is done there reaches the real places."""
    return replace(
        real(request),
        sessions=place / "sessions",
        settings_file=place / "settings.toml",
        state=place / "state",
        rooms=LocalRooms(place / "state", report),
        now=SteadyClock(pace),
        rehearsal=True,
    )
