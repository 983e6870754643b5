"""How wide text is in a terminal, in cells, and where to break it."""

import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

_JOINER: Final = "\u200d"
_AS_EMOJI: Final = "\ufe0f"
_SKIN_TONES: Final = range(0x1F3FB, 0x1F400)


def width(text: str) -> int:
    """The cells that `text` takes: wide letters and emoji two, marks and joiners none."""
    return sum(_added(before, char) for before, char in pairwise(f" {text}"))


def padded(text: str, cells: int) -> str:
    """`text` with spaces behind it, to a width of `cells`."""
    return text + " " * (cells - width(text))


def wrapped(text: str, cells: int, hang: int = 0) -> list[str]:
    """`text` in lines of at most `cells`, broken between words where that can be done.

    Its own line breaks and indents stay; where a line goes on it is indented by `hang` more.
    """
    return [piece for line in text.split("\n") for piece in _wrapped_line(line, cells, hang)]


def _wrapped_line(line: str, cells: int, hang: int) -> list[str]:
    margin = " " * min(len(line) - len(line.lstrip(" ")), cells // 2)
    room = cells - len(margin) - hang
    lines = [""]
    for piece in (piece for word in line.split() for piece in _pieces(word, room)):
        joined = f"{lines[-1]} {piece}".lstrip(" ")
        if width(joined) <= room:
            lines[-1] = joined
        else:
            lines.append(piece)
    first, *rest = lines
    return [margin + first, *(margin + " " * hang + more for more in rest)]


def _pieces(word: str, cells: int) -> Iterator[str]:
    """A word in pieces that fit; most words are one piece."""
    piece, taken = "", 0
    for before, char in pairwise(f" {word}"):
        added = _added(before, char)
        if taken + added > cells:
            yield piece
            piece, taken = "", 0
        piece += char
        taken += added
    yield piece


def _added(before: str, char: str) -> int:
    """The cells that `char` adds when it stands behind `before`."""
    if before == _JOINER or ord(char) in _SKIN_TONES:
        return 0
    if char == _AS_EMOJI:
        return 0 if _wide(before) else 1
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if _wide(char) else 1


def _wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in {"W", "F"}
