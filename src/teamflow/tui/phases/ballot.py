"""What the line under the ideas asks for, from the state of the vote.

Each question turns what was typed into actions, and raises Refused where it can't.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from teamflow.core import actions as a
from teamflow.core.refusal import Refused
from teamflow.core.rules.choosing import MOST_CHOSEN, dots_each
from teamflow.core.session import Session
from teamflow.locale import N_, _, ngettext
from teamflow.tui.phases.numbers import numbers_of, read_ideas, tell_choice


@dataclass(frozen=True)
class Polling:
    """One member's dots; typed unseen, for votes that are visible get copied."""

    voter: str
    dots: int
    numbers: tuple[int, ...]
    """Of the ideas that dots can go to."""

    @property
    def prompt(self) -> str:
        told = ngettext("{name}'s dot", "{name}'s {dots} dots", self.dots)
        return told.format(name=self.voter, dots=self.dots)

    @property
    def hints(self) -> tuple[str, ...]:
        example = self._example()
        return tuple(
            form.format(example=example)
            for form in (
                _("{example}; nobody sees it, empty is fine"),
                _("{example}; nobody sees it"),
                "{example}",
            )
        )

    def _example(self) -> str:
        if self.dots == 1 and len(self.numbers) <= FEW:
            return tell_choice(self.numbers)
        third = len(self.numbers) // 3
        low, high = self.numbers[third], self.numbers[-1 - third]
        dots = (*[low] * (self.dots - 1), high)
        return _("such as {numbers}").format(numbers=" ".join(map(str, dots)))

    def actions(self, text: str, session: Session) -> list[a.Action]:
        return [a.CastDots(self.voter, read_ideas(text, session))]

    def remark(self, session: Session) -> str:
        return _voted(session)


@dataclass(frozen=True)
class Counting:
    """The hands for one idea."""

    idea: int
    number: int

    @property
    def prompt(self) -> str:
        return _("Hands for idea {number}").format(number=self.number)

    @property
    def hints(self) -> tuple[str, ...]:
        return (_("how many hands, hidden; empty is none"), _("how many?"))

    def actions(self, text: str, session: Session) -> list[a.Action]:
        return [a.CountHands(self.idea, _hands(text))]

    def remark(self, session: Session) -> str:
        text = next(idea.text for idea in session.ideas if idea.id == self.idea)
        return f"{self.number}  {text}"


@dataclass(frozen=True)
class Waiting:
    """Only those with a phone are still voting."""

    names: tuple[str, ...]

    @property
    def prompt(self) -> str:
        return _("The phones are voting")

    @property
    def hints(self) -> tuple[str, ...]:
        return (_("wait a moment"),)

    def actions(self, text: str, session: Session) -> list[a.Action]:
        names = ", ".join(self.names)
        raise Refused(N_("Still voting by phone: {names}. Ctrl+O closes the vote."), names=names)

    def remark(self, session: Session) -> str:
        return _voted(session)


@dataclass(frozen=True)
class Voted:
    """All votes are in."""

    @property
    def prompt(self) -> str:
        return _("Everyone has voted")

    @property
    def hints(self) -> tuple[str, ...]:
        return (_("Enter shows the result"),)

    def actions(self, text: str, session: Session) -> list[a.Action]:
        return [a.CloseVote()]

    def remark(self, session: Session) -> str:
        return ""


@dataclass(frozen=True)
class Marking:
    """The number of a chosen idea; its number again takes the mark off."""

    chosen: tuple[int, ...]
    """The numbers of what was chosen already."""

    @property
    def prompt(self) -> str:
        if len(self.chosen) == MOST_CHOSEN:
            return _("Something else?")
        return _("One more?") if self.chosen else _("We choose number")

    @property
    def hints(self) -> tuple[str, ...]:
        if not self.chosen:
            return (_("one idea, or two"),)
        again = _("{numbers} again undoes it").format(numbers=tell_choice(self.chosen))
        if len(self.chosen) == MOST_CHOSEN:
            return (again,)
        return (_("its number; {again}").format(again=again), again)

    def actions(self, text: str, session: Session) -> list[a.Action]:
        ideas = dict.fromkeys(read_ideas(text, session))
        chosen = session.choice.chosen
        if not ideas:
            raise Refused(N_("Type the number of the idea that we choose."))
        if len(ideas.keys() ^ set(chosen)) > MOST_CHOSEN:
            raise Refused(N_("Two ideas at most: unmark one first."))
        return [a.Unchoose(idea) if idea in chosen else a.Choose(idea) for idea in ideas]

    def remark(self, session: Session) -> str:
        if self.chosen:
            return ""
        if not session.ideas:
            return _("No ideas yet: PgUp goes back to the round.")
        if session.vote is None:
            return _("All agreed? Type its number. Or we vote: Ctrl+O.")
        return ""


FEW: Final = 3
"""So many ideas can be named one by one."""

Asking = Polling | Counting | Waiting | Voted | Marking


def asking(session: Session, by_phone: Collection[str] = ()) -> Asking:
    """What is to be asked now. Those who vote `by_phone` needn't be asked."""
    vote = session.vote
    if vote is None or vote.closed:
        return Marking(numbers_of(session, session.choice.chosen))
    if vote.voting == "dots":
        voted = {ballot.voter for ballot in vote.ballots}
        missing = tuple(name for name in session.present if name not in voted)
        voter = next((name for name in missing if name not in by_phone), None)
        if voter is not None:
            return Polling(voter, dots_each(session), numbers_of(session, vote.candidates))
        return Waiting(missing) if missing else Voted()
    counted = {tally.idea for tally in vote.tallies}
    for number, idea in enumerate(session.ideas, start=1):
        if idea.id in vote.candidates and idea.id not in counted:
            return Counting(idea.id, number)
    return Voted()


def _voted(session: Session) -> str:
    voted = len(session.vote.ballots) if session.vote else 0
    if not voted:
        return _("Nobody has voted yet. The totals come at the end.")
    told = ngettext(
        "{voted} of {people} has voted. The totals come at the end.",
        "{voted} of {people} have voted. The totals come at the end.",
        voted,
    )
    return told.format(voted=voted, people=len(session.present))


def _hands(text: str) -> int:
    if text and not (text.isascii() and text.isdigit() and len(text) < 4):
        raise Refused(N_("Type how many hands you count."))
    return int(text or 0)
