"""Coming back to a session: does the time away count?"""

import datetime as dt

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from teamflow.core.protocol import phase_of
from teamflow.core.session import Session
from teamflow.locale import _, ngettext
from teamflow.tui.screens.dialog import Dialog
from teamflow.tui.widgets.menu import Menu, Row


class Away(Dialog[bool]):
    """Gives whether the time since `since` counts for the clock; None goes back."""

    def __init__(self, session: Session, since: dt.datetime, now: dt.datetime) -> None:
        super().__init__()
        self._session, self._since, self._now = session, since, now

    def compose(self) -> ComposeResult:
        phase = _(phase_of(self._session.phase).title).lower()
        rows = (
            Row(_("Go on where the clock stood"), "no"),
            Row(_("The time away counts too"), "yes"),
        )
        with Vertical(classes="window"):
            yield Static(_("Welcome back"), classes="title", markup=False)
            told = _("We were at: {phase}. That was {ago} ago.")
            ago = length_told(self._now - self._since)
            yield Static(told.format(phase=phase, ago=ago) + "\n", markup=False)
            yield Menu(len(rows), rows.__getitem__)

    def on_menu_picked(self, event: Menu.Picked) -> None:
        self.dismiss(event.value == "yes")


def length_told(length: dt.timedelta) -> str:
    """A length of time in the largest unit that says it: seconds, minutes, hours, days."""
    seconds = max(0, round(length.total_seconds()))
    if seconds < 90:
        return ngettext("{n} second", "{n} seconds", seconds).format(n=seconds)
    if (minutes := round(seconds / 60)) < 90:
        return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
    if (hours := round(minutes / 60)) < 36:
        return ngettext("{n} hour", "{n} hours", hours).format(n=hours)
    days = round(hours / 24)
    return ngettext("{n} day", "{n} days", days).format(n=days)
