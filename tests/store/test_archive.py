"""Which sessions are wanted, and what only all of them together can tell."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from strategies import MEETING, REVIEWED, SAVED
from teamflow.core.session import Session
from teamflow.locale import catalogue
from teamflow.store.archive import Period, Survey, Wanted, school_year, wanted_of
from teamflow.store.head import session_names
from teamflow.store.record import encode
from teamflow.store.search import Words
from teamflow.store.standing import Standing

TODAY = dt.date(2026, 11, 23)
DUTCH = catalogue("nl").gettext


def put(folder: Path, name: str, session: Session = MEETING) -> Path:
    file = folder / f"{name}.toml"
    file.write_text(encode(replace(session, id=f"{session.id}-{name}"), {}, SAVED), "utf-8")
    return file


def found(folder: Path, wanted: Wanted) -> list[str]:
    names = wanted_of(folder, session_names(folder), wanted, TODAY)
    return [name.removesuffix(".toml") for name in names]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put(tmp_path, "2026-11-21-een")
    put(tmp_path, "2026-09-03-twee", replace(REVIEWED, team="Bovenbouw", date=dt.date(2026, 9, 3)))
    put(tmp_path, "2026-07-31-drie", replace(MEETING, closed=None, date=dt.date(2026, 7, 31)))
    (tmp_path / "2026-01-01-stuk.toml").write_bytes(b"schema = \xff")
    return tmp_path


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (Wanted(), ["2026-11-21-een", "2026-09-03-twee", "2026-07-31-drie", "2026-01-01-stuk"]),
        (Wanted(Words("kost tijd")), ["2026-09-03-twee"]),
        (Wanted(team="bovenBOUW"), ["2026-09-03-twee"]),
        (Wanted(team="Onderbouw"), ["2026-11-21-een", "2026-07-31-drie"]),
        (Wanted(period=school_year(TODAY)), ["2026-11-21-een", "2026-09-03-twee"]),
        (Wanted(period=school_year(TODAY, 1)), ["2026-07-31-drie"]),
        (Wanted(standing=Standing.TO_EVALUATE), ["2026-11-21-een"]),
        (Wanted(standing=Standing.RUNNING), ["2026-07-31-drie"]),
        (Wanted(standing=Standing.UNREADABLE), ["2026-01-01-stuk"]),
        (Wanted(Words("voordoen"), "Onderbouw", school_year(TODAY)), ["2026-11-21-een"]),
        (Wanted(Words("bestaat niet"), "Onderbouw"), []),
        (Wanted(Words("to evaluate")), ["2026-11-21-een"]),
        (Wanted(Words("evaluated")), ["2026-09-03-twee"]),
        (Wanted(Words("partly reached")), ["2026-09-03-twee"]),
        (Wanted(Words("running voordoen")), ["2026-07-31-drie"]),
        (Wanted(Words("running zwemles")), []),
        (Wanted(Words("ÚNREADABLE")), ["2026-01-01-stuk"]),
        (Wanted(Words("over tijd"), say=DUTCH), []),
    ],
)
def test_what_is_wanted_is_found_newest_first(
    folder: Path, wanted: Wanted, names: list[str]
) -> None:
    assert found(folder, wanted) == names


def test_only_a_wish_for_nothing_in_particular_is_for_anything() -> None:
    assert Wanted().anything
    assert Wanted(Words("  ")).anything
    for wanted in (Wanted(Words("x")), Wanted(team="x"), Wanted(standing=Standing.DONE)):
        assert not wanted.anything


@pytest.mark.parametrize(
    ("today", "before", "first", "last"),
    [
        (dt.date(2026, 11, 23), 0, dt.date(2026, 8, 1), dt.date(2027, 7, 31)),
        (dt.date(2026, 8, 1), 0, dt.date(2026, 8, 1), dt.date(2027, 7, 31)),
        (dt.date(2026, 7, 31), 0, dt.date(2025, 8, 1), dt.date(2026, 7, 31)),
        (dt.date(2027, 2, 1), 1, dt.date(2025, 8, 1), dt.date(2026, 7, 31)),
    ],
)
def test_a_school_year_runs_from_august_to_july(
    today: dt.date, before: int, first: dt.date, last: dt.date
) -> None:
    period = school_year(today, before)
    assert period == Period(first, last)
    assert (first in period, last in period) == (True, True)
    day = dt.timedelta(days=1)
    assert (first - day in period, last + day in period, None in period) == (False, False, False)


def test_each_team_is_told_once_as_its_newest_session_spells_it(folder: Path) -> None:
    put(folder, "2026-01-02-vier", replace(MEETING, team="ONDERBOUW"))
    put(folder, "2026-01-03-vijf", replace(MEETING, team=""))
    survey = Survey(folder)
    survey.look_at(session_names(folder))
    assert survey.teams == ("Bovenbouw", "Onderbouw")


def test_a_copy_is_told_with_the_file_that_it_is_a_copy_of(tmp_path: Path) -> None:
    file = put(tmp_path, "2026-11-21-een")
    copy = tmp_path / "2026-11-21-een (1).toml"
    copy.write_bytes(file.read_bytes())
    put(tmp_path, "2026-11-20-een (1)")
    survey = Survey(tmp_path)
    for name in session_names(tmp_path):
        survey.look_at([name])
    assert survey.copies == {copy: file}
