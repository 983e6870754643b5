"""`teamflow export SESSION --to FILE.md`: the filled form as a file."""

import errno
from pathlib import Path
from typing import Final

from teamflow import export
from teamflow.cli import sessions, terminal, worlds
from teamflow.cli.halt import GOOD, PROBLEM, WRONG_USE, Halt
from teamflow.cli.request import Request
from teamflow.core.form import fill
from teamflow.locale import N_, _
from teamflow.store import atomic
from teamflow.store.folder import Folder

_FORBIDDEN: Final = N_("{file} can't be written: you may not write there.")
_UNWRITTEN: Final = {
    errno.ENOENT: N_("{file} can't be written: there is no such folder."),
    errno.ENOTDIR: N_("{file} can't be written: there is no such folder."),
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: _FORBIDDEN,
    errno.ENOSPC: N_("{file} can't be written: the disk is full."),
}
_OTHERWISE: Final = N_("{file} can't be written ({error}).")


def run(request: Request) -> int:
    """Write the form, and say where it is."""
    file = request.to or Path()
    if file.suffix.lower() not in export.suffixes():
        known = ", ".join(export.suffixes())
        told = _("{file}: that kind of file is unknown here. Known are: {suffixes}.")
        raise Halt(told.format(file=terminal.visible(file), suffixes=known), WRONG_USE)
    folder = Folder(worlds.sessions_of(request))
    session = sessions.read(folder, sessions.the_one(folder, request.session or ""))
    _write(
        file, export.export(hand_out(session, "leader", _, saved), file.suffix), force=request.force
    )
    terminal.out(_("Written: {file}").format(file=terminal.visible(file)))
    return GOOD


def _write(file: Path, data: bytes, *, force: bool) -> None:
    try:
        if file.exists() and not force:
            told = _("{file} already exists. To replace it, add --force.")
            raise Halt(told.format(file=terminal.visible(file)), WRONG_USE)
        atomic.write(file, data)
    except OSError as error:
        told = _(_UNWRITTEN.get(error.errno or 0, _OTHERWISE))
        name = errno.errorcode.get(error.errno or 0, type(error).__name__)
        raise Halt(told.format(file=terminal.visible(file), error=name), PROBLEM) from error
