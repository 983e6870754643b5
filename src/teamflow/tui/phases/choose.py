"""Choose: put alike ideas together, vote behind closed totals, mark one or two."""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from teamflow.core import actions as a
from teamflow.core.protocol import phase_of
from teamflow.core.rules.choosing import tied
from teamflow.core.session import Session
from teamflow.live import Live
from teamflow.locale import _
from teamflow.tui.phases.ballot import Asking, Counting, Marking, Polling, asking
from teamflow.tui.phases.ideas import IdeaPane
from teamflow.tui.phases.numbers import read_ideas
from teamflow.tui.phases.pane import Writes
from teamflow.tui.widgets.board import Board, Card
from teamflow.tui.widgets.clock import BigClock
from teamflow.tui.widgets.field import LineField

DOT: Final = "●"
MOST_DOTS: Final = 8
"""Above this many, a number reads quicker than dots."""


class ChoosePane(IdeaPane):
    """The ideas, the criteria, the vote, the choice."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+o", "vote", _("open or close the vote"), priority=True),
        Binding("ctrl+g", "merge", _("combine"), priority=True),
        Binding("ctrl+n", "number", _("change an idea"), show=False, priority=True),
    ]

    def __init__(self, live: Live) -> None:
        super().__init__(live)
        self._asked = asking(live.session)

    def compose(self) -> ComposeResult:
        with Horizontal(id="criteria"):
            yield Static(_criteria(), markup=False)
            yield BigClock()
        yield Board()
        yield Static(id="offer", markup=False)
        with Horizontal(id="entry"):
            yield Static(id="whose", markup=False)
            yield LineField("pick", enter=self._answer)
        with Horizontal(id="reason"):
            yield Static(_("Why this one?"), markup=False)
            yield LineField("why", placeholder=_("in one line"))

    @property
    def writes(self) -> Writes:
        return {"why": (lambda session: session.choice.why, a.SetWhy)}

    def show(self, session: Session) -> None:
        super().show(session)
        self.query_one(Board).lay(_cards(session))
        question = asking(session)
        if question != self._asked:
            self._asked = question
            self._clear()  # what was typed for one ballot is never seen, nor part of another
        self.query_one("#whose", Static).update(question.prompt)
        self.field.password = isinstance(question, Polling | Counting)
        self.field.placeholder = question.hint
        self.query_one("#offer", Static).update(_offer(session, question))
        self.query_one("#reason").display = bool(session.chosen)

    @property
    def field(self) -> LineField:
        """Where numbers are typed."""
        return self.query_one("#entry LineField", LineField)

    def _answer(self) -> None:
        question = asking(self.live.session)
        for make in question.actions(self.field.typed, self.live.session):
            if not self.attempt(make):
                return
        self._clear()

    def _clear(self) -> None:
        self.field.put("")
        self.call_later(self.forget, "pick")

    def action_vote(self) -> None:
        vote = self.live.session.vote
        if vote is not None and not vote.closed:
            self.act(a.CloseVote())
        else:
            self.act(a.OpenVote(run_off=bool(tied(self.live.session))))

    def action_merge(self) -> None:
        def merged(text: str) -> a.Action:
            ideas = read_ideas(text, self.live.session)
            return a.MergeIdeas(ideas[0] if ideas else 0, ideas[1:])

        self.ask(
            "merge",
            _("Combine: numbers, the one to keep first"),
            lambda text: self.attempt(lambda: merged(text)),
        )


def _criteria() -> str:
    return "\n".join(f"▪ {_(prompt)}" for prompt in phase_of("choose").prompts)


def _cards(session: Session) -> list[Card]:
    vote = session.vote
    votes = {tally.idea: tally.votes for tally in vote.tallies} if vote and vote.closed else {}
    return [
        Card(
            number,
            " + ".join((idea.text, *idea.also)),
            _tail(idea.id in session.choice.chosen, votes.get(idea.id, 0)),
            marked=idea.id in session.choice.chosen,
        )
        for number, idea in enumerate(session.ideas, start=1)
    ]


def _tail(chosen: bool, votes: int) -> str:
    dots = DOT * votes if votes <= MOST_DOTS else f"{DOT}×{votes}"
    return " ".join(filter(None, (dots, _("★ chosen") if chosen else "")))


def _offer(session: Session, question: Asking) -> str:
    ties = tied(session)
    if ties and not session.chosen and isinstance(question, Marking):
        numbers = [str(n) for n, idea in enumerate(session.ideas, start=1) if idea.id in ties]
        return _("A tie between {numbers}: Ctrl+O opens a run-off.").format(
            numbers=", ".join(numbers)
        )
    return question.remark(session)
