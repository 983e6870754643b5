"""The top row: where we are in the meeting, and when it ends."""

import datetime as dt
from typing import Final

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from teamflow.core.clock import MINUTE, expected_end, overrun, past, planned_end, running, slack
from teamflow.core.protocol import PROTOCOL, phase_of
from teamflow.core.session import Session
from teamflow.locale import _
from teamflow.tui.marks import DONE, HERE, TO_COME

MINUS: Final = "\N{MINUS SIGN}"
A_DAY: Final = 12 * 60
"""Minutes above which it isn't an overrun any more, but another meeting."""


class PhaseBar(Widget):
    """Phases that were, are and will be, told by a mark as well as by weight."""

    DEFAULT_CSS = """
    PhaseBar {
        height: 1; padding: 0 1; color: $quiet; background: $background;
        &.-flash { color: $on-band; background: $band; }
    }
    """
    DEFAULT_CLASSES = "in-sight"

    session: reactive[Session | None] = reactive(None)
    end: reactive[str] = reactive("")

    def __init__(self, badge: str = "") -> None:
        super().__init__()
        self._badge = badge
        self._told: tuple[Session, dt.datetime, str] | None = None

    def tell(self, session: Session, now: dt.datetime, meanwhile: str = "") -> None:
        """Show where `session` stands at `now`, and what is told `meanwhile` instead of the end."""
        end = expected_end(session, now)
        if self._told and self._told[0] is session and self._told[1:] == (end, meanwhile):
            return
        self._told = (session, end, meanwhile)
        if self.session and self.session.phase != session.phase:
            self.remove_class("-flash")  # a bell that rang for the last one
        self.session = session
        self.end = "  ".join(filter(None, (self._badge, meanwhile or end_told(session, now))))

    def render(self) -> Content:
        if self.session is None:
            return Content("")
        here = PROTOCOL.index(phase_of(self.session.phase))
        flashing = self.has_class("-flash")
        room = self.size.width - cell_len(self.end)
        for reach in (len(PROTOCOL), 1, 0):
            phases = _steps(here, reach, "bold" if flashing else "bold $primary")
            if phases.cell_length + 2 <= room or reach == 0:
                break
        gap = " " * max(2, room - phases.cell_length)
        return Content.assemble(phases, gap, (self.end, "bold" if flashing else "bold $foreground"))


def _steps(here: int, reach: int, style: str) -> Content:
    """Those within `reach` by name, the one that is on in a style of its own; all others as a
    mark, and then which of how many it is."""
    last = len(PROTOCOL) - 1
    start, end = max(0, here - reach), min(last, here + reach)
    whole = start == 0 and end == last
    named = [_named(place, here, style, counted=not whole) for place in range(start, end + 1)]
    before, after = Content(DONE * start), Content(TO_COME * (last - end))
    return Content("  ").join(part for part in (before, *named, after) if part)


def _named(place: int, here: int, style: str, *, counted: bool) -> Content:
    title = _(PROTOCOL[place].title)
    if place != here:
        return Content(f"{DONE if place < here else TO_COME} {title}")
    count = f" {place + 1}/{len(PROTOCOL)}" if counted else ""
    return Content.styled(f"{HERE} {title}{count}", style)


def end_told(session: Session, now: dt.datetime) -> str:
    """When the meeting ends and by how much that moved. It can't be told while time stands
    still, so a pause says so instead; of a past meeting it's told that it's being edited."""
    if session.closed:
        return _("editing") if past(session, now) else _("closed")
    if not running(session.timing):
        return _("❚❚ paused")
    minutes = overrun(session, now)
    planned = planned_end(session)
    end = expected_end(session, now)
    # What stands between brackets is what the time differs from the one that was told at first.
    if planned is not None:
        end = planned.astimezone(end.tzinfo) + minutes * MINUTE
    same_day = 0 < abs(minutes) < A_DAY
    told = _("ends {time} ({minutes})") if same_day else _("ends {time}")
    return told.format(time=f"{end:%H:%M}", minutes=f"{minutes:+d}".replace("-", MINUS))


def slack_told(session: Session, now: dt.datetime) -> str:
    """Where an overrun can be taken from; empty while the meeting is on time."""
    source = slack(session, now)
    if overrun(session, now) <= 0 or source is None:
        return ""
    return _("To end on time, keep {phase} shorter.").format(
        phase=_(phase_of(source).title).lower()
    )
