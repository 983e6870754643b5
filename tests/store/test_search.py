"""Words are found wherever somebody wrote them, and never in what only programs read."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import MEETING, SAVED, sessions
from teamflow.core.session import Idea, Plan, Session, Step
from teamflow.store.record import encode
from teamflow.store.search import Words, folded


def file_of(session: Session) -> bytes:
    return encode(session, {}, SAVED).encode()


def finds(words: str, data: str | bytes) -> bool:
    return Words(words).are_in(data.encode() if isinstance(data, str) else data)


@pytest.mark.parametrize(
    "words",
    [
        "tekst écht te begrijpen",
        "voordoen",
        "Joost",
        "fatima anneke",
        "onderbouw",
        "Regenboog",
        "rijkere",
        "rooster",
        "kerstvakantie",
        "D- en E-scores",
        "toets 15",
        "samen",
        "2026-12-21",
    ],
)
def test_every_part_of_a_session_is_searched(words: str) -> None:
    assert finds(words, file_of(MEETING))


def test_all_words_must_be_there_in_any_order_and_a_part_of_a_word_will_do() -> None:
    assert finds("begrijp onderb hardop", file_of(MEETING))
    assert not finds("begrijp bovenb hardop", file_of(MEETING))


def test_no_words_at_all_are_in_everything() -> None:
    assert finds("", b"")
    assert finds("  \u0301 ", file_of(MEETING))
    assert not Words(" ")


def test_words_that_make_up_a_name_are_told_from_the_others() -> None:
    others = Words("tijd LEZEN óver").without("over tijd")
    assert others is not None
    assert others.are_in(b"samen lezen")
    assert not others.are_in(b"over tijd")
    assert Words("over lezen").without("over tijd") is None
    assert Words("evalueren").without("te evalueren") is not None
    assert not Words("te evalueren").without("te evalueren")


@pytest.mark.parametrize("written", ["écht", "ECHT", "Écht", "e\u0301cht", "EchT"])
@pytest.mark.parametrize("typed", ["écht", "echt", "ÉCHT", "e\u0301cht"])
def test_case_and_accents_make_no_difference(written: str, typed: str) -> None:
    assert finds(typed, f'question = "{written}"\n')


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Straße", "strasse"),
        ("Łódź", "łodz"),
        ("ĳsje", "ijsje"),
        ("Søren", "SØREN"),
        ("“rijke” teksten …", "rijke teksten …"),
        ("İstanbul", "istanbul"),
        ("हिन्दी", "हिन्दी"),
        ("3 × per week", "×"),
    ],
)
def test_other_letters_are_found_too(written: str, typed: str) -> None:
    assert finds(typed, f'question = "{written}"\n')


def test_a_mark_that_makes_a_letter_another_one_counts_outside_our_own_script() -> None:
    assert not finds("हन", 'question = "हिन"\n')


@pytest.mark.parametrize(
    ("value", "typed"),
    [
        (r'"de \"rijke\" tekst"', '"rijke"'),
        (r'"caf\u00e9"', "café"),
        (r'"caf\U000000e9"', "cafe"),
        (r'"Zo\u00EB"', "zoë"),
        (r'"een\ttekst\nlezen"', "tekst"),
        (r'"C:\\lessen"', r"c:\lessen"),
        (r"'C:\lessen'", r"c:\lessen"),
        ('"""lees\\\n    boek"""', "leesboek"),
        (r'"\U0011FFFF boek \ud800"', "boek"),
    ],
)
def test_what_toml_escapes_is_found_as_it_was_meant(value: str, typed: str) -> None:
    assert finds(typed, f"question = {value}\n")


@pytest.mark.parametrize(
    "word",
    [
        "question", "participants", "schema", "close", "dots", "tallies", "true", "lesson", "plans",
        "0198c1d2a4f07e4b", "votes", "saved", "15:20", "14:30", "[[", "=",
    ],
)  # fmt: skip
def test_what_stands_there_for_programs_is_not_found(word: str) -> None:
    assert not finds(word, file_of(MEETING))


@pytest.mark.parametrize("word", ["question", "plan", "true", "close", "idea"])
def test_the_same_words_are_found_where_somebody_wrote_them(word: str) -> None:
    written = replace(MEETING, parking_lot=(f"over {word} gesproken",))
    assert finds(word, file_of(written))
    assert finds(word, file_of(replace(MEETING, question=f"{word} {word}")))
    told = Plan(lesson=f"Eerst dit.\n{word}", steps=(Step(word),))
    assert finds(word, file_of(replace(MEETING, plans=(told,))))


@given(sessions, st.data())
def test_each_word_of_an_idea_is_found_in_any_session(
    session: Session, data: st.DataObject
) -> None:
    text = data.draw(st.text(st.characters(codec="utf-8"), min_size=1, max_size=9))
    idea = Idea(1, f"x{text}x")
    written = file_of(replace(session, ideas=(idea,)))
    for word in idea.text.split():
        assert finds(word, written)
        assert finds(folded(word), written)


@given(st.binary(max_size=60), st.text(max_size=5))
def test_no_file_and_no_words_are_too_odd(data: bytes, words: str) -> None:
    assert Words(words).are_in(data) in (True, False)


def test_a_file_is_searched_to_its_end_however_long_it_is(tmp_path: Path) -> None:
    file = tmp_path / "lang.toml"
    file.write_text('question = "' + "lezen " * 50_000 + 'einde"\n', encoding="utf-8")
    assert Words("einde").are_in_file(file)
    assert not Words("begin").are_in_file(file)


def test_of_a_file_that_cannot_be_read_the_name_is_searched(tmp_path: Path) -> None:
    gone = tmp_path / os.fsdecode(b"2026-11-21-bovenbouw-\xff.toml")
    assert Words("bovenbouw").are_in_file(gone)
    assert not Words("onderbouw").are_in_file(gone)
