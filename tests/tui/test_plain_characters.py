"""--ascii: the same screens in signs that any font has."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from chair import QUESTION, Room, noted
from teamflow.core import actions as a
from teamflow.store.settings import Settings
from teamflow.tui import plain
from teamflow.tui.blocks import letters
from teamflow.tui.messages import Adopt
from teamflow.tui.plain import PLAIN, in_plain
from teamflow.tui.widgets.qrcode import drawn
from tour import furnished, tour


def strange(text: str) -> set[str]:
    """What a font may lack: signs that are neither ASCII nor letters."""
    return {
        each for each in text if not each.isascii() and unicodedata.category(each)[0] not in "LM"
    }


async def test_no_place_shows_a_sign_that_a_poor_font_lacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plain, "UNKNOWN", "¿")  # so that a sign without a likeness is found, too
    in_plain.cache_clear()
    room = furnished(tmp_path)
    room.world = replace(room.world, ascii=True)
    async with room.opens() as chair:
        async for stop in tour(chair):
            found = {line.strip() for line in chair.lines if strange(line)}
            assert not found, f"{stop}: {found}"
    in_plain.cache_clear()


async def test_the_setting_does_what_the_option_does(tmp_path: Path) -> None:
    async with Room(tmp_path, Settings(ascii=True)).meets(*noted("Samen lezen")) as chair:
        assert not strange("".join(chair.lines))
        chair.sees("@ Ronde", "###")


async def test_the_setting_works_at_once_and_back_again(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted("Samen lezen")) as chair:
        before = chair.lines
        chair.app.post_message(Adopt(Settings(ascii=True)))
        await chair.settles()
        assert not strange("".join(chair.lines))
        chair.app.post_message(Adopt(Settings()))
        await chair.settles()
        assert chair.lines == before


async def test_fonts_with_all_signs_get_them(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted("Samen lezen")) as chair:
        assert strange("".join(chair.lines)) >= set("●█▀▄")


async def test_what_people_wrote_keeps_its_letters_in_every_script(tmp_path: Path) -> None:
    room = Room(tmp_path, Settings(ascii=True))
    async with room.meets(*noted("Één thema, Юлия en 李 kiezen: “ja” 🙂")) as chair:
        chair.sees('Één thema, Юлия en 李 kiezen: "ja" ??')


async def test_the_states_of_the_clock_have_a_form_in_plain_characters(tmp_path: Path) -> None:
    room = Room(tmp_path, Settings(ascii=True, animations=False))
    async with room.meets(a.SetQuestion(QUESTION), a.Go("think")) as chair:
        chair.sees_no("=====")
        await chair.waits(minutes=4, seconds=15)
        chair.sees("=====")
        await chair.presses("f5")
        chair.sees_no("=====")
        chair.sees("|| pauze")


def test_a_code_to_scan_is_drawn_in_whole_cells_or_not_at_all() -> None:
    address = "HTTP://192.168.1.20:8000/ABCD"
    lines = drawn(address, 120, 60, halves=False)
    assert set("".join(lines)) == set("█ ")
    assert len(lines[0]) == 2 * len(lines)
    assert drawn(address, 58, 20, halves=False) == ()


def test_what_was_made_plain_stays_as_it_is() -> None:
    once = PLAIN.apply([Segment("● █▀ één", Style(color="#FF0000"))], Color(0, 0, 0))
    assert PLAIN.apply(once, Color(0, 0, 0)) == once


@given(st.text(st.characters(exclude_categories=["C"]), max_size=40))
def test_a_text_stays_as_wide_as_it_was(text: str) -> None:
    assert cell_len(in_plain(text)) == cell_len(text)
    assert not strange(in_plain(text))


def test_a_solid_block_is_a_sign_on_a_ground_of_its_own_colour() -> None:
    red_on_white = Style(color="#FF0000", bgcolor="#FFFFFF")
    segments = [Segment("10█", red_on_white), Segment("▀", red_on_white + Style(reverse=True))]
    drawn = [(text, style) for text, style, _ in PLAIN.apply(segments, Color(0, 0, 0))]
    assert [text for text, _style in drawn] == ["10", "#", "#"]
    grounds = [style and style.bgcolor and style.bgcolor.name for _text, style in drawn]
    assert grounds == ["#ffffff", "#ff0000", "#ffffff"]


def test_a_terminal_that_draws_without_any_style_gets_plain_blocks_too() -> None:
    drawn = PLAIN.apply([Segment("█ ▄")], Color(0, 0, 0))
    assert drawn == [Segment("#"), Segment(" "), Segment("#")]


@pytest.mark.parametrize("text", ["FATIMA", "ZOË", "10:00"])
@pytest.mark.parametrize(("columns", "rows"), [(40, 8), (80, 24), (240, 67)])
def test_block_letters_need_no_half_cells(text: str, columns: int, rows: int) -> None:
    lines = letters(text, columns, rows, halves=False)
    assert lines is not None
    assert set("".join(lines)) == set("█ ")
    assert len(lines) <= rows
    assert {len(line) for line in lines} == {len(lines[0])}
    assert len(lines[0]) <= columns


def test_whole_cells_go_two_side_by_side_where_there_is_room() -> None:
    narrow, wide = (letters("10:00", columns, 7, halves=False) for columns in (30, 60))
    assert narrow is not None
    assert wide is not None
    assert len(narrow) == len(wide) == 7
    assert [line[::2] for line in wide] == list(narrow)
