"""The clock that the room sees, in block digits that grow with the space."""

from functools import lru_cache
from typing import Final

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from teamflow.core.clock import Mood
from teamflow.tui.blocks import letters

WIDEST: Final = "10:00"


class BigClock(Widget):
    """A time in block digits; plain bold text where there is no room for them.

    It's redrawn only where its text changes, or when its mood does. The mood shows by colour and
    by form: urgent and over stand in a solid block.
    """

    DEFAULT_CSS = """
    BigClock {
        color: $foreground; text-style: bold;
        &.-warm { color: $warning; }
        &.-urgent, &.-over { color: $background; background: $error; }
        &.-flash { color: $error; background: $background; }
        &.-paused { color: $quiet; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.time = ""
        self.mood = Mood.CALM
        self._paused = False

    def show(self, time: str, mood: Mood, *, paused: bool) -> None:
        """Show a time, and how it stands."""
        if time != self.time:
            before, self.time = self.time, time
            self._redraw(before)
        if mood is not self.mood:
            self.mood = mood
            for each in Mood:
                self.set_class(each is mood, f"-{each.value}")
        if paused is not self._paused:
            self._paused = paused
            self.set_class(paused, "-paused")

    def flash(self) -> None:
        """Turn the colours around for a moment."""
        self.add_class("-flash")
        self.set_timer(0.6, lambda: self.remove_class("-flash"))

    def _redraw(self, before: str) -> None:
        size = self.content_size
        rows = zip(_picture(before, *size), _picture(self.time, *size), strict=True)
        changed = [y for y, (old, new) in enumerate(rows) if old != new]
        if changed:
            self.refresh(Region(0, changed[0], size.width, changed[-1] + 1 - changed[0]))

    def render_line(self, y: int) -> Strip:
        row = _picture(self.time, *self.content_size)[y]
        return Strip([Segment(row, self.visual_style.rich_style)], len(row))


@lru_cache(maxsize=8)
def _picture(time: str, width: int, height: int) -> list[str]:
    """What stands in each row of a clock, which is as wide as the clock is."""
    blocks = letters(time, width, height, reserve=WIDEST) or (time,)
    above = (height - len(blocks)) // 2
    rows = ("",) * above + blocks + ("",) * (height - len(blocks) - above)
    return [f"{row:^{width}}"[:width] for row in rows]
