"""Two versions of a session that isn't open: they're compared, and one of them goes on."""

import asyncio
import datetime as dt
from pathlib import Path
from typing import Any, Literal

from textual.app import App

from teamflow.locale import _
from teamflow.store.folder import Folder
from teamflow.store.problem import Unreadable
from teamflow.store.trouble import Unsaved, trouble_with
from teamflow.tui.screens.compare import CompareScreen, Version
from teamflow.tui.world import World


async def choose(
    app: App[Any], world: World, picked: Path, versions: tuple[Path, ...], *, opening: bool
) -> Path | Literal["later"] | None:
    """Ask with which version to go on: the `picked` one and the original, or, where that's the
    same, the original and its first copy. Gives the file in which the chosen one is now, under
    the original's name, with the other in the trash; None where nobody answered.

    `opening` says that one of them is about to be opened, whatever the answer. Call it in a
    worker. Raises Unsaved, and then nothing has changed.
    """
    original = versions[0]
    copy = versions[1] if picked == original else picked
    zone = world.now().tzinfo
    left, right = await asyncio.gather(
        asyncio.to_thread(_read, _("The original"), _("Go on with the original"), original, zone),
        asyncio.to_thread(_read, _("The copy"), _("Go on with the copy"), copy, zone),
    )
    later = _later(picked == original) if opening else _("Choose later")
    answer = await app.push_screen_wait(CompareScreen(left, right, later))
    if answer is None or answer == "later":
        return answer
    chosen, other = (original, copy) if answer == "left" else (copy, original)
    try:
        return await asyncio.to_thread(world.basket.prefer, chosen, other, original)
    except OSError as error:
        raise Unsaved(trouble_with(original.parent, error)) from error


def _later(original: bool) -> str:
    if original:
        return _("Choose later, and open the original")
    return _("Choose later, and open the copy")


def _read(called: str, choosing: str, file: Path, zone: dt.tzinfo | None) -> Version:
    try:
        stored = Folder(file.parent).load(file)
    except Unreadable as unreadable:
        return Version(called, choosing, file, None, unreadable.problems[0])
    return Version(called, choosing, file, stored.version.astimezone(zone), stored.session)
