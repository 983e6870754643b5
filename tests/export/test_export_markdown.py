"""The form as Markdown, read back by a real Markdown parser."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from papers import form_with, teams
from strategies import MEETING, lines, proses, sessions
from teamflow.core.form import Fact, Form, Paragraph, Part, Room, Table, fill
from teamflow.core.session import Session
from teamflow.export import markdown

READER = MarkdownIt("gfm-like", {"html": True})

HOSTILE = (
    "[bold]vet[/bold]",
    "[@click=app.quit]weg[/]",
    "<script>alert(1)</script>",
    "<!-- weg -->",
    "&lt; & &copy; &#65;",
    "a|b \\| c\\",
    "*vet* _schuin_ **x** __y__ ~~door~~ ==geel==",
    "`code` ``code``",
    "# kop",
    "### kop #",
    "- punt",
    "+ punt",
    "* punt",
    "1. een",
    "12) twaalf",
    "> citaat",
    "---",
    "===",
    "***",
    "```",
    "~~~",
    "![beeld](x.png) [link](https://x.nl) [noot][1] [^1]",
    "[1]: https://x.nl",
    "A.AL, lezen.nl, 1.5 en les 2.nl",
    "https://www.les_1.nl/a_b?c=1&d=2 www.les_2.nl/*x*",
    "<https://x.nl> juf@les_1.nl",
    "| a | b |",
    "$x^2$ {x}",
    "- [ ] taak",
    ":--- | ---:",
    "\\* al \\\\ ontsnapt \\",
    "!",
)


def shown(tokens: list[Token]) -> str:
    """The text that a reader sees; fails on anything that isn't plain text."""
    told = []
    for token in tokens:
        assert token.type in {"text", "text_special", "hardbreak"}, token
        told.append("\n" if token.type == "hardbreak" else token.content)
    return "".join(told)


def paragraphs(text: str) -> str:
    """What a reader sees of a text that stands by itself."""
    tokens = READER.parse(markdown.escaped(text))
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    return "\n".join(shown(token.children or []) for token in tokens if token.type == "inline")


def seen(text: str) -> list[str]:
    """The lines with something in them; how wide an indent is doesn't matter."""
    return [" ".join(line.split()) for line in text.split("\n") if line.split()]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_markdown_shows_as_it_was_typed(text: str) -> None:
    assert seen(paragraphs(text)) == seen(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_it_does_so_on_a_later_line_as_well(text: str) -> None:
    assert seen(paragraphs(f"eerst\n{text}\n    {text}\n\n{text}")) == ["eerst", *seen(text) * 3]


@given(proses)
@example("\n".join(HOSTILE))
def test_any_text_shows_as_it_was_typed(text: str) -> None:
    assert seen(paragraphs(text)) == seen(text)


@given(st.lists(st.sampled_from("\\`*_{}[]<>&|~^$#=+-.:/!()123 \nw@"), max_size=30).map("".join))
def test_any_heap_of_signs_shows_as_it_was_typed(text: str) -> None:
    assert seen(paragraphs(text)) == seen(text)


def test_line_breaks_stay() -> None:
    assert paragraphs("eerst\ndan\n\nklaar") == "eerst\ndan\nklaar"


def test_an_indent_stays() -> None:
    assert paragraphs("lijst\n    ingesprongen") == "lijst\n\xa0\xa0\xa0\xa0ingesprongen"


def cells(row: tuple[str, str, str]) -> list[str]:
    """What a reader sees of the cells in a table with that one row."""
    form = form_with(Table(("a", "b", "c"), (row,), (3, 2, 3)))
    tokens = READER.parse(markdown.export(form).decode())
    body = [token.type for token in tokens].index("tbody_open")
    return [shown(token.children or []) for token in tokens[body:] if token.type == "inline"][:3]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_cell_of_a_table_shows_what_was_typed(text: str) -> None:
    row = (text, f"{text}{text}", "|")
    assert [seen(cell) for cell in cells(row)] == [seen(text) for text in row]


@given(st.tuples(lines, lines, lines))
def test_a_row_of_a_table_keeps_its_three_cells(row: tuple[str, str, str]) -> None:
    assert [seen(cell) for cell in cells(row)] == [seen(text) for text in row]


def lines_of(form: Form) -> list[str]:
    """All that the form says, a line of the file each."""
    told = [form.title, *(f"{fact.label}: {fact.text}" for fact in form.facts)]
    for box in form.boxes:
        told += [f"{box.number}. {box.title}", *lines_in(box.parts)]
    for section in form.annex:
        told += [section.title, *lines_in(section.parts)]
    return told


def lines_in(parts: tuple[Part, ...]) -> list[str]:
    told: list[str] = []
    for part in parts:
        match part:
            case Paragraph(text):
                told.append(text)
            case Fact(label, text):
                told.append(f"{label}: {text}")
            case Table(headings, rows):
                told += [cell for row in (headings, *rows) for cell in row]
            case Room():
                pass
    return told


def read_back(data: bytes) -> list[str]:
    """All that a reader sees of a file, a line a text."""
    told = []
    for token in READER.parse(data.decode()):
        if token.type == "inline":
            children = [part for part in token.children or [] if "strong" not in part.type]
            told += seen(shown(children))
    return told


def test_the_file_has_a_title_and_four_boxes() -> None:
    tokens = READER.parse(markdown.export(fill(MEETING, str)).decode())
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h1"] + ["h2"] * 4


@given(sessions)
@example(MEETING)
def test_every_word_of_any_session_can_be_read_back(session: Session) -> None:
    form = teams(session)
    expected = [line for text in lines_of(form) for line in seen(text)]
    assert read_back(markdown.export(form)) == expected
