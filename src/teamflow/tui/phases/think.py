"""Think: the question, the clock, the rule. Nothing else."""

from textual.app import ComposeResult
from textual.widgets import Static

from teamflow.core.clock import running
from teamflow.core.protocol import phase_of
from teamflow.core.session import Session
from teamflow.locale import _
from teamflow.tui.phases.pane import Pane, styles
from teamflow.tui.widgets.clock import BigClock


class ThinkPane(Pane):
    """Five minutes of silence."""

    bare = True
    DEFAULT_CSS = styles(__file__)
    SCOPED_CSS = False

    def compose(self) -> ComposeResult:
        yield BigClock()
        yield Static(id="rule", markup=False)

    def show(self, session: Session) -> None:
        super().show(session)
        rule = _(phase_of("think").prompts[0])
        paused = _("❚❚ Pause. F5 goes on.")
        self.query_one("#rule", Static).update(rule if running(session.timing) else paused)
