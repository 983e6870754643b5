"""What there is to fill in before a meeting: who, what about, and how we vote."""

from collections.abc import Iterator, Sequence

from textual.widget import Widget

from teamflow.core.session import Session
from teamflow.locale import _
from teamflow.store.settings import Settings
from teamflow.tui.teams import hint_at_chair
from teamflow.tui.widgets.field import LineField
from teamflow.tui.widgets.option import Option

Lines = Sequence[tuple[str, Widget]]
"""What is filled in, each with its label in front of it."""


def fact_groups(last: Session | None, day: str, settings: Settings) -> Iterator[Lines]:
    """The lines that belong together, one group after the other, filled in as they were `last`
    time; `day` is today, in words."""
    optional = _("optional")
    yield (
        (_("School"), LineField("school", last.school if last else "", optional)),
        (_("Team"), LineField("team", last.team if last else "", optional)),
        (_("Date"), LineField("date", day, _("today"))),
    )
    yield (
        (_("Chair"), LineField("chair", "", hint_at_chair(last))),
        (_("Theme"), LineField("theme", last.theme if last else "", optional)),
        (_("School goal"), LineField("school_goal", last.school_goal if last else "", optional)),
    )
    yield _options(settings)


def _options(settings: Settings) -> Lines:
    dots = [(count, _("{n} each").format(n=count)) for count in range(1, 11)]
    voting = (("dots", _("dots")), ("hands", _("hands up")))
    names = ((False, _("no")), (True, _("yes")))
    return (
        (_("We vote with"), Option("voting", voting, settings.voting)),
        (_("Dots"), Option("dots", dots, settings.dots)),
        (_("Note who said it"), Option("attribution", names, settings.attribution)),
    )
