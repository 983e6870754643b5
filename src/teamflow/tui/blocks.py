"""Solid block letters for what the room must read from eight metres away: the clock and a name.

Text becomes pixels from the drawings in :mod:`teamflow.tui.glyphs`, the pixels are enlarged as far
as the room allows, and two of them, one above the other, share a cell of the terminal: so a pixel
is about square. Where half a cell can't be drawn (`teamflow.tui.plain`), a pixel takes a whole one,
or two side by side.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache, reduce
from itertools import product
from typing import NamedTuple

from teamflow.tui import glyphs

Pixels = tuple[str, ...]

INK, BLANK = "█", "."
HALVES = {INK + INK: "█", INK + BLANK: "▀", BLANK + INK: "▄", BLANK + BLANK: " "}
CORNERS = ((0, 0), (0, 2), (2, 0), (2, 2))

# The canonical combining class of an accent that stands over its letter (Unicode, UAX #44).
OVER = 230


class Font(NamedTuple):
    """A sheet of drawings, and how large its letters look next to those of another font."""

    sheet: str
    apparent_height: int


# Compact letters are five pixels tall but narrow, and read as less: they are chosen where they can
# be well taller than the standard ones, not where they would only fill the last row.
FONTS = (Font(glyphs.STANDARD, apparent_height=7), Font(glyphs.COMPACT, apparent_height=4))


class Grain(NamedTuple):
    """How pixels go into cells: so many `columns` to a pixel, so many pixels to a `row`."""

    columns: int
    row: int


HALVED = (Grain(columns=1, row=2),)
WHOLE = (Grain(columns=2, row=1), Grain(columns=1, row=1))


class Size(NamedTuple):
    """One of the ways to set a text: the letters, the columns of a pixel's side, the grain."""

    font: Font
    scale: int
    grain: Grain


class Glyph(NamedTuple):
    """A letter: ``above`` of its rows rise over the capitals, ``below`` hang under the line.

    A column on either side is free but for an accent that is wider than its letter.
    """

    pixels: Pixels
    above: int = 0
    below: int = 0

    def bearing(self, mark: str) -> "Glyph":
        """Draw an accent over the letter, or under it, whichever way this accent goes."""
        letter, accent = _centred(self.pixels, _marks()[mark])
        if unicodedata.combining(mark) == OVER:
            return Glyph(accent + letter, self.above + len(accent), self.below)
        return Glyph(letter + accent, self.above, self.below + len(accent))

    def within(self, above: int, below: int) -> Pixels:
        """Rows of blank added, so that letters with and without accents stand on one line."""
        blank = (BLANK * len(self.pixels[0]),)
        return blank * (above - self.above) + self.pixels + blank * (below - self.below)


@lru_cache(maxsize=64)
def letters(
    text: str, columns: int, rows: int, *, largest: int = 9, reserve: str = "", halves: bool = True
) -> tuple[str, ...] | None:
    """Set a text in capitals, as large as fits in ``columns`` by ``rows`` cells of the terminal.

    The lines are equally wide and no more than the text needs; all digits share one width.
    ``largest`` is the most that one pixel of a drawing may be enlarged. ``reserve`` is a text that
    must fit at the same size: a clock with ``reserve="10:00"`` doesn't grow at 9:59. Without
    ``halves`` every cell is either full or blank.

    None means that it can't be set, for want of room, of anything to show, or of a drawing for one
    of its characters: then show the text in bold instead.
    """
    for size in _fitting(reserve or text, columns, rows, largest, halves):
        if _fits(_drawn(text, size.font), size, columns, rows):
            return _enlarged(_drawn(text, size.font), size)
    return None


@lru_cache(maxsize=64)
def _fitting(text: str, columns: int, rows: int, largest: int, halves: bool) -> list[Size]:
    sizes = _sizes(largest, halves)
    return [size for size in sizes if _fits(_drawn(text, size.font), size, columns, rows)]


