"""What is said when a phase's time is up. Nothing moves by itself: how to go on is said too."""

from typing import Final

from teamflow.core.protocol import beside
from teamflow.core.session import PhaseName
from teamflow.locale import N_, _

GOES_ON: Final[dict[PhaseName, str]] = {
    "think": N_("PgDn goes on to the silence."),
    "round": N_("PgDn goes on to the round."),
    "choose": N_("PgDn goes on to the choice."),
    "plan": N_("PgDn goes on to the lesson plan."),
    "evaluation": N_("PgDn goes on to the evaluation."),
    "close": N_("PgDn goes on to the end."),
}


def time_is_up(phase: PhaseName) -> str:
    """The words for the end of that phase's time."""
    told = _("Time is up. Finish your sentence.")
    coming = beside(phase, 1)
    return f"{told} {_(GOES_ON[coming])}" if coming else told
