"""Choose: put alike ideas together, vote behind closed totals, mark one or two."""

from typing import ClassVar, Final

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.widgets import Static

from teamflow.core import actions as a
from teamflow.core.protocol import phase_of
from teamflow.core.refusal import Refused
from teamflow.core.rules.choosing import tied
from teamflow.core.session import Session, Vote
from teamflow.live import Live
from teamflow.locale import _, ngettext
from teamflow.tui.drafts import Drafts
from teamflow.tui.phases.ballot import Asking, Counting, Marking, Polling, Voted, asking
from teamflow.tui.phases.ideas import IdeaPane
from teamflow.tui.phases.numbers import numbers_of, read_ideas, read_numbers, tell_all
from teamflow.tui.phases.pane import Writes, styles
from teamflow.tui.widgets.board import Board
from teamflow.tui.widgets.clock import BigClock
from teamflow.tui.widgets.columns import Card, Standing
from teamflow.tui.widgets.coming import longest
from teamflow.tui.widgets.field import Kept, LineField, after_typing
from teamflow.tui.widgets.heard import Heard
from teamflow.tui.widgets.hidden import HiddenDigits
from teamflow.tui.widgets.sayings import Sayings

VOTING: Final = ("open_vote", "close_vote", "run_off", "vote_again", "reconsider")
DOT: Final = "●"
MOST_DOTS: Final = 8
"""Above this many, a number reads quicker than dots."""
BESIDE: Final = 6
"""Columns that the line to type in needs beside its prompt and its hint."""


class ChoosePane(IdeaPane):
    """The ideas, the criteria, the vote, the choice."""

    DEFAULT_CSS = styles(__file__)
    SCOPED_CSS = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "enter", _("done"), key_display="Enter", priority=True),
        Binding("ctrl+o", "open_vote", _("vote"), priority=True),
        Binding("ctrl+o", "close_vote", _("close the vote"), priority=True),
        Binding("ctrl+o", "run_off", _("run-off"), priority=True),
        Binding("ctrl+o", "vote_again", _("vote again"), priority=True),
        Binding("ctrl+o", "reconsider", _("vote again"), show=False, priority=True),
        Binding("ctrl+g", "merge", _("combine"), priority=True),
        Binding("ctrl+n", "number", _("change an idea"), show=False, priority=True),
    ]

    def __init__(self, live: Live, drafts: Drafts) -> None:
        super().__init__(live, drafts)
        self._asked = asking(live.session)
        self._doubted = ""

    def compose(self) -> ComposeResult:
        with Container(id="side", classes="in-sight"):
            with Vertical(id="lead"):
                yield Sayings([_(prompt) for prompt in phase_of("choose").prompts], id="criteria")
                yield Static(_("Effect? Doable? Measurable?"), id="short", markup=False)
                yield Heard()
                yield Static(id="aside", markup=False)
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
        question = asking(session, self.by_phone)
        self.query_one(Board).lay(_cards(session), _others(session))
        changed, self._asked = question != self._asked, question
        self.query_one("#reason").display = self._decided
        if changed:
            self._doubted = ""
            self._clear()  # what was typed for one ballot is never seen, nor part of another
            self.screen.set_focus(self.why if self._decided else self.field)
        self._show_voters(session)
        self.query_one("#whose", Static).update(question.prompt)
        self._hint()
        hidden = isinstance(question, Polling | Counting)
        self.field.highlighter = HiddenDigits() if hidden else None
        offer = _offer(session, question)
        self.query_one("#offer", Static).update(offer)
        self.query_one("#offer").display = bool(offer)

    @property
    def _decided(self) -> bool:
        """Whether there's an idea chosen, so that what is left to say is why."""
        return isinstance(self._asked, Marking) and bool(self._asked.chosen)

    def focus_first(self) -> Kept | None:
        if self._decided and not any(field.draft for field in self.fields()):
            self.why.focus()
            return self.why
        return super().focus_first()

    def on_resize(self) -> None:
        self.call_after_refresh(self._hint)

    def _hint(self) -> None:
        if not self.query("#entry LineField"):
            return  # the choice was just left
        room = self.query_one("#entry").size.width - cell_len(self._asked.prompt) - BESIDE
        self.field.placeholder = longest(self._asked.hints, room)

    def _show_voters(self, session: Session) -> None:
        vote = session.vote
        by_name = vote is not None and not vote.closed and vote.voting == "dots"
        voted = [ballot.voter for ballot in vote.ballots] if vote is not None else []
        asked = self._asked.voter if isinstance(self._asked, Polling) else None
        row = self.query_one(Heard)
        row.display = by_name
        row.tell(session.present, voted, asked, counted=_("{heard} of {people} voted"))
        parked = "; ".join(session.parking_lot)
        aside = self.query_one("#aside", Static)
        aside.display = bool(parked) and not by_name
        aside.update(_("Parked: {points}").format(points=parked))

    @property
    def field(self) -> LineField:
        """Where numbers are typed."""
        return self.query_one("#entry LineField", LineField)

    @property
    def why(self) -> LineField:
        """Where is typed why the chosen idea was chosen."""
        return self.query_one("#reason LineField", LineField)

    def action_enter(self) -> None:
        after_typing(self.screen, self._enter)

    def _enter(self) -> None:
        for field in self.fields():
            if field.has_focus:
                field.press_enter()

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

    def action_reconsider(self) -> None:
        self.action_vote_again()

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


