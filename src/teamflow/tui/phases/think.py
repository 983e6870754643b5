"""Think: the question, the clock, the rule. Nothing else."""

from textual.app import ComposeResult

from teamflow.core.clock import Mood, mood, running
from teamflow.core.protocol import phase_of
from teamflow.core.session import Session
from teamflow.locale import _
from teamflow.tui.marks import HERE
from teamflow.tui.phases.pane import Pane, styles
from teamflow.tui.timeup import time_is_up
from teamflow.tui.widgets.clock import BigClock
from teamflow.tui.widgets.headline import Headline


class ThinkPane(Pane):
    """Five minutes of silence."""

    bare = True
    DEFAULT_CSS = styles(__file__)
    SCOPED_CSS = False

    def compose(self) -> ComposeResult:
        yield BigClock()
        yield Headline(f"{HERE} {_(phase_of('think').title)}", id="name", compact=True)
        yield Headline(id="rule", compact=True)

    def show(self, session: Session) -> None:
        super().show(session)
        self.query_one("#rule", Headline).text = self._told(session)

    def _told(self, session: Session) -> str:
        if not running(session.timing):
            return _("F5 goes on.")
        if mood(session.timing, self.live.now()) is Mood.OVER:
            return time_is_up(session.phase)
        return _(phase_of("think").prompts[0])
