"""Sentences over several lines, in plain letters and in block letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from chair import QUESTION
from teamflow.tui.blocks import letters
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


def sentence(text: str, columns: int, rows: int, **ways: bool) -> tuple[str, ...] | None:
    """The rows of one sentence in the smallest block letters."""
    found = in_blocks((text,), columns, rows, most=3, largest=1, **ways)
    return found[0] if found else None


def test_the_lines_of_a_question_are_about_as_long_as_each_other() -> None:
    rows = sentence(QUESTION, 236, 10)
    assert rows is not None
    widths = {len(row) for row in rows if row}
    assert len(widths) == 2
    assert max(widths) - min(widths) < 40


@pytest.mark.parametrize(("columns", "rows"), [(236, 10), (236, 8), (196, 10), (150, 12)])
def test_block_letters_stay_within_their_room(columns: int, rows: int) -> None:
    found = sentence(QUESTION, columns, rows)
    assert found is not None
    assert len(found) <= rows
    assert max(map(len, found)) <= columns


def test_the_smallest_letters_are_smaller() -> None:
    small, smallest = sentence("Ja?", 100, 10), sentence("Ja?", 100, 10, compact=True)
    assert small is not None
    assert smallest is not None
    assert len(smallest[0]) < len(small[0])


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
    assert sentence(text, columns, rows) is None


def test_one_word_on_one_line_is_set_as_large_as_it_is_alone() -> None:
    assert in_blocks(("Kiezen",), 60, 8) == (letters("Kiezen", 60, 8),)


def test_a_sentence_is_broken_between_its_words() -> None:
    found = in_blocks(("Samen hardop lezen",), 40, 12, most=3, largest=1)
    assert found is not None
    assert max(map(len, found[0])) <= 40
    assert len(found[0]) <= 12
    one, _two = (in_blocks((words,), 40, 4, largest=1) for words in ("Samen", "hardop lezen"))
    assert one is not None
    assert found[0][: len(one[0])] == one[0]


@pytest.mark.parametrize("text", ["Samen lezen", "Lees één tekst"])
@pytest.mark.parametrize("largest", [1, 2])
def test_lines_do_not_touch_each_other(text: str, largest: int) -> None:
    found = in_blocks((text,), 50, 40, most=3, largest=largest)
    assert found is not None
    (rows,) = found
    gaps = [row for row in rows if not row.strip(" ▄")]
    assert gaps
    assert rows[-1].strip()


def test_all_texts_are_of_one_size() -> None:
    short, long = ("Ja", "Voordoen bij elke tekst")
    found = in_blocks((short, long), 60, 30, most=2)
    alone = in_blocks((short,), 60, 30, most=2)
    assert found is not None
    assert alone is not None
    assert len(found[0]) < len(alone[0])


@pytest.mark.parametrize(
    ("text", "columns", "rows"),
    [("Samen lezen", 8, 30), ("Samen lezen", 60, 2), ("李", 60, 30), ("", 60, 30)],
)
def test_what_cannot_be_set_is_left_to_plain_words(text: str, columns: int, rows: int) -> None:
    assert in_blocks((text,), columns, rows, most=3) is None


def test_a_text_takes_no_more_lines_than_it_may() -> None:
    text = "Minder vragen achteraf, meer praten tijdens het lezen"
    assert in_blocks((text,), 60, 60, most=2) is None
    assert in_blocks((text,), 60, 60, most=6) is not None
