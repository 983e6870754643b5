"""What each phase looks like from the back of the room, and how a large wall is used."""

import re
from pathlib import Path

import pytest
from rich.color import Color as RichColor
from textual.color import Color
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from chair import AFTER_SCHOOL, IDEAS, QUESTION, Chair, Room, noted
from teamflow.core import actions as a
from teamflow.core.session import Evaluation, Review
from teamflow.store.settings import Settings
from teamflow.tui.messages import Visit
from teamflow.tui.screens.cheer import Cheer
from teamflow.tui.widgets.blocktext import BlockText
from teamflow.tui.widgets.board import Board
from teamflow.tui.widgets.clock import BigClock
from teamflow.tui.widgets.formview import FormView
from teamflow.tui.widgets.headline import Headline
from teamflow.tui.widgets.phasebar import PhaseBar

A_BEAMER, A_WALL = (120, 36), (240, 67)
FOUND = (*noted(*IDEAS), a.Go("choose"), a.Choose(5))
LONGEST = 112
"""Columns of a line that can still be followed from one end to the other."""


async def test_the_step_that_is_on_is_counted_where_not_all_have_room(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*FOUND, a.Go("plan")) as chair:
        chair.sees("✓✓✓  ✓ Kiezen  ● Lesplan 5/7  ○ Evaluatie  ○")
        await chair.resizes(60, 20)
        chair.sees("✓✓✓✓  ● Lesplan 5/7")
        await chair.resizes(*A_BEAMER)
        chair.sees("✓ Leervraag", "● Lesplan  ○ Evaluatie", "○ Afsluiten")
        chair.sees_no("5/7")


async def test_forms_bear_their_name_in_large_letters_where_there_is_room(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*FOUND, a.Go("plan")) as chair:
        for _phase in ("plan", "evaluation"):
            name = chair.app.screen.query_one("#face")
            assert not name.display
            await chair.resizes(*A_BEAMER)
            assert name.display
            assert "█" in name.render().plain
            await chair.resizes(80, 24)
            await chair.goes_on()


async def test_lines_of_a_form_stay_short_on_a_large_wall(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*FOUND, a.Go("question"), size=A_WALL) as chair:
        for phase in ("question", "plan", "evaluation", "close"):
            assert chair.app.sitting is not None
            chair.app.sitting.live.dispatch(a.Go(phase))
            await chair.settles()
            for field in chair.app.screen.query(Input):
                left, right = field.region.x, A_WALL[0] - field.region.right
                assert field.region.width <= LONGEST
                assert min(left, right) > (A_WALL[0] - LONGEST) // 2 - 2, phase
        form = chair.app.screen.query_one(FormView).region
        assert form.width == LONGEST
        assert abs(form.x - (A_WALL[0] - form.right)) <= 1
        await chair.leaves()
        chair.app.post_message(Visit("new"))
        await chair.settles()
        assert all(f.region.width <= LONGEST for f in chair.app.screen.query(Input))


async def test_what_is_chosen_is_told_whole_where_the_board_cuts_it(tmp_path: Path) -> None:
    many = (*IDEAS, *(f"{idea}, nog een keer" for idea in IDEAS * 3))
    there = (*noted(*many), a.Go("choose"), a.Choose(5))
    async with Room(tmp_path).meets(*there) as chair:
        chair.sees("Minder vragen achteraf, meer praten tijdens het lezen", "★")


async def test_columns_of_ideas_are_as_long_as_each_other(tmp_path: Path) -> None:
    many = tuple(f"Idee {number:02}" for number in range(1, 13))
    async with Room(tmp_path).meets(*noted(*many)) as chair:
        x, y, width, height = chair.app.screen.query_one(Board).region
        rows = [line[x : x + width].split() for line in chair.lines[y : y + height]]
        told = [row for row in rows if row]
        assert len(told) == len(many) // 2
        assert [row[0] for row in told] == ["1", "2", "3", "4", "5", "6"]


async def test_the_question_stands_in_the_middle_of_the_wall(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*FOUND, size=A_BEAMER) as chair:
        (line,) = (line for line in chair.lines if QUESTION in line)
        left = line.index(QUESTION)
        assert abs(left - (A_BEAMER[0] - left - len(QUESTION))) <= 1


async def test_a_question_on_two_lines_has_no_word_alone_on_the_second(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*FOUND, size=(60, 20)) as chair:
        first, second = (line.strip() for line in chair.lines[1:3])
        assert f"{first} {second}" == QUESTION
        assert abs(len(first) - len(second)) < 10


async def test_on_a_large_wall_the_question_stands_in_block_letters_in_every_phase(
    tmp_path: Path,
) -> None:
    async with Room(tmp_path).meets(*FOUND, a.Go("think"), size=A_WALL) as chair:
        for _phase in range(6):
            band = chair.app.screen.query_one("#band", Headline)
            assert len(band.render().plain.split("█")) > 100
            assert band.region.height <= A_WALL[1] // 5
            await chair.goes_on()


