"""The form as a Word document: read back with python-docx, and printed by LibreOffice."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml.ns import qn
from docx.shared import Cm, Twips
from docx.table import Table as Grid
from docx.text.paragraph import Paragraph as Line
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from papers import AWKWARD, crowded, form_with, leaders, session_with, teams, texts_of
from strategies import MEETING, sessions
from teamflow.core.blank import blank
from teamflow.core.form import Fact, Form, Paragraph, Room, Table, fill
from teamflow.core.session import Session
from teamflow.export.docx import export
from teamflow.locale import catalogue

A4_IN_POINTS = 595.3, 841.9
SIDE_IN_POINTS = 56.7
NL = catalogue("nl").gettext


def opened(form: Form) -> Document:
    return docx.Document(BytesIO(export(form)))


def paragraphs(document: Document) -> Iterator[Line]:
    """All of them, in the order of reading."""
    for block in document.iter_inner_content():
        if isinstance(block, Line):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from cell.paragraphs


def said(document: Document) -> list[str]:
    return seen(line.text for line in paragraphs(document))


def seen(texts: Iterator[str] | list[str]) -> list[str]:
    """What a reader sees: lines, and labels apart from what stands behind them."""
    return [piece for text in texts for piece in re.split(r"[\t\n]", text) if piece]


def without_what_xml_refuses(texts: list[str]) -> list[str]:
    """After the production of Char in XML 1.0."""

    def allowed(char: str) -> bool:
        number = ord(char)
        return char in "\t\n" or (
            number >= 0x20 and not 0xD800 <= number <= 0xDFFF and number not in {0xFFFE, 0xFFFF}
        )

    return ["".join(filter(allowed, text)) for text in texts]


def styles(document: Document) -> list[str | None]:
    return [line.style.name for line in paragraphs(document) if line.style]


def data_tables(document: Document) -> list[Grid]:
    return [table for table in document.tables if table.style and table.style.name == "Form Table"]


def boxes(document: Document) -> list[Grid]:
    return [table for table in document.tables if len(table.rows[0].cells) == 1]


@given(sessions)
@example(MEETING)
@settings(max_examples=25, deadline=None)
def test_every_word_of_any_session_can_be_read_back_in_order(session: Session) -> None:
    form = teams(session)
    assert said(opened(form)) == seen(without_what_xml_refuses(texts_of(form)))


@pytest.mark.parametrize("text", AWKWARD)
def test_what_people_paste_stays_what_they_pasted(text: str) -> None:
    form = teams(session_with(text))
    assert said(opened(form)) == seen(texts_of(form))


@given(st.text(st.characters(exclude_characters="\r\t")))
@example("".join(AWKWARD))
@example("\ufffe\uffff\x00\x0b\x1f\ud800")
@settings(max_examples=25, deadline=None)
def test_any_text_at_all_makes_a_document_of_all_that_xml_can_hold(text: str) -> None:
    form = replace(
        form_with(Paragraph(text), Fact(text, text), Table((text,), ((text,),), (1,))), title=text
    )
    assert said(opened(form)) == seen(without_what_xml_refuses(texts_of(form)))


def test_a_title_longer_than_word_allows_is_cut_off_in_the_properties_only() -> None:
    document = opened(replace(leaders(), title="x" * 300))
    assert document.core_properties.title == "x" * 255
    assert document.paragraphs[0].text == "x" * 300


def test_nothing_that_was_typed_becomes_a_field_or_a_link() -> None:
    form = teams(session_with('{ DATE } =SUM(A1) https://x.nl HYPERLINK "https://x.nl"'))
    with ZipFile(BytesIO(export(form))) as package:
        xml = package.read("word/document.xml").decode()
    assert not re.search(r"<w:(fld|instrText|hyperlink|sdt|object)", xml)


def test_each_line_of_a_lesson_is_a_paragraph() -> None:
    [lesson] = [box for box in boxes(opened(leaders())) if "Eerst" in box.cell(0, 0).text]
    assert [line.text for line in lesson.cell(0, 0).paragraphs] == [
        "Eerst doen we voor.",
        "Dan doen we het samen.",
        "",
        "Dan alleen.",
    ]


def test_the_title_and_the_boxes_are_real_headings_outside_of_tables() -> None:
    form = teams()
    headings = [
        (line.style.name, line.text)
        for line in opened(form).paragraphs
        if line.style and (line.style.name or "").startswith("Heading")
    ]
    assert headings == [
        ("Heading 1", form.title),
        *(("Heading 2", f"{box.number}. {box.title}") for box in form.boxes),
        *(("Heading 2", section.title) for section in form.annex),
    ]


def test_a_box_without_a_word_is_still_a_box() -> None:
    assert [box.cell(0, 0).text for box in boxes(opened(form_with()))] == [""] * 4


def test_a_box_grows_when_a_teacher_types_on() -> None:
    rows = [box.rows[0] for box in boxes(opened(leaders()))]
    assert {row.height_rule for row in rows} == {WD_ROW_HEIGHT_RULE.AT_LEAST}
    assert not [row for row in rows if row._tr.findall(f".//{qn('w:cantSplit')}")]


def test_a_box_is_open_where_a_table_closes_it() -> None:
    form = form_with(Paragraph("voor"), Table(("a",), (("b",),), (1,)), Paragraph("na"))
    names = [table.style.name for table in opened(form).tables if table.style]
    assert names[:3] == ["Form Box Open", "Form Table", "Form Box"]


def test_tables_never_touch_or_hold_each_other() -> None:
    two = Table(("a",), (("b",),), (1,))
    blocks = [type(block) for block in opened(form_with(two, two)).iter_inner_content()]
    assert (Grid, Grid) not in pairwise(blocks)
    assert blocks[-1] is Line
    assert not [
        cell for table in opened(teams()).tables for cell in table.rows[0].cells if cell.tables
    ]


def test_columns_have_their_shares_of_the_page_in_every_cell() -> None:
    [table] = data_tables(opened(leaders()))
    page = Cm(17)
    assert table.autofit is False
    for row in table.rows:
        for cell, column, share in zip(row.cells, table.columns, (3, 2, 3), strict=True):
            assert cell.width == column.width == pytest.approx(page * share / 8, abs=Twips(20))


def test_every_table_is_as_wide_as_the_text() -> None:
    document = opened(teams(crowded()))
    [section] = document.sections
    sides = (section.left_margin or 0) + (section.right_margin or 0)
    text = (section.page_width or 0) - sides
    for table in document.tables:
        widths = [column.width or 0 for column in table.columns]
        assert sum(widths) == pytest.approx(text, abs=Twips(20))


def test_the_first_row_of_a_table_is_repeated_on_the_next_page() -> None:
    for table in data_tables(opened(teams(crowded()))):
        repeated = [bool(row._tr.findall(f".//{qn('w:tblHeader')}")) for row in table.rows]
        assert repeated == [True, *[False] * (len(table.rows) - 1)]


def test_what_is_for_the_team_alone_starts_on_a_page_of_its_own() -> None:
    document = opened(teams())
    breaks = [line.text for line in document.paragraphs if line.paragraph_format.page_break_before]
    assert breaks == ["All ideas"]


def test_an_empty_form_has_lines_to_write_on() -> None:
    form = blank(str)
    rooms = [part for box in form.boxes for part in box.parts if isinstance(part, Room)]
    parts = [*form.facts, *(part for box in form.boxes for part in box.parts)]
    facts = [part for part in parts if isinstance(part, Fact)]
    lines = styles(opened(form)).count("Writing Line")
    assert lines == sum(room.lines for room in rooms) + len(facts)


def test_an_empty_row_is_high_enough_to_write_in() -> None:
    [table] = data_tables(opened(blank(str)))
    heights = [row.height for row in table.rows[1:]]
    assert heights == pytest.approx([Cm(0.7)] * len(heights), abs=Twips(1))


def test_what_is_known_of_an_empty_form_needs_no_line_to_write_on() -> None:
    document = opened(blank(str, school="De Regenboog"))
    assert document.paragraphs[1].text == "School\tDe Regenboog"
    assert document.paragraphs[1].style is not None
    assert document.paragraphs[1].style.name == "Page Fact"


def test_the_page_is_an_a4() -> None:
    [section] = opened(leaders()).sections
    assert section.page_width == pytest.approx(Cm(21), abs=Twips(1))
    assert section.page_height == pytest.approx(Cm(29.7), abs=Twips(1))


@pytest.mark.parametrize(("language", "tag"), [("nl", "nl-NL"), ("en", "en-GB"), ("fy", "fy")])
def test_the_document_says_which_language_it_is_in(language: str, tag: str) -> None:
    document = opened(replace(leaders(), language=language))
    [spelling] = document.styles.element.findall(f".//{qn('w:lang')}")
    assert spelling.get(qn("w:val")) == tag
    assert document.core_properties.language == tag


def test_the_properties_name_no_person_and_no_day() -> None:
    properties = opened(leaders()).core_properties
    assert properties.title == leaders().title
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert (properties.created, properties.modified) == (None, None)


def test_the_same_form_makes_the_same_bytes() -> None:
    assert export(teams()) == export(teams())
    with ZipFile(BytesIO(export(teams()))) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def program(name: str, package: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.fail(f"This test prints what we export: install {package} (it brings {name}).")
    return found


def printed(folder: Path, **forms: Form) -> list[Path]:
    """The forms as LibreOffice prints them to PDF files."""
    files = [folder / f"{name}.docx" for name in forms]
    for file, form in zip(files, forms.values(), strict=True):
        file.write_bytes(export(form))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    office = program("soffice", "LibreOffice Writer")
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *files],
        check=True,
        capture_output=True,
    )
    return [file.with_suffix(".pdf") for file in files]


def pdftotext(*arguments: str | Path) -> str:
    command = [program("pdftotext", "poppler-utils"), *arguments, "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_a_crowded_form_is_printed_whole_and_inside_its_margins(tmp_path: Path) -> None:
    form = teams(replace(crowded(), theme="x" * 10_000))
    [pdf] = printed(tmp_path, crowded=form)
    text = squeezed(pdftotext(pdf))
    assert [lost for lost in texts_of(form) if squeezed(lost) not in text] == []

    sides = [
        (float(word["left"]), float(word["right"]))
        for word in re.finditer(
            r'xMin="(?P<left>[\d.-]+)" .* xMax="(?P<right>[\d.-]+)"', pdftotext("-bbox", pdf)
        )
    ]
    width, _height = A4_IN_POINTS
    assert min(left for left, _right in sides) >= SIDE_IN_POINTS - 1
    assert max(right for _left, right in sides) <= width - SIDE_IN_POINTS + 1


def test_the_leaders_form_and_the_empty_one_fit_one_a4(tmp_path: Path) -> None:
    for pdf in printed(tmp_path, leaders=fill(MEETING, NL), empty=blank(NL)):
        [page] = PdfReader(pdf).pages
        width, height = page.mediabox[2:]
        assert (float(width), float(height)) == pytest.approx(A4_IN_POINTS, abs=1)
