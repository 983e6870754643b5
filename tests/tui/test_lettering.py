"""Several lines of block letters at one size."""

import pytest

from teamflow.tui.blocks import letters
from teamflow.tui.lettering import lettered


def test_one_word_on_one_line_is_set_as_large_as_it_is_alone() -> None:
    assert lettered(("Kiezen",), 60, 8) == (letters("Kiezen", 60, 8),)


def test_a_sentence_is_broken_between_its_words() -> None:
    found = lettered(("Samen hardop lezen",), 40, 12, most=3, largest=1)
    assert found is not None
    assert max(map(len, found[0])) <= 40
    assert len(found[0]) <= 12
    one, _two = (lettered((words,), 40, 4, largest=1) for words in ("Samen", "hardop lezen"))
    assert one is not None
    assert found[0][: len(one[0])] == one[0]


@pytest.mark.parametrize("text", ["Samen lezen", "Lees één tekst"])
@pytest.mark.parametrize("largest", [1, 2])
def test_lines_do_not_touch_each_other(text: str, largest: int) -> None:
    found = lettered((text,), 50, 40, most=3, largest=largest)
    assert found is not None
    (rows,) = found
    gaps = [row for row in rows if not row.strip(" ▄")]
    assert gaps
    assert rows[-1].strip()


def test_all_texts_are_of_one_size() -> None:
    short, long = ("Ja", "Voordoen bij elke tekst")
    found = lettered((short, long), 60, 30, most=2)
    alone = lettered((short,), 60, 30, most=2)
    assert found is not None
    assert alone is not None
    assert len(found[0]) < len(alone[0])


@pytest.mark.parametrize(
    ("text", "columns", "rows"),
    [("Samen lezen", 8, 30), ("Samen lezen", 60, 2), ("李", 60, 30), ("", 60, 30)],
)
def test_what_cannot_be_set_is_left_to_plain_words(text: str, columns: int, rows: int) -> None:
    assert lettered((text,), columns, rows, most=3) is None


def test_a_text_takes_no_more_lines_than_it_may() -> None:
    text = "Minder vragen achteraf, meer praten tijdens het lezen"
    assert lettered((text,), 60, 60, most=2) is None
    assert lettered((text,), 60, 60, most=6) is not None
