"""Sentences over as few lines as they take, which are about as long as each other."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

from rich.cells import cell_len, chop_cells

from teamflow.tui.blocks import COMPACT, Size, drawn, fits, sizes
from teamflow.tui.enlarging import Pixels, enlarged

Measure = Callable[[str], int]

TOPS: Final = frozenset(" ▄")
"""A line of letters that begins like this has half a row of its own above it."""


@lru_cache(maxsize=32)
def in_bold(text: str, columns: int) -> tuple[str, ...]:
    """A sentence in plain letters, line by line, for that many columns of the terminal."""
    pieces = [piece for word in _words(text) for piece in chop_cells(word, max(1, columns))]
    return _balanced(pieces, columns, cell_len)


@lru_cache(maxsize=32)
def in_blocks(
    texts: tuple[str, ...],
    columns: int,
    rows: int,
    *,
    most: int = 1,
    largest: int = 9,
    compact: bool = False,
    halves: bool = True,
) -> tuple[tuple[str, ...], ...] | None:
    """Set texts in capitals as large as fits in `columns` by `rows` cells of the terminal, all of
    one size, each over `most` lines at most. Gives the rows of cells of each of them.

    `largest` and `halves` are those of `teamflow.tui.blocks.letters`, and None means the same;
    with `compact` only the narrowest letters are taken.
    """
    for size in sizes(largest, halves):
        if compact and size.font is not COMPACT:
            continue
        broken = [_in_lines(text, size, columns) for text in texts]
        if all(0 < len(lines) <= most for lines in broken):
            found = tuple(_stacked(lines, size) for lines in broken)
            if sum(map(len, found)) <= rows:
                return found
    return None


def _in_lines(text: str, size: Size, columns: int) -> list[Pixels]:
    """None where a word can't be set, or is too wide."""
    if not drawn(text, size.font):
        return []
    told = _balanced(_words(text), columns, lambda line: _width(line, size))
    lines = [drawn(line, size.font) for line in told]
    high = max(map(len, lines)) * size.scale
    return lines if all(fits(line, size, columns, high) for line in lines) else []


def _width(line: str, size: Size) -> int:
    return len(drawn(line, size.font)[0]) * size.scale * size.grain.columns


def _stacked(lines: Sequence[Pixels], size: Size) -> tuple[str, ...]:
    """Lines of letters one above the other, with half a row or a whole one between them."""
    first, *others = (enlarged(line, size.scale, size.grain) for line in lines)
    close = all(TOPS.issuperset(rows[0]) for rows in others)
    blank = () if close else ("",)
    return (*first, *(row for rows in others for row in (*blank, *rows)))


def _words(text: str) -> list[str]:
    """What stays together on a line: "groep 6", "20 %"."""
    return re.split(r"\s+(?![\d%])", text.strip())


def _balanced(words: Sequence[str], room: int, wide: Measure) -> tuple[str, ...]:
    best = _wrapped(words, room, wide)
    while len(best) > 1:
        narrower = _wrapped(words, max(map(wide, best)) - 1, wide)
        if len(narrower) > len(best) or max(map(wide, narrower)) >= max(map(wide, best)):
            break
        best = narrower
    return tuple(best)


def _wrapped(words: Sequence[str], room: int, wide: Measure) -> list[str]:
    """No line wider than `room` but for a word that is."""
    lines: list[str] = []
    for word in words:
        if lines and wide(longer := f"{lines[-1]} {word}") <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
