"""The form as a PDF."""

import re
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final, NamedTuple

import pypdf
import pytest
from hypothesis import given, settings

from papers import AWKWARD, crowded, form_with, leaders, session_with, teams, texts_of
from strategies import MEETING, sessions, texts
from teamflow.core.blank import blank
from teamflow.core.form import Fact, Form, Paragraph, Table, fill
from teamflow.core.session import Session
from teamflow.export import pdf
from teamflow.locale import Say, catalogue

DUTCH: Final = catalogue("nl").gettext
ORDINARY: Final = {
    "the leader's": leaders(),
    "the team's": teams(),
    "the team's, in Dutch": fill(MEETING, DUTCH),
    "crowded": teams(crowded()),
    "the empty one": blank(str),
    "the empty one, in Dutch": blank(DUTCH),
}
A4: Final = (595.3, 841.9)
"""Width and height in points."""
MARGIN: Final = 36
"""Points above and below what is on a page, but for its number."""
NO_FONT_HAS: Final = frozenset("日本語한국어")
UNSEEN: Final = re.compile(r"[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe0f\ufeff]")
FONTS: Final = Path(pdf.__file__).with_name("paper") / "fonts"

ordinary = pytest.mark.parametrize("form", ORDINARY.values(), ids=ORDINARY)
awkward = pytest.mark.parametrize("text", AWKWARD, ids=range(len(AWKWARD)))
exported = cache(pdf.export)


def opened(form: Form) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(exported(form)))


def poppler(program: str, data: bytes, *options: str) -> bytes:
    try:
        return subprocess.run(
            [program, *options], input=data, capture_output=True, check=True
        ).stdout
    except FileNotFoundError:
        pytest.fail(f"{program} isn't installed: it's in Debian's poppler-utils")


def read_back(data: bytes) -> str:
    return poppler("pdftotext", data, "-raw", "-", "-").decode()


def letters(text: str) -> str:
    return UNSEEN.sub("", unicodedata.normalize("NFKC", text))


def lost(form: Form, data: bytes) -> Counter[str]:
    """The letters of a form that its file doesn't have, or not often enough."""
    return Counter(letters("".join(texts_of(form)))) - Counter(letters(read_back(data)))


class Place(NamedTuple):
    """Where a word stands, in points from the top left corner of its page."""

    left: float
    top: float
    right: float
    bottom: float


def places(data: bytes) -> list[Place]:
    boxes = poppler("pdftotext", data, "-bbox", "-", "-").decode(errors="replace")
    found = re.findall(r'<word xMin="(.+)" yMin="(.+)" xMax="(.+)" yMax="(.+)">', boxes)
    return [Place(*map(float, place)) for place in found]


def outside(data: bytes) -> list[Place]:
    """What stands off the page or in its margins; below there is room for the page's number."""
    width, height = A4
    free = Place(left=48, top=20, right=width - 48, bottom=height - 12)
    return [
        place
        for place in places(data)
        if place.left < free.left
        or place.top < free.top
        or place.right > free.right
        or place.bottom > free.bottom
    ]


def catalog(form: Form) -> Any:
    """What a PDF file says about itself."""
    return opened(form).root_object


def tags(form: Form) -> list[str]:
    """The kinds of the structure elements, in reading order."""
    return list(_kinds(catalog(form)["/StructTreeRoot"]))


def _kinds(element: Any) -> Iterator[str]:
    if "/S" in element:
        yield element["/S"].removeprefix("/")
    children = element.get("/K", ())
    for child in children if isinstance(children, list | tuple) else (children,):
        if isinstance(child.get_object(), dict):
            yield from _kinds(child.get_object())


def fonts_of(form: Form) -> dict[str, Any]:
    """The fonts on all pages, by name, each with what describes it."""
    pages: list[Any] = list(opened(form).pages)
    return {
        kind["/BaseFont"]: kind["/FontDescriptor"]
        for page in pages
        for font in page["/Resources"]["/Font"].values()
        for kind in font.get_object()["/DescendantFonts"]
    }


def fonts_of_texts(form: Form) -> dict[str, str]:
    """The font that each text is set in."""
    found: dict[str, str] = {}

    def note(text: str, _cm: Any, _tm: Any, font: Any, _size: float) -> None:
        if text.strip() and font:
            found[text.strip()] = font["/BaseFont"]

    for page in opened(form).pages:
        page.extract_text(visitor_text=note)
    return found


