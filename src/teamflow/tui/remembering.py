"""What the program remembers of itself from one meeting to the next, without anybody's asking."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from teamflow.store.settings import save_settings

if TYPE_CHECKING:
    from teamflow.tui.app import TeamflowApp


async def remember(app: "TeamflowApp", **changed: Any) -> None:
    """Go by these settings, and save them off the loop; what was changed last is saved last."""
    app.settings = replace(app.settings, **changed)
    async with app.pen:
        with suppress(OSError):  # then the next time begins as this one did, and that's all
            await asyncio.to_thread(save_settings, app.settings, app.world.settings_file)
