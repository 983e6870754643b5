"""`teamflow browse`: the screens in a browser window, for a laptop whose terminal is poor."""

import asyncio
import signal
import sys
import webbrowser
from threading import Thread
from typing import TYPE_CHECKING

from teamflow.cli import terminal
from teamflow.cli.crash import report
from teamflow.cli.halt import GOOD, PROBLEM, Halt
from teamflow.cli.request import Request
from teamflow.locale import _
from teamflow.store.places import settings_file
from teamflow.store.settings import load_settings
from teamflow.tui.signals import when_told_to_end

if TYPE_CHECKING:
    from teamflow.cli.browsing.server import Server

_ENDED_BY_HAND = 128 + signal.SIGINT


def run(request: Request) -> int:
    """Serve the screens until they're left. Raises Halt."""
    try:
        from teamflow.cli.browsing.server import serve
    except ImportError as error:
        told = _("For a browser, one more package is needed. To install it: {command}")
        command = f"{sys.executable} -m pip install textual-serve"
        raise Halt(told.format(command=command), PROBLEM) from error
    theme = load_settings(settings_file())[0].theme
    code = asyncio.run(serve(_command(request), theme, report, when_told_to_end, _show))
    return GOOD if code == _ENDED_BY_HAND else code


def _command(request: Request) -> list[str]:
    """What starts the app: this command line, without the browser in it."""
    return [
        *(sys.executable, "-m", "teamflow"),
        *(["rehearse"] if request.rehearse else []),
        *(["--ascii"] if request.ascii else []),
        *(["--sessions", str(request.sessions)] if request.sessions else []),
        *(["--lang", request.lang] if request.lang else []),
    ]


def _show(server: "Server") -> None:
    told = _("teamflow is in your browser, on this computer only: {address}")
    terminal.out(told.format(address=server.address))
    terminal.out(_("Everything is saved as you go. Ctrl+C here ends it."))
    Thread(target=webbrowser.open, args=[server.ticket], daemon=True).start()
