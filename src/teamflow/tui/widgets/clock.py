"""The clock that the room sees, in block digits that grow with the space."""

from functools import lru_cache, partial
from typing import Final

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from teamflow.core.clock import Mood
from teamflow.locale import _
from teamflow.tui.blocks import letters
from teamflow.tui.plain import is_plain

WIDEST: Final = "10:00"
UNDERLINE: Final = "_"


class BigClock(Widget):
    """A time in block digits; plain bold text where there is no room for them.

    It's redrawn only where its text changes, or when its mood does. The mood shows by colour and
    by form: warm is underlined, urgent and over stand in a solid block, a pause has its own mark.
    """

    DEFAULT_CSS = """
    BigClock {
        color: $foreground; text-style: bold;
        &.-warm { color: $warning; }
        &.-urgent, &.-over { color: $background; background: $error; }
        &.-flash { text-style: bold reverse; }
        &.-paused { color: $primary; background: $background; }
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

    def _redraw(self, before: str) -> None:
        rows = zip(self._picture(before), self._picture(self.time), strict=True)
        changed = [y for y, (old, new) in enumerate(rows) if old != new]
        if changed:
            width = self.content_size.width
            self.refresh(Region(0, changed[0], width, changed[-1] + 1 - changed[0]))

    def _picture(self, time: str) -> list[str]:
        sign = _("❚❚ paused") if self._paused else UNDERLINE if self.mood is Mood.WARM else ""
        return _picture(time, *self.content_size, sign, not is_plain(self.app))

    def render_line(self, y: int) -> Strip:
        row = self._picture(self.time)[y]
        return Strip([Segment(row, self.visual_style.rich_style)], len(row))


@lru_cache(maxsize=8)
def _picture(time: str, width: int, height: int, sign: str, halves: bool) -> list[str]:
    """What stands in each row of a clock, which is as wide as the clock is. The row under the
    digits is for the sign of how it stands, so that they keep their size when it comes."""
    set_in = partial(letters, time, width, reserve=WIDEST, halves=halves)
    if blocks := set_in(height - 1) or set_in(height):
        below = ("▄" if halves else "=") * len(blocks[0]) if sign == UNDERLINE else sign
        shown = (*blocks, below)[:height]
    else:
        shown = (_on_one_line(time, sign),)
    above = (height - len(shown)) // 2
    rows = ("",) * above + shown + ("",) * (height - len(shown) - above)
    return [f"{row:^{width}}"[:width] for row in rows]


def _on_one_line(time: str, sign: str) -> str:
    if sign == UNDERLINE:
        return f"[ {time} ]"
    mark, _space, _word = sign.partition(" ")
    return f"{mark} {time}".strip()
