"""Evaluation: how will we see that it works, and when? A number, a name, a day."""

import datetime as dt
from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from teamflow.core import actions as a
from teamflow.core.advice import remarks
from teamflow.core.calendar import long_date, short_date
from teamflow.core.days import read_day
from teamflow.core.form import from_to
from teamflow.core.protocol import phase_of
from teamflow.core.refusal import Refused
from teamflow.core.session import Session
from teamflow.locale import N_, _
from teamflow.tui.phases.pane import Pane, Writes, styles
from teamflow.tui.widgets.blocktext import BlockText
from teamflow.tui.widgets.clock import BigClock
from teamflow.tui.widgets.field import LineField


class EvaluatePane(Pane):
    """A calm form of six lines, with friendly remarks under it."""

    DEFAULT_CSS = styles(__file__)
    SCOPED_CSS = False

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
        session = self.live.session
        labels = {
            "indicator": (_("What we look at"), session.measure),
            "baseline": (_("Where we are now"), _("20 %, or 8 of 24")),
            "target": (_("Where we want to be"), _("15 %, or 4 of 24")),
            "method": (_("How we measure it"), _("which test, which list, who looks")),
            "reporter": (_("Who brings the figure"), ""),
            "date": (_("When we look back"), _("21-12, or in 4 weeks")),
        }
        for name, (label, hint) in labels.items():
            with Horizontal(classes="line"):
                yield Static(label, classes="label", markup=False)
                yield LineField(name, self.writes[name][0](session), hint)
        yield Static(id="agreed", markup=False)
        yield Static(id="remarks", markup=False)

    def show(self, session: Session) -> None:
        super().show(session)
        agreed = self.query_one("#agreed", Static)
        agreed.update(_agreed(session))
        agreed.display = bool(_agreed(session))
        told = "\n".join(f"· {_(each)}" for each in remarks(session, self.live.now().date()))
        self.query_one("#remarks", Static).update(told)


def _agreed(session: Session) -> str:
    evaluation = session.evaluation
    way = from_to(evaluation, _)
    day = short_date(evaluation.date, _) if evaluation.date else ""
    if not (way and day):
        return ""
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
