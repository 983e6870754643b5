"""On which line of a TOML document a value stands.

tomllib keeps no positions. This walks a document that tomllib has accepted, so it may trust
what it sees, and notes the line of every header, key and list item.
"""

import re
from bisect import bisect_left
from typing import Final

from teamflow.store.faults import KeyPath

_BLANK: Final = re.compile(r"(?:[ \t\n,]++|#[^\n]*+)*")
_SPACE: Final = re.compile(r"[ \t]*+")
_KEY: Final = re.compile(r"""[A-Za-z0-9_-]++|"((?:[^"\\]++|\\.)*)"|'([^']*+)'""")
_SCALAR: Final = re.compile(
    r'"""(?:[^"\\]++|\\.|"{1,2}(?!"))*"{3,5}'
    r"|'''(?:[^']++|'{1,2}(?!'))*'{3,5}"
    r'|"(?:[^"\\]++|\\.)*"'
    r"|'[^']*+'"
    r"|[^\s,\]}#]++(?: \d[^\s,\]}#]*+)?",  # a date and a time may have one space in between
    re.DOTALL,
)


class Lines:
    """The line of every value in a valid TOML document."""

    def __init__(self, text: str) -> None:
        self._text = text.replace("\r\n", "\n")  # as tomllib does
        self._ends = [match.start() for match in re.finditer("\n", self._text)]
        self._at = 0
        self._lengths: dict[KeyPath, int] = {}
        self._lines: dict[KeyPath, int] = {(): 1}
        self._read_document()

    def of(self, path: KeyPath) -> int:
        """The line, from 1, of the value at `path`, or of the nearest one around it."""
        while path not in self._lines:
            path = path[:-1]
        return self._lines[path]

    def _read_document(self) -> None:
        table: KeyPath = ()
        self._skip(_BLANK)
        while self._at < len(self._text):
            if self._text[self._at] == "[":
                table = self._read_header()
            else:
                self._read_pair(table)
            self._skip(_BLANK)

    def _read_header(self) -> KeyPath:
        line, of_list = self._line, self._text.startswith("[[", self._at)
        self._at += 2 if of_list else 1
        *parents, name = self._read_key()
        self._at += 2 if of_list else 1
        path: KeyPath = ()
        for parent in parents:
            path = self._newest((*path, parent))
        path = (*path, name)
        if of_list:
            self._lines.setdefault(path, line)
            self._lengths[path] = self._lengths.get(path, 0) + 1
            path = self._newest(path)
        self._lines[path] = line
        return path

    def _newest(self, path: KeyPath) -> KeyPath:
        """The last item where `path` is a list of tables: that's what later headers mean."""
        return (*path, self._lengths[path] - 1) if path in self._lengths else path

    def _read_pair(self, table: KeyPath) -> None:
        line = self._line
        path = table
        for part in self._read_key():
            path = (*path, part)
            self._lines.setdefault(path, line)
        self._at += 1  # the equals sign
        self._skip(_SPACE)
        self._read_value(path)

    def _read_key(self) -> list[str]:
        """A key of one or more parts; ends at what follows it."""
        parts: list[str] = []
        while not parts or self._text[self._at] == ".":
            self._at += 1 if parts else 0
            self._skip(_SPACE)
            match = _KEY.match(self._text, self._at)
            assert match is not None, "not a TOML document"
            parts.append(next(filter(None, match.groups()), match[0]))
            self._at = match.end()
            self._skip(_SPACE)
        return parts

    def _read_value(self, path: KeyPath) -> None:
        self._lines[path] = self._line
        opening = self._text[self._at]
        if opening == "[":
            self._read_array(path)
        elif opening == "{":
            self._read_inline_table(path)
        else:
            self._skip(_SCALAR)

    def _read_array(self, path: KeyPath) -> None:
        self._at += 1
        self._skip(_BLANK)
        place = 0
        while self._text[self._at] != "]":
            self._read_value((*path, place))
            self._skip(_BLANK)
            place += 1
        self._at += 1

    def _read_inline_table(self, path: KeyPath) -> None:
        self._at += 1
        self._skip(_BLANK)
        while self._text[self._at] != "}":
            self._read_pair(path)
            self._skip(_BLANK)
        self._at += 1

    def _skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self._text, self._at)
        assert match is not None, "not a TOML document"
        self._at = match.end()

    @property
    def _line(self) -> int:
        return bisect_left(self._ends, self._at) + 1
