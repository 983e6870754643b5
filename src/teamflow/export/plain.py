"""The form as plain text: one page of 80 columns, the four boxes drawn with lines."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Final

from teamflow.core.form import Fact, Form, Paragraph, Part, Room, Table
from teamflow.export.cells import padded, width, wrapped

COLUMNS: Final = 80
_INSIDE: Final = COLUMNS - len("│ ") - len(" │")
_GAP: Final = "  "
_LINE: Final = "_"
_NARROWEST: Final = 8


def export(form: Form) -> bytes:
    """The page as a text file in UTF-8."""
    return (page(form) + "\n").encode()


def page(form: Form) -> str:
    """The page as text, without a line break at its end."""
    lines = [*wrapped(form.title, COLUMNS), "", *_facts(form.facts)]
    for box in form.boxes:
        lines += ["", *_box(f"{box.number}. {box.title}", box.parts)]
    for section in form.annex:
        lines += ["", *_box(section.title, section.parts)]
    return "\n".join(line.rstrip() for line in lines)


def _facts(facts: tuple[Fact, ...]) -> Iterator[str]:
    """Labels in one column, what was filled in behind them in another."""
    labels = max((width(fact.label) for fact in facts), default=0)
    for fact in facts:
        room = COLUMNS - labels - len(_GAP)
        texts = wrapped(fact.text or _LINE * room, room)
        for label, text in zip_longest([fact.label], texts, fillvalue=""):
            yield padded(label, labels) + _GAP + text


def _box(heading: str, parts: tuple[Part, ...]) -> Iterator[str]:
    title, *more = wrapped(heading, _INSIDE - len("─ "))
    yield f"┌─ {title} {'─' * (_INSIDE - width(title) - 1)}┐"
    for line in [*more, *_parts(parts)] or [""]:
        yield f"│ {padded(line, _INSIDE)} │"
    yield f"└{'─' * (_INSIDE + 2)}┘"


def _parts(parts: tuple[Part, ...]) -> Iterator[str]:
    """The lines in a box; facts stand close together, all else has air around it."""
    before: Part | None = None
    for part in parts:
        if before is not None and not (isinstance(before, Fact) and isinstance(part, Fact)):
            yield ""
        yield from _part(part)
        before = part


def _part(part: Part) -> Iterable[str]:
    match part:
        case Paragraph(text):
            return wrapped(text, _INSIDE)
        case Fact(label, ""):
            return [f"{label}: ".ljust(_INSIDE, _LINE)]
        case Fact(label, text):
            return wrapped(f"{label}: {text}", _INSIDE, hang=2)
        case Room(lines):
            return [_LINE * _INSIDE] * lines
        case Table():
            return _table(part)


def _table(table: Table) -> Iterator[str]:
    widths = _widths(table)
    yield from _row(table.headings, widths)
    yield "─" * _INSIDE
    for row in table.rows:
        yield from _row(row if any(row) else [_LINE * cells for cells in widths], widths)


def _widths(table: Table) -> list[int]:
    """Each column takes what it needs, up to its share; the largest gets what is left over."""
    room = _INSIDE - len(_GAP) * (len(table.shares) - 1)
    limits = [max(_NARROWEST, room * share // sum(table.shares)) for share in table.shares]
    lines = (table.headings, *table.rows)
    by_hand = 0 if any(map(any, table.rows)) else _INSIDE
    wanted = [max(by_hand, *map(width, column)) for column in zip(*lines, strict=True)]
    widths = [min(pair) for pair in zip(wanted, limits, strict=True)]
    largest = table.shares.index(max(table.shares))
    widths[largest] += room - sum(widths)
    return widths


def _row(row: Iterable[str], widths: Iterable[int]) -> Iterator[str]:
    columns = [wrapped(text, cells) for text, cells in zip(row, widths, strict=True)]
    for line in zip_longest(*columns, fillvalue=""):
        yield _GAP.join(padded(text, cells) for text, cells in zip(line, widths, strict=True))
