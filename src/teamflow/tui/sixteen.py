"""Our colours on a terminal that has sixteen: a console, or a window within another one.

By themselves they'd become the nearest of those, which for most of ours is some grey. What a
terminal makes of its sixteen differs; black, white, and the dark ones on white are safe in most.

They're named here by what they are in VGA, from which rich knows their numbers; numbers wouldn't
last, for what is seen under a window is filtered twice.
"""

from functools import lru_cache
from typing import Any, Final

from rich.color import Color as RichColor
from rich.color_triplet import ColorTriplet
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter

from teamflow.tui.themes import BOARD, CONTRAST, EVENING, colour

BLACK: Final = ColorTriplet(0, 0, 0)
RED: Final = ColorTriplet(170, 0, 0)
BLUE: Final = ColorTriplet(0, 0, 170)
CYAN: Final = ColorTriplet(0, 170, 170)
WHITE: Final = ColorTriplet(170, 170, 170)
BRIGHT_RED: Final = ColorTriplet(255, 85, 85)
BRIGHT_GREEN: Final = ColorTriplet(85, 255, 85)
BRIGHT_YELLOW: Final = ColorTriplet(255, 255, 85)
BRIGHT_CYAN: Final = ColorTriplet(85, 255, 255)
BRIGHT_WHITE: Final = ColorTriplet(255, 255, 255)

ON_LIGHT: Final = {
    "background": BRIGHT_WHITE, "surface": BRIGHT_WHITE, "panel": WHITE, "foreground": BLACK,
    "quiet": BLACK, "edge": BLACK, "primary": BLUE, "band": BLUE, "on-band": BRIGHT_WHITE,
    "input-selection-background": CYAN,
    "success": BLUE, "warning": RED, "error": RED,
}  # fmt: skip
ON_DARK: Final = {
    "background": BLACK, "surface": BLACK, "panel": BLACK, "foreground": BRIGHT_WHITE,
    "quiet": WHITE, "edge": WHITE, "primary": BRIGHT_CYAN, "band": BLUE, "on-band": BRIGHT_WHITE,
    "input-selection-background": BLUE,
    "success": BRIGHT_GREEN, "warning": BRIGHT_YELLOW, "error": BRIGHT_RED,
}  # fmt: skip
IN_CONTRAST: Final = ON_LIGHT | {
    "panel": BRIGHT_YELLOW, "input-selection-background": BRIGHT_CYAN,
    "band": BLACK,
}  # fmt: skip
"""For each colour of a theme one of the sixteen."""

LIGHT_GREY, DARK_GREY = 0xE4, 0x90
"""Of the greys that NO_COLOR makes of our colours, those between these two are grey here, too."""


class SixteenColours(LineFilter):
    """Gives a line colours from the sixteen."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same text, in few colours."""
        return [
            Segment(text, style and _in_few(style), control) for text, style, control in segments
        ]


SIXTEEN: Final = SixteenColours()


def has_sixteen(app: App[Any]) -> bool:
    """Whether the terminal that this app is on has no more than sixteen colours."""
    return app.console.color_system in ("standard", "windows")


@lru_cache(maxsize=1024)
def _in_few(style: Style) -> Style:
    return style + Style.from_color(_like(style.color), _like(style.bgcolor))


def _like(wanted: RichColor | None) -> RichColor | None:
    if wanted is None or wanted.triplet is None:
        return wanted
    return RichColor.from_triplet(_nearest(wanted.triplet))


@lru_cache(maxsize=256)
def _nearest(wanted: ColorTriplet) -> ColorTriplet:
    if wanted.red == wanted.green == wanted.blue:
        grey = wanted.red
        return BRIGHT_WHITE if grey > LIGHT_GREY else WHITE if grey > DARK_GREY else BLACK
    # Textual rounds the colours of a theme, each time a bit differently.
    return _LIKE[min(_LIKE, key=lambda ours: _distance(ours, wanted))]


def _distance(one: ColorTriplet, other: ColorTriplet) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


_TABLES: Final = ((BOARD, ON_LIGHT), (EVENING, ON_DARK), (CONTRAST, IN_CONTRAST))
_LIKE: Final = {
    Color.parse(colour(theme, role)).rich_color.get_truecolor(): like
    for theme, table in _TABLES
    for role, like in table.items()
} | {like: like for _theme, table in _TABLES for like in table.values()}
