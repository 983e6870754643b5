"""Friendly remarks: what the team may want to look at, and is free to leave as it is."""

import datetime as dt
from typing import Final

from teamflow.core.figure import read_figure
from teamflow.core.protocol import IDEAS_ENOUGH, IDEAS_MANY
from teamflow.core.session import Session
from teamflow.locale import N_

SOON: Final = dt.timedelta(weeks=6)


def remarks(session: Session, today: dt.date) -> tuple[str, ...]:
    """Remarks on the evaluation, as message ids.

    The protocol asks for a number, an owner and a date soon: after about a month. Past six
    weeks is late, after a year is pointless.
    """
    evaluation = session.evaluation
    late = evaluation.date is not None and evaluation.date - today > SOON
    told = (
        (
            not read_figure(evaluation.target),
            N_("There is no number in the goal yet: how many?"),
        ),
        (not evaluation.reporter, N_("Who brings the figure? With a name on it, it happens.")),
        (evaluation.date is None, N_("When do we look back? Pick a day about a month from now.")),
        (late, N_("That is more than six weeks away. Sooner helps more.")),
    )
    return tuple(remark for holds, remark in told if holds)


def gaps(session: Session) -> tuple[str, ...]:
    """What is still empty on the form, as message ids."""
    lessons = any(plan.lesson or plan.steps for plan in session.plans)
    owners = all(step.owners for plan in session.plans for step in plan.steps)
    empty = (
        (not session.question, N_("the learning question")),
        (not session.chosen, N_("the chosen idea")),
        (not lessons, N_("the lesson plan")),
        (not owners, N_("a name for each step")),
        (not session.evaluation.indicator, N_("what we look at")),
        (not session.evaluation.target, N_("where we want to be")),
        (not session.evaluation.method, N_("how we measure it")),
        (not session.evaluation.reporter, N_("who brings the figure")),
        (session.evaluation.date is None, N_("the evaluation's date")),
        (session.next_meeting is None, N_("the next meeting")),
    )
    return tuple(gap for is_empty, gap in empty if is_empty)


def round_offer(session: Session) -> str | None:
    """Why the round may end now, as a message id; None while there is no reason.

    The round collects 10 to 15 ideas, or goes on until everyone passes in one full circle.
    """
    if session.present and session.round.passes >= len(session.present):
        return N_("Everyone passed: shall we choose?")
    if len(session.ideas) >= IDEAS_MANY:
        return N_("Plenty of ideas: shall we choose?")
    if len(session.ideas) >= IDEAS_ENOUGH:
        return N_("Shall we choose, or go on to fifteen?")
    return None
