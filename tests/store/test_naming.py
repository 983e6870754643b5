import datetime as dt
import random
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamflow.store.naming import file_name, newest_first, numbered, slug

DAY = dt.date(2026, 11, 21)


@pytest.mark.parametrize(
    ("team", "theme", "name"),
    [
        ("Onderbouw", "Begrijpend lezen", "2026-11-21-onderbouw-begrijpend-lezen.toml"),
        ("", "", "2026-11-21.toml"),
        ("", "Rekenen", "2026-11-21-rekenen.toml"),
        ("Groep 3/4", "Café: ‘écht’ lezen!", "2026-11-21-groep-3-4-cafe-echt-lezen.toml"),
        ("../../etc", "a\\b:c*?.toml ", "2026-11-21-etc-a-b-c-toml.toml"),
        ("CON", "nul", "2026-11-21-con-nul.toml"),
        ("Ĳsbrand", "½ ①", "2026-11-21-ijsbrand-1-2-1.toml"),
        ("Команда Й", "한국어", "2026-11-21-команда-й-한국어.toml"),
        ("فريق", "हिन्दी", "2026-11-21-فريق-हिन्दी.toml"),
        ("Straße", "ØRE", "2026-11-21-straße-øre.toml"),
        ("👩‍🏫", "\ud800\x1b[31m", "2026-11-21-31m.toml"),
    ],
)
def test_a_name_says_day_team_and_theme(team: str, theme: str, name: str) -> None:
    assert file_name(DAY, team, theme) == name


@given(st.text(st.characters(exclude_categories=())), st.text(st.characters(exclude_categories=())))
def test_any_name_fits_every_file_system(team: str, theme: str) -> None:
    name = file_name(DAY, team, theme)
    assert name.startswith("2026-11-21")
    assert name.endswith(".toml")
    assert len(name) <= 85
    assert len(name.encode()) <= 205
    assert not set(name) & set('<>:"/\\|?*\0\n ')
    assert "-." not in name


@given(st.text(st.characters(exclude_categories=())))
def test_a_slug_is_its_own_slug(text: str) -> None:
    assert slug(slug(text)) == slug(text)


def test_a_long_name_is_cut_without_a_loose_hyphen() -> None:
    assert file_name(DAY, "a" * 68, "b") == f"2026-11-21-{'a' * 68}.toml"
    assert file_name(DAY, "한" * 80, "") == f"2026-11-21-{'한' * 63}.toml"


def test_the_second_of_a_day_gets_a_number() -> None:
    assert list(islice(numbered("a.toml"), 3)) == ["a.toml", "a-2.toml", "a-3.toml"]


def test_names_are_listed_from_the_latest_day_on() -> None:
    ordered = [
        "2026-11-21-b.toml",
        "2026-11-21-a-10.toml",
        "2026-11-21-a-9.toml",
        "2026-11-21-a.toml",
        "2026-11-21-2.toml",
        "2026-11-21.TOML",
        "2026-09-30-z.toml",
        "Oude notulen.toml",
        "\udce9t\n.toml",
    ]
    shuffled = random.Random(1).sample(ordered, len(ordered))
    assert newest_first(shuffled) == ordered
