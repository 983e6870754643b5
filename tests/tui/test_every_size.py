"""Whatever size somebody gives the window, what the room needs stays in view."""

from itertools import cycle, product
from pathlib import Path

import pytest
from textual.widget import Widget

from chair import IDEAS, QUESTION, Chair, Room, noted
from teamflow.core import actions as a
from teamflow.tui.widgets.blocktext import BlockText
from teamflow.tui.widgets.clock import BigClock

WIDTHS = range(40, 301, 9)
HEIGHTS = range(12, 101, 5)
EDGES = [*product((40, 60, 76, 109, 110), (12, 19, 20, 23, 29, 30)), (300, 100)]
"""Around the sizes at which something is laid out differently."""
CHOSEN = (*noted(*IDEAS), a.Go("choose"), a.Choose(1))
PHASES: dict[str, tuple[a.Action, ...]] = {
    "question": (a.SetQuestion(QUESTION),),
    "think": (a.SetQuestion(QUESTION), a.Go("think")),
    "round": noted(*IDEAS),
    "choose": CHOSEN,
    "plan": (*CHOSEN, a.Go("plan")),
    "evaluation": (*CHOSEN, a.Go("evaluation")),
    "close": (*CHOSEN, a.Go("close")),
}
TIMED = ("think", "round", "choose")


@pytest.mark.parametrize("phase", PHASES)
async def test_no_size_is_too_odd(tmp_path: Path, phase: str) -> None:
    async with Room(tmp_path).meets(*PHASES[phase]) as chair:
        for width, height in [*EDGES, *zip(WIDTHS, cycle(HEIGHTS), strict=False)]:
            await chair.resizes(width, height)
            if width >= 60 and height >= 20:
                sees_what_matters(chair, phase)


def sees_what_matters(chair: Chair, phase: str) -> None:
    """The question as a whole; the clock and the name where the phase has them."""
    assert chair.reads(QUESTION, "#question" if phase == "question" else "#band"), chair.app.size
    if phase in TIMED:
        clock = chair.app.screen.query_one(BigClock)
        assert words_in(chair, clock).strip(), chair.app.size
    if phase == "round":
        name = chair.app.screen.query_one(BlockText)
        assert words_in(chair, name).strip(), chair.app.size


def words_in(chair: Chair, widget: Widget) -> str:
    """What is drawn where a widget stands, and nothing where it's off the screen."""
    x, y, width, height = widget.region.intersection(chair.app.screen.region)
    return "\n".join(line[x : x + width] for line in chair.lines[y : y + height])
