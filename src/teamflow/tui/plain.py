"""The same screens for fonts that have no more than plain letters: `teamflow --ascii`.

Widgets draw as they always do; on its way to the terminal every line gets signs that any font
has. Only block letters need to know (`is_plain`), for their half blocks have no like in ASCII.
Letters stay letters, in every script: they are what people are called and what they said.
"""

import unicodedata
from functools import lru_cache
from itertools import groupby
from typing import Any, Final

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter

SOLID: Final = frozenset("█▀▄▛▜▙▟")
"""Drawn as a sign on a ground of its own colour: solid where there are colours, and still there
where there are none."""

LIKE: Final = {
    sign: like
    for signs, like in (
        ("●◉", "@"), ("○◐", "o"), ("✓", "v"), ("✗×", "x"), ("★", "*"), ("▪•·", "-"),
        ("▸›→…»", ">"), ("‹←«", "<"), ("↑", "^"), ("↓", "v"), ("⏎", "<"), ("≠", "!"),
        ("–—−‐‑─━═╌┄", "-"), ("“”„″", '"'), ("‘’‚′", "'"), ("❚│┃║▌▐▏▎▍▊▋▉▕", "|"),
        ("╭╮╰╯┌┐└┘├┤┬┴┼┏┓┗┛╔╗╚╝", "+"), ("▔", '"'), ("▁▂▃▅▆▇", " "), ("\N{NO-BREAK SPACE}", " "),
    )
    for sign in signs
}  # fmt: skip
UNKNOWN: Final = "?"


class PlainCharacters(LineFilter):
    """Writes a line with plain characters, each cell where it was."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same cells, in signs of ASCII and in letters."""
        return [plain for segment in segments for plain in _plain(segment)]


PLAIN: Final = PlainCharacters()


def is_plain(app: App[Any]) -> bool:
    """Whether what this app draws is written with plain characters."""
    return PLAIN in app.get_line_filters()


def _plain(segment: Segment) -> list[Segment]:
    text, style, control = segment
    if text.isascii():
        return [segment]
    return [
        Segment("#" * len(run), _solid(style), control)
        if solid
        else Segment(in_plain(run), style, control)
        for solid, run in (
            (solid, "".join(run)) for solid, run in groupby(text, SOLID.__contains__)
        )
    ]


def _solid(style: Style | None) -> Style | None:
    if style is None:
        return None
    return style + Style.from_color(None, style.bgcolor if style.reverse else style.color)


@lru_cache(maxsize=1024)
def in_plain(text: str) -> str:
    """A text in signs of ASCII and in letters, as wide as it was."""
    plain = "".join(map(_like, text))
    width = cell_len(text)
    return plain if cell_len(plain) == width else set_cell_size(plain, width)


def _like(character: str) -> str:
    if character.isascii() or unicodedata.category(character)[0] in "LM":
        return character
    return LIKE.get(character, UNKNOWN * cell_len(character))
