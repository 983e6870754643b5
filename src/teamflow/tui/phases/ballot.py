"""What the line under the ideas asks for, from the state of the vote.

Each question turns what was typed into actions, and raises Refused where it can't.
"""

from collections.abc import Collection
from dataclasses import dataclass

from teamflow.core import actions as a
from teamflow.core.refusal import Refused
from teamflow.core.rules.choosing import MOST_CHOSEN, dots_each
from teamflow.core.session import Session
from teamflow.locale import N_, _
from teamflow.tui.phases.numbers import read_ideas


@dataclass(frozen=True)
class Polling:
    """One member's dots; typed unseen, for votes that are visible get copied."""

    voter: str
    dots: int

    @property
    def prompt(self) -> str:
        return _("{name}'s dots ({dots})").format(name=self.voter, dots=self.dots)

    @property
    def hint(self) -> str:
        return _("numbers such as 3 3 7, hidden; empty is no vote")

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
    def hint(self) -> str:
        return _("how many hands, hidden; empty is none")

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
    def hint(self) -> str:
        return _("wait a moment")

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
    def hint(self) -> str:
        return _("Enter shows the result")

    def actions(self, text: str, session: Session) -> list[a.Action]:
        return [a.CloseVote()]

    def remark(self, session: Session) -> str:
        return ""


@dataclass(frozen=True)
class Marking:
    """The number of a chosen idea; its number again takes the mark off."""

    @property
    def prompt(self) -> str:
        return _("We choose number")

    @property
    def hint(self) -> str:
        return _("one idea, or two")

    def actions(self, text: str, session: Session) -> list[a.Action]:
        ideas = dict.fromkeys(read_ideas(text, session))
        chosen = session.choice.chosen
        if not ideas:
            raise Refused(N_("Type the number of the idea that we choose."))
        if len(ideas.keys() ^ set(chosen)) > MOST_CHOSEN:
            raise Refused(N_("Two ideas at most: unmark one first."))
        return [a.Unchoose(idea) if idea in chosen else a.Choose(idea) for idea in ideas]

    def remark(self, session: Session) -> str:
        if not session.ideas:
            return _("No ideas yet: PgUp goes back to the round.")
        if session.vote is None:
            return _("All agreed? Type its number. Otherwise Ctrl+O opens a vote.")
        return ""


Asking = Polling | Counting | Waiting | Voted | Marking


def asking(session: Session, by_phone: Collection[str] = ()) -> Asking:
    """What is to be asked now. Those who vote `by_phone` needn't be asked."""
    vote = session.vote
    if vote is None or vote.closed:
        return Marking()
    if vote.voting == "dots":
        voted = {ballot.voter for ballot in vote.ballots}
        missing = tuple(name for name in session.present if name not in voted)
        voter = next((name for name in missing if name not in by_phone), None)
        if voter is not None:
            return Polling(voter, dots_each(session))
        return Waiting(missing) if missing else Voted()
    counted = {tally.idea for tally in vote.tallies}
    for number, idea in enumerate(session.ideas, start=1):
        if idea.id in vote.candidates and idea.id not in counted:
            return Counting(idea.id, number)
    return Voted()


def _voted(session: Session) -> str:
    voted = len(session.vote.ballots) if session.vote else 0
    return _("{voted} of {people} have voted. The totals stay hidden until the end.").format(
        voted=voted, people=len(session.present)
    )


def _hands(text: str) -> int:
    if text and not (text.isascii() and text.isdigit() and len(text) < 4):
        raise Refused(N_("Type how many hands you count."))
    return int(text or 0)
