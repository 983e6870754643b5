"""What a team agreed on, as it looks back on it."""

from typing import Final

from textual.content import Content

from teamflow.core.calendar import long_date, short_date
from teamflow.core.form import from_to
from teamflow.core.session import Session
from teamflow.locale import _

DOT: Final = " · "


def whose(session: Session) -> Content:
    """A heading that says whose agreement it is, so that another team sees at once that it isn't
    theirs."""
    day = f"{short_date(session.date, _)} {session.date.year}"
    told = DOT.join(filter(None, (session.team, day)))
    return Content.assemble(_("Looking back"), (f"   {told}", "$foreground"))


def agreed(session: Session) -> Content:
    """What was chosen, and from where to where it would bring us; then how that would be seen."""
    evaluation = session.evaluation
    way = DOT.join(filter(None, (evaluation.indicator, from_to(evaluation, _))))
    how = DOT.join(filter(None, (evaluation.method, evaluation.reporter)))
    told = (
        (_("On {day} we agreed:").format(day=long_date(session.date, _)), "$primary"),
        *((idea.text, "bold") for idea in session.chosen),
        (way, "bold"),
        (how, ""),
    )
    return Content("\n").join([Content.styled(text, style) for text, style in told if text])
