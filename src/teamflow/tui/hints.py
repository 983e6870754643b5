"""One line for the first time that somebody gets to a phase: what to press."""

from typing import Final

from teamflow.core.session import PhaseName
from teamflow.locale import N_

HINTS: Final[dict[PhaseName, str]] = {
    "question": N_("Talk first, then type your question. PgDn goes on, F3 is the chair's card."),
    "think": N_("Silence, all of you. PgDn goes on to the round, F5 is a pause."),
    "round": N_("Type what is said; Enter notes it and gives the turn on. Tab is a pass."),
    "choose": N_("Do ideas look alike? Ctrl+G puts them together. Choose after that."),
    "plan": N_("Type the lesson; Tab goes to the steps. Enter goes on: what, who, when."),
    "evaluation": N_("Enter goes to the next line. A number and a day are what counts."),
    "close": N_("Ctrl+E makes the form for your school's leader. PgDn ends the meeting."),
}
