"""The values in a damaged TOML text, as far as they can be read, and what is lost."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

from teamflow.locale import N_
from teamflow.store.faults import KeyPath
from teamflow.store.locate import Lines
from teamflow.store.parsing import TWICE, parse
from teamflow.store.problem import Problem, Unreadable
from teamflow.store.statements import Statement, guessed, mended, statements

_CUT_OFF: Final = N_("This text or list is cut off, or has a quote too many.")
_MERGED: Final = N_("Two versions of the file are mixed here: the first is kept.")
_GUESSED: Final = N_("The name of this group is damaged: it's read as {name}.")
_NAMELESS: Final = N_("The name of this group can't be read: it's left out, up to line {last}.")
_LINES: Final = N_("From here up to line {last} nothing can be understood.")


class _Gap(NamedTuple):
    """Lines that nothing can be made of: the first and last, and why."""

    first: int
    last: int
    reason: str


class _Place(NamedTuple):
    """Where a value was read: in which statement, and how deep the table around that is."""

    statement: Statement
    depth: int


class Salvage:
    """What could be read of a text, in `values`. Of a key that is there twice the first value
    counts; what stands in a group that is there twice is put together."""

    def __init__(self, text: str) -> None:
        self.values: dict[str, Any] = {}
        self._lost: list[Problem] = []
        self._gaps: list[_Gap] = []
        self._places: dict[KeyPath, _Place] = {}
        self._group: dict[str, Any] | None = self.values
        self._path: KeyPath = ()
        self._lines_in = lru_cache(maxsize=1)(Lines)
        for statement in statements(text):
            self._read(statement)

    @property
    def lost(self) -> list[Problem]:
        """What couldn't be read, or not as it stands, each with its line."""
        gaps = (Problem(None, gap.first, gap.reason, {"last": gap.last}) for gap in self._gaps)
        return [*self._lost, *gaps]

    def line_of(self, path: KeyPath) -> int | None:
        """The line of the value at `path`, or of the nearest one around it."""
        ways = (path[:length] for length in range(len(path), 0, -1))
        place = next((self._places[way] for way in ways if way in self._places), None)
        if place is None:
            return None
        lines = self._lines_in(place.statement.text)
        return place.statement.line - 1 + lines.of(path[place.depth :])

    def _read(self, statement: Statement) -> None:
        if statement.is_header:
            self._enter(statement)
        elif self._group is None:
            self._skip(statement, _NAMELESS)
        elif statement.is_mark_of_merging:
            self._lose(statement, _MERGED)
        elif not statement.is_empty:
            self._read_pair(statement, self._group)

    def _enter(self, header: Statement) -> None:
        """Go to the group that a header names."""
        try:
            names, is_item = _named(parse(header.text))
        except Unreadable:
            known = guessed(header)
            if known is None:
                self._leave(header, _NAMELESS)
            else:
                self._lose(header, _GUESSED, name=known.text)
                self._enter(known)
            return
        if self._group is None and len(names) > 1:  # part of a group whose own name is lost
            self._skip(header, _NAMELESS)
            return
        self._group, self._path = self.values, ()
        for name in names[:-1]:
            self._step(name)
        self._step(names[-1], is_item=is_item)
        if self._group is None:
            self._leave(header, TWICE)
        elif self._path in self._places:
            self._lose(header, TWICE)
        else:
            self._places[self._path] = _Place(Statement(header.line, ""), len(self._path))

    def _step(self, name: str, *, is_item: bool = False) -> None:
        """Go one group inward: of a list of groups to the last one, or to a new item."""
        if self._group is None:
            return
        inner = self._group.setdefault(name, [] if is_item else {})
        self._path = (*self._path, name)
        if isinstance(inner, list):
            if is_item:
                inner.append({})
            self._path = (*self._path, len(inner) - 1)
            inner = inner[-1] if inner else None
        elif is_item:
            inner = None
        self._group = inner if isinstance(inner, dict) else None

    def _leave(self, header: Statement, reason: str) -> None:
        """Be in no group, up to the next header that can be read."""
        self._group = None
        self._gaps.append(_Gap(header.line, header.last, reason))

    def _skip(self, statement: Statement, reason: str) -> None:
        gap = self._gaps[-1] if self._gaps else None
        if gap is None or gap.last != statement.line - 1:
            self._gaps.append(_Gap(statement.line, statement.last, reason))
        else:
            reason = gap.reason if self._group is None else _LINES
            self._gaps[-1] = _Gap(gap.first, statement.last, reason)

    def _read_pair(self, statement: Statement, group: dict[str, Any]) -> None:
        try:
            values = parse(statement.text)
        except Unreadable as unreadable:
            again = mended(statement)
            if again is None:
                self._skip(statement, unreadable.problems[0].reason)
                return
            self._lose(again, _CUT_OFF)
            statement, values = again, parse(again.text)
        self._add(values, _Place(statement, len(self._path)), group, self._path)

    def _add(
        self, values: Mapping[str, Any], place: _Place, group: dict[str, Any], path: KeyPath
    ) -> None:
        for key, value in values.items():
            here = (*path, key)
            if key not in group:
                group[key] = value
                self._places[here] = place
            elif isinstance(value, dict) and isinstance(group[key], dict):
                self._add(value, place, group[key], here)
            else:
                self._lose(place.statement, TWICE)

    def _lose(self, statement: Statement, reason: str, **values: object) -> None:
        self._lost.append(Problem(None, statement.line, reason, values))


def _named(chain: Mapping[str, Any]) -> tuple[list[str], bool]:
    """The names in a header, outermost first, and whether it begins an item of a list."""
    names: list[str] = []
    while True:
        ((name, inner),) = chain.items()
        names.append(name)
        if not inner or isinstance(inner, list):
            return names, bool(inner)
        chain = inner
