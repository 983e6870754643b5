"""The clock that the room sees, in block digits that grow with the space."""

from functools import lru_cache
from typing import Final

from rich.segment import Segment
from textual.geometry import Region
from textual.reactive import reactive
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

    time: reactive[str] = reactive("", repaint=False)
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

    def watch_time(self, before: str, now: str) -> None:
        old, new = _picture(before, *self.content_size), _picture(now, *self.content_size)
        rows = [y for y, row in enumerate(new) if row != old[y]]
        columns = [x for y in rows for x, cell in enumerate(new[y]) if cell != old[y][x]]
        if rows:
            left, top = min(columns), rows[0]
            changed = Region(left, top, max(columns) + 1 - left, rows[-1] + 1 - top)
            self.refresh(changed.translate(self.content_offset))

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
