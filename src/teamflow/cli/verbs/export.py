"""`teamflow export SESSION --to FILE`, or every session with `--all --to FOLDER`."""

import os
from pathlib import Path

from teamflow import export
from teamflow.cli import batch, exporting, sessions, terminal, worlds, writing
from teamflow.cli.halt import GOOD, WRONG_USE, Halt
from teamflow.cli.request import Request
from teamflow.locale import _
from teamflow.store.folder import Folder


def run(request: Request) -> int:
    """Write what was asked for, and say where it is."""
    if request.all == (request.session is not None):
        raise Halt(_("Name one session to export, or give --all."), WRONG_USE)
    if request.all:
        return batch.run(request)
    if request.since or request.team:
        raise Halt(_("--since and --team go with --all."), WRONG_USE)
    to = request.to or Path()
    folder = Folder(worlds.sessions_of(request))
    into_folder = os.path.isdir(to)  # noqa: PTH112 - pathlib's raises for a name too long
    if not into_folder:
        writing.known(to, export.suffixes())
        if request.kind:
            raise Halt(
                _("--as goes with a folder; a file's own suffix says what it is."), WRONG_USE
            )
    source = sessions.the_one(folder, request.session or "")
    file = to / f"{source.stem}{exporting.suffix_of(request)}" if into_folder else to
    exporting.export_one(folder, source, file, request)
    terminal.out(_("Written: {file}").format(file=terminal.visible(file)))
    return GOOD
