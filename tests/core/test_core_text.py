"""Text that people typed: kept as they meant it, stripped of what no text may hold."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamflow.core.text import clean_line, clean_prose

NASTY = st.text(
    st.sampled_from("\x1b\x9b\x9d\x9c\x07\x00\x85\u2028\u202e\u2066\ud83d\ude00\r\n\t [];m0A\\P")
) | st.text(st.characters())


@pytest.mark.parametrize(
    "text",
    [
        "Hardop denkend voordoen",
        "écht, 20 % à €3 “zo”",
        "👩🏽‍🏫 en 👨‍👩‍👧‍👦",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿 en 🇳🇱",
        "مرحبا",
        "שלום",
        "हिन्दी क्‍ष",
        "e\u0301",
        "[b]geen opmaak[/b]",
        "=SOM(1)",
        "C:\\nieuw",
    ],
)
def test_what_people_mean_stays(text: str) -> None:
    assert clean_line(text) == text
    assert clean_prose(text) == text


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("\x1b[31mrood\x1b[0m", "rood"),
        ("\x9b1;31mrood", "rood"),
        ("\x1b[2J\x1b[Hweg", "weg"),
        ("\x1b]0;titel\x07tekst", "tekst"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9d0;titel\x9ctekst", "tekst"),
        ("\x1bPdcs\x1b\\tekst", "tekst"),
        ("\x1bcschoon", "schoon"),
        ("\x1b(Btekst", "tekst"),
        ("\x1b\x1b[31m[31m", "[31m"),
        ("los\x1b", "los"),
    ],
)
def test_an_escape_sequence_goes_as_a_whole(text: str, clean: str) -> None:
    assert clean_line(text) == clean


def test_a_sequence_that_does_not_end_hides_no_text() -> None:
    assert clean_line("\x1b]0;een idee") == "0;een idee"
    assert clean_line("Ren\x9eé helpt mee") == "René helpt mee"


@pytest.mark.parametrize("text", ["\x1b]" * 50_000, "\x9d" * 100_000, "\x1b[" * 50_000])
def test_a_flood_of_openings_is_dealt_with(text: str) -> None:
    assert clean_line(text) == ""


def test_control_characters_vanish() -> None:
    assert clean_line("a\x00b\x08c\x7fd\x81e") == "abcde"


def test_reading_direction_is_not_overridden() -> None:
    assert clean_line("a\u202eb\u2066c\u2069d") == "abcd"


def test_a_lone_surrogate_can_be_written_afterwards() -> None:
    assert clean_line("a\ud83d b") == "a\ufffd b"


def test_a_line_is_one_line() -> None:
    assert clean_line("  een\r\ntwee\tdrie\u2028vier  ") == "een twee drie vier"


def test_prose_keeps_its_lines() -> None:
    assert clean_prose("\n\neen \r\ntwee\rdrie\x0bvier\n\n- vijf\t.\n\n") == (
        "een\ntwee\ndrie\nvier\n\n- vijf  ."
    )


def test_prose_keeps_how_far_a_line_stands_in() -> None:
    assert clean_prose("een\n  - twee") == "een\n  - twee"


@given(NASTY)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean_line(clean_line(text)) == clean_line(text)
    assert clean_prose(clean_prose(text)) == clean_prose(text)


@given(NASTY)
def test_clean_text_can_be_written_and_steers_nothing(text: str) -> None:
    line, prose = clean_line(text), clean_prose(text)
    prose.encode()
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in line)
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in prose.replace("\n", ""))
    assert "\n" not in line
