"""One session to one file."""

from pathlib import Path

from teamflow import export
from teamflow.cli import sessions, writing
from teamflow.cli.request import Reader, Request
from teamflow.core.handout import hand_out
from teamflow.locale import _
from teamflow.store.folder import Folder


def suffix_of(request: Request) -> str:
    """The suffix for files in a folder: what `--as` says, or else the usual one. Raises Halt."""
    if not request.kind:
        return export.suffixes()[0]
    return writing.known(Path(f"form.{request.kind.removeprefix('.')}"), export.suffixes())


def export_one(folder: Folder, source: Path, file: Path, request: Request) -> None:
    """Write one session to `file`. Raises Halt."""
    stored = sessions.stored(folder, source)
    # The form is for the leader, the record and the ideas are the team's own, unless it's said.
    usual: Reader = "leader" if file.suffix.lower() in export.FORMS else "team"
    handout = hand_out(stored.session, request.reader or usual, _, stored.version)
    with writing.making(file.suffix):
        data = export.export(handout, file.suffix)
    writing.write(file, data, force=request.force)
