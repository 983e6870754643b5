"""One pane for each kind of phase, and the table from kind to pane."""

from typing import Final

from teamflow.core.protocol import Kind
from teamflow.tui.phases.choose import ChoosePane
from teamflow.tui.phases.close import ClosePane
from teamflow.tui.phases.evaluate import EvaluatePane
from teamflow.tui.phases.pane import Pane
from teamflow.tui.phases.plan import PlanPane
from teamflow.tui.phases.round import RoundPane
from teamflow.tui.phases.talk import TalkPane
from teamflow.tui.phases.think import ThinkPane

PANES: Final[dict[Kind, type[Pane]]] = {
    Kind.TALK: TalkPane,
    Kind.THINK: ThinkPane,
    Kind.ROUND: RoundPane,
    Kind.CHOOSE: ChoosePane,
    Kind.PLAN: PlanPane,
    Kind.EVALUATE: EvaluatePane,
    Kind.CLOSE: ClosePane,
}
