"""Sentences over as few lines as they take, which are about as long as each other."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Final

from rich.cells import cell_len, chop_cells

from teamflow.tui.blocks import letters

Measure = Callable[[str], int]

STANDARD, COMPACT = 5, 4
"""Rows to a line of block letters, with room for accents."""
MOST: Final = 3
"""Lines over which a sentence in block letters can still be read."""
ENDLESS: Final = 100_000


@lru_cache(maxsize=32)
def in_bold(text: str, columns: int) -> tuple[str, ...]:
    """A sentence in plain letters, line by line, for that many columns of the terminal."""
    pieces = [piece for word in _words(text) for piece in chop_cells(word, max(1, columns))]
    return _balanced(pieces, columns, cell_len)


@lru_cache(maxsize=32)
def in_blocks(
    text: str, columns: int, rows: int, *, compact: bool = False
) -> tuple[tuple[str, ...], ...] | None:
    """A sentence in small block letters, or the smallest; each line as its rows of cells. None
    where it doesn't fit in `columns` by `rows` cells, or has a character without a drawing."""
    for high in (COMPACT,) if compact else (STANDARD, COMPACT):
        lines = _lines_in_blocks(text, columns, high)
        fits = len(lines) <= MOST and sum(map(len, lines)) <= rows
        if lines and fits and all(len(line[0]) <= columns for line in lines):
            return lines
    return None


def _lines_in_blocks(text: str, columns: int, high: int) -> tuple[tuple[str, ...], ...]:
    # The whole is reserved, so that all lines have the same letters.
    set_in = partial(letters, columns=ENDLESS, rows=high, largest=1, reserve=text, level=True)
    if set_in(text) is None:
        return ()
    told = _balanced(_words(text), columns, lambda line: len((set_in(line) or ("",))[0]))
    first, *others = (set_in(line) or () for line in told)
    blank = next(y for y, row in enumerate(first) if row.strip())
    return (first[blank:], *others)


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
