"""Terminals with sixteen colours, or with none: every state is still told."""

from itertools import product
from pathlib import Path

import pytest
from rich.color_triplet import ColorTriplet
from rich.style import Style
from textual import constants

from chair import IDEAS, Chair, Room, noted
from teamflow.core import actions as a
from teamflow.store.settings import Settings
from teamflow.tui.themes import THEMES

HALF, FULL = (0, 170), (85, 255)
SIXTEEN = {ColorTriplet(*rgb) for levels in (HALF, FULL) for rgb in product(levels, repeat=3)}
"""As VGA had them."""


@pytest.fixture(params=["sixteen colours", "NO_COLOR", "NO_COLOR of sixteen"])
def poor(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that has few colours, or is asked for none."""
    if "NO_COLOR" in request.param:
        monkeypatch.setenv("NO_COLOR", "1")
    if "sixteen" in request.param:
        monkeypatch.setattr(constants, "COLOR_SYSTEM", "standard")


def colours(chair: Chair) -> set[ColorTriplet]:
    """All colours on the screen, and what is seen of it under a window."""
    styles = (
        style
        for strip in chair.app.screen._compositor.render_strips()
        for _text, style, _control in strip
        if style is not None
    )
    used = {colour for style in styles for colour in (style.color, style.bgcolor) if colour}
    return {colour.get_truecolor() for colour in used}


def styles_in(chair: Chair, field: str) -> set[Style]:
    """How the cells of a field are drawn, its edges left out."""
    region = chair.field(field).content_region
    strip = chair.app.screen._compositor.render_strips()[region.y]
    return {style for _text, style, _control in strip.crop(region.x, region.right) if style}


def stands_out(chair: Chair, text: str, *others: str) -> None:
    """That text is drawn in another style than each of the others."""
    styles = {
        piece: {
            (style.bold, style.color, style.bgcolor, style.reverse)
            for strip in chair.app.screen._compositor.render_strips()
            for shown, style, _control in strip
            if piece in shown and style is not None
        }
        for piece in (text, *others)
    }
    assert styles[text]
    for other in others:
        assert styles[other]
        assert styles[text].isdisjoint(styles[other])


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_only_the_sixteen_colours_are_used_where_there_are_no_more(
    theme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(constants, "COLOR_SYSTEM", "standard")
    async with Room(tmp_path, Settings(theme=theme)).meets(*noted(*IDEAS)) as chair:
        assert colours(chair) <= SIXTEEN
        await chair.presses("ctrl+b")
        chair.is_told("Who is here?")
        assert colours(chair) <= SIXTEEN


async def test_with_all_colours_ours_are_used(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS)) as chair:
        assert colours(chair).isdisjoint(SIXTEEN - {ColorTriplet(255, 255, 255)})


@pytest.mark.usefixtures("poor")
async def test_the_marked_row_of_a_list_has_a_pointer_and_stands_out(tmp_path: Path) -> None:
    async with Room(tmp_path).opens() as chair:
        chair.sees("▸ Beginnen")
        stands_out(chair, "▸", "Archief")


@pytest.mark.usefixtures("poor")
async def test_the_phase_that_is_on_has_its_own_mark_and_stands_out(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS)) as chair:
        chair.sees("● Ronde")
        stands_out(chair, "● Ronde", "○ Kiezen", "✓ Bedenken")


@pytest.mark.usefixtures("poor")
async def test_the_field_with_the_cursor_stands_out(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS), a.Go("evaluation")) as chair:
        await chair.goes_to("baseline")
        await chair.does("20 %", "down", "15 %")
        assert styles_in(chair, "target") - styles_in(chair, "baseline")


@pytest.mark.usefixtures("poor")
async def test_warm_is_underlined_and_urgent_stands_in_a_block(tmp_path: Path) -> None:
    room = Room(tmp_path, Settings(animations=False))
    async with room.meets(*noted()[:1], a.Go("think")) as chair:
        await chair.waits(minutes=4, seconds=10)
        chair.sees("▄" * 40)
        await chair.waits(seconds=40)
        chair.sees_no("▄" * 40)
        stands_out(chair, "███", "Ieder voor zich")
