"""The form as plain text: one page of 80 columns, the four boxes drawn with lines."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Final

from teamflow.core.form import Box, Fact, Form, Paragraph, Part, Table
from teamflow.export.cells import padded, width, wrapped

COLUMNS: Final = 80
_INSIDE: Final = COLUMNS - len("│ ") - len(" │")
_GAP: Final = "  "
_WIDEST_WHO: Final = 18
_WIDEST_WHEN: Final = 27  # "donderdag 24 september 2026"


def export(form: Form) -> bytes:
    """The page as a text file in UTF-8."""
    return (page(form) + "\n").encode()


def page(form: Form) -> str:
    """The page as text, without a line break at its end."""
    lines = [*wrapped(form.title, COLUMNS), "", *_facts(form.facts)]
    for box in form.boxes:
        lines += ["", *_box(box)]
    return "\n".join(line.rstrip() for line in lines)


def _facts(facts: tuple[Fact, ...]) -> Iterator[str]:
    """Labels in one column, what was filled in behind them in another."""
    labels = max((width(fact.label) for fact in facts), default=0)
    for fact in facts:
        texts = wrapped(fact.text, COLUMNS - labels - len(_GAP))
        for label, text in zip_longest([fact.label], texts, fillvalue=""):
            yield padded(label, labels) + _GAP + text


def _box(box: Box) -> Iterator[str]:
    title, *more = wrapped(f"{box.number}. {box.title}", _INSIDE - len("─ "))
    yield f"┌─ {title} {'─' * (_INSIDE - width(title) - 1)}┐"
    for line in [*more, *_parts(box.parts)] or [""]:
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
        case Fact(label, text):
            return wrapped(f"{label}: {text}", _INSIDE, hang=2)
        case Table():
            return _table(part)


def _table(table: Table) -> Iterator[str]:
    """What, who and when side by side; the last two take what they need, up to a limit."""
    lines = (table.headings, *table.rows)
    who = min(max(width(cells[1]) for cells in lines), _WIDEST_WHO)
    when = min(max(width(cells[2]) for cells in lines), _WIDEST_WHEN)
    widths = (_INSIDE - who - when - 2 * len(_GAP), who, when)
    yield from _row(table.headings, widths)
    yield "─" * _INSIDE
    for row in table.rows:
        yield from _row(row, widths)


def _row(row: tuple[str, str, str], widths: tuple[int, int, int]) -> Iterator[str]:
    columns = [wrapped(text, cells) for text, cells in zip(row, widths, strict=True)]
    for line in zip_longest(*columns, fillvalue=""):
        yield _GAP.join(padded(text, cells) for text, cells in zip(line, widths, strict=True))
