"""Close: the filled form, what's still empty, and was it worth our time."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from teamflow.core import actions as a
from teamflow.core.advice import gaps
from teamflow.core.calendar import long_date, short_date
from teamflow.core.refusal import Refused
from teamflow.core.session import Session
from teamflow.live import Live
from teamflow.locale import N_, _
from teamflow.tui.drafts import Drafts
from teamflow.tui.phases.evaluate import day_typed, month_ahead
from teamflow.tui.phases.pane import Pane, Writes, styles
from teamflow.tui.widgets.blocktext import BlockText
from teamflow.tui.widgets.field import LineField
from teamflow.tui.widgets.formview import FormView
from teamflow.tui.widgets.sheet import UNDER_QUESTION

BETWEEN: Final = " · "
SPACIOUS: Final = 24
"""Above so many rows there's more than a line for what is still empty."""


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
        form = FormView(UNDER_QUESTION)
        form.can_focus = False  # the keys that scroll it work while a line has the cursor
        yield form
        with Vertical(id="last"):
            yield Static(id="gaps", markup=False)
            with Horizontal(classes="line"):
                yield Static(_("Next meeting"), classes="label", markup=False)
                yield LineField("next", placeholder=month_ahead(self.live.now().date()))
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
        self._tell_gaps()
        told = _mean(self._open_scores(session)) or self._answered(session)
        self.query_one("#mean", Static).update(told)
        self.query_one("#mean").display = bool(told)

    def on_resize(self) -> None:
        self._tell_gaps()

    def _tell_gaps(self) -> None:
        view = self.query_one("#gaps", Static)
        lines = 2 if self.size.height > SPACIOUS else 1
        view.update(_told(self.live.session, view.content_size.width, lines))

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


def _told(session: Session, width: int, lines: int) -> Content:
    """What was parked and what is still empty; on one line of `width` columns where they fit."""
    told = _gaps_told([_(gap) for gap in gaps(session)], width, lines)
    if not session.parking_lot:
        return told
    parked = Content(_("Parked: {points}").format(points="; ".join(session.parking_lot)))
    if parked.cell_length + len(BETWEEN) + told.cell_length <= width:
        return Content(BETWEEN).join([parked, told])
    return Content("\n").join([parked.truncate(max(1, width), ellipsis=True), told])


def _gaps_told(missing: Sequence[str], width: int, lines: int) -> Content:
    """As much of it as goes on so many lines, and at least one thing."""
    if not missing:
        return Content.styled(_("All filled in."), "bold $success")
    for named in range(len(missing), 0, -1):
        end = "." if named == len(missing) else ", …"
        told = Content(_("Still to add: {gaps}").format(gaps=", ".join(missing[:named])) + end)
        if len(told.wrap(max(1, width))) <= lines:
            break
    return told


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
