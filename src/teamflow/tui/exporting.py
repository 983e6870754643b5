"""The form to a file, from the screen: asks where, never writes over anything unasked."""

import asyncio
from pathlib import Path
from typing import Any

from textual.screen import Screen

from teamflow.core.form import fill
from teamflow.core.session import Session
from teamflow.export import export, suffixes
from teamflow.locale import _
from teamflow.store import atomic
from teamflow.store.trouble import trouble_with
from teamflow.tui.screens.where import Where
from teamflow.tui.widgets.notice import Notice


def ask_and_export(screen: Screen[Any], session: Session, path: Path) -> None:
    """Ask for a file name and write the form there, by its suffix."""

    def answered(target: Path | None) -> None:
        if target is not None:
            screen.run_worker(_write(screen, session, target), exclusive=True)

    screen.app.push_screen(Where(path.with_suffix(".md"), suffixes()), answered)


async def _write(screen: Screen[Any], session: Session, target: Path) -> None:
    say = screen.query_one(Notice).say
    try:
        data = await asyncio.to_thread(export, fill(session, _), target)
        await asyncio.to_thread(atomic.write, target, data)
    except OSError as error:
        say(trouble_with(target.parent, error).told(_))
    else:
        say(_("The form is in {file}").format(file=target))
