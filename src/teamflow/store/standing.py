"""How a session stands in the loop, seen from a day: is there still something to look back on?"""

import datetime as dt
from enum import StrEnum
from typing import Final

from teamflow.core.calendar import short_date
from teamflow.core.form import OUTCOMES
from teamflow.locale import N_, Say
from teamflow.store.head import Summary


class Standing(StrEnum):
    """What lists of sessions can be narrowed down to; the values stand in what programs read."""

    RUNNING = "running"
    TO_EVALUATE = "to_evaluate"
    OVERDUE = "overdue"
    EVALUATED = "evaluated"
    DONE = "done"
    """It has ended, and no day was agreed on to look back."""
    UNREADABLE = "unreadable"


_TOLD: Final = {
    Standing.RUNNING: N_("still running"),
    Standing.TO_EVALUATE: N_("to evaluate on {day}"),
    Standing.OVERDUE: N_("overdue since {day}"),
    Standing.DONE: N_("done"),
    Standing.UNREADABLE: N_("can't be read"),
}


NAMES: Final[dict[str, str]] = {
    Standing.RUNNING: N_("running"),
    Standing.TO_EVALUATE: N_("to evaluate"),
    Standing.OVERDUE: N_("overdue"),
    Standing.EVALUATED: N_("evaluated"),
    Standing.UNREADABLE: N_("unreadable"),
    **{str(outcome): told for outcome, told in OUTCOMES.items()},
}
"""By which words sessions are looked for that stand so, or that came out so."""


def standing_of(summary: Summary, today: dt.date) -> Standing:
    """How this session stands `today`. On the day of its evaluation it isn't overdue yet."""
    if not summary.readable:
        return Standing.UNREADABLE
    if not summary.closed:
        return Standing.RUNNING
    if summary.outcome:
        return Standing.EVALUATED
    if summary.evaluation_date is None:
        return Standing.DONE
    return Standing.OVERDUE if summary.evaluation_date < today else Standing.TO_EVALUATE


def standing_told(summary: Summary, today: dt.date, say: Say) -> str:
    """The same in a few words, with its day or its outcome: "to evaluate on 21 December"."""
    standing = standing_of(summary, today)
    if standing is Standing.EVALUATED:
        known = {str(outcome): say(told) for outcome, told in OUTCOMES.items()}
        return known.get(summary.outcome, summary.outcome)
    return say(_TOLD[standing]).format(day=_day(summary.evaluation_date, today, say))


def stands_as(summary: Summary, state: str, today: dt.date) -> bool:
    """Whether one of `NAMES` is this session's."""
    return state in (standing_of(summary, today), summary.outcome)


def _day(day: dt.date | None, today: dt.date, say: Say) -> str:
    """A day, with its year where that isn't this one."""
    if day is None:
        return ""
    return short_date(day, say) if day.year == today.year else f"{short_date(day, say)} {day.year}"
