"""Days as people say and type them."""

import datetime as dt
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamflow.core.days import month_later, off_weekend, read_day

MONDAY = dt.date(2026, 11, 23)
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31))
DUTCH_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
DUTCH_SHORT = tuple("mrt" if name == "maart" else name[:3] for name in DUTCH_MONTHS)
DUTCH_WEEKDAYS = (
    "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
)  # fmt: skip


@pytest.mark.parametrize(
    ("today", "later"),
    [
        (dt.date(2026, 11, 23), dt.date(2026, 12, 23)),
        (dt.date(2026, 12, 8), dt.date(2027, 1, 8)),
        (dt.date(2026, 12, 31), dt.date(2027, 2, 1)),  # 31 January is a Sunday
        (dt.date(2027, 1, 31), dt.date(2027, 3, 1)),  # 28 February is a Sunday
        (dt.date(2028, 1, 31), dt.date(2028, 2, 29)),
        (dt.date(2027, 3, 31), dt.date(2027, 4, 30)),
        (dt.date(2027, 11, 30), dt.date(2027, 12, 30)),
        (dt.date(2026, 11, 5), dt.date(2026, 12, 7)),  # 5 December is a Saturday
        (dt.date(2026, 11, 6), dt.date(2026, 12, 7)),  # 6 December is a Sunday
    ],
)
def test_a_month_later_is_the_same_day_or_the_schoolday_after(
    today: dt.date, later: dt.date
) -> None:
    assert month_later(today) == later


@given(DAYS)
def test_a_month_later_is_a_schoolday_in_four_to_five_weeks(today: dt.date) -> None:
    later = month_later(today)
    assert later.weekday() < 5
    assert 28 <= (later - today).days <= 33


@given(DAYS)
def test_off_the_weekend_is_the_nearest_schoolday_to_come(day: dt.date) -> None:
    moved = off_weekend(day)
    assert moved.weekday() < 5
    assert (moved - day).days == {5: 2, 6: 1}.get(day.weekday(), 0)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("vandaag", dt.date(2026, 11, 23)),
        ("today", dt.date(2026, 11, 23)),
        ("Morgen", dt.date(2026, 11, 24)),
        ("overmorgen", dt.date(2026, 11, 25)),
        ("tomorrow", dt.date(2026, 11, 24)),
        ("over 2 weken", dt.date(2026, 12, 7)),
        ("over 1 week", dt.date(2026, 11, 30)),
        ("in 4 weeks", dt.date(2026, 12, 21)),
        ("dinsdag", dt.date(2026, 11, 24)),
        ("di", dt.date(2026, 11, 24)),
        ("zo", dt.date(2026, 11, 29)),
        ("Monday", dt.date(2026, 11, 30)),
        ("23-11", dt.date(2026, 11, 23)),
        ("22-11", dt.date(2027, 11, 22)),
        ("21/12/26", dt.date(2026, 12, 21)),
        ("21.12.2026", dt.date(2026, 12, 21)),
        ("21 12", dt.date(2026, 12, 21)),
        ("21 - 12 - 2026", dt.date(2026, 12, 21)),
        ("21dec", dt.date(2026, 12, 21)),
        ("21 dec.", dt.date(2026, 12, 21)),
        ("7. sept", dt.date(2027, 9, 7)),
        ("ma 21-12", dt.date(2026, 12, 21)),
        ("ma. 21 december", dt.date(2026, 12, 21)),
        ("Monday, 21 December 2026", dt.date(2026, 12, 21)),
        ("  do \t 24   Dec ", dt.date(2026, 12, 24)),
        ("29-2", dt.date(2028, 2, 29)),
        ("2026-1-9", dt.date(2026, 1, 9)),
    ],
)
def test_a_day_is_understood_as_people_say_it(text: str, day: dt.date) -> None:
    assert read_day(text, MONDAY) == day


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "-", "31-2", "0-1", "1-13", "29-2-2027", "2026-02-30", "0000-01-01", "32 mei",
        "²-1", "١-٢", "²¹ dec", "१२ mei", "9" * 10_000, "9" * 10_000 + "-1", "1-1-" + "9" * 10_000,
        "volgende les", "groep 8", "na 8 mei", "3 augurken", "12 marathon", "4 maanden",
        "21 xyz", "over 100 weken", "1-2-3-4", "1-2-345", "20 %", "\ud83d\ude00", "\x00", "ma 21",
    ],
)  # fmt: skip
def test_nonsense_is_no_day(text: str) -> None:
    assert read_day(text, MONDAY) is None


@given(st.text() | st.text(string.digits + "-/. madecjnuo²١", max_size=16), DAYS)
def test_no_text_whatsoever_is_an_error(text: str, today: dt.date) -> None:
    assert isinstance(read_day(text, today), dt.date | None)


@given(DAYS, DAYS)
def test_a_day_with_its_year_is_read_back(day: dt.date, today: dt.date) -> None:
    number, month, year = day.day, day.month, day.year
    weekday, name = DUTCH_WEEKDAYS[day.weekday()], DUTCH_MONTHS[month - 1]
    for text in (
        day.isoformat(),
        f"{number}-{month}-{year}",
        f"{number:02}/{month:02}/{year}",
        f"{number} {name} {year}",
        f"{weekday} {number} {name} {year}",
        f"{weekday[:2]} {number} {DUTCH_SHORT[month - 1]} {year}",
        day.strftime("%A %d %B %Y"),
        day.strftime("%a %d %b %Y"),
        day.strftime("%d.%m.%Y"),
    ):
        assert read_day(text, today) == day, text


@given(DAYS.filter(lambda day: (day.month, day.day) != (2, 29)), st.integers(0, 364))
def test_a_day_without_a_year_is_the_first_to_come(day: dt.date, ahead: int) -> None:
    today = day - dt.timedelta(days=ahead)
    for text in (
        f"{day.day}-{day.month}",
        f"{day.day} {DUTCH_MONTHS[day.month - 1]}",
        f"{day.day} {DUTCH_SHORT[day.month - 1]}",
        day.strftime("%d %B"),
        day.strftime("%a %d %b"),
    ):
        assert read_day(text, today) == day, text


def test_a_leap_day_may_be_eight_years_away() -> None:
    assert read_day("29-2", dt.date(2096, 3, 1)) == dt.date(2104, 2, 29)


@given(DAYS, st.integers(1, 7))
def test_a_weekday_is_the_first_to_come_and_not_today(today: dt.date, ahead: int) -> None:
    day = today + dt.timedelta(days=ahead)
    for text in (DUTCH_WEEKDAYS[day.weekday()], day.strftime("%A"), day.strftime("%a")):
        assert read_day(text, today) == day
