"""One step of the plan, opened by its number."""

import datetime as dt
from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from teamflow.core import actions as a
from teamflow.core.calendar import long_date
from teamflow.core.days import read_day
from teamflow.core.session import Step
from teamflow.locale import _
from teamflow.tui.drafts import Drafts
from teamflow.tui.phases.owners import owners_in
from teamflow.tui.screens.typing import TypingDialog
from teamflow.tui.widgets.field import LineField, after_typing
from teamflow.tui.widgets.keybar import KeyBar


class StepCard(TypingDialog[a.Action]):
    """Gives the action that carries out what was changed."""

    DEFAULT_CSS = """
    StepCard {
        & .label { width: 12; margin: 0; }
        &.-tall .line, &.-vast .line { margin-bottom: 1; }
        &.-tall .window > KeyBar, &.-vast .window > KeyBar { margin: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", _("save"), key_display="Enter", priority=True),
        Binding("ctrl+d", "delete", _("delete this step"), priority=True),
    ]

    def __init__(
        self,
        plan: int,
        number: int,
        step: Step,
        people: Sequence[str],
        today: dt.date,
        drafts: Drafts,
    ) -> None:
        super().__init__(drafts)
        self._plan, self._number, self._step = plan, number, step
        self._people, self._today = people, today

    def contents(self) -> ComposeResult:
        when = self._step.when
        told = long_date(when, _) if isinstance(when, dt.date) else when or ""
        with Vertical(classes="window"):
            title = _("Step {number}").format(number=self._number)
            yield Static(title, classes="title", markup=False)
            name = f"step.{self._plan}.{self._number}"
            for label, field in (
                (_("what"), LineField(f"{name}.what", self._step.what)),
                (_("who"), LineField(f"{name}.who", ", ".join(self._step.owners))),
                (_("when"), LineField(f"{name}.when", told)),
            ):
                with Horizontal(classes="line"):
                    yield Static(label, classes="label", markup=False)
                    yield field
            yield KeyBar()

    def action_save(self) -> None:
        after_typing(self, self._save)

    def _save(self) -> None:
        what, who, when = (field.typed for field in self.query(LineField))
        day = read_day(when, self._today) or when
        self.answer(a.EditStep(self._plan, self._number, what, owners_in(who, self._people), day))

    def action_cancel(self) -> None:
        self.answer(None)

    def action_delete(self) -> None:
        self.answer(a.DeleteStep(self._plan, self._number))
