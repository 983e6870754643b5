"""The form as a Word document: the page as it is on paper, to be typed on.

Headings are real ones, and stand above their boxes: Word's navigation may miss those in tables.
Nor does a table stand inside another one, where its first row wouldn't be repeated on a next
page. Text that people typed is only ever text: no fields, no links.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Final, NamedTuple

import docx
from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.shared import Cm, Length
from docx.table import Table as Grid
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph as Line

from teamflow.core.form import Fact, Form, Paragraph, Part, Room, Table
from teamflow.export.wordparts import TEXT_WIDTH, empty_document, repacked

_NOT_IN_XML: Final = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST_TITLE: Final = 255
_LOWEST_BOX: Final = Cm(1.4)
_ROOM_TO_WRITE: Final = Cm(0.7)


class _Written(NamedTuple):
    """What one paragraph of the document says, and in which style."""

    text: str = ""
    style: str = "Normal"
    label: str = ""


def export(form: Form) -> bytes:
    """The page as a Word document, with no person's name and no date in its properties."""
    document = docx.Document(empty_document(form.language))
    document.core_properties.title = _clean(form.title)[:_LONGEST_TITLE]
    document.add_heading(_clean(form.title), 1)
    for fact in form.facts:
        _write(document.add_paragraph(), _fact(fact, "Page Fact"))
    for box in form.boxes:
        _box(document, f"{box.number}. {box.title}", box.parts)
    annex = [_box(document, section.title, section.parts) for section in form.annex]
    for heading in annex[:1]:
        heading.paragraph_format.page_break_before = True
    package = BytesIO()
    document.save(package)
    return repacked(package)


def _box(document: Document, title: str, parts: tuple[Part, ...]) -> Line:
    """A heading with its box below it; returns the heading."""
    heading: Line = document.add_heading(_clean(title), 2)
    pieces = list(_pieces(parts))
    for piece in pieces:
        if isinstance(piece, Table):
            _table(document, piece)
        else:
            _frame(document, piece, "Form Box" if piece is pieces[-1] else "Form Box Open")
        document.add_paragraph(style="Gap")
    return heading


def _pieces(parts: tuple[Part, ...]) -> Iterator[Table | list[_Written]]:
    """The tables, and the lines between them; a box that says nothing has no lines."""
    lines: list[_Written] = []
    for part in parts:
        if isinstance(part, Table):
            if lines:
                yield lines
            yield part
            lines = []
        else:
            lines += _lines(part)
    if lines or not parts:
        yield lines


def _lines(part: Paragraph | Fact | Room) -> list[_Written]:
    match part:
        case Paragraph(text):
            return [_Written(line) for line in text.split("\n")]
        case Fact():
            return [_fact(part, "Box Fact")]
        case Room(lines):
            return [_Written(style="Writing Line")] * lines


def _fact(fact: Fact, style: str) -> _Written:
    return _Written(fact.text, style if fact.text else "Writing Line", fact.label)


def _frame(document: Document, lines: list[_Written], style: str) -> None:
    """A bordered cell that grows with what is typed in it."""
    grid = _grid(document, style, rows=1, shares=(1,))
    _grow_from(_LOWEST_BOX, grid.rows[0])
    _fill(grid.cell(0, 0), lines)


def _table(document: Document, table: Table) -> None:
    grid = _grid(document, "Form Table", rows=1 + len(table.rows), shares=table.shares)
    head, *rows = grid.rows
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _fill_row(head, table.headings, "Table Heading")
    for row, texts in zip(rows, table.rows, strict=True):
        _fill_row(row, texts, "Normal")
        if not any(texts):
            _grow_from(_ROOM_TO_WRITE, row)


def _grid(document: Document, style: str, rows: int, shares: tuple[int, ...]) -> Grid:
    """A table as wide as the text. Word goes by the widths of cells, others by those of columns."""
    grid: Grid = document.add_table(rows, len(shares), style)
    grid.autofit = False
    widths = [Length(TEXT_WIDTH * share // sum(shares)) for share in shares]
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width
    for row in grid.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    return grid


def _grow_from(height: Length, row: _Row) -> None:
    row.height, row.height_rule = height, WD_ROW_HEIGHT_RULE.AT_LEAST


def _fill_row(row: _Row, texts: tuple[str, ...], style: str) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        _fill(cell, [_Written(line, style) for line in text.split("\n")])


def _fill(cell: _Cell, lines: list[_Written]) -> None:
    for written, line in zip(lines, _paragraphs(cell), strict=False):
        _write(line, written)


def _paragraphs(cell: _Cell) -> Iterator[Line]:
    """The one that every cell has, and then as many more as are asked for."""
    yield cell.paragraphs[0]
    while True:
        yield cell.add_paragraph()


def _write(line: Line, written: _Written) -> None:
    line.style = written.style
    if written.label:
        line.add_run(_clean(written.label), "Fact Label")
        line.add_run("\t")
    line.add_run(_clean(written.text))


def _clean(text: str) -> str:
    """`text` without what XML can't hold."""
    return _NOT_IN_XML.sub("", text)
