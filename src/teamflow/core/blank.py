"""The empty form, for teams that start on paper: printed before the meeting, filled in by hand."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from teamflow.core.calendar import long_date
from teamflow.core.form import LANGUAGE, TITLE, Fact, Form, Room, boxes, steps_table
from teamflow.locale import N_, Say

STEPS: Final = 4
"""Rows to write steps in: more wouldn't leave one page for the rest."""


def blank(
    say: Say,
    *,
    school: str = "",
    team: str = "",
    date: dt.date | None = None,
    names: Sequence[str] = (),
) -> Form:
    """One page of lines to write on; what is known already is printed on it."""
    return Form(
        language=say(LANGUAGE),
        title=say(TITLE),
        facts=(
            Fact(say(N_("School")), school),
            Fact(say(N_("Team")), team),
            Fact(say(N_("Date")), long_date(date, say) if date else ""),
            Fact(say(N_("Chair")), ""),
            Fact(say(N_("Present")), ", ".join(names)),
        ),
        boxes=boxes(
            (Room(2), Fact(say(N_("How we will see that it worked")), "")),
            (Room(2), Fact(say(N_("Why this one")), "")),
            (Room(4), steps_table((("", "", ""),) * STEPS, say)),
            (
                Fact(say(N_("What we look at")), ""),
                Fact(say(N_("In figures")), ""),
                Fact(say(N_("How we measure it")), ""),
                Fact(say(N_("Who brings the figure")), ""),
                Fact(say(N_("When we look back")), ""),
                Fact(say(N_("Next meeting")), ""),
            ),
            say=say,
        ),
    )
