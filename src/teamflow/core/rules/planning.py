"""Step 3: the lesson, and who does what by when. For all chosen ideas together, or for each."""

import datetime as dt
from dataclasses import replace
from typing import Final

from teamflow.core import actions as a
from teamflow.core.refusal import Refused
from teamflow.core.rules import Rules
from teamflow.core.session import Plan, Session, Step
from teamflow.locale import N_


def _each(session: Session, _: a.PlanEach, __: dt.datetime) -> Session:
    chosen = session.choice.chosen
    if len(chosen) < 2:
        raise Refused(N_("There is one chosen idea, so there is one plan."))
    if len(session.plans) > 1:
        raise Refused(N_("Each idea already has its own plan."))
    first = session.plans[0] if session.plans else Plan()
    return replace(session, plans=(replace(first, idea=chosen[0]), Plan(chosen[1])))


def _together(session: Session, _: a.PlanTogether, __: dt.datetime) -> Session:
    return with_one_plan(session)


def with_one_plan(session: Session) -> Session:
    """The session with its plans in one, in their order: nothing that was written is lost."""
    lesson = "\n\n".join(plan.lesson for plan in session.plans if plan.lesson)
    steps = tuple(step for plan in session.plans for step in plan.steps)
    return replace(session, plans=(Plan(None, lesson, steps),))


def _set_lesson(session: Session, action: a.SetLesson, _: dt.datetime) -> Session:
    plan = _plan_at(session, action.plan)
    return _with_plan(session, action.plan, replace(plan, lesson=action.text))


def _add_step(session: Session, action: a.AddStep, _: dt.datetime) -> Session:
    plan = _plan_at(session, action.plan)
    steps = (*plan.steps, _step(action))
    return _with_plan(session, action.plan, replace(plan, steps=steps))


def _edit_step(session: Session, action: a.EditStep, _: dt.datetime) -> Session:
    plan, place = _place_of(session, action.plan, action.step)
    changed = replace(_step(action), done=plan.steps[place].done)
    steps = (*plan.steps[:place], changed, *plan.steps[place + 1 :])
    return _with_plan(session, action.plan, replace(plan, steps=steps))


def _finish_step(session: Session, action: a.FinishStep, _: dt.datetime) -> Session:
    plan, place = _place_of(session, action.plan, action.step)
    finished = replace(plan.steps[place], done=action.done)
    steps = (*plan.steps[:place], finished, *plan.steps[place + 1 :])
    return _with_plan(session, action.plan, replace(plan, steps=steps))


def _delete_step(session: Session, action: a.DeleteStep, _: dt.datetime) -> Session:
    plan, place = _place_of(session, action.plan, action.step)
    steps = plan.steps[:place] + plan.steps[place + 1 :]
    return _with_plan(session, action.plan, replace(plan, steps=steps))


def _step(action: a.AddStep | a.EditStep) -> Step:
    if not action.what:
        raise Refused(N_("What is the step? Type that first."))
    return Step(action.what, tuple(filter(None, action.owners)), action.when or None)


def _plan_at(session: Session, place: int) -> Plan:
    if place == 0 and not session.plans:
        return Plan()
    if not 0 <= place < len(session.plans):
        raise Refused(N_("That plan isn't there any more."))
    return session.plans[place]


def _place_of(session: Session, plan: int, step: int) -> tuple[Plan, int]:
    found = _plan_at(session, plan)
    if not found.steps:
        raise Refused(N_("There are no steps in the plan yet."))
    if not 1 <= step <= len(found.steps):
        raise Refused(
            N_("There is no step {number}: the plan goes from 1 to {last}."),
            number=step,
            last=len(found.steps),
        )
    return found, step - 1


def _with_plan(session: Session, place: int, plan: Plan) -> Session:
    return replace(session, plans=(*session.plans[:place], plan, *session.plans[place + 1 :]))


RULES: Final[Rules] = {
    a.PlanEach: _each,
    a.PlanTogether: _together,
    a.SetLesson: _set_lesson,
    a.AddStep: _add_step,
    a.EditStep: _edit_step,
    a.DeleteStep: _delete_step,
    a.FinishStep: _finish_step,
}