def claims_ua(data: bytes) -> bool:
    return b"<pdfuaid:part>1</pdfuaid:part>" in data


def rules(form: Form, page: int) -> list[int]:
    """Where lines go over almost the whole width of a page, in points from its top."""
    only = ("-f", str(page), "-l", str(page))
    picture = poppler("pdftoppm", exported(form), "-r", "72", "-gray", *only, "-")
    _magic, size, _depth, pixels = picture.split(b"\n", 3)
    width = int(size.split()[0])
    rows = [pixels[start : start + width] for start in range(0, len(pixels), width)]
    return [at for at, row in enumerate(rows) if sum(shade < 250 for shade in row) > width * 0.75]


@ordinary
def test_every_line_of_a_form_can_be_read_back(form: Form) -> None:
    said = letters("".join(page.extract_text() for page in opened(form).pages))
    lines = [line for text in texts_of(form) for line in text.split("\n")]
    assert [line for line in lines if letters(line) not in said] == []


@awkward
def test_no_letter_of_what_people_paste_is_lost(text: str) -> None:
    form = teams(session_with(text))
    assert set(lost(form, exported(form))) <= NO_FONT_HAS


@awkward
def test_nothing_that_people_paste_runs_off_the_page(text: str) -> None:
    assert outside(exported(teams(session_with(text)))) == []


@pytest.mark.parametrize(
    "text",
    [
        "W" * 40,
        "ก" * 3000,
        "👩‍👩‍👧‍👦" * 300,
        "aaa\u00a0" * 500,
        "begrijpendleesvaardigheidstoetsen",
        "-" * 500,
    ],
)
def test_a_word_that_is_wider_than_its_column_breaks(text: str) -> None:
    row = ("1", text, text, text)
    form = form_with(
        Paragraph(text), Fact("feit", text), Table(("", "a", "b", "c"), (row,), (1, 9, 2, 2))
    )
    assert outside(pdf.export(form)) == []
    assert lost(form, pdf.export(form)) == Counter()


@ordinary
def test_nothing_of_a_form_stands_in_the_margins(form: Form) -> None:
    assert outside(exported(form)) == []


@ordinary
def test_every_page_is_an_a4(form: Form) -> None:
    sizes = {tuple(round(edge, 1) for edge in page.mediabox[2:]) for page in opened(form).pages}
    assert sizes == {A4}


@pytest.mark.parametrize("say", [str, DUTCH], ids=["en", "nl"])
def test_the_empty_form_is_one_page_also_when_something_is_known(say: Say) -> None:
    names = ("Fatima", "Joost", "Marieke", "Sanne", "Daan", "Noor", "Anneke", "Lotte", "Merel")
    known = blank(say, school="De Regenboog", team="Onderbouw", date=MEETING.date, names=names)
    assert [len(opened(form).pages) for form in (blank(say), known)] == [1, 1]


def test_a_meeting_that_fits_is_one_full_page_without_a_number() -> None:
    form = fill(MEETING, DUTCH)
    (page,) = opened(form).pages
    assert "1 / 1" not in page.extract_text()
    assert max(rules(form, page=1)) > A4[1] - MARGIN - 5


def test_the_team_s_annex_stands_behind_the_page_with_the_boxes() -> None:
    first, second = opened(teams()).pages
    assert "All ideas" not in first.extract_text()
    assert "All ideas" in second.extract_text()


def test_more_pages_have_numbers() -> None:
    pages = opened(leaders(crowded())).pages
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert f"{number} / {len(pages)}" in page.extract_text()


def test_the_headings_of_a_table_come_back_on_every_page_that_it_goes_over() -> None:
    pages = [page.extract_text() for page in opened(leaders(crowded())).pages]
    with_steps = [page for page in pages if re.search(r"Stap \d+ van het plan", page)]
    assert len(with_steps) > 1
    assert [page for page in with_steps if "What" not in page.split("Stap", 1)[0]] == []


def test_a_box_is_closed_where_its_page_ends_and_opened_again_on_the_next() -> None:
    form = form_with(Paragraph("\n".join("regel" for _ in range(120))))
    assert max(rules(form, page=1)) > A4[1] - MARGIN - 5
    assert min(rules(form, page=2)) < MARGIN + 5


