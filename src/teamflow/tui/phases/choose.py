"""Choose: put alike ideas together, vote behind closed totals, mark one or two."""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from teamflow.core import actions as a
from teamflow.core.protocol import phase_of
from teamflow.core.refusal import Refused
from teamflow.core.rules.choosing import tied
from teamflow.core.session import Session
from teamflow.live import Live
from teamflow.locale import _
from teamflow.tui.drafts import Drafts
from teamflow.tui.phases.ballot import Asking, Counting, Marking, Polling, Voted, asking
from teamflow.tui.phases.ideas import IdeaPane
from teamflow.tui.phases.numbers import read_ideas, read_numbers
from teamflow.tui.phases.pane import Writes, styles
from teamflow.tui.widgets.board import Board, Card
from teamflow.tui.widgets.clock import BigClock
from teamflow.tui.widgets.field import LineField
from teamflow.tui.widgets.heard import Heard

VOTING: Final = ("open_vote", "close_vote", "run_off", "vote_again")
DOT: Final = "●"
MOST_DOTS: Final = 8
"""Above this many, a number reads quicker than dots."""


class ChoosePane(IdeaPane):
    """The ideas, the criteria, the vote, the choice."""

    DEFAULT_CSS = styles(__file__)
    SCOPED_CSS = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+o", "open_vote", _("vote"), priority=True),
        Binding("ctrl+o", "close_vote", _("close the vote"), priority=True),
        Binding("ctrl+o", "run_off", _("run-off"), priority=True),
        Binding("ctrl+o", "vote_again", _("vote again"), priority=True),
        Binding("ctrl+g", "merge", _("combine"), priority=True),
        Binding("ctrl+n", "number", _("change an idea"), show=False, priority=True),
    ]

    def __init__(self, live: Live, drafts: Drafts) -> None:
        super().__init__(live, drafts)
        self._asked = asking(live.session)
        self._doubted = ""

    def compose(self) -> ComposeResult:
        with Horizontal(id="criteria"):
            yield Static(_criteria(self.live.session), markup=False)
            yield BigClock()
        yield Heard()
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
        self._show_voters(session)
        question = asking(session, self.by_phone)
        if question != self._asked:
            self._asked = question
            self._doubted = ""
            self._clear()  # what was typed for one ballot is never seen, nor part of another
        self.query_one("#whose", Static).update(question.prompt)
        self.field.password = isinstance(question, Polling | Counting)
        self.field.placeholder = question.hint
        self.query_one("#offer", Static).update(_offer(session, question))
        self.query_one("#reason").display = bool(session.chosen)

    def _show_voters(self, session: Session) -> None:
        vote = session.vote
        by_name = vote is not None and not vote.closed and vote.voting == "dots"
        ballots = vote.ballots if vote is not None else ()
        row = self.query_one(Heard)
        row.display = by_name
        row.tell(session.present, [ballot.voter for ballot in ballots], counted="")

    @property
    def field(self) -> LineField:
        """Where numbers are typed."""
        return self.query_one("#entry LineField", LineField)

    def _answer(self) -> None:
        question = asking(self.live.session, self.by_phone)
        if question != self._asked:  # a phone was just ahead: what was typed is for nobody now
            self.show(self.live.session)
            return
        try:
            actions = question.actions(self.field.typed, self.live.session)
        except Refused as refusal:
            self.say(refusal.told(_))
            return
        if all(self.act(action) for action in actions):
            self._clear()

    def _clear(self) -> None:
        self.field.put("")
        self.call_later(self.drafts.forget, "pick")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action not in VOTING or action == _voting(self.live.session)

    def action_open_vote(self) -> None:
        self.act(a.OpenVote())

    def action_run_off(self) -> None:
        self.act(a.OpenVote(run_off=True))

    def action_close_vote(self) -> None:
        if isinstance(asking(self.live.session, self.by_phone), Voted) or self._sure("close_vote"):
            self.act(a.CloseVote())
        else:
            self.say(_("Not everyone has voted yet. Ctrl+O again closes the vote all the same."))

    def action_vote_again(self) -> None:
        if self._sure("vote_again"):
            self.act(a.OpenVote())
        else:
            self.say(_("There is a result already. Ctrl+O again opens a new vote."))

    def _sure(self, about: str) -> bool:
        asked_before, self._doubted = self._doubted == about, about
        return asked_before

    def action_merge(self) -> None:
        self.ask("merge", _("Combine: numbers, the one to keep first"), self._merge)

    def _merge(self, text: str) -> None:
        def merged() -> a.Action:
            ideas = read_ideas(text, self.live.session)
            return a.MergeIdeas(ideas[0] if ideas else 0, ideas[1:])

        if self.attempt(merged):
            kept, *others = read_numbers(text)
            number = kept - sum(other < kept for other in set(others))
            self.say(_("Together they are number {number} now.").format(number=number))

    @property
    def reservation(self) -> str:
        session = self.live.session
        if session.vote is not None and not session.vote.closed:
            return _("The vote is still open.")
        return "" if session.chosen or not session.ideas else _("Nothing has been chosen yet.")


def _criteria(session: Session) -> str:
    criteria = "\n".join(f"▪ {_(prompt)}" for prompt in phase_of("choose").prompts)
    parked = "; ".join(session.parking_lot)
    return f"{criteria}\n{_('Parked: {points}').format(points=parked)}" if parked else criteria


def _voting(session: Session) -> str:
    if session.vote is None:
        return "open_vote"
    if not session.vote.closed:
        return "close_vote"
    return "run_off" if tied(session) else "vote_again"


def _cards(session: Session) -> list[Card]:
    votes = _votes(session)
    question = asking(session)
    running = session.vote if session.vote and not session.vote.closed else None
    return [
        Card(
            number,
            " + ".join((idea.text, *idea.also)),
            _tail(idea.id in session.choice.chosen, votes.get(idea.id, 0)),
            marked=idea.id in session.choice.chosen,
            asked=isinstance(question, Counting) and question.idea == idea.id,
            faded=running is not None and idea.id not in running.candidates,
        )
        for number, idea in enumerate(session.ideas, start=1)
    ]


def _votes(session: Session) -> dict[int, int]:
    """What each idea got when it was last voted on; nothing while a vote is open."""
    if session.vote is None or not session.vote.closed:
        return {}
    tallies = (tally for vote in session.choice.votes for tally in vote.tallies)
    return {tally.idea: tally.votes for tally in tallies}


def _tail(chosen: bool, votes: int) -> str:
    dots = DOT * votes if votes <= MOST_DOTS else f"{DOT}×{votes}"
    return " ".join(filter(None, (dots, _("★ chosen") if chosen else "")))


def _offer(session: Session, question: Asking) -> str:
    if session.chosen and isinstance(question, Marking):  # on a full board it's cut to a line
        chosen = " + ".join(idea.text for idea in session.chosen)
        return _("Chosen: {ideas}").format(ideas=chosen)
    ties = tied(session)
    if ties and isinstance(question, Marking):
        numbers = [str(n) for n, idea in enumerate(session.ideas, start=1) if idea.id in ties]
        return _("A tie between {numbers}: Ctrl+O opens a run-off.").format(
            numbers=", ".join(numbers)
        )
    return question.remark(session)
