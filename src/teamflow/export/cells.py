"""How wide text is in a terminal, in cells, and where to break it."""

import unicodedata
from collections.abc import Iterator
from typing import Final

_JOINER: Final = "\u200d"
_AS_EMOJI: Final = "\ufe0f"
_SKIN_TONES: Final = range(0x1F3FB, 0x1F400)


def width(text: str) -> int:
    """The cells that `text` takes: wide letters and emoji two, marks and joiners none."""
    return sum(added for _char, added in _measured(text))


def padded(text: str, cells: int) -> str:
    """`text` with spaces behind it, to a width of `cells`."""
    return text + " " * (cells - width(text))


def wrapped(text: str, cells: int, hang: int = 0) -> list[str]:
    """`text` in lines of at most `cells` (8 or more), broken between words where that can be done.

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
    for char, added in _measured(word):
        if taken + added > cells:
            yield piece
            piece, taken = "", 0
        piece += char
        taken += added
    yield piece


def _measured(text: str) -> Iterator[tuple[str, int]]:
    """Each character with the cells that it adds to what stands before it."""
    before, base = "", 0
    for char in text:
        category = unicodedata.category(char)
        if char == _AS_EMOJI:
            added, base = (1, 2) if base == 1 else (0, base)
        elif category in {"Mn", "Me", "Cf"} or ord(char) in _SKIN_TONES:
            added = 0
        elif before == _JOINER and category == "So":
            added, base = 0, 2
        else:
            added = 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
            base = 0 if char == " " else added  # no emoji grows out of a space
        yield char, added
        before = char
