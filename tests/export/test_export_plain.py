"""The form as plain text."""

from hypothesis import given
from hypothesis import strategies as st

from papers import form_with, teams
from strategies import MEETING, lines, proses, sessions
from teamflow.core.form import Fact, Form, Paragraph, Room, Table, fill
from teamflow.core.session import Session
from teamflow.export import plain
from teamflow.export.cells import width


def inside_the_first_box(form: Form) -> list[str]:
    page = plain.page(form).split("\n")
    begin, end = (next(i for i, line in enumerate(page) if line[:1] == corner) for corner in "┌└")
    return [line.removeprefix("│ ").removesuffix(" │") for line in page[begin + 1 : end]]


def letters(text: str) -> str:
    return "".join(text.split())


def test_the_page_shows_every_word_of_a_whole_meeting() -> None:
    page = plain.page(fill(MEETING, str))
    told = (
        "De Regenboog", "Onderbouw", "Saturday 21 November 2026", "Begrijpend lezen", "Fatima",
        "Hoe helpen we meer kinderen in groep 6 om een tekst écht te begrijpen?",
        "Meer kinderen halen de toets", "Hardop denkend voordoen bij elke tekst",
        "We kunnen morgen beginnen", "Eerst doen we voor.", "Dan doen we het samen.",
        "Dan alleen.", "Teksten kiezen", "Joost, Fatima", "Tuesday 1 December 2026",
        "Bij elkaar kijken", "Anneke", "na de kerstvakantie", "D- en E-scores in groep 6",
        "from 20 % to 15 %", "Toets", "Monday 21 December 2026",
    )  # fmt: skip
    assert [text for text in told if text not in page] == []


def test_the_page_never_says_who_wasn_t_there() -> None:
    facts = {fact.label: fact.text for fact in fill(MEETING, str).facts}
    assert facts["Present"] in plain.page(fill(MEETING, str))
    assert "Anneke" not in facts["Present"]


def test_an_empty_box_is_drawn_with_room_in_it() -> None:
    assert plain.page(form_with()).count("┌─") == 4
    assert inside_the_first_box(form_with()) == [" " * 76]


def test_facts_stand_close_together_and_paragraphs_apart() -> None:
    form = form_with(Paragraph("vraag"), Fact("a", "1"), Fact("b", "2"))
    assert [line.rstrip() for line in inside_the_first_box(form)] == ["vraag", "", "a: 1", "b: 2"]


def test_a_table_puts_what_who_and_when_side_by_side() -> None:
    form = form_with(Table(("Wat", "Wie", "Wanneer"), (("lezen", "Joost", "morgen"),), (3, 2, 3)))
    headings, rule, row = inside_the_first_box(form)
    assert headings.split() == ["Wat", "Wie", "Wanneer"]
    assert set(rule) == {"─"}
    assert row.split() == ["lezen", "Joost", "morgen"]
    assert headings.index("Wanneer") == row.index("morgen")


@given(sessions)
def test_every_line_of_any_form_is_at_most_eighty_cells_wide(session: Session) -> None:
    page = plain.page(fill(session, str)).split("\n")
    assert max(map(width, page)) <= 80
    assert {width(line) for line in page if line[:1] in {"┌", "│", "└"}} == {80}


@given(proses.filter(bool), lines.filter(bool))
def test_no_letter_of_a_paragraph_or_a_fact_is_lost(prose: str, line: str) -> None:
    form = form_with(Paragraph(prose), Fact("feit", line))
    assert letters("".join(inside_the_first_box(form))) == letters(f"{prose}feit:{line}")


@given(st.tuples(lines, lines, lines).filter(any))
def test_no_letter_of_a_table_is_lost(row: tuple[str, str, str]) -> None:
    _headings, _rule, *told = inside_the_first_box(
        form_with(Table(("a", "b", "c"), (row,), (3, 2, 3)))
    )
    assert sorted(letters("".join(told))) == sorted(letters("".join(row)))


def test_the_file_is_utf_8_and_ends_with_a_line_break() -> None:
    data = plain.export(fill(MEETING, str))
    assert data.decode() == plain.page(fill(MEETING, str)) + "\n"


def test_what_is_to_be_filled_in_by_hand_is_a_line_to_write_on() -> None:
    row = ("", "", "")
    form = form_with(
        Room(1), Fact("waarom", ""), Table(("Wat", "Wie", "Wanneer"), (row,), (3, 2, 3))
    )
    room, _, why, _, _headings, _rule, steps = inside_the_first_box(form)
    assert set(room) == {"_"}
    assert why == f"waarom: {'_' * 68}"
    assert [len(line) for line in steps.split()] == [27, 18, 27]


def test_behind_the_boxes_the_team_reads_how_it_came_about() -> None:
    page = plain.page(teams())
    assert page.count("┌─") == 7
    assert "Twee weken één thema" in page
