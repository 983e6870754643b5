"""The bell: who asks for it needn't know whether it's heard, seen or neither."""

from collections.abc import Callable, Sequence
from typing import Final

from textual.widget import Widget

from teamflow.store.settings import Settings
from teamflow.tui.bell.loudspeaker import Loudspeaker

FLASH: Final = 1.0
"""Seconds."""


class Bell:
    """Rings as the settings have it at that moment. `seen` gives the widgets that
    flash, with one first that is always there."""

    def __init__(
        self,
        loudspeaker: Loudspeaker,
        settings: Callable[[], Settings],
        seen: Callable[[], Sequence[Widget]],
    ) -> None:
        self._loudspeaker, self._settings, self._seen = loudspeaker, settings, seen

    def ring(self, *, softly: bool = False) -> bool:
        """Call the room together; says whether there was anything to be heard or seen."""
        settings = self._settings()
        heard = settings.bell == "on"
        seen = settings.bell != "off" and settings.animations
        if heard:
            self._loudspeaker.sound(softly=softly)
        if seen:
            flash(self._seen())
        return heard or seen


def flash(widgets: Sequence[Widget]) -> None:
    """Turn the colours of widgets around for a moment: two changes, however often it's asked for.
    Light that flashes more than three times a second can hurt people (WCAG 2.2, 2.3.1)."""

    def calm() -> None:
        for widget in widgets:
            widget.remove_class("-flash")

    if not widgets[0].has_class("-flash"):
        for widget in widgets:
            widget.add_class("-flash")
        widgets[0].set_timer(FLASH, calm)