@cache
def _sizes(largest: int, halves: bool) -> list[Size]:
    sizes = product(FONTS, range(1, largest + 1), HALVED if halves else WHOLE)
    return sorted(
        (Size(*size) for size in sizes),
        key=lambda size: size.font.apparent_height * size.scale,
        reverse=True,
    )


def _fits(pixels: Pixels, size: Size, columns: int, rows: int) -> bool:
    return (
        pixels != ()
        and len(pixels[0]) * size.scale * size.grain.columns <= columns
        and len(pixels) * size.scale <= rows * size.grain.row
    )


@lru_cache(maxsize=128)
def _drawn(text: str, font: Font) -> Pixels:
    """The text in the smallest pixels; none at all when there is a character without a drawing."""
    drawings = _drawings(font.sheet)
    word: list[Glyph] = []
    for character in _capitals(text):
        if character in drawings:
            word.append(drawings[character])
        elif character in _marks() and word:
            word.append(word.pop().bearing(character))
        else:
            return ()
    above = max((glyph.above for glyph in word), default=0)
    below = max((glyph.below for glyph in word), default=0)
    level = [glyph.within(above, below) for glyph in word]
    return _trimmed([reduce(_interleaved, row) for row in zip(*level, strict=True)])


def _interleaved(left: str, right: str) -> str:
    """A row of two neighbours, whose free columns become the one between them."""
    shared = INK if INK in (left[-1], right[0]) else BLANK
    return left[:-1] + shared + right[1:]


def _trimmed(rows: list[str]) -> Pixels:
    start = int(all(row[0] == BLANK for row in rows))
    end = -1 if all(row[-1] == BLANK for row in rows) else None
    return tuple(row[start:end] for row in rows)


def _capitals(text: str) -> str:
    """Capitals with their accents apart; casefold turns ß into SS, as German capitals do."""
    apart = unicodedata.normalize("NFKD", text).casefold().upper()
    return " ".join(apart.split())


@cache
def _drawings(sheet: str) -> dict[str, Glyph]:
    return {
        character: Glyph(tuple(f"{BLANK}{row}{BLANK}" for row in art))
        for name, art in _read(sheet)
        for character in name.replace("␣", " ")
    }


@cache
def _marks() -> dict[str, Pixels]:
    return {unicodedata.normalize("NFD", name)[-1]: art for name, art in _read(glyphs.MARKS)}


def _read(sheet: str) -> Iterator[tuple[str, Pixels]]:
    for band in sheet.strip("\n").split("\n\n"):
        names, *rows = (line.split() for line in band.splitlines())
        yield from zip(names, zip(*rows, strict=True), strict=True)


def _centred(letter: Pixels, accent: Pixels) -> tuple[Pixels, Pixels]:
    """Both as wide as the wider one.

    A symmetrical accent that would sit half a pixel off is stretched by a column, as in Ö.
    """
    room = len(letter[0]) - len(accent[0])
    if room > 0 and room % 2 and all(row == row[::-1] for row in accent):
        middle = len(accent[0]) // 2
        accent = tuple(row[:middle] + row[middle] + row[middle:] for row in accent)
    width = max(len(letter[0]), len(accent[0]))
    return _padded(letter, width), _padded(accent, width)


def _padded(pixels: Pixels, width: int) -> Pixels:
    left = (width - len(pixels[0])) // 2
    return tuple((BLANK * left + row).ljust(width, BLANK) for row in pixels)


def _enlarged(pixels: Pixels, size: Size) -> tuple[str, ...]:
    """By columns, for a clock shows the same ones over and over."""
    blank = BLANK * len(pixels)
    columns = ["".join(column) for column in zip(*pixels, strict=True)]
    framed = (blank, *columns, blank)
    windows = zip(framed, framed[1:], framed[2:], strict=False)
    enlarged = (_column(*window, size.scale, size.grain) for window in windows)
    return tuple("".join(row) for row in zip(*enlarged, strict=True))


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
