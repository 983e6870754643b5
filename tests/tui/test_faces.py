"""What each phase looks like from the back of the room, and how a large wall is used."""

from pathlib import Path

from textual.widgets import Input

from chair import IDEAS, QUESTION, Room, noted
from teamflow.core import actions as a
from teamflow.tui.messages import Visit
from teamflow.tui.widgets.board import Board
from teamflow.tui.widgets.formview import FormView

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