@pytest.mark.parametrize("question", [f"{QUESTION} " * 5, "Как помочь детям читать?"])
async def test_a_question_that_is_too_long_or_in_another_script_stays_in_words(
    question: str, tmp_path: Path
) -> None:
    async with Room(tmp_path).meets(a.SetQuestion(question), a.Go("round"), size=A_WALL) as chair:
        chair.sees(question)


async def test_a_question_that_a_small_screen_has_no_room_for_ends_in_dots(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*FOUND, size=(40, 12)) as chair:
        assert chair.lines[1].rstrip().endswith("…")


async def test_an_urgent_clock_stands_on_a_plate_around_its_digits(tmp_path: Path) -> None:
    room = Room(tmp_path, Settings(animations=False))
    async with room.meets(a.SetQuestion(QUESTION), a.Go("think"), size=A_WALL) as chair:
        await chair.waits(minutes=4, seconds=50)
        clock = chair.app.screen.query_one(BigClock)
        red = Color.parse(chair.app.theme_variables["error"]).rich_color
        rows = [on(strip, red) for strip in chair.app.screen._compositor.render_strips()]
        ((left, right),) = {columns for columns in rows if columns}
        plate = [y for y, columns in enumerate(rows) if columns]
        digits = [y for y in range(clock.region.y, clock.region.bottom) if chair.lines[y].strip()]
        assert abs(left - (A_WALL[0] - right)) <= 1
        assert left > 10
        assert 0 < digits[0] - plate[0] == plate[-1] - digits[-1] < 6


async def test_no_sign_of_a_clock_moves_its_digits(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(a.SetQuestion(QUESTION), a.Go("think")) as chair:
        before = tops(chair)
        await chair.waits(minutes=4, seconds=15)
        assert tops(chair) == before
        await chair.presses("f5")
        assert tops(chair) == before
        sign = next(y for y, row in enumerate(chair.lines) if "❚❚" in row)
        assert not chair.lines[sign - 1].strip()
        assert chair.lines[sign - 2].strip()


async def test_a_clock_beside_something_else_ends_where_the_screen_s_margin_is(
    tmp_path: Path,
) -> None:
    async with Room(tmp_path).meets() as chair:
        for size in ((60, 20), (80, 24)):
            await chair.resizes(*size)
            clock = chair.app.screen.query_one(BigClock).region
            rows = chair.lines[clock.y : clock.bottom]
            assert max(len(row[clock.x :].rstrip()) + clock.x for row in rows) == size[0] - 2


async def test_a_flash_keeps_the_phase_in_sight_and_ends_with_it(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.presses("f9")
        bar = chair.app.screen.query_one(PhaseBar)
        bold = [
            text for text, style, _control in shown(chair, bar) if style is not None and style.bold
        ]
        assert any("● Ronde" in text for text in bold)
        assert not any("○ Kiezen" in text for text in bold)
        await chair.goes_on()
        assert not bar.has_class("-flash")


async def test_an_end_that_came_nearer_is_told_with_a_true_minus(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        assert re.search(r"\(−\d+\)", chair.lines[0])
    room = Room(tmp_path / "plain", Settings(ascii=True))
    async with room.meets(*noted()) as chair:
        assert re.search(r"\(-\d+\)", chair.lines[0])


@pytest.mark.parametrize("size", [(60, 20), (80, 24), A_BEAMER, A_WALL])
async def test_a_success_is_told_in_large_letters_with_the_figure_that_was_reached(
    size: tuple[int, int], tmp_path: Path
) -> None:
    evaluation = Evaluation("Leerlingen met D of E", "20 %", "15 %")
    review = Review(AFTER_SCHOOL.date(), "reached", measured="14 %", learned="Samen voordoen")
    async with Room(tmp_path).opens(size=size) as chair:
        chair.app.show_place(Cheer(evaluation, review))
        await chair.settles()
        word, way = chair.app.screen.query(BlockText)
        assert all("█" in told.render().plain for told in (word, way))
        assert word.region.height > way.region.height > 3
        if size != A_WALL:
            chair.is_told("We learned: {learned}", learned="Samen voordoen")
            chair.sees("van 20 % naar 15 %", "nu is het 14 %")


def shown(chair: Chair, widget: Widget) -> Strip:
    """What is drawn in the first row of a widget."""
    x, y, width, _height = widget.region
    return chair.app.screen._compositor.render_strips()[y].crop(x, x + width)


def tops(chair: Chair) -> int:
    """The row in which the digits of the clock begin."""
    clock = chair.app.screen.query_one(BigClock).region
    return next(y for y in range(clock.y, clock.bottom) if chair.lines[y].strip())


def on(strip: Strip, ground: RichColor) -> tuple[int, int] | None:
    """From which column to which a row is on a ground of that colour."""
    x = 0
    columns: list[int] = []
    for text, style, _control in strip:
        if style is not None and style.bgcolor == ground:
            columns += range(x, x + len(text))
        x += len(text)
    return (columns[0], columns[-1] + 1) if columns else None
