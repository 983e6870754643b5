"""Step 3: the lesson and its steps."""

import datetime as dt

import pytest

from meeting import Meeting
from teamflow.core import actions as a
from teamflow.core.session import Plan, Step

FRIDAY = dt.date(2026, 12, 4)


@pytest.fixture(autouse=True)
def _two_chosen_ideas(meeting: Meeting) -> None:
    meeting.goes_to("round")
    meeting.notes("Hardop denken", "In duo's lezen")
    meeting.goes_to("choose")
    meeting.does(a.Choose(2), a.Choose(1))
    meeting.goes_to("plan")


def steps(meeting: Meeting, plan: int = 0) -> list[str]:
    return [step.what for step in meeting.session.plans[plan].steps]


def test_the_lesson_keeps_its_lines(meeting: Meeting) -> None:
    meeting.does(a.SetLesson(0, "Maandag:\n- voordoen\n\n- samen doen  \n"))
    assert meeting.session.plans == (Plan(lesson="Maandag:\n- voordoen\n\n- samen doen"),)


def test_a_step_tells_what_who_and_when(meeting: Meeting) -> None:
    meeting.does(a.AddStep(0, "Teksten zoeken", ("Sanne", "", "Joost"), FRIDAY))
    meeting.does(a.AddStep(0, "Bij elkaar kijken", when="voor de kerst"))
    assert meeting.session.plans[0].steps == (
        Step("Teksten zoeken", ("Sanne", "Joost"), FRIDAY),
        Step("Bij elkaar kijken", (), "voor de kerst"),
    )


def test_a_step_without_a_moment_has_none(meeting: Meeting) -> None:
    meeting.does(a.AddStep(0, "Teksten zoeken", when=" "))
    assert meeting.session.plans[0].steps[0].when is None


@pytest.mark.parametrize("action", [a.AddStep(0, " "), a.EditStep(0, 1, "")])
def test_a_step_needs_words(meeting: Meeting, action: a.Action) -> None:
    meeting.does(a.AddStep(0, "Teksten zoeken"))
    assert meeting.refuses(action) == "What is the step? Type that first."


def test_a_step_is_changed_and_taken_out_by_its_number(meeting: Meeting) -> None:
    meeting.does(*(a.AddStep(0, what) for what in ("een", "twee", "drie")))
    meeting.does(a.EditStep(0, 2, "TWEE", ("Sanne",)))
    assert meeting.session.plans[0].steps[1] == Step("TWEE", ("Sanne",))
    assert steps(meeting) == ["een", "TWEE", "drie"]
    meeting.does(a.DeleteStep(0, 2))
    assert steps(meeting) == ["een", "drie"]
    meeting.does(a.DeleteStep(0, 2), a.DeleteStep(0, 1))
    assert steps(meeting) == []


@pytest.mark.parametrize("number", [0, 2, -1])
def test_there_is_no_step_outside_the_plan(meeting: Meeting, number: int) -> None:
    meeting.does(a.AddStep(0, "Teksten zoeken"))
    refusal = f"There is no step {number}: the plan goes from 1 to 1."
    assert meeting.refuses(a.DeleteStep(0, number)) == refusal
    assert meeting.refuses(a.EditStep(0, number, "x")) == refusal


def test_an_empty_plan_has_no_steps(meeting: Meeting) -> None:
    assert meeting.refuses(a.DeleteStep(0, 1)) == "There are no steps in the plan yet."


@pytest.mark.parametrize("plan", [1, -1])
def test_there_is_no_plan_outside_the_plans(meeting: Meeting, plan: int) -> None:
    gone = "That plan isn't there any more."
    assert meeting.refuses(a.SetLesson(plan, "x")) == gone
    meeting.does(a.SetLesson(0, "x"))
    assert meeting.refuses(a.AddStep(plan, "x")) == gone


def test_each_idea_gets_a_plan_and_the_first_what_was_written(meeting: Meeting) -> None:
    meeting.does(a.SetLesson(0, "Lezen"), a.PlanEach())
    assert meeting.session.plans == (Plan(2, "Lezen"), Plan(1))
    meeting.does(a.AddStep(1, "Voordoen"))
    assert steps(meeting, 1) == ["Voordoen"]
    assert meeting.refuses(a.PlanEach()) == "Each idea already has its own plan."


def test_plans_for_each_can_be_made_before_anything_is_written(meeting: Meeting) -> None:
    meeting.does(a.PlanEach())
    assert meeting.session.plans == (Plan(2), Plan(1))


def test_one_idea_has_one_plan(meeting: Meeting) -> None:
    meeting.goes_to("choose")
    meeting.does(a.Unchoose(1))
    meeting.goes_to("plan")
    refusal = meeting.refuses(a.PlanEach())
    assert refusal == "There is one chosen idea, so there is one plan."


def test_together_again_nothing_written_is_lost(meeting: Meeting) -> None:
    meeting.does(a.PlanEach(), a.SetLesson(0, "Lezen"), a.SetLesson(1, "Denken"))
    meeting.does(a.AddStep(0, "een"), a.AddStep(1, "twee"), a.PlanTogether())
    assert meeting.session.plans == (
        Plan(None, "Lezen\n\nDenken", (Step("een"), Step("twee"))),
    )  # fmt: skip
