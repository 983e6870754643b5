"""Dates and lengths of time, written out in the reader's language."""

import datetime as dt
from collections.abc import Iterable
from typing import Final

from teamflow.locale import N_, Say

WEEKDAYS: Final = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"),
    N_("Friday"), N_("Saturday"), N_("Sunday"),
)  # fmt: skip
MONTHS: Final = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
    N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip


def long_date(day: dt.date, say: Say) -> str:
    """A day in full: Monday 21 December 2026."""
    return f"{say(WEEKDAYS[day.weekday()])} {day.day} {say(MONTHS[day.month - 1])} {day.year}"


def long_dates(days: Iterable[dt.date], say: Say) -> str:
    """Days in full, each once, with commas between them."""
    return ", ".join(long_date(day, say) for day in dict.fromkeys(days))


def short_date(day: dt.date, say: Say) -> str:
    """A day in short: 21 December."""
    return f"{day.day} {say(MONTHS[day.month - 1])}"


def clock_face(length: dt.timedelta) -> str:
    """A length as a clock shows it, in minutes and seconds: "4:37", in overtime "+1:20".

    What remains is rounded up and overtime down, so that 5:00 shows for a whole first second
    and the clock says 0:00 when the time is up, not a second before.
    """
    whole = dt.timedelta(seconds=1)
    if length > dt.timedelta():
        minutes, seconds = divmod(-(-length // whole), 60)
        return f"{minutes}:{seconds:02}"
    minutes, seconds = divmod(-length // whole, 60)
    return f"+{minutes}:{seconds:02}" if minutes or seconds else "0:00"


def counted(length: dt.timedelta) -> str:
    """A length that counts up, in whole minutes and seconds that have passed: "3:07"."""
    minutes, seconds = divmod(length // dt.timedelta(seconds=1), 60)
    return f"{minutes}:{seconds:02}"
