"""Width in a terminal, and breaking by it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from strategies import proses
from teamflow.export.cells import padded, width, wrapped


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Zoë leest",
        "e\u0301e\u0302n",
        "日本語",
        "한국어",
        "שלום",
        "नमस्ते",
        "👩‍👩‍👧‍👦 thuis",
        "👍🏽",
        "❤️ 1️⃣",
        "🇳🇱 👩‍❤️‍👨 🏃‍♀️ 🏳️‍🌈",
        "½ — … ✓",
    ],
)
def test_text_is_as_wide_as_rich_says(text: str) -> None:
    assert width(text) == cell_len(text)


def test_padding_counts_cells_and_not_characters() -> None:
    assert padded("日本", 6) == "日本  "


def test_words_stay_whole_where_they_fit() -> None:
    assert wrapped("een twee drie", 8) == ["een twee", "drie"]


def test_a_word_that_fits_no_line_is_broken() -> None:
    assert wrapped("aan abcdefghij", 5) == ["aan", "abcde", "fghij"]


def test_a_wide_letter_is_never_cut_in_half() -> None:
    assert wrapped("日本語", 5) == ["日本", "語"]


def test_a_family_of_joined_emoji_is_never_broken_up() -> None:
    assert wrapped("👩‍👩‍👧‍👦" * 3, 5) == ["👩‍👩‍👧‍👦" * 2, "👩‍👩‍👧‍👦"]


def test_line_breaks_and_indents_stay() -> None:
    assert wrapped("eerst\n  dan samen\n\nklaar", 8) == ["eerst", "  dan", "  samen", "", "klaar"]


def test_a_line_that_goes_on_hangs() -> None:
    assert wrapped("een twee drie", 9, hang=2) == ["een", "  twee", "  drie"]


@given(proses, st.integers(8, 40), st.integers(0, 2))
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, cells: int, hang: int) -> None:
    lines = wrapped(text, cells, hang)
    assert all(width(line) <= cells for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_hundred_thousand_letters_without_a_space_are_no_trouble() -> None:
    lines = wrapped("x" * 100_000, 76)
    assert len(lines) == 1316
    assert "".join(lines) == "x" * 100_000
