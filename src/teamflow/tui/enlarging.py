"""From a drawing in pixels to cells of the terminal: enlarged, with smooth diagonals.

Two pixels, one above the other, share a cell: so a pixel is about square. Where half a cell can't
be drawn (`teamflow.tui.plain`), a pixel takes a whole one, or two side by side.
"""

from functools import cache, lru_cache
from typing import NamedTuple

Pixels = tuple[str, ...]

INK, BLANK = "█", "."
HALVES = {INK + INK: "█", INK + BLANK: "▀", BLANK + INK: "▄", BLANK + BLANK: " "}
CORNERS = ((0, 0), (0, 2), (2, 0), (2, 2))


class Grain(NamedTuple):
    """How pixels go into cells: so many `columns` to a pixel, so many pixels to a `row`."""

    columns: int
    row: int


HALVED = (Grain(columns=1, row=2),)
WHOLE = (Grain(columns=2, row=1), Grain(columns=1, row=1))


def enlarged(pixels: Pixels, scale: int, grain: Grain) -> tuple[str, ...]:
    """Rows of cells for a drawing of which every pixel gets `scale` pixels a side."""
    # By columns, for a clock shows the same ones over and over.
    blank = BLANK * len(pixels)
    columns = ["".join(column) for column in zip(*pixels, strict=True)]
    framed = (blank, *columns, blank)
    windows = zip(framed, framed[1:], framed[2:], strict=False)
    cells = (_column(*window, scale, grain) for window in windows)
    return tuple("".join(row) for row in zip(*cells, strict=True))


@lru_cache(maxsize=1024)
def _column(left: str, here: str, right: str, scale: int, grain: Grain) -> tuple[str, ...]:
    """A column of pixels enlarged into rows of cells, in the light of those beside it."""
    framed = [BLANK * 3, *map("".join, zip(left, here, right, strict=True)), BLANK * 3]
    windows = zip(framed, framed[1:], framed[2:], strict=False)
    pixels = [row for window in windows for row in _block(window, scale)]
    return _halved(pixels) if grain in HALVED else _widened(pixels, grain.columns)


@cache
def _block(around: Pixels, scale: int) -> Pixels:
    """One pixel enlarged, in the light of its eight neighbours, so that diagonals run smoothly."""
    here, other = (INK, BLANK) if around[1][1] == INK else (BLANK, INK)
    # In these proportions a diagonal weighs as much as a stem.
    bevel = scale // 3 if here == INK else 3 * scale // 4
    corners = _bevelled(around)

    def at(x: int, y: int) -> str:
        steps = (
            abs(x - (scale - 1) * right // 2) + abs(y - (scale - 1) * down // 2)
            for down, right in corners
        )
        return other if any(step < bevel for step in steps) else here

    return tuple("".join(at(x, y) for x in range(scale)) for y in range(scale))


def _bevelled(around: Pixels) -> list[tuple[int, int]]:
    """Which corners of the middle pixel change colour.

    Where two pixels touch by a corner only, the blanks on both sides of it are filled in, except
    in a counter of one pixel, which would close. A pixel amid a diagonal loses its outer corners.
    """
    sides = around[0][1] + around[1][0] + around[1][2] + around[2][1]
    if around[1][1] == BLANK and BLANK in sides:
        return [
            (y, x)
            for y, x in CORNERS
            if around[y][x] == BLANK and around[y][1] == around[1][x] == INK
        ]
    if around[1][1] == INK and INK not in sides:
        return [
            (y, x)
            for y, x in CORNERS
            if around[y][x] == BLANK and around[y][2 - x] == around[2 - y][x] == INK
        ]
    return []


def _halved(pixels: list[str]) -> tuple[str, ...]:
    if len(pixels) % 2:
        pixels = [BLANK * len(pixels[0]), *pixels]
    return tuple(
        "".join(HALVES[top + bottom] for top, bottom in zip(*pair, strict=True))
        for pair in zip(pixels[::2], pixels[1::2], strict=True)
    )


def _widened(pixels: list[str], columns: int) -> tuple[str, ...]:
    return tuple("".join(pixel * columns for pixel in row.replace(BLANK, " ")) for row in pixels)
