"""Sentences over several lines, in plain letters and in block letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from chair import QUESTION
from teamflow.tui.lines import in_blocks, in_bold

WORDS = st.lists(st.text("abc李", min_size=1, max_size=9), min_size=1, max_size=20)


def greedy(words: list[str], columns: int) -> int:
    """How many lines it takes when each is filled before the next is begun."""
    lines, length = 1, -1
    for word in words:
        if length + 1 + cell_len(word) > columns:
            lines, length = lines + 1, -1
        length += 1 + cell_len(word)
    return lines


@given(WORDS, st.integers(18, 80))
def test_lines_are_as_few_as_can_be_and_hold_every_word(words: list[str], columns: int) -> None:
    lines = in_bold(" ".join(words), columns)
    assert " ".join(lines).split() == words
    assert all(cell_len(line) <= columns for line in lines)
    assert len(lines) == greedy(words, columns)


def test_no_word_is_left_alone_on_the_last_line() -> None:
    assert in_bold("Wat willen we vandaag van elkaar leren?", 36) == (
        "Wat willen we vandaag",
        "van elkaar leren?",
    )


def test_a_number_stays_with_the_word_before_it_and_a_percentage_with_its_number() -> None:
    assert in_bold("kinderen in groep 6", 17) == ("kinderen", "in groep 6")
    assert in_bold("van twintig 20 %", 14) == ("van", "twintig 20 %")


def test_a_word_that_is_wider_than_the_screen_is_broken() -> None:
    assert in_bold("a" * 25, 10) == ("a" * 10, "a" * 10, "a" * 5)
    assert in_bold("李李李", 4) == ("李李", "李")


def test_nothing_takes_no_more_than_a_line() -> None:
    assert len(in_bold("", 10)) <= 1


def test_a_question_in_block_letters_has_lines_of_the_same_letters_and_about_the_same_length() -> (
    None
):
    lines = in_blocks(QUESTION, 236, 10)
    assert lines is not None
    first, second = lines
    assert (len(first), len(second)) == (4, 5)  # with a row for the accent of "écht"
    assert abs(len(first[0]) - len(second[0])) < 40
    assert all(len(row) == len(line[0]) for line in lines for row in line)


@pytest.mark.parametrize(("columns", "rows"), [(236, 10), (236, 8), (196, 10), (150, 12)])
def test_block_letters_stay_within_their_room(columns: int, rows: int) -> None:
    lines = in_blocks(QUESTION, columns, rows)
    assert lines is not None
    assert sum(map(len, lines)) <= rows
    assert max(len(line[0]) for line in lines) <= columns


def test_the_smallest_letters_are_smaller() -> None:
    small, smallest = in_blocks("Ja?", 100, 10), in_blocks("Ja?", 100, 10, compact=True)
    assert small is not None
    assert smallest is not None
    assert len(smallest[0][0]) < len(small[0][0])


@pytest.mark.parametrize(
    ("text", "columns", "rows"),
    [
        ("Как помочь детям?", 236, 10),
        (QUESTION, 236, 6),
        (QUESTION, 60, 20),
        (f"{QUESTION} " * 4, 236, 30),
        ("a" * 80, 236, 10),
        ("", 236, 10),
    ],
)
def test_what_cannot_be_set_is_left_to_plain_letters(text: str, columns: int, rows: int) -> None:
    assert in_blocks(text, columns, rows) is None
