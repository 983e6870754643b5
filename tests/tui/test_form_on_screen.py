"""The filled form on the wall: ruled as on paper, with as much air as there's room for."""

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest

from chair import IDEAS, QUESTION, Chair, Room, noted
from teamflow.core import actions as a
from teamflow.tui.widgets.formview import FormView

AGREED: tuple[a.Action, ...] = (
    *noted(*IDEAS),
    a.Go("choose"),
    a.Choose(4),
    a.Go("plan"),
    a.SetLesson(0, "We doen het voor, daarna samen."),
    a.AddStep(0, "Leeskaarten maken", ("Fatima", "Joost"), dt.date(2026, 12, 7)),
    a.AddStep(0, "Twee lessen voordoen", ("Zoë",), dt.date(2026, 12, 14)),
    a.Go("evaluation"),
    a.SetEvaluation("indicator", "Leerlingen met een D of E"),
    a.SetEvaluation("baseline", "20 %"),
    a.SetEvaluation("target", "15 %"),
    a.SetEvaluation("method", "de leestoets"),
    a.SetEvaluation("reporter", "Zoë"),
    a.Go("close"),
)
BOXES = (
    "1. Ons leerpunt / doel",
    "2. Idee voor de aanpak",
    "3. Beschrijving van de les of van de activiteiten",
    "4. Hoe en wanneer evalueren we?",
)
LONG = (a.Go("plan"), a.SetLesson(0, "Lezen\n" * 60), a.Go("close"))
SHEET = "╭╮├┤╰╯"


def form(chair: Chair) -> list[str]:
    """The rows of the form, its blank edges left out."""
    x, y, width, height = chair.app.screen.query_one(FormView).region
    return [line[x : x + width].strip() for line in chair.lines[y : y + height]]


async def reads_back(chair: Chair) -> None:
    await chair.presses("ctrl+f")
    await chair.until(lambda: not any(worker.is_running for worker in chair.app.workers))
    await chair.presses("enter")


async def test_all_four_boxes_of_a_meeting_stand_on_a_small_wall(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*AGREED) as chair:
        chair.sees(QUESTION, *BOXES, "van 20 % naar 15 %", "Wanneer we terugkijken")
        chair.sees_no(chair.says("↓ more"))


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (240, 67)])
async def test_the_form_is_one_sheet_as_wide_as_the_fields_under_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with Room(tmp_path).meets(*AGREED, size=size) as chair:
        corners = [row[0] + row[-1] for row in form(chair) if row and row[0] in SHEET]
        assert corners == ["╭╮", "├┤", "├┤", "├┤", "╰╯"]
        view = chair.app.screen.query_one(FormView).region
        assert view.right == chair.field("next").region.right == chair.field("scores").region.right


async def test_a_large_wall_has_room_for_the_head_and_air_in_every_box(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*AGREED, size=(240, 67)) as chair:
        title, facts, blank, *sheet = form(chair)
        assert title == chair.says("Form for team learning: from problems to solutions")
        assert facts.startswith("School: ")
        assert blank == ""
        for above, below in pairwise(sheet):
            assert above[0] not in "╭├" or not below.strip("│ ")
        last = chair.app.screen.query_one("#last").region
        assert last.y - chair.app.screen.query_one(FormView).region.bottom == 1
        assert last.bottom < 60


async def test_no_line_of_the_head_ends_in_a_dot(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*AGREED) as chair:
        await chair.leaves()
        await reads_back(chair)
        head = form(chair)[:3]
        assert len([row for row in head if ": " in row]) == 3
        assert not any(row.endswith("·") for row in head)


async def test_where_the_form_is_too_long_it_says_so_until_its_end(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*AGREED, *LONG) as chair:
        chair.sees(chair.says("↓ more"), "2. Idee voor de aanpak")
        assert form(chair)[-1].startswith("╰")
        for _ in range(40):
            await chair.presses("down")
        chair.sees("Wanneer we terugkijken")
        chair.sees_no(chair.says("↓ more"))
        assert form(chair)[-1].startswith("╰")
        await chair.presses("up")
        chair.is_told("↓ more")


async def test_the_question_gets_its_box_only_where_there_is_room_for_what_it_says_already(
    tmp_path: Path,
) -> None:
    async with Room(tmp_path).meets(*AGREED, size=(60, 20)) as chair:
        chair.sees(QUESTION, *BOXES[1:2])
        chair.sees_no(BOXES[0])
    measured = (a.SetMeasure("minder fouten"), *AGREED)
    async with Room(tmp_path / "measured").meets(*measured, size=(60, 20)) as chair:
        chair.sees(BOXES[0], "minder fouten")


async def test_an_empty_box_says_that_nothing_was_filled_in(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS), a.Go("close")) as chair:
        chair.sees(*BOXES)
        assert sum(chair.says("not filled in") in row for row in form(chair)) == 3


async def test_a_form_that_is_read_back_stands_in_the_middle_of_a_large_wall(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    room.has(*AGREED, a.Close())
    async with room.opens(size=(240, 67)) as chair:
        await reads_back(chair)
        view = chair.app.screen.query_one(FormView).region
        assert abs(view.y - (67 - view.bottom)) <= 3
        assert abs(view.x - (240 - view.right)) <= 1
        chair.is_told("keys")
