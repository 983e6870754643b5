"""The form as a web page, read back by an HTML parser and printed by a real browser."""

import base64
import hashlib
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import example, given
from pypdf import PdfReader

from papers import AWKWARD, crowded, form_with, leaders, session_with, teams, texts_of
from strategies import MEETING, lines, proses, sessions
from teamflow.core.blank import blank
from teamflow.core.form import Fact, Form, Paragraph, Room, Table, fill
from teamflow.core.session import Session
from teamflow.export import html
from teamflow.locale import catalogue

DUTCH: Final = catalogue("nl").gettext
FORM: Final = fill(MEETING, DUTCH)
VOID: Final = {"meta", "col"}
TEXT: Final = {"h1", "h2", "p", "dt", "dd", "th", "td"}
STEPS: Final = Table(("Wat", "Wie", "Wanneer"), (("lezen", "Joost", ""), ("", "", "")), (3, 2, 3))

A4: Final = (595, 842)
"""In points."""


class Page(HTMLParser):
    """What a reader of the page gets: its elements with their attributes, and its texts."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[str, str]] = []
        self.title = self.style = ""
        self._open: list[str] = []
        self.feed(html.export(form).decode())
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)
        if tag in TEXT:
            self.texts.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        tag = next((tag for tag in reversed(self._open) if tag in {*TEXT, "title", "style"}), "")
        if tag in TEXT:
            self.texts[-1] = (tag, self.texts[-1][1] + data)
        elif tag == "title":
            self.title += data
        elif tag == "style":
            self.style += data
        else:
            assert data.isspace(), data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    @property
    def tags(self) -> list[str]:
        return [tag for tag, _attributes in self.elements]

    @property
    def told(self) -> list[str]:
        """Every text in the page, in its order."""
        return [text for _tag, text in self.texts if text]

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of every such element."""
        return [attributes for each, attributes in self.elements if each == tag]

    def meta(self, name: str) -> str:
        named = (each for each in self.all("meta") if name in each.values())
        return next(named)["content"]


@given(sessions)
@example(MEETING)
@example(session_with("\n".join(AWKWARD)))
def test_every_word_of_any_session_is_in_the_page_as_it_was_typed(session: Session) -> None:
    assert Page(teams(session)).told == texts_of(teams(session))


@given(proses.filter(bool))
def test_line_breaks_and_indents_stay(prose: str) -> None:
    assert ("p", prose) in Page(form_with(Paragraph(prose))).texts
    assert "white-space: pre-wrap" in Page(form_with()).style


@given(lines.filter(bool))
@example(" ".join(AWKWARD))
def test_no_element_comes_from_what_people_typed(line: str) -> None:
    assert Page(teams(session_with(line))).tags == Page(teams(session_with("woord"))).tags


@pytest.mark.parametrize("text", ['" onclick="x', "' onclick='x", "</td>", "--><b>"])
def test_no_attribute_comes_from_a_heading(text: str) -> None:
    page = Page(form_with(Table((text,), ((text,),), (1,))))
    assert page.all("td") == [{"role": "cell", "data-heading": text}]


def test_the_page_says_its_language_and_its_title() -> None:
    page = Page(FORM)
    assert page.all("html") == [{"lang": "nl"}]
    assert page.title == "Formulier voor teamleren: van problemen naar oplossingen"


def test_the_page_has_one_heading_and_each_box_has_its_own() -> None:
    headings = [(tag, text) for tag, text in Page(FORM).texts if tag[0] == "h"]
    assert headings == [
        ("h1", "Formulier voor teamleren: van problemen naar oplossingen"),
        ("h2", "1. Ons leerpunt / doel"),
        ("h2", "2. Idee voor de aanpak"),
        ("h2", "3. Beschrijving van de les of van de activiteiten"),
        ("h2", "4. Hoe en wanneer evalueren we?"),
    ]


def test_sections_and_tables_are_named_by_a_heading_that_is_there_once() -> None:
    page = Page(teams())
    headings = [each["id"] for each in page.all("h2")]
    assert len(set(headings)) == len(headings) == 7
    assert [each["aria-labelledby"] for each in page.all("section")] == headings
    assert {each["aria-labelledby"] for each in page.all("table")} < set(headings)


def test_every_column_of_a_table_says_what_it_is() -> None:
    page = Page(form_with(STEPS))
    assert [text for tag, text in page.texts if tag == "th"] == ["Wat", "Wie", "Wanneer"]
    assert {each["scope"] for each in page.all("th")} == {"col"}


def test_a_column_without_a_heading_has_no_empty_one() -> None:
    texts = Page(form_with(Table(("", "Idee"), (("1", "lezen"),), (1, 9)))).texts
    assert [each for each in texts if each[0] in {"td", "th"}] == [
        ("td", ""),
        ("th", "Idee"),
        ("td", "1"),
        ("td", "lezen"),
    ]


def test_on_a_small_screen_a_cell_brings_its_heading_and_its_role() -> None:
    cells = Page(form_with(STEPS)).all("td")
    assert [each["data-heading"] for each in cells] == ["Wat", "Wie", "Wanneer"] * 2
    assert {each["role"] for each in cells} == {"cell"}


