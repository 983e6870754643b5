"""Dates and lengths of time, written out."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamflow.core.calendar import (
    MONTHS,
    WEEKDAYS,
    clock_face,
    counted,
    long_date,
    long_dates,
    short_date,
)


def seconds_on(face: str) -> int:
    minutes, seconds = face.split(":")
    return int(minutes) * 60 + int(seconds)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (300, "5:00"),
        (299.5, "5:00"),
        (299, "4:59"),
        (60.001, "1:01"),
        (60, "1:00"),
        (0.001, "0:01"),
        (0, "0:00"),
        (-0.999, "0:00"),
        (-1, "+0:01"),
        (-1.5, "+0:01"),
        (-60, "+1:00"),
        (-80, "+1:20"),
        (4500, "75:00"),
        (-4500, "+75:00"),
    ],
)
def test_what_is_left_is_rounded_up_and_overtime_down(seconds: float, shown: str) -> None:
    assert clock_face(dt.timedelta(seconds=seconds)) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0:00"), (0.999, "0:00"), (187.9, "3:07"), (6000, "100:00")]
)
def test_what_has_passed_counts_whole_seconds(seconds: float, shown: str) -> None:
    assert counted(dt.timedelta(seconds=seconds)) == shown


@given(st.integers(0, 36_000_000))
def test_a_clock_that_runs_down_meets_the_one_that_counts(milliseconds: int) -> None:
    limit, passed = dt.timedelta(hours=10), dt.timedelta(milliseconds=milliseconds)
    assert seconds_on(clock_face(limit - passed)) + seconds_on(counted(passed)) == 36_000


def test_a_day_is_written_in_full_or_in_short() -> None:
    day = dt.date(2026, 12, 21)
    assert long_date(day, str) == "Monday 21 December 2026"
    assert short_date(day, str) == "21 December"


def test_a_day_is_written_in_the_readers_language() -> None:
    words = {"Sunday": "zondag", "March": "maart"}
    assert long_date(dt.date(2027, 3, 7), words.__getitem__) == "zondag 7 maart 2027"
    assert short_date(dt.date(2027, 3, 7), words.__getitem__) == "7 maart"


@given(st.dates())
def test_names_of_days_and_months_stand_in_their_order(day: dt.date) -> None:
    assert WEEKDAYS[day.weekday()] == day.strftime("%A")
    assert MONTHS[day.month - 1] == day.strftime("%B")


def test_days_in_full_stand_behind_each_other_and_each_once() -> None:
    days = dt.date(2026, 11, 24), dt.date(2026, 11, 24), dt.date(2026, 12, 1)
    assert long_dates(days, str) == "Tuesday 24 November 2026, Tuesday 1 December 2026"
