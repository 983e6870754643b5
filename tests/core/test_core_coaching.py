"""What a chair can say in each phase, and the page to prepare with."""

from dataclasses import astuple
from typing import get_args

import pytest

from teamflow.core.briefing import briefing
from teamflow.core.coaching import BEFORE, CARDS, Card
from teamflow.core.form import Fact, Paragraph, Table
from teamflow.core.protocol import PROTOCOL, phase_of
from teamflow.core.session import PhaseName
from teamflow.locale import catalogue

each_card = pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
DUTCH = catalogue("nl").gettext
SPOKEN = 90
"""As many characters as are said in one breath."""


def texts(card: Card) -> list[str]:
    return [*card.say, *(text for pitfall in card.watch for text in astuple(pitfall))]


def test_each_phase_has_a_card() -> None:
    assert tuple(CARDS) == get_args(PhaseName)


@each_card
def test_there_are_two_or_three_sentences_to_say(card: Card) -> None:
    assert 2 <= len(card.say) <= 3


@each_card
def test_there_are_pitfalls_in_the_structure_and_in_the_tone(card: Card) -> None:
    assert len(card.watch) >= 2


@each_card
def test_what_is_to_be_said_is_short_enough_to_say(card: Card) -> None:
    assert max(map(len, texts(card))) <= SPOKEN


@each_card
def test_what_is_to_be_said_ends_as_a_sentence_does(card: Card) -> None:
    spoken = [*card.say, *(pitfall.reply for pitfall in card.watch)]
    assert [text for text in spoken if text[-1] not in ".?"] == []


def test_a_chair_says_nothing_twice() -> None:
    said = [text for card in CARDS.values() for text in texts(card)]
    assert len(set(said)) == len(said)


@each_card
def test_a_dutch_chair_speaks_dutch(card: Card) -> None:
    assert [text for text in (*texts(card), *BEFORE) if DUTCH(text) == text] == []


def test_the_page_has_a_box_for_each_phase_in_their_order() -> None:
    boxes = briefing(str, {}).boxes
    assert [(box.number, box.title) for box in boxes] == [
        (number, phase.title) for number, phase in enumerate(PROTOCOL, start=1)
    ]


def test_a_box_says_all_that_is_on_the_card() -> None:
    time, *said, pitfalls = briefing(str, {}).boxes[2].parts
    card = CARDS["round"]
    assert said == list(map(Paragraph, card.say))
    assert isinstance(pitfalls, Table)
    assert pitfalls.rows == tuple(map(astuple, card.watch))
    assert time == Fact("Time", f"{phase_of('round').expected} min")


def test_the_team_s_own_minutes_are_on_the_page() -> None:
    boxes = briefing(str, {"think": 7}).boxes
    times = [box.parts[0].text for box in boxes if isinstance(box.parts[0], Fact)]
    assert times == ["8 min", "7 min", "10 min", "3 min", "12 min", "7 min", "3 min"]


def test_the_page_says_what_to_do_before_the_start() -> None:
    (before,) = briefing(str, {}).facts
    assert [text for text in BEFORE if text not in before.text] == []
