"""The clock that the room sees, in block digits that grow with the space."""

from collections.abc import Sequence
from functools import lru_cache, partial
from typing import Final, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from teamflow.core.clock import Mood
from teamflow.locale import _
from teamflow.tui.blocks import letters
from teamflow.tui.plain import is_plain

WIDEST: Final = "10:00"
UNDERLINE: Final = "_"
EDGE: Final = 1
"""Columns that a clock at the right leaves for its plate."""


class BigClock(Widget):
    """A time in block digits; plain bold text where there is no room for them.

    It's redrawn only where its text changes, or when its mood does. The mood shows by colour and
    by form: warm is underlined, urgent and over stand on a solid plate, a pause has its own mark.
    Its content stands in the middle or at the right, as it's aligned.
    """

    DEFAULT_CSS = """
    BigClock {
        color: $foreground; text-style: bold; content-align: center middle;
        &.-warm { color: $warning; }
        &.-urgent, &.-over { color: $error; text-style: bold reverse; }
        &.-paused { color: $primary; text-style: bold; }
        &.-flash { text-style: bold reverse; }
        &.-flash.-urgent, &.-flash.-over { text-style: bold; }
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
        old, new = self._picture(before), self._picture(self.time)
        if old.plate != new.plate:
            self.refresh()
            return
        changed = [
            y for y, rows in enumerate(zip(old.rows, new.rows, strict=True)) if len({*rows}) > 1
        ]
        if changed:
            width = self.content_size.width
            self.refresh(Region(0, changed[0], width, changed[-1] + 1 - changed[0]))

    def _picture(self, time: str) -> "Picture":
        sign = _("❚❚ paused") if self._paused else UNDERLINE if self.mood is Mood.WARM else ""
        at_right = self.styles.content_align_horizontal == "right"
        return _picture(time, *self.content_size, sign, not is_plain(self.app), at_right)

    def render_line(self, y: int) -> Strip:
        row, plate = self._picture(self.time).line(y)
        style = self.visual_style.rich_style
        wall = Style(color=style.color, bgcolor=style.bgcolor, bold=True)
        turned = Style(color=style.bgcolor, bgcolor=style.color, bold=True)
        parts = (
            Segment(row[: plate.start], wall),
            Segment(row[plate.start : plate.stop], turned if style.reverse else wall),
            Segment(row[plate.stop :], wall),
        )
        return Strip([part for part in parts if part.text], len(row))


class Picture(NamedTuple):
    """A clock as it's drawn: rows as wide as the clock is, and the plate that stands out in some
    moods, with the digits on it."""

    rows: Sequence[str]
    plate: Region

    def line(self, y: int) -> tuple[str, range]:
        """What stands in a row, and in which columns of it there's a plate."""
        on_plate = y in range(self.plate.y, self.plate.bottom)
        return self.rows[y], range(self.plate.x, self.plate.right) if on_plate else range(0)


@lru_cache(maxsize=8)
def _picture(
    time: str, width: int, height: int, sign: str, halves: bool, at_right: bool
) -> Picture:
    """The digits in the middle of the rows, with a row at least under them for the sign of how it
    stands: so they stay where they are when it comes."""
    set_in = partial(letters, time, width - EDGE * at_right, reserve=WIDEST, halves=halves)
    blocks = set_in(height - 1) or set_in(height)
    digits = blocks or (_on_one_line(time, sign),)
    wide, high = len(digits[0]), len(digits)
    above = (height - high) // 2
    below = height - above - high
    under = _under(sign, blocks, below, halves) if blocks else ()
    shown = (*("",) * above, *digits, *under, *("",) * below)[:height]
    edge = max(0, min(EDGE, width - wide))
    left = width - edge - wide if at_right else (width - wide) // 2
    rows = [_aligned(row, width, edge, at_right)[:width] for row in shown]
    return Picture(rows, _plate(Region(left, above, wide, high), width, height))


def _aligned(row: str, width: int, edge: int, at_right: bool) -> str:
    return f"{row:>{width - edge}}{' ' * edge}" if at_right else f"{row:^{width}}"


def _under(sign: str, digits: tuple[str, ...], rows: int, halves: bool) -> tuple[str, ...]:
    """A line right under the digits; a word with a blank row between, large under large ones."""
    if sign == UNDERLINE:
        return (("▄" if halves else "=") * len(digits[0]),)
    high = min(rows - 1, len(digits) // 5)
    words = letters(sign, len(digits[0]), high, largest=1, halves=halves) or (sign,)
    return ("",) * (rows > 1) + words


def _plate(digits: Region, width: int, height: int) -> Region:
    """As much around the digits at one side as at the other, as far as there's room."""
    wanted = 1 + digits.height // 10
    sides = max(0, min(2 * wanted, digits.x - 1, width - digits.right - 1))
    below = min(wanted, height - digits.bottom)
    above = min(below, digits.y)
    return Region(
        digits.x - sides, digits.y - above, digits.width + 2 * sides, above + digits.height + below
    )


def _on_one_line(time: str, sign: str) -> str:
    if sign == UNDERLINE:
        return f"[ {time} ]"
    mark, _space, _word = sign.partition(" ")
    return f"{mark} {time}".strip()
