"""Numbers as people type them into a line, "3 5 5" or "3, 5 en 7"; and as we tell them."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from teamflow.core.ideas import idea_at
from teamflow.core.refusal import Refused
from teamflow.core.session import Session
from teamflow.locale import N_, _

_NUMBERS: Final = re.compile(r"\d{1,6}(?!\d)", re.ASCII)
_BETWEEN: Final = re.compile(r"(?:\d{1,6}(?!\d)|[\s,;+.]|en|and)*", re.ASCII)


def read_numbers(text: str) -> tuple[int, ...]:
    """The numbers in a line. Raises Refused when there's something else in it."""
    if not _BETWEEN.fullmatch(text):
        raise Refused(N_("Type numbers, with a space between them: 3 7"))
    return tuple(int(number) for number in _NUMBERS.findall(text))


def read_number(text: str) -> int:
    """The one number in a line. Raises Refused when there's none or more."""
    numbers = read_numbers(text)
    if len(numbers) != 1:
        raise Refused(N_("Type one number."))
    return numbers[0]


def read_ideas(text: str, session: Session) -> tuple[int, ...]:
    """The ids of the ideas whose numbers are in a line. Raises Refused for an unknown one."""
    return tuple(idea_at(session, number).id for number in read_numbers(text))


def numbers_of(session: Session, ids: Collection[int]) -> tuple[int, ...]:
    """The numbers on the board of the ideas with these ids."""
    return tuple(n for n, idea in enumerate(session.ideas, start=1) if idea.id in ids)


def tell_all(numbers: Sequence[int]) -> str:
    """1, 2 and 3."""
    return _told(numbers, _("{numbers} and {last}"))


def tell_choice(numbers: Sequence[int]) -> str:
    """1, 2 or 3."""
    return _told(numbers, _("{numbers} or {last}"))


def _told(numbers: Sequence[int], together: str) -> str:
    *others, last = map(str, numbers)
    return together.format(numbers=", ".join(others), last=last) if others else last
