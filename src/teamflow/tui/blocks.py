"""Solid block letters for what the room must read from eight metres away: the clock and a name.

Text becomes pixels from the drawings in :mod:`teamflow.tui.glyphs`; they are enlarged as far as
the room allows (:mod:`teamflow.tui.enlarging`).
"""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache, reduce
from itertools import product
from typing import NamedTuple

from teamflow.tui import glyphs
from teamflow.tui.enlarging import BLANK, HALVED, INK, WHOLE, Grain, Pixels, enlarged

# The canonical combining class of an accent that stands over its letter (Unicode, UAX #44).
OVER = 230

ACCENT, CEDILLA = 3, 2
"""Pixels that the marks of one letter take over the capitals and under the line."""


class Font(NamedTuple):
    """A sheet of drawings, and how large its letters look next to those of another font."""

    sheet: str
    apparent_height: int


# Compact letters are five pixels tall but narrow, and read as less: they are chosen where they can
# be well taller than the standard ones, not where they would only fill the last row.
STANDARD = Font(glyphs.STANDARD, apparent_height=7)
COMPACT = Font(glyphs.COMPACT, apparent_height=4)


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
    text: str,
    columns: int,
    rows: int,
    *,
    largest: int = 9,
    reserve: str = "",
    halves: bool = True,
    level: bool = False,
) -> tuple[str, ...] | None:
    """Set a text in capitals, as large as fits in ``columns`` by ``rows`` cells of the terminal.

    The lines are equally wide and no more than the text needs; all digits share one width.
    ``largest`` is the most that one pixel of a drawing may be enlarged. ``reserve`` is a text that
    must fit at the same size: a clock with ``reserve="10:00"`` doesn't grow at 9:59. Without
    ``halves`` every cell is either full or blank. With ``level`` there is room for accents and, as
    far as it goes, for cedillas, also in a text without them: so all names stand on one line.

    None means that it can't be set, for want of room, of anything to show, or of a drawing for one
    of its characters: then show the text in bold instead.
    """
    for accent in (ACCENT, 0) if level else (0,):
        for size in _fitting(reserve or text, columns, rows, largest, halves, accent):
            if fits(drawn(text, size.font, accent), size, columns, rows):
                pixels = drawn(text, size.font, accent, CEDILLA * level)
                return _cropped(enlarged(pixels, size.scale, size.grain), rows)
    return None


@lru_cache(maxsize=64)
def _fitting(
    text: str, columns: int, rows: int, largest: int, halves: bool, accent: int
) -> list[Size]:
    ways = sizes(largest, halves)
    return [size for size in ways if fits(drawn(text, size.font, accent), size, columns, rows)]


@cache
def sizes(largest: int, halves: bool) -> list[Size]:
    """The ways to set a text, the largest first."""
    ways = product((STANDARD, COMPACT), range(1, largest + 1), HALVED if halves else WHOLE)
    return sorted(
        (Size(*way) for way in ways),
        key=lambda size: size.font.apparent_height * size.scale,
        reverse=True,
    )


def fits(pixels: Pixels, size: Size, columns: int, rows: int) -> bool:
    """Whether there's a drawing, and room for it in that many cells of the terminal."""
    return (
        pixels != ()
        and len(pixels[0]) * size.scale * size.grain.columns <= columns
        and len(pixels) * size.scale <= rows * size.grain.row
    )


@lru_cache(maxsize=128)
def drawn(text: str, font: Font, accent: int = 0, cedilla: int = 0) -> Pixels:
    """The text in the smallest pixels; none at all when there is a character without a drawing.
    That many rows at least are kept over the capitals and under the line."""
    drawings = _drawings(font.sheet)
    word: list[Glyph] = []
    for character in _capitals(text):
        if character in drawings:
            word.append(drawings[character])
        elif character in _marks() and word:
            word.append(word.pop().bearing(character))
        else:
            return ()
    above = max((accent, *(glyph.above for glyph in word)))
    below = max((cedilla, *(glyph.below for glyph in word)))
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


def _cropped(lines: tuple[str, ...], rows: int) -> tuple[str, ...]:
    """Without as many blank lines as it takes: first those under the letters."""
    while len(lines) > rows:
        lines = lines[1:] if lines[-1].strip() else lines[:-1]
    return lines
