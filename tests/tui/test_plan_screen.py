"""The lesson plan: what the lesson looks like, and who does what by when."""

import datetime as dt
from pathlib import Path

import pytest

from chair import IDEAS, Room, noted
from teamflow.core import actions as a
from teamflow.core.session import Step
from teamflow.tui.phases.plan import STEP

ONE = (*noted(*IDEAS), a.Go("choose"), a.Choose(4), a.Go("plan"))
TWO = (*noted(*IDEAS), a.Go("choose"), a.Choose(4), a.Choose(1), a.Go("plan"))
LESSON = "Eerst samen lezen.\n\nDan in duo's, met de kaart erbij."


async def test_the_lesson_has_as_many_lines_as_it_needs(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*ONE) as chair:
        chair.sees(IDEAS[3])
        await chair.types(LESSON)
        chair.sees("Eerst samen lezen.", "Dan in duo's, met de kaart erbij.")
        await chair.goes_on()
        assert chair.session.plans[0].lesson == LESSON


async def test_a_step_says_what_who_and_when(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*ONE) as chair:
        await chair.goes_to("step.what")
        await chair.types("Leeskaarten maken")
        await chair.presses("tab")
        await chair.types("Fatima en Joost")
        await chair.presses("tab")
        await chair.enters("1 december")
        await chair.enters("Duo's kiezen", "", "")
        assert chair.session.plans[0].steps == (
            Step("Leeskaarten maken", ("Fatima", "Joost"), dt.date(2026, 12, 1)),
            Step("Duo's kiezen"),
        )
        chair.sees("1 Leeskaarten maken", "Fatima, Joost", "2 Duo's kiezen")


async def test_when_may_be_words(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*ONE) as chair:
        await chair.goes_to("step.when")
        await chair.types("na de vakantie")
        await chair.goes_to("step.what")
        await chair.enters("Terugkijken", "", "")
        assert chair.session.plans[0].steps == (Step("Terugkijken", (), "na de vakantie"),)
        chair.sees("na de vakantie")


async def test_a_pair_of_owners_is_suggested_and_another_for_the_next_step(
    tmp_path: Path,
) -> None:
    async with Room(tmp_path).meets(*ONE, size=(120, 36)) as chair:
        chair.is_told("say {pair}", pair="Fatima + Joost")
        await chair.goes_to("step.what")
        await chair.enters("Leeskaarten maken", "", "")
        chair.is_told("say {pair}", pair="Zoë + Merel")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (97, 24), (120, 36), (240, 67)])
