"""Who sits behind which phone, and what each of them has done."""

import hashlib
import secrets
from dataclasses import field
from typing import Final

from pydantic.dataclasses import dataclass

from teamflow.core.refusal import Refused
from teamflow.core.rules.people import same_name
from teamflow.core.session import RECORD
from teamflow.locale import N_

DONE: Final = ""
"""The answer to a deed that was done; any other says why it wasn't."""

_TOKEN: Final = 16  # bytes: 128 bits
_ANSWERS_EACH: Final = 64
_MOST_LIFTED: Final = 200


def digest(token: str) -> str:
    """By what a token is known; the token itself is only on its phone."""
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()


@dataclass(config=RECORD)
class Seats:
    """The seats of one room, all of which is remembered. A phone is named by the digest of its
    token.

    `typed` are the names that phones put on the list, `held` is names by phone, `lifted` the
    phones that lost their seat, `ideas` how many each name gave, `scored` who answered the
    closing question (not what), `answers` what was answered, by name and by the deed's id.
    """

    typed: list[str] = field(default_factory=list)
    held: dict[str, str] = field(default_factory=dict)
    lifted: list[str] = field(default_factory=list)
    ideas: dict[str, int] = field(default_factory=dict)
    scored: list[str] = field(default_factory=list)
    answers: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """Who is in by phone, in the order in which they sat down."""
        return tuple(self.held.values())

    def holder(self, phone: str) -> str | None:
        """Who sits behind that phone."""
        return self.held.get(phone)

    def was_lifted(self, phone: str) -> bool:
        """Whether the chair took that phone off its seat, and it has no other one yet."""
        return phone in self.lifted

    def check_free(self, name: str, phone: str) -> None:
        """Raise Refused when somebody else has that seat."""
        for other, taken in self.held.items():
            if other != phone and same_name(taken, name):
                raise Refused(N_("{name} is already in, on another phone."), name=taken)

    def sit(self, name: str, phone: str) -> str:
        """Give that seat to a phone, which leaves the one that it had; its new token."""
        self.leave(phone)
        token = secrets.token_hex(_TOKEN)
        self.held[digest(token)] = name
        return token

    def leave(self, phone: str) -> None:
        """The phone gives its seat up."""
        self.held.pop(phone, None)
        if phone in self.lifted:
            self.lifted.remove(phone)

    def lift(self, name: str) -> None:
        """Take whoever sits there off that seat."""
        for phone in [phone for phone, taken in self.held.items() if taken == name]:
            del self.held[phone]
            self.lifted = [*self.lifted, phone][-_MOST_LIFTED:]

    def answer(self, name: str, id: str) -> str | None:
        """What was answered to that deed; None when it's new."""
        return self.answers.get(name, {}).get(id)

    def remember(self, name: str, id: str, answer: str) -> None:
        """What was answered to a deed; of each name the last few are remembered."""
        answers = self.answers.setdefault(name, {})
        answers[id] = answer
        if len(answers) > _ANSWERS_EACH:
            del answers[next(iter(answers))]

    def count_idea(self, name: str) -> None:
        """One more idea came from that seat."""
        self.ideas[name] = self.ideas.get(name, 0) + 1
