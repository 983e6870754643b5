"""The arithmetic of limits, the languages that phones ask for, what JSON is taken."""

import pytest

from teamflow.join.codes import ALPHABET, canonical, could_be_code, new, same
from teamflow.join.languages import wanted
from teamflow.join.limits import Limits, Rates, connections_possible
from teamflow.join.wrongcodes import WrongCodes


def test_a_bucket_takes_a_burst_and_then_what_leaks_out() -> None:
    rates = Rates(burst=3, per_second=0.5, most=10)
    for _ in range(3):
        assert rates.wait("Fatima", now=100) == 0
        rates.count("Fatima", now=100)
    assert rates.wait("Fatima", now=100) == 2
    assert rates.wait("Joost", now=100) == 0
    assert rates.wait("Fatima", now=101) == 1
    assert rates.wait("Fatima", now=102) == 0


def test_a_bucket_is_never_fuller_than_full_nor_emptied_by_a_clock_that_was_set_back() -> None:
    rates = Rates(burst=3, per_second=1, most=10)
    for _ in range(50):
        rates.count("Fatima", now=100)
    assert rates.wait("Fatima", now=100) == 1
    assert rates.wait("Fatima", now=50) == 1


def test_only_so_many_keys_are_remembered_and_the_oldest_goes_first() -> None:
    rates = Rates(burst=1, per_second=1, most=2)
    for name in ("Fatima", "Joost", "Fatima", "Sanne"):
        rates.count(name, now=0)
    assert [rates.wait(name, now=0) for name in ("Fatima", "Joost", "Sanne")] == [1, 0, 1]


def test_each_wrong_code_takes_longer_and_never_longer_than_the_longest() -> None:
    wrong = WrongCodes(Limits(wrong_burst=8, slowest=1))
    waits = [wrong.count("10.0.0.9", now=0) for _ in range(8)]
    assert waits == [0.05, 0.1, 0.2, 0.4, 0.8, 1, 1, 1]
    assert wrong.refused("10.0.0.9", now=0) == pytest.approx(3)
    assert wrong.refused("10.0.0.8", now=0) == 0


def test_the_system_allows_at_least_one_connection_and_never_more_than_wanted() -> None:
    assert connections_possible(1) == 1
    assert 1 <= connections_possible(10**9) <= 10**9


def test_codes_are_made_of_what_cannot_be_misread() -> None:
    codes = {new(8) for _ in range(200)}
    assert len(codes) == 200
    assert set("".join(codes)) <= set(ALPHABET)
    assert not set("OILUoilu") & set(ALPHABET)


def test_a_code_is_the_same_however_it_was_typed() -> None:
    assert canonical("k7qm2xwo") == "K7QM2XW0"
    assert same("oi1L2xw9", "01112XW9")
    assert not same("K7QM2XW9", "K7QM2XW8")
    assert not same("K7QM2XW9é", "K7QM2XW9")


@pytest.mark.parametrize("typed", ["favicon.ico", "robots.txt", "", "K7QM2XW", "UUUUUUUU"])
def test_what_cannot_be_a_code_is_no_attempt(typed: str) -> None:
    assert not could_be_code(typed)


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("nl", "nl"),
        ("nl-BE,nl;q=0.9,en;q=0.8", "nl"),
        ("de,en;q=0.5,nl;q=0.9", "nl"),
        ("EN-us", "en"),
        ("fr, de", "otherwise"),
        ("nl;q=0", "otherwise"),
        ("nl;q=nonsense,en;q=nan", "otherwise"),
        ("", "otherwise"),
        (";,;q=,", "otherwise"),
    ],
)
def test_a_page_speaks_the_language_that_its_phone_wants_most(header: str, language: str) -> None:
    assert wanted(header, "otherwise") == language
