"""Coming back to a session: does the time away count?"""

import datetime as dt
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from teamflow.core.protocol import phase_of
from teamflow.core.session import Session
from teamflow.locale import _, ngettext
from teamflow.tui.screens.dialog import Dialog
from teamflow.tui.widgets.keybar import KeyBar
from teamflow.tui.widgets.menu import Menu, Row

A_MOMENT: Final = 90
"""Seconds that nobody counts."""


class Away(Dialog[bool]):
    """Gives whether the time since `since` counts for the clock; None goes back."""

    def __init__(self, session: Session, since: dt.datetime, now: dt.datetime) -> None:
        super().__init__()
        self._session, self._since, self._now = session, since, now

    def contents(self) -> ComposeResult:
        phase = _(phase_of(self._session.phase).title).lower()
        rows = (
            Row(_("Go on where the clock stood"), "no"),
            Row(_("The time away counts too"), "yes"),
        )
        with Vertical(classes="window"):
            yield Static(_("Welcome back"), classes="title", markup=False)
            told = _("You were at: {phase} · {ago}")
            ago = ago_told(self._now - self._since)
            yield Static(told.format(phase=phase, ago=ago) + "\n", markup=False)
            yield Menu(len(rows), rows.__getitem__)
            yield KeyBar()

    def on_menu_picked(self, event: Menu.Picked) -> None:
        self.dismiss(event.value == "yes")


def ago_told(length: dt.timedelta) -> str:
    """How long ago something was."""
    if length.total_seconds() < A_MOMENT:
        return _("just now")
    return _("{length} ago").format(length=_length_told(length))


def _length_told(length: dt.timedelta) -> str:
    if (minutes := round(length.total_seconds() / 60)) < 90:
        return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
    if (hours := round(minutes / 60)) < 36:
        return ngettext("{n} hour", "{n} hours", hours).format(n=hours)
    days = round(hours / 24)
    return ngettext("{n} day", "{n} days", days).format(n=days)
