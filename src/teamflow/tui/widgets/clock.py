"""The clock that the room sees, in block digits that grow with the space."""

from typing import Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from teamflow.core.clock import Mood
from teamflow.tui.blocks import letters

WIDEST: Final = "10:00"


class BigClock(Widget):
    """A time in block digits; plain bold text where there is no room for them.

    It's redrawn only when its text or its mood changes. The mood shows by colour and by form:
    urgent and over stand in a solid block.
    """

    DEFAULT_CSS = """
    BigClock {
        color: $foreground; text-style: bold; content-align: center middle; text-wrap: nowrap;
        &.-warm { color: $warning; }
        &.-urgent, &.-over { color: $background; background: $error; }
        &.-flash { color: $error; background: $background; }
        &.-paused { color: $quiet; }
    }
    """

    time: reactive[str] = reactive("")
    mood: reactive[Mood] = reactive(Mood.CALM)
    paused: reactive[bool] = reactive(False)

    def watch_mood(self, mood: Mood) -> None:
        for each in Mood:
            self.set_class(each is mood, f"-{each.value}")

    def watch_paused(self, paused: bool) -> None:
        self.set_class(paused, "-paused")

    def flash(self) -> None:
        """Turn the colours around for a moment."""
        self.add_class("-flash")
        self.set_timer(0.6, lambda: self.remove_class("-flash"))

    def render(self) -> Content:
        blocks = letters(self.time, *self.content_size, reserve=WIDEST)
        return Content("\n".join(blocks) if blocks else self.time)
