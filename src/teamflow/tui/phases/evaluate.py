"""Evaluation: how will we see that it works, and when? A number, a name, a day."""

import datetime as dt
from collections.abc import Callable
from operator import attrgetter
from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from teamflow.core import actions as a
from teamflow.core.advice import remarks
from teamflow.core.calendar import long_date, short_date
from teamflow.core.days import for_example, month_later, off_weekend, read_day
from teamflow.core.form import from_to
from teamflow.core.protocol import phase_of
from teamflow.core.refusal import Refused
from teamflow.core.session import Evaluation, Session
from teamflow.locale import N_, _
from teamflow.tui.phases.pane import Pane, Writes, styles
from teamflow.tui.widgets.blocktext import BlockText
from teamflow.tui.widgets.clock import BigClock
from teamflow.tui.widgets.field import Entered, LineField

Line = tuple[str, str, str]
"""A field, its label, and an example of what may be typed."""
FILLED: Final = attrgetter("indicator", "baseline", "target", "method", "reporter")
ROOM_FOR_PROMISE: Final = 29
"""Rows from which what was agreed can stand in block letters, too."""
FORTNIGHT: Final = dt.timedelta(weeks=2)


class EvaluatePane(Pane):
    """A calm form of six lines, with friendly remarks under it."""

    DEFAULT_CSS = styles(__file__)
    SCOPED_CSS = False
    _begun = False
    """Whether a field was left: until then nobody is told what's empty."""

    @property
    def writes(self) -> Writes:
        return {
            "indicator": (lambda s: s.evaluation.indicator, _setting("indicator")),
            "baseline": (lambda s: s.evaluation.baseline, _setting("baseline")),
            "target": (lambda s: s.evaluation.target, _setting("target")),
            "method": (lambda s: s.evaluation.method, _setting("method")),
            "reporter": (lambda s: s.evaluation.reporter, _setting("reporter")),
            "date": (
                lambda s: long_date(s.evaluation.date, _) if s.evaluation.date else "",
                lambda text: a.SetEvaluationDate(day_typed(text, self.live.now().date())),
            ),
        }

    def compose(self) -> ComposeResult:
        with Horizontal(id="head"):
            with Vertical(id="what"):
                yield BlockText(_(phase_of("evaluation").title), id="face")
                yield Static(_(phase_of("evaluation").prompts[0]), id="which", markup=False)
            yield BigClock()
        for each, lines in enumerate(self._lines()):
            with Vertical(classes="group -first" if each == 0 else "group"):
                for name, label, hint in lines:
                    with Horizontal(classes="line"):
                        yield Static(label, classes="label", markup=False)
                        yield LineField(name, self.writes[name][0](self.live.session), hint)
        yield BlockText(id="promise")
        yield Static(id="agreed", markup=False)
        yield Static(id="remarks", markup=False)

    def _lines(self) -> tuple[tuple[Line, ...], ...]:
        """The fields, their labels and an example for each: first what, then how."""
        measure = self.live.session.measure or _("pupils who lag behind")
        return (
            (
                ("indicator", _("What we look at"), measure),
                ("baseline", _("Where we are now"), _("20 %, or 4 of 20")),
                ("target", _("Where we want to be"), _("15 %, or 3 of 20")),
            ),
            (
                ("method", _("How we measure it"), _("which test, and who looks")),
                ("reporter", _("Who brings the figure"), _("one of us, by name")),
                ("date", _("When we look back"), month_ahead(self.live.now().date())),
            ),
        )

    def on_entered(self, event: Entered) -> None:
        super().on_entered(event)
        self._begun = True
        self._remark(self.live.session)

    def on_resize(self) -> None:
        self.set_class(self.size.height >= ROOM_FOR_PROMISE, "-tall")

    def show(self, session: Session) -> None:
        super().show(session)
        told = _agreed(session, self.live.now().date())
        agreed = self.query_one("#agreed", Static)
        agreed.update(told)
        agreed.display = bool(told)
        promise = self.query_one("#promise", BlockText)
        promise.word = _promise(session.evaluation) if told else ""
        promise.set_class(bool(promise.word), "-agreed")
        self._remark(session)

    def _remark(self, session: Session) -> None:
        """Say what may be looked at again, but not to who has yet to begin."""
        begun = self._begun or any(FILLED(session.evaluation))
        told = remarks(session, self.live.now().date()) if begun else ()
        self.query_one("#remarks", Static).update("\n".join(map(_, told)))


def _promise(evaluation: Evaluation) -> str:
    """The way to go, as short as can be; empty when either end is missing."""
    both = evaluation.baseline and evaluation.target
    return f"{evaluation.baseline} → {evaluation.target}" if both else ""


def _agreed(session: Session, today: dt.date) -> str:
    evaluation = session.evaluation
    way = from_to(evaluation, _)
    if not (way and evaluation.date):
        return ""
    day = short_date(evaluation.date, _)
    if evaluation.date.year != today.year:
        day = f"{day} {evaluation.date.year}"
    told = _("So: {way}, and we look back on {day}.").format(way=way, day=day)
    return f"{evaluation.indicator}\n{told}" if evaluation.indicator else told


def day_typed(text: str, today: dt.date) -> dt.date | None:
    """The day in a line; None when it's empty. Raises Refused when it's no day."""
    if not text:
        return None
    day = read_day(text, today)
    if day is None:
        raise Refused(
            N_("“{text}” isn't a day we can read. Try 21-12, or 21 December."), text=text[:40]
        )
    return day


def _setting(field: a.EvaluationField) -> Callable[[str], a.Action]:
    return lambda text: a.SetEvaluation(field, text)


def month_ahead(today: dt.date) -> str:
    """How a day about a month from now can be typed."""
    return _("{day}, or in 4 weeks").format(day=for_example(month_later(today)))


def fortnight_ahead(today: dt.date) -> str:
    """The same, about two weeks from now."""
    return _("in 2 weeks, or {day}").format(day=for_example(off_weekend(today + FORTNIGHT)))
