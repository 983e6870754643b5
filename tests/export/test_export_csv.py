"""The ideas as a table, read back by the standard library."""

import csv
import re
from dataclasses import replace
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from papers import AWKWARD, handout, session_with
from strategies import MEETING, NASTY, sessions
from teamflow.core.handout import Handout, hand_out
from teamflow.core.session import Idea, Session, Tally, Vote
from teamflow.core.text import clean_line
from teamflow.export import csv as exported
from teamflow.locale import catalogue

HEADINGS: Final = ["Number", "Idea", "Together with", "The same", "Votes", "Chosen"]
NAMED: Final = replace(
    MEETING,
    attribution=True,
    ideas=tuple(replace(idea, by="Joost") for idea in MEETING.ideas),
)

FORMULAS: Final = (
    "=1+1",
    "+31 6 12345678",
    "-2",
    "@SUM(A1:A9)",
    '=HYPERLINK("http://x.nl";"klik")',
    "=cmd|' /C calc'!A0",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    " =1+1",
    '"=1+1"',
    "'=1+1",
    "‘=1+1’",
    "\ufeff=1+1",
    "\u200b \u00a0=1+1",
)


def dutch(session: Session = MEETING) -> Handout:
    """A session on its way to a Dutch team."""
    made = hand_out(session, "team", catalogue("nl").gettext, handout().saved)
    return replace(made, form=replace(made.form, language="nl"))


def read(data: bytes, separator: str = ",") -> list[list[str]]:
    lines = data.decode("utf-8-sig").splitlines(keepends=True)
    return list(csv.reader(lines, delimiter=separator, strict=True))


def with_ideas(*texts: str) -> Session:
    """The realistic meeting with only these ideas."""
    ideas = tuple(Idea(number, text) for number, text in enumerate(texts, start=1))
    return replace(MEETING, ideas=ideas)


def test_every_idea_is_a_row_under_the_headings() -> None:
    assert read(exported.export(handout())) == [
        HEADINGS,
        ["1", "Hardop denkend voordoen bij elke tekst", "", "2", "4", "yes"],
        ["2", 'Minder "vragen achteraf", meer praten tijdens', "", "0", "1", ""],
        ["3", "Twee weken één thema", "Rijkere teksten", "0", "1", ""],
    ]


def test_who_gave_an_idea_is_told_where_the_team_recorded_it() -> None:
    headings, *rows = read(exported.export(handout(NAMED)))
    assert headings == [*HEADINGS, "From"]
    assert [row[-1] for row in rows] == ["Joost"] * 3


def test_the_leader_never_reads_who_gave_an_idea() -> None:
    leaders = hand_out(NAMED, "leader", str, handout().saved)
    assert read(exported.export(leaders))[0] == HEADINGS
    assert b"Joost" not in exported.export(leaders)


def test_votes_that_are_still_open_are_not_told() -> None:
    vote = Vote("hands", (1, 2), tallies=(Tally(1, 4),))
    session = replace(MEETING, choice=replace(MEETING.choice, votes=(vote,)))
    assert {row[4] for row in read(exported.export(handout(session)))[1:]} == {""}


def test_a_meeting_without_ideas_is_headings_alone() -> None:
    assert read(exported.export(handout(with_ideas()))) == [HEADINGS]


def test_a_dutch_file_is_what_a_dutch_excel_opens_in_columns() -> None:
    data = exported.export(dutch())
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == 4
    headings, first, *_others = read(data, ";")
    assert headings[1] == catalogue("nl").gettext("Idea")
    assert first[-1] == "ja"


@given(sessions)
@example(MEETING)
@example(session_with("; , \" ' \t\n" + " ".join(AWKWARD)))
def test_every_row_of_any_session_keeps_its_cells(session: Session) -> None:
    for rows in (
        read(exported.export(handout(session))),
        read(exported.export(dutch(session)), ";"),
    ):
        assert len(rows) == len(session.ideas) + 1
        assert len({len(row) for row in rows}) == 1


def opens_a_formula(cell: str) -> bool:
    """Whether a spreadsheet, or one that trims first, would begin to calculate here."""
    return re.match(r"[\s\ufeff\u200b\"]*[-=+@＝＋－＠\t\r]", cell) is not None


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_text_with_an_apostrophe_before_it(text: str) -> None:
    assert exported.literal(text) == f"'{text}"


@pytest.mark.parametrize("text", ["lezen = leuk", "2 + 2", "a@school", "10 - 15", "20 %", "", "…"])
def test_a_sign_further_on_is_left_alone(text: str) -> None:
    assert exported.literal(text) == text


HOSTILE: Final = st.text(st.sampled_from("=+-@＝＋－＠'\"\t\r\n ;,|!1a" + NASTY), min_size=1)


@given(st.lists(HOSTILE.map(clean_line).filter(bool), min_size=1, max_size=4))
@example(list(FORMULAS))
def test_no_cell_begins_a_formula_and_every_text_can_still_be_read(texts: list[str]) -> None:
    ideas = tuple(
        replace(idea, also=(idea.text,), by=idea.text) for idea in with_ideas(*texts).ideas
    )
    session = replace(MEETING, ideas=ideas, attribution=True)
    headings, *rows = read(exported.export(handout(session)))
    assert headings == [*HEADINGS, "From"]
    assert not [cell for row in rows for cell in row if opens_a_formula(cell)]
    for idea, row in zip(ideas, rows, strict=True):
        assert {row[1], row[2], row[6]} <= {idea.text, f"'{idea.text}"}


def test_numbers_stay_numbers() -> None:
    rows = read(exported.export(handout(session_with("=1"))))[1:]
    assert [(row[0], row[3], row[4]) for row in rows] == [
        ("1", "2", "4"),
        ("2", "0", "1"),
        ("3", "0", "1"),
    ]
