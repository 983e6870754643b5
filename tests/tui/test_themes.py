"""Three themes, a key away from each other, and kept to."""

from pathlib import Path

import pytest
from rich.color import Color
from textual.strip import Strip
from textual.widget import Widget

from chair import Chair, Room, noted
from teamflow.store.settings import Settings, load_settings
from teamflow.tui.themes import BOARD, CONTRAST, EVENING, THEMES
from teamflow.tui.widgets.option import Option
from teamflow.tui.widgets.roster import Roster
from teamflow.tui.widgets.shelf import Shelf


def first_row(chair: Chair, widget: Widget) -> Strip:
    x, y, width, _height = widget.content_region
    return chair.app.screen._compositor.render_strips()[y].crop(x, x + width)


def grounds(chair: Chair, widget: Widget) -> set[Color | None]:
    """On which colours a widget's first row is drawn."""
    return {style.bgcolor for _text, style, _control in first_row(chair, widget) if style}


def italics(chair: Chair, widget: Widget) -> set[bool]:
    row = first_row(chair, widget)
    return {bool(style.italic) for text, style, _control in row if style and text.strip()}


def named(chair: Chair, role: str) -> Color:
    return Color.parse(chair.app.theme_variables[role])


async def test_one_key_goes_round_the_three_themes(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        seen = [chair.app.theme]
        for _turn in range(3):
            await chair.presses("ctrl+t")
            seen.append(chair.app.theme)
    assert seen == [BOARD.name, EVENING.name, CONTRAST.name, BOARD.name]


async def test_a_theme_is_there_again_the_next_time(tmp_path: Path) -> None:
    room = Room(tmp_path, Settings(dots=4))
    async with room.opens() as chair:
        await chair.presses("ctrl+t")
        await chair.until(lambda: load_settings(room.world.settings_file)[0].theme == EVENING.name)
    kept, _problems = load_settings(room.world.settings_file)
    assert kept == Settings(theme=EVENING.name, dots=4)
    async with Room(tmp_path, kept).opens() as chair:
        assert chair.app.theme == EVENING.name


async def test_of_two_themes_in_a_hurry_the_last_one_is_kept(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.opens() as chair:
        await chair.rushes(["ctrl+t"] * 5)
        await chair.until(lambda: not list(chair.app.workers))
    assert load_settings(room.world.settings_file)[0].theme == CONTRAST.name


async def test_a_theme_that_cannot_be_kept_is_shown_all_the_same(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.world.settings_file.mkdir()
    async with room.opens() as chair:
        await chair.presses("ctrl+t")
        await chair.until(lambda: not list(chair.app.workers))
        assert chair.app.theme == EVENING.name


@pytest.mark.parametrize("unknown", ["paars", "nord"])
async def test_a_theme_that_is_not_ours_gives_way_to_the_default(
    unknown: str, tmp_path: Path
) -> None:
    async with Room(tmp_path, Settings(theme=unknown)).opens() as chair:
        assert chair.app.theme == BOARD.name


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_what_has_the_focus_is_unmistakable(theme: str, tmp_path: Path) -> None:
    async with Room(tmp_path, Settings(theme=theme)).opens() as chair:
        await chair.chooses("new")
        shade, cursor = named(chair, "panel"), named(chair, "input-cursor-background")
        await chair.goes_to("chair")
        assert grounds(chair, chair.field("chair")) == {cursor, shade}
        await chair.types("Fatima")
        assert grounds(chair, chair.field("chair")) == {cursor, shade}
        option = chair.app.screen.query(Option).first()
        assert named(chair, "band") not in grounds(chair, option)
        option.focus()
        await chair.settles()
        assert grounds(chair, option) == {named(chair, "band")}
        assert shade not in grounds(chair, chair.field("chair"))


async def test_a_list_has_its_band_only_while_the_keys_go_to_it(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.has(people=("Fatima", "Joost"))
    async with room.opens() as chair:
        await chair.chooses("new")
        roster = chair.app.screen.query_one(Roster)
        chair.sees("▸ a ✓ Fatima")
        assert named(chair, "band") not in grounds(chair, roster)
        await chair.focuses("Roster")
        assert grounds(chair, roster) == {named(chair, "band")}


async def test_a_list_that_is_moved_from_a_field_has_its_band_while_the_cursor_is_there(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    room.has(*noted())
    async with room.opens() as chair:
        await chair.presses("ctrl+f")
        await chair.until(lambda: "Onderbouw" in chair.wall)
        shelf = chair.app.screen.query_one(Shelf)
        assert grounds(chair, shelf) == {named(chair, "band")}
        await chair.presses("tab")
        chair.sees("▸")
        assert named(chair, "band") not in grounds(chair, shelf)
        await chair.presses("shift+tab")
        assert grounds(chair, shelf) == {named(chair, "band")}


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_an_empty_field_can_be_told_from_the_paper_and_its_example_from_an_answer(
    theme: str, tmp_path: Path
) -> None:
    async with Room(tmp_path, Settings(theme=theme)).opens() as chair:
        await chair.chooses("new")
        await chair.goes_to("school")
        empty, filled = chair.field("theme"), chair.field("date")
        assert named(chair, "background") not in grounds(chair, empty)
        assert italics(chair, empty) == {True}
        assert italics(chair, filled) == {False}


async def test_a_question_that_is_half_typed_shows_no_cursor_while_a_line_is_asked_for(
    tmp_path: Path,
) -> None:
    async with Room(tmp_path).meets() as chair:
        await chair.types("Hoe")
        question = chair.field("question")
        before = grounds(chair, question)
        await chair.presses("ctrl+l")
        assert named(chair, "input-cursor-background") not in grounds(chair, question)
        await chair.presses("escape")
        assert grounds(chair, question) == before
        await chair.types(" doen we dat?")
        assert chair.text_in("question") == "Hoe doen we dat?"
