"""Close: the filled form, what's still empty, and was it worth our time."""

import re
from collections import Counter
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from teamflow.core import actions as a
from teamflow.core.advice import gaps
from teamflow.core.calendar import long_date, short_date
from teamflow.core.refusal import Refused
from teamflow.core.session import Session
from teamflow.live import Live
from teamflow.locale import N_, _
from teamflow.tui.drafts import Drafts
from teamflow.tui.phases.evaluate import day_typed
from teamflow.tui.phases.pane import Pane, Writes, styles
from teamflow.tui.widgets.blocktext import BlockText
from teamflow.tui.widgets.field import LineField
from teamflow.tui.widgets.formview import FormView


class ClosePane(Pane):
    """The form as it will be printed, and the last three things to do."""

    DEFAULT_CSS = styles(__file__)
    SCOPED_CSS = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+e", "screen.export", _("export the form"), priority=True),
        Binding("up", "scroll_form(-2)", show=False, priority=True),
        Binding("down", "scroll_form(2)", show=False, priority=True),
    ]

    def __init__(self, live: Live, drafts: Drafts) -> None:
        super().__init__(live, drafts)
        fingers = _("fingers up, 1 to 5: 4 5 3 (optional)")
        self._scores = LineField("scores", placeholder=fingers)
        self._known: tuple[int, ...] = ()

    @property
    def writes(self) -> Writes:
        return {
            "next": (
                lambda s: long_date(s.next_meeting, _) if s.next_meeting else "",
                lambda text: a.SetNextMeeting(day_typed(text, self.live.now().date())),
            ),
            "scores": (
                lambda s: " ".join(map(str, self._open_scores(s))),
                lambda text: a.SetScores((*scores_typed(text), *self._arrived())),
            ),
        }

    def compose(self) -> ComposeResult:
        with Vertical(id="goodbye"):
            yield Static(id="until", markup=False)
            yield BlockText()
        yield FormView()
        yield Static(id="parked", markup=False)
        yield Static(id="gaps", markup=False)
        with Horizontal(classes="line"):
            yield Static(_("Next meeting"), classes="label", markup=False)
            yield LineField("next", placeholder=_("21-12, or in 4 weeks"))
        with Horizontal(classes="line"):
            yield Static(_("Worth our time?"), classes="label", markup=False)
            yield self._scores
            yield Static(id="mean", markup=False)

    def show(self, session: Session) -> None:
        super().show(session)
        if not self._scores.draft:
            self._known = self._open_scores(session)
        self._say_goodbye(session)
        self.query_one(FormView).lay(session)
        parked = "; ".join(session.parking_lot)
        told = _("Parked: {points}").format(points=parked) if parked else ""
        self.query_one("#parked", Static).update(told)
        self.query_one("#parked").display = bool(parked)
        missing = ", ".join(_(gap) for gap in gaps(session))
        told = _("Still empty: {gaps}.").format(gaps=missing) if missing else _("All filled in.")
        view = self.query_one("#gaps", Static)
        view.update(told)
        view.set_class(not missing, "-complete")
        told = _mean(self._open_scores(session)) or self._answered(session)
        self.query_one("#mean", Static).update(told)

    def _open_scores(self, session: Session) -> tuple[int, ...]:
        """The answers, unless phones are still answering: then each new figure would tell whose
        it is."""
        waiting = self.by_phone and not session.closed
        return () if waiting and len(session.scores) < len(session.present) else session.scores

    def _answered(self, session: Session) -> str:
        if not self.by_phone or not session.scores:
            return ""
        told = _("{answers} of {people} have answered")
        return told.format(answers=len(session.scores), people=len(session.present))

    def _arrived(self) -> tuple[int, ...]:
        """The answers that came in by phone while others were being typed."""
        return tuple((Counter(self.live.session.scores) - Counter(self._known)).elements())

    def _say_goodbye(self, session: Session) -> None:
        self.query_one("#goodbye").display = session.closed is not None
        date = session.evaluation.date
        told = (
            _("Agreed. We look back together on") if date else _("Agreed. Well done, all of you.")
        )
        self.query_one("#until", Static).update(told)
        self.query_one(BlockText).word = short_date(date, _) if date else ""

    def action_scroll_form(self, rows: int) -> None:
        self.query_one(FormView).scroll_relative(y=rows, animate=False)


def _mean(scores: tuple[int, ...]) -> str:
    if not scores:
        return ""
    # Dutch writes decimals with a comma: the point itself is in the catalogue.
    mean = f"{sum(scores) / len(scores):.1f}".replace(".", _("."))
    return _("on average {mean}").format(mean=mean)


def scores_typed(text: str) -> tuple[int, ...]:
    """The figures in "4 5 3" or "453". Raises Refused for anything but 1 to 5."""
    if not re.fullmatch(r"[1-5\s,;]*", text):
        raise Refused(N_("Type figures from 1 to 5, one for each person: 4 5 3"))
    return tuple(int(figure) for figure in re.findall(r"[1-5]", text))
