"""From a session on the screen to files: asks what and where, and makes them off the loop."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from teamflow.core.handout import Handout, Reader, hand_out
from teamflow.export import Unavailable, export
from teamflow.locale import _
from teamflow.store import atomic
from teamflow.store.trouble import trouble_with
from teamflow.tui.messages import Export
from teamflow.tui.remembering import remember
from teamflow.tui.screens.exported import Exported
from teamflow.tui.screens.exportto import ExportTo, Order
from teamflow.tui.widgets.notice import Notice
from teamflow.tui.world import World

if TYPE_CHECKING:
    from teamflow.tui.app import TeamflowApp

READERS: Final[dict[str, Reader]] = {"leader": "leader", "team": "team"}


def ask_and_export(app: "TeamflowApp", asked: Export) -> None:
    """Ask what to make of a session, make it, and say where it is."""
    screen = app.screen

    def ordered(order: Order | None) -> None:
        if order is None:
            return
        kinds = " ".join(file.suffix.removeprefix(".") for file in order.files)
        app.run_worker(remember(app, formats=kinds, reader=order.reader))
        handout = hand_out(asked.session, order.reader, _, asked.version)
        app.push_screen(Exported(order.files, partial(_make, handout, app.world)), exported)

    def exported(files: tuple[Path, ...] | None) -> None:
        names = ", ".join(file.name for file in files or ())
        for notice in screen.query(Notice) if names else ():
            notice.say(_("Exported: {files}").format(files=names))

    formats = [f".{name}" for name in app.settings.formats.split()]
    app.push_screen(ExportTo(asked.file, formats, READERS[app.settings.reader]), ordered)


def _make(handout: Handout, world: World, file: Path) -> str:
    try:
        atomic.write(file, export(handout, file.suffix))
    except Unavailable:
        return _("can't be made on this computer")
    except OSError as error:
        return trouble_with(file.parent, error).told(_)
    except Exception as error:  # whatever a library trips over, the meeting goes on
        return _("didn't work; the details are in {log}").format(log=world.report(error))
    return ""