def test_in_the_evaluation_the_figure_and_the_day_stand_out() -> None:
    fonts = fonts_of_texts(leaders())
    assert fonts["from 20 % to 15 %"].endswith("SourceSans3-SemiBold")
    assert fonts["Monday 21 December 2026"].endswith("SourceSans3-SemiBold")
    assert fonts["Toets"].endswith("SourceSans3-Regular")
    assert fonts["Saturday 21 November 2026"].endswith("SourceSans3-Regular")


@ordinary
def test_all_fonts_are_in_the_file(form: Form) -> None:
    fonts = fonts_of(form)
    assert fonts
    assert [name for name, described in fonts.items() if "/FontFile2" not in described] == []


@ordinary
def test_the_file_is_tagged_in_its_own_language_and_claims_pdf_ua(form: Form) -> None:
    root = catalog(form)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == form.language
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert claims_ua(exported(form))


def test_the_file_has_a_title_and_no_date() -> None:
    told = opened(leaders()).metadata
    assert told is not None
    assert told.title == leaders().title
    assert (told.creation_date, told.modification_date) == (None, None)


def test_headings_and_tables_are_tagged_as_what_they_are() -> None:
    told = Counter(tags(leaders()))
    assert (told["H1"], told["H2"], told["Table"], told["TH"], told["TD"]) == (1, 4, 1, 3, 6)
    assert tags(leaders())[:2] == ["Document", "H1"]


def test_a_letter_that_no_font_has_costs_the_claim_but_not_the_tags() -> None:
    form = form_with(Paragraph("日本 en de rest"))
    assert not claims_ua(exported(form))
    assert "P" in tags(form)
    assert "en de rest" in read_back(exported(form))


@pytest.mark.parametrize(
    "text",
    [
        "écht ĳs Łódź",
        "Ελληνικά",
        "Кириллица",
        "עברית",
        "كيف",
        "ไทย",
        "हिन्दी",
        "✓ → ≥ ½ ★ ⅓ €",
        "👍🏽 ❤️ 🎉 ✅",
    ],
)
def test_common_scripts_signs_and_emoji_have_a_font(text: str) -> None:
    assert claims_ua(exported(form_with(Paragraph(text))))


@pytest.mark.parametrize("text", ["\x1b[31mrood\x1b[0m", "\ud800rood\x00", "ro\ufeffod\x07"])
def test_what_no_text_may_hold_is_left_out(text: str) -> None:
    form = form_with(Paragraph(text), Fact(text, text), Table((text,), ((text,),), (1,)))
    assert claims_ua(exported(form))
    assert letters(read_back(exported(form))).replace("\ufffd", "").count("rood") == 5


def test_indents_and_empty_lines_stay() -> None:
    form = form_with(Paragraph("een\n    twee\n\ndrie"))
    _title, _number, _name, one, two, three, *_ = places(exported(form))
    assert two.left > one.left == three.left
    assert three.top - two.top > two.top - one.top


def test_the_same_form_gives_the_same_bytes_in_every_process() -> None:
    program = """if True:
        import sys
        from papers import leaders
        from teamflow.export import pdf
        sys.stdout.buffer.write(pdf.export(leaders()))
    """
    tests = Path(__file__).parents[1]
    elsewhere = subprocess.run(
        [sys.executable, "-c", program], cwd=tests, capture_output=True, check=True
    ).stdout
    assert elsewhere == pdf.export(leaders()) == pdf.export(leaders())


@settings(max_examples=25)
@given(sessions)
def test_any_session_becomes_a_form_that_opens_and_has_its_letters(session: Session) -> None:
    form = teams(session)
    data = pdf.export(form)
    assert outside(data) == []
    assert not claims_ua(data) or lost(form, data) == Counter()


@settings(max_examples=25)
@given(texts)
def test_text_is_never_taken_for_source(text: str) -> None:
    row = (text, text)
    form = form_with(
        Paragraph(f"begin\n{text}\neinde"), Fact(text, text), Table(row, (row,), (1, 1))
    )
    said = letters(read_back(pdf.export(form)))
    assert "begin" in said
    assert "einde" in said


def test_every_font_comes_with_its_licence() -> None:
    licences = "".join(file.read_text("utf-8") for file in FONTS.glob("*.txt"))
    assert [font.name for font in FONTS.glob("*.ttf") if font.name not in licences] == []