def test_columns_divide_the_page_by_their_shares() -> None:
    style = Page(form_with(STEPS)).style
    for column, width in enumerate(("37.50%", "25.00%", "37.50%"), start=1):
        assert f".shares-3-2-3 col:nth-child({column}) {{ width: {width} }}" in style
    assert Page(form_with(STEPS)).all("table")[0]["class"] == "shares-3-2-3"


def test_facts_in_a_row_are_one_list() -> None:
    page = Page(form_with(Fact("a", "1"), Fact("b", "2"), Paragraph("tekst"), Fact("c", "3")))
    assert page.tags.count("dl") == 2
    assert page.tags.count("dt") == page.tags.count("dd") == 3


def test_what_is_to_be_filled_in_by_hand_is_a_line_to_write_on() -> None:
    page = Page(form_with(Room(3), Fact("waarom", ""), STEPS))
    assert page.all("div")[:4] == [{"class": "room"}, {}, {}, {}]
    assert ("dd", "") in page.texts
    assert [each.get("class") for each in page.all("tr")] == [None, None, "by-hand"]


def test_the_page_needs_nothing_else_and_runs_nothing() -> None:
    page = Page(teams(session_with(" ".join(AWKWARD))))
    assert not {"script", "link", "img", "iframe", "a", "form", "base", "object"} & set(page.tags)
    names = {name for _tag, attributes in page.elements for name in attributes}
    assert not {"src", "href", "style"} & names
    assert not [name for name in names if name.startswith("on")]
    assert not re.search(r"url\(|@import|expression|http", page.style)


def test_the_policy_allows_its_own_style_and_nothing_more() -> None:
    page = Page(teams())
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    assert page.meta("Content-Security-Policy").split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_small_screens_and_both_colour_schemes_are_announced() -> None:
    page = Page(teams())
    assert page.meta("viewport") == "width=device-width, initial-scale=1"
    assert page.meta("color-scheme") == "light dark"


def test_the_same_form_gives_the_same_bytes() -> None:
    first, again = (html.export(teams(crowded())) for _ in range(2))
    assert first == again
    assert first.decode().endswith("</html>\n")


def colours(start: str) -> dict[str, str]:
    """The colours that the style names in the block that starts so."""
    block = Page(form_with()).style.split(f"{start} {{", 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--(\w+): (#\w{6});", block))


PAPER: Final = ":root"
DARK: Final = "@media screen and (prefers-color-scheme: dark) {\n  :root"


def luminance(colour: str) -> float:
    """Relative luminance, from 0 to 1 (WCAG 2.2)."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio, from 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [PAPER, DARK], ids=["paper", "dark"])
@pytest.mark.parametrize("ground", ["paper", "band"])
def test_text_stands_out_seven_to_one_and_lines_three_to_one(scheme: str, ground: str) -> None:
    named = colours(scheme)
    assert min(contrast(named[text], named[ground]) for text in ("ink", "label", "accent")) >= 7
    assert min(contrast(named[line], named[ground]) for line in ("edge", "rule")) >= 3


def test_every_colour_has_a_name_and_paper_knows_one_scheme_only() -> None:
    style = Page(form_with()).style
    assert colours(PAPER).keys() == colours(DARK).keys()
    assert len(re.findall(r"#[0-9a-f]{6}", style)) == 2 * len(colours(PAPER))
    assert style.count("prefers-color-scheme") == 1


def printed(form: Form, folder: Path) -> PdfReader:
    """The page as Chromium prints it."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    assert chromium, "Install Chromium (chromium or google-chrome): this test prints with it."
    page, pdf = folder / "form.html", folder / "form.pdf"
    page.write_bytes(html.export(form))
    options = ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
    files = (f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={pdf}", page.as_uri())
    subprocess.run([chromium, *options, *files], check=True, capture_output=True, timeout=120)
    return PdfReader(pdf)


def is_one_a4(pdf: PdfReader) -> bool:
    sizes = [(round(page.mediabox.width), round(page.mediabox.height)) for page in pdf.pages]
    return sizes == [A4]


def letters(text: str) -> str:
    return "".join(text.split())


def test_a_filled_form_prints_on_one_a4_with_every_word_on_it(tmp_path: Path) -> None:
    pdf = printed(FORM, tmp_path)
    assert is_one_a4(pdf)
    told = letters(pdf.pages[0].extract_text())
    assert [text for text in texts_of(FORM) if letters(text) not in told] == []


def test_the_empty_form_fills_one_a4_from_top_to_bottom(tmp_path: Path) -> None:
    pdf = printed(blank(DUTCH), tmp_path)
    assert is_one_a4(pdf)
    heights: list[float] = []

    def note(text: str, cm: list[float], tm: list[float], *_font: Any) -> None:
        if text.strip():
            heights.append(tm[4] * cm[1] + tm[5] * cm[3] + cm[5])

    pdf.pages[0].extract_text(visitor_text=note)
    assert min(heights) < 0.1 * A4[1]
    assert max(heights) > 0.9 * A4[1]


def test_a_table_that_goes_on_over_pages_repeats_its_headings(tmp_path: Path) -> None:
    pages = [letters(page.extract_text()) for page in printed(leaders(crowded()), tmp_path).pages]
    with_steps = [page for page in pages if "Stap" in page]
    assert len(with_steps) > 1
    assert [page for page in with_steps if "WhatWhoWhen" not in page] == []
