"""Words looked for in files, as the files lie on the disk: no index, nothing kept.

Upper and lower case are alike, and so are letters with and without accents. What stands in a file
for programs only (the names of keys and tables, moments, states) isn't found.
"""

import re
import unicodedata
from pathlib import Path
from typing import Final

from teamflow.store import reading
from teamflow.store.problem import Unreadable

_USUAL: Final = 64 * 2**10  # bytes; a larger buffer takes longer to get than a session to read
_LEAD: Final = b"\xc3"
"""What UTF-8 puts in front of À to ÿ; the byte behind it says which."""

_LITTLE: Final = 2  # letters

_ACCENTS: Final = re.compile("[\u0300-\u036f]+")
_ESCAPE: Final = re.compile(rb"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([ \t\r]*\n\s*)|(.))")
_MEANT: Final = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"b": b" ", b"f": b" ", b"e": b" "}
_FOR_PROGRAMS: Final = re.compile(
    rb"\[\[?[a-z0-9_.-]+\]"  # the name of a table
    rb"|(?:schema|id|phase|voting|field|closed|saved|outcome|decision)[ \t]*=.*"
    rb"|[a-z0-9_-]+[ \t]*=[ \t]*(?:(?:true|false)\b|(?=[\"'\[0-9]))"  # the name of a key
    rb"|[ \t]*\{ .*"  # a span, a tally
)


def folded(text: str) -> str:
    """The text without differences of case and accents."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return _ACCENTS.sub("", plain)


def _table() -> bytes:
    """Each byte folded, those behind `_LEAD` to the letter that they stand for there. What one
    ASCII letter can't say becomes a byte that isn't ASCII."""
    table = bytearray(bytes(range(256)).lower())
    for byte in range(0x80, 0xC0):
        letter = folded(chr(byte + 0x40)).encode()
        table[byte] = letter[0] if len(letter) == 1 else 0xFF
    return bytes(table)


_FOLD: Final = _table()


class Words:
    """What somebody looks for: each of the words in `text`, or parts of words, in any order."""

    def __init__(self, text: str) -> None:
        words = (folded(word).encode(errors="surrogatepass") for word in text.split())
        self._words = tuple(filter(None, words))

    def __bool__(self) -> bool:
        return bool(self._words)

    def without(self, name: str) -> "Words | None":
        """The others, where somebody typed all words of this name, little ones aside; else None."""
        named = Words(name)._words
        if not {word for word in named if len(word) > _LITTLE} <= set(self._words):
            return None
        others = b" ".join(word for word in self._words if word not in named)
        return Words(others.decode(errors="surrogatepass"))

    def are_in(self, data: bytes) -> bool:
        """Whether all of them are told in these bytes of a session's file."""
        plain = _folded(data)
        return all(_tells(plain, word) for word in self._words)

    def are_in_file(self, path: Path) -> bool:
        """The same for a file; one that can't be read has only its name."""
        try:
            data = reading.start_of(path, _USUAL)
            if len(data) == _USUAL:
                data = reading.whole(path)
        except Unreadable:
            data = path.name.encode(errors="surrogateescape")
        return self.are_in(data)


def _folded(data: bytes) -> bytes:
    """The bytes of a file, folded, and behind them once more without TOML's escapes."""
    if b"\\" in data:
        data = b"\n".join((data, _ESCAPE.sub(_unescaped, data)))
    plain = data.translate(_FOLD, _LEAD)
    if plain.isascii():
        return plain
    # There is more in it than the letters of Western Europe: the long way.
    return folded(data.decode(errors="replace")).encode(errors="replace")


def _unescaped(escape: re.Match[bytes]) -> bytes:
    short, long, joint, letter = escape.groups()
    if joint is not None:
        return b""
    if letter is not None:
        return _MEANT.get(letter, letter)
    number = int(short or long, 16)
    return chr(number).encode(errors="replace") if number < 0x110000 else b" "


def _tells(plain: bytes, word: bytes) -> bool:
    at = plain.find(word)
    while at >= 0:
        line = plain.rfind(b"\n", 0, at) + 1
        skipped = _FOR_PROGRAMS.match(plain, line)
        if skipped is None or skipped.end() <= at:
            return True
        at = plain.find(word, skipped.end())
    return False
