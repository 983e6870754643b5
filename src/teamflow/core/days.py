"""Days as people say and type them."""

import calendar
import datetime as dt
import re
from typing import Final

WEEK: Final = dt.timedelta(weeks=1)
DAY: Final = dt.timedelta(days=1)
SATURDAY: Final = 5

_MONTHS: Final = (
    ("januari", "january"), ("februari", "february"), ("maart", "mrt", "march"), ("april",),
    ("mei", "may"), ("juni", "june"), ("juli", "july"), ("augustus", "august"), ("september",),
    ("oktober", "october"), ("november",), ("december",),
)  # fmt: skip
_WEEKDAYS: Final = (
    ("ma", "maandag", "mon", "monday"),
    ("di", "dinsdag", "tue", "tuesday"),
    ("wo", "woensdag", "wed", "wednesday"),
    ("do", "donderdag", "thu", "thursday"),
    ("vr", "vrijdag", "fri", "friday"),
    ("za", "zaterdag", "sat", "saturday"),
    ("zo", "zondag", "sun", "sunday"),
)
_SOON: Final = {
    "vandaag": 0, "today": 0, "morgen": 1, "tomorrow": 1, "overmorgen": 2,
}  # fmt: skip
_LEAP_YEARS_APART: Final = 8
_WEEKDAY: Final = re.compile(rf"^(?:{'|'.join(sum(_WEEKDAYS, ()))})[.,]? ")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_NUMBERS: Final = re.compile(r"(\d{1,2}) ?[-/. ] ?(\d{1,2})(?: ?[-/. ] ?(\d{4}|\d{2}))?", re.ASCII)
_NAMED: Final = re.compile(r"(\d{1,2})\.? ?([a-z]{3,9})\.?(?: (\d{4}))?", re.ASCII)
_WEEKS: Final = re.compile(r"(?:over|in) (\d{1,2}) (?:weken|week|weeks)", re.ASCII)


def month_later(today: dt.date) -> dt.date:
    """The same day next month (or that month's last), moved on from a weekend to Monday.

    A month, because the protocol wants to know soon whether it worked.
    """
    year, month = divmod(today.year * 12 + today.month, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return off_weekend(dt.date(year, month + 1, min(today.day, last)))


def for_example(day: dt.date) -> str:
    """A day as short as people type it."""
    return f"{day.day}-{day.month}"


def off_weekend(day: dt.date) -> dt.date:
    """The day itself, or the Monday after it when nobody is at school."""
    return day + (7 - day.weekday()) * DAY if day.weekday() >= SATURDAY else day


def read_day(text: str, today: dt.date) -> dt.date | None:
    """The day that `text` means, seen from `today`; None when it doesn't mean one.

    Understands 2026-12-21, 21-12, 21/12/26, 21 dec, ma 21 december 2026, maandag, morgen and
    over 2 weken, in Dutch and English. A day without a year is the first such day to come;
    a weekday in front of a date is taken for granted.
    """
    text = " ".join(text.casefold().split())
    if text in _SOON:
        return today + _SOON[text] * DAY
    for weekday, names in enumerate(_WEEKDAYS):
        if text in names:
            return today + ((weekday - today.weekday() - 1) % 7 + 1) * DAY
    if match := _WEEKS.fullmatch(text):
        return today + int(match[1]) * WEEK
    text = _WEEKDAY.sub("", text)
    if match := _ISO.fullmatch(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERS.fullmatch(text):
        return _coming(int(match[1]), int(match[2]), match[3], today)
    if match := _NAMED.fullmatch(text):
        return _coming(int(match[1]), _month(match[2]), match[3], today)
    return None


def _month(name: str) -> int:
    meant = (any(month.startswith(name) for month in names) for names in _MONTHS)
    return next((number for number, same in enumerate(meant, start=1) if same), 0)


def _coming(day: int, month: int, year: str | None, today: dt.date) -> dt.date | None:
    if year is not None:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)
    years = range(today.year, today.year + _LEAP_YEARS_APART + 1)
    days = (_day(year, month, day) for year in years)
    return next((day for day in days if day and day >= today), None)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
