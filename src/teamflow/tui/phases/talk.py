"""Learning question: the talk, and the one clear question that comes out of it."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from teamflow.core.actions import SetMeasure, SetQuestion
from teamflow.core.protocol import phase_of
from teamflow.locale import _
from teamflow.tui.phases.pane import Pane, Writes, styles
from teamflow.tui.widgets.clock import BigClock
from teamflow.tui.widgets.field import LineField
from teamflow.tui.widgets.headline import Headline
from teamflow.tui.widgets.prose import ProseField


class TalkPane(Pane):
    """Prompts for the talk, the clock counting up, the question typed live."""

    DEFAULT_CSS = styles(__file__)
    SCOPED_CSS = False

    @property
    def writes(self) -> Writes:
        return {
            "question": (lambda session: session.question, SetQuestion),
            "measure": (lambda session: session.measure, SetMeasure),
        }

    def compose(self) -> ComposeResult:
        session = self.live.session
        first, *others = (_(prompt) for prompt in phase_of("question").prompts)
        sources = _(
            "To start from: test results, observations, the inspection report, quality cards."
        )
        yield Headline(first, id="first")
        with Horizontal(id="talk"):
            with Vertical(id="prompts"):
                yield Static("\n".join(others), markup=False)
                yield Static(sources, id="sources", markup=False)
            yield BigClock()
        yield Static(_("Our learning question"), classes="label", markup=False)
        question = ProseField(
            "question", session.question, _("One clear line, ending in ?"), one_line=True
        )
        question.id = "question"
        yield question
        yield Static(_("How will we see that it worked? (can wait)"), classes="label", markup=False)
        measure = LineField(
            "measure", session.measure, _("a number, a score, something we'd notice")
        )
        measure.id = "measure"
        yield measure

    def rest(self, resting: bool) -> None:
        for field in self.query(ProseField):
            field.read_only = resting  # or else its cursor can't be hidden
            field.show_cursor = not resting
