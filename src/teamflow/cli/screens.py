"""Starts the screens, and starts them again where they ask for it."""

import gc
import sys

from teamflow.cli import terminal, worlds
from teamflow.cli.halt import GOOD, NOTHING_SAID, Halt
from teamflow.cli.request import Request
from teamflow.tui.world import Begin, End, World


def run(request: Request, begin: Begin) -> int:
    """Show the screens until they are left, and return the exit code. Raises Halt."""
    terminal.require_terminal()
    end = show(worlds.real(request), begin)
    while end == "rehearse":
        from teamflow.cli.rehearse import rehearse

        rehearse(request)
        end = show(worlds.real(request), "home")
    return _restarted(request) if end == "restart" else GOOD


def show(world: World, begin: Begin) -> End:
    """Run the app once, and say how it ended. Raises Halt where it failed."""
    # What a start makes is there to stay: looking for garbage in it takes a tenth of the time.
    # The app begins to look when it stands.
    gc.disable()
    from teamflow.tui.app import TeamflowApp

    app = TeamflowApp(world, begin)
    end = app.run()
    if app.return_code:
        raise Halt(NOTHING_SAID, app.return_code)  # the app has told it already
    return end or "quit"


def _restarted(request: Request) -> int:
    """The exit code of a new process: the texts of keys are bound when a screen is imported, so
    another language needs one. What the settings say now goes before `--lang`."""
    from subprocess import run as run_process  # costs start-up, and is rarely needed

    command = [sys.executable, "-m", "teamflow"]
    if request.sessions is not None:
        command += ["--sessions", str(request.sessions)]
    return run_process(command, check=False).returncode