def _voting(session: Session) -> str:
    if session.vote is None:
        return "open_vote"
    if not session.vote.closed:
        return "close_vote"
    if session.chosen:
        return "reconsider"
    return "run_off" if tied(session) else "vote_again"


def _cards(session: Session) -> list[Card]:
    votes = _votes(session)
    running = _running(session)
    return [
        Card(
            number,
            " + ".join((idea.text, *idea.also)),
            _mark(votes.get(idea.id, 0)),
            _standing(session, idea.id, votes),
        )
        for number, idea in enumerate(session.ideas, start=1)
        if running is None or idea.id in running.candidates
    ]


def _standing(session: Session, idea: int, votes: dict[int, int]) -> Standing:
    question = asking(session)
    if isinstance(question, Marking) and question.chosen:
        return Standing.CHOSEN if idea in session.choice.chosen else Standing.FADED
    if isinstance(question, Counting) and question.idea == idea:
        return Standing.ASKED
    running = _running(session)
    run_off = running is not None and len(running.candidates) < len(session.ideas)
    if run_off or idea in tied(session):
        return Standing.TIED
    return Standing.BACKED if votes.get(idea) else Standing.PLAIN


def _others(session: Session) -> str:
    """About the ideas for which there's no place on the board now."""
    running = _running(session)
    if running is None and not session.chosen:
        return ""
    if running is None:
        others = len(session.ideas) - len(session.chosen)
        told = ngettext(
            "The other one is kept for later.", "The other {n} are kept for later.", others
        )
    else:
        others = len(session.ideas) - len(running.candidates)
        told = ngettext("The other one is out of it.", "The other {n} are out of it.", others)
    return told.format(n=others) if others else ""


def _running(session: Session) -> Vote | None:
    return session.vote if session.vote and not session.vote.closed else None


def _votes(session: Session) -> dict[int, int]:
    """What each idea got when it was last voted on; nothing while a vote is open."""
    if session.vote is None or not session.vote.closed:
        return {}
    tallies = (tally for vote in session.choice.votes for tally in vote.tallies)
    return {tally.idea: tally.votes for tally in tallies}


def _mark(votes: int) -> str:
    return DOT * votes if votes <= MOST_DOTS else f"{DOT}×{votes}"


def _offer(session: Session, question: Asking) -> str:
    ties = tied(session)
    if not isinstance(question, Marking) or not ties:
        return question.remark(session)
    if question.chosen:
        return ""
    told = _("A tie between {numbers}: Ctrl+O votes again.")
    return told.format(numbers=tell_all(numbers_of(session, ties)))
