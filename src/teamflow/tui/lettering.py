"""Several lines of block letters at one size: a sentence broken over lines, or a few of them."""

from collections.abc import Sequence
from functools import lru_cache

from teamflow.tui.blocks import Size, _drawn, _fits, _sizes
from teamflow.tui.enlarging import Pixels, enlarged

TOPS = frozenset(" ▄")
"""A line of letters that begins like this has half a row of its own above it."""


@lru_cache(maxsize=16)
def lettered(
    texts: tuple[str, ...],
    columns: int,
    rows: int,
    *,
    most: int = 1,
    largest: int = 9,
    halves: bool = True,
) -> tuple[tuple[str, ...], ...] | None:
    """Set texts in capitals as large as fits in ``columns`` by ``rows`` cells of the terminal, all
    of one size, each broken over ``most`` lines at most. Gives the lines of each of them.

    ``largest`` and ``halves`` are those of `teamflow.tui.blocks.letters`, and None means the same.
    """
    for size in _sizes(largest, halves):
        broken = [_broken(text, size, columns) for text in texts]
        if max(map(len, broken)) <= most and all(map(all, broken)):
            found = tuple(_stacked(lines, size) for lines in broken)
            if sum(map(len, found)) <= rows:
                return found
    return None


def _broken(text: str, size: Size, columns: int) -> list[Pixels]:
    """The text in lines as long as fit; an empty line where a word can't be set."""
    lines: list[Pixels] = []
    told = ""
    for word in text.split():
        longer = _within(f"{told} {word}", size, columns) if told else ()
        if longer:
            told, lines[-1] = f"{told} {word}", longer
        else:
            told = word
            lines.append(_within(word, size, columns))
    return lines or [()]


def _within(text: str, size: Size, columns: int) -> Pixels:
    pixels = _drawn(text, size.font)
    return pixels if _fits(pixels, size, columns, len(pixels) * size.scale) else ()


def _stacked(lines: Sequence[Pixels], size: Size) -> tuple[str, ...]:
    """Lines of letters one above the other, with half a row or a whole one between them."""
    first, *others = (enlarged(line, size.scale, size.grain) for line in lines)
    close = all(TOPS.issuperset(rows[0]) for rows in others)
    blank = () if close else ("",)
    return (*first, *(row for rows in others for row in (*blank, *rows)))
