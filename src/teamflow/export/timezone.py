"""The clock of the Netherlands, spelled out as a calendar file has to.

By rule and without an end: the zones that icalendar generates list every change of the clock
until 2038 as an RDATE, and some calendars read those an hour wrong.
"""

import datetime as dt
from typing import Final
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

AMSTERDAM: Final = ZoneInfo("Europe/Amsterdam")

_WINTER: Final = dt.timedelta(hours=1)
_SUMMER: Final = dt.timedelta(hours=2)


def amsterdam() -> Timezone:
    """The component that times in AMSTERDAM refer to.

    Summer time lasts from the last Sunday in March, at 2:00, to the last one in October, at 3:00.
    That is the European Union's rule since 1996; it is told from 1970 on, as calendars do among
    themselves.
    """
    zone = Timezone()
    zone.add("tzid", AMSTERDAM.key)
    for change, name, day, hour, before, after in (
        (TimezoneDaylight(), "CEST", dt.date(1970, 3, 29), 2, _WINTER, _SUMMER),
        (TimezoneStandard(), "CET", dt.date(1970, 10, 25), 3, _SUMMER, _WINTER),
    ):
        change.add("dtstart", dt.datetime.combine(day, dt.time(hour)))
        change.add("rrule", {"freq": "yearly", "bymonth": day.month, "byday": "-1SU"})
        change.add("tzname", name)
        change.add("tzoffsetfrom", before)
        change.add("tzoffsetto", after)
        zone.add_component(change)
    return zone


def time_of_day(moment: dt.datetime) -> dt.time | None:
    """What the clock said at an (aware) moment, to the minute; None at the very ends of time,
    where no clock can tell."""
    try:
        return moment.astimezone(AMSTERDAM).time().replace(second=0, microsecond=0)
    except OverflowError:
        return None