async def test_each_step_stands_right_above_the_fields_for_the_next_one(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    step = a.AddStep(0, "Kaarten maken", ("Joost",), "morgen")
    async with Room(tmp_path).meets(*ONE, step, size=size) as chair:
        (row,) = (line for line in chair.lines if "Kaarten maken" in line)
        for name, told in zip(STEP, ("Kaarten maken", "Joost", "morgen"), strict=True):
            assert chair.field(name).content_region.x == row.index(told), name
        (headings,) = (line for line in chair.lines if "wanneer" in line)
        assert headings.index("wanneer") == row.index("morgen")
        assert row.split("Kaarten")[0].split()[-1] == "1"


async def test_there_is_air_between_steps_as_long_as_all_of_them_fit(tmp_path: Path) -> None:
    steps = [a.AddStep(0, f"Stap {number:02}") for number in range(1, 20)]

    def rows() -> list[int]:
        return [y for y, line in enumerate(chair.lines) if "Stap " in line]

    async with Room(tmp_path).meets(*ONE, *steps[:3]) as chair:
        first, second, third = rows()
        assert second - first == third - second == 2
        for step in steps[3:]:
            chair.meeting.live.dispatch(step)
        await chair.settles()
        assert rows() == list(range(rows()[0], rows()[0] + len(rows())))
        chair.sees("Stap 19")
        assert chair.shows_whole("#step")


async def test_on_a_wide_wall_the_steps_stand_beside_the_lesson(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*ONE, size=(120, 36)) as chair:
        lesson, what = chair.field("lesson").region, chair.field("step.what").region
        assert lesson.right < what.x
        assert lesson.y < what.y < lesson.bottom
        await chair.resizes(80, 24)
        lesson, what = chair.field("lesson").region, chair.field("step.what").region
        assert lesson.bottom < what.y


async def test_the_bar_says_how_to_get_to_the_steps_and_how_to_change_one(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*ONE, size=(120, 36)) as chair:
        assert chair.says("to the steps") in chair.lines[-1]
        chair.sees_no(chair.says("change a step"))
        await chair.presses("tab")
        assert chair.says("to the steps") not in chair.lines[-1]
        await chair.enters("Kaarten maken", "", "")
        chair.is_told("change a step")


async def test_a_step_without_words_is_told(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*ONE) as chair:
        await chair.goes_to("step.who")
        await chair.enters("Fatima")
        chair.is_told("What is the step? Type that first.")
        assert chair.text_in("step.who") == "Fatima"


async def test_a_step_is_changed_and_deleted_by_its_number(tmp_path: Path) -> None:
    steps = (a.AddStep(0, "Kaarten maken", ("Joost",)), a.AddStep(0, "Duo's kiezen"))
    async with Room(tmp_path).meets(*ONE, *steps) as chair:
        await chair.presses("ctrl+n")
        await chair.enters("1")
        await chair.types(", tien stuks")
        await chair.goes_to("step.0.1.when")
        await chair.enters("1-12")
        assert chair.session.plans[0].steps[0] == Step(
            "Kaarten maken, tien stuks", ("Joost",), dt.date(2026, 12, 1)
        )
        await chair.presses("ctrl+n")
        await chair.enters("1")
        await chair.presses("ctrl+d")
        assert [step.what for step in chair.session.plans[0].steps] == ["Duo's kiezen"]


@pytest.mark.parametrize("number", ["3", "0", "een", "", "99999999999999999999"])
async def test_a_step_that_is_not_there_is_said(tmp_path: Path, number: str) -> None:
    async with Room(tmp_path).meets(*ONE, a.AddStep(0, "Kaarten maken")) as chair:
        await chair.presses("ctrl+n")
        await chair.enters(number)
        assert chair.place == "MeetingScreen"
        assert chair.notice


async def test_two_ideas_share_a_plan_or_get_one_each(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*TWO, size=(100, 30)) as chair:
        chair.sees(f"{IDEAS[3]} + {IDEAS[0]}")
        await chair.types("Samen beginnen")
        await chair.presses("f4")
        chair.sees(IDEAS[3], "Samen beginnen")
        chair.sees_no(IDEAS[0])
        await chair.presses("ctrl+o")
        chair.sees(IDEAS[0])
        await chair.goes_to("lesson")
        await chair.types("Elke tekst voordoen")
        await chair.goes_to("step.what")
        await chair.enters("Een tekst kiezen", "", "")
        await chair.presses("ctrl+o")
        chair.sees("Samen beginnen")
        chair.sees_no("Elke tekst voordoen", "Een tekst kiezen")
        plans = chair.session.plans
        assert [plan.lesson for plan in plans] == ["Samen beginnen", "Elke tekst voordoen"]
        assert [len(plan.steps) for plan in plans] == [0, 1]
        await chair.presses("f4")
        (plan,) = chair.session.plans
        assert plan.lesson == "Samen beginnen\n\nElke tekst voordoen"
        assert [step.what for step in plan.steps] == ["Een tekst kiezen"]


async def test_with_one_idea_there_is_no_second_plan(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*ONE) as chair:
        await chair.presses("f4", "ctrl+o")
        assert len(chair.session.plans) <= 1


async def test_nothing_chosen_is_no_reason_to_stop(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS), a.Go("plan")) as chair:
        chair.is_told("Our lesson")
        await chair.types(LESSON)
        await chair.goes_on()
        assert chair.session.plans[0].lesson == LESSON
