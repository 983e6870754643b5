"""How the clock stands can be told by everybody: by its form always, by its colours by most."""

from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest
from rich.color import Color

from chair import QUESTION, Chair, Room
from eye import BLINDNESSES, RGB, difference, lightness
from teamflow.core import actions as a
from teamflow.locale import _
from teamflow.store.settings import Settings
from teamflow.tui.themes import THEMES
from teamflow.tui.widgets.clock import BigClock

EYES = (None, *BLINDNESSES)

CLEAR = 20
"""A distance in CIELAB of almost ten times what is just noticeable side by side (2.3), for these
colours are seen minutes apart, from across a room, on a wall that the daylight falls on."""

TOLD_BY_FORM_ALONE = {
    "board": {("urgent", "over"), ("calm", "paused")},
    "evening": {("urgent", "over")},
    "contrast": {("urgent", "over")},
}
"""The states whose colours at least one kind of eye can't tell apart: urgent and over have the
same, but only the second one has a +; and the blue of a pause in *board* is too near to its black
for an eye without blue (tritan), so that the word under the digits tells it."""


class Look(NamedTuple):
    """How a clock is drawn. The form is what's left of it without any colour."""

    ink: RGB
    ground: RGB
    under: str
    plus: bool

    def form(self, eye: str | None) -> tuple[bool, str, bool]:
        """Whether light stands on dark, what stands under the digits, and whether there's a +."""
        light_on_dark = lightness(self.ink, eye) > lightness(self.ground, eye)
        return light_on_dark, self.under, self.plus

    def unlike(self, other: "Look", eye: str | None) -> float:
        """How different the colours are."""
        inks, grounds = (self.ink, other.ink), (self.ground, other.ground)
        return max(difference(*inks, eye), difference(*grounds, eye))


def look(chair: Chair) -> Look:
    region = chair.app.screen.query_one(BigClock).content_region
    strips = chair.app.screen._compositor.render_strips()[region.y : region.bottom]
    rows = [strip.crop(region.x, region.right) for strip in strips]
    drawn = [row for row in rows if row.text.strip()]
    under = drawn[-1].text.strip()
    style = next(style for text, style, _control in drawn[0] if text.strip() and style)
    ink, ground = (
        (each or Color.default()).get_truecolor() for each in (style.color, style.bgcolor)
    )
    kind = "a line" if set(under) == {"▄"} else under if under == _("❚❚ paused") else ""
    return Look(ink, ground, kind, chair.clock.startswith("+"))


async def looks(chair: Chair) -> dict[str, Look]:
    """The clock in every state, as time goes by."""
    seen = {"calm": look(chair)}
    await chair.waits(minutes=4, seconds=15)
    seen["warm"] = look(chair)
    await chair.presses("f5")
    seen["paused"] = look(chair)
    await chair.presses("f5")
    await chair.waits(seconds=33)
    seen["urgent"] = look(chair)
    await chair.waits(seconds=30)
    seen["over"] = look(chair)
    return seen


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_the_states_of_the_clock_differ_by_form_to_every_eye(
    theme: str, tmp_path: Path
) -> None:
    room = Room(tmp_path, Settings(theme=theme, animations=False))
    async with room.meets(a.SetQuestion(QUESTION), a.Go("think")) as chair:
        seen = await looks(chair)
    pairs = list(combinations(seen, 2))
    for eye in EYES:
        assert [pair for pair in pairs if len({seen[each].form(eye) for each in pair}) == 1] == []
    unlike = {
        (one, two): min(seen[one].unlike(seen[two], eye) for eye in EYES) for one, two in pairs
    }
    assert {pair for pair in pairs if unlike[pair] < CLEAR} == TOLD_BY_FORM_ALONE[theme], unlike
