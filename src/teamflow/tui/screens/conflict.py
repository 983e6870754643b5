"""Two versions of the session that is open: in what they differ, and with which we go on."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from teamflow.core.comparison import differences
from teamflow.core.session import Session
from teamflow.locale import _
from teamflow.store.conflicts import Conflict
from teamflow.store.folder import Stored
from teamflow.store.problem import Problem
from teamflow.tui.screens.compare import Answer, CompareScreen, Version
from teamflow.tui.screens.dialog import Dialog
from teamflow.tui.screens.home import named
from teamflow.tui.widgets.keybar import KeyBar
from teamflow.tui.widgets.menu import Menu, Row

ROOMY: Final = 76
"""Columns from which a version takes one line; below it two."""
WIDTH: Final = 69
"""Characters on a line, on a screen of 80."""
NARROW: Final = 50
"""Characters on a line, on a screen of 60."""


class ConflictScreen(Dialog[str]):
    """Gives with which version to go on: "ours", "theirs", or "later" to say.

    It comes up by itself, so that the mark stands on what changes nothing: an Enter that was
    meant for the meeting does no harm.
    """

    DEFAULT_CSS = """
    ConflictScreen {
        & .window { width: 78; padding: 0 2; }
        &.-tall .window, &.-vast .window { padding: 1 2; }
        &.-tall .window > KeyBar, &.-vast .window > KeyBar { margin-top: 1; }
        & .versions { margin-top: 1; text-wrap: nowrap; text-overflow: ellipsis; }
        & .differ { margin-top: 1; max-height: 3; }
        & Menu { margin-top: 1; }
        & .window > KeyBar { margin: 0; }
        &.-low .title, &.-low .versions, &.-low .differ, &.-low Menu, &.-low .hint { margin: 0; }
    }
    """

    def __init__(
        self, conflict: Conflict, ours: Session, now: dt.datetime, theirs: Stored | Problem
    ) -> None:
        super().__init__()
        self._conflict, self._ours, self._now, self._theirs = conflict, ours, now, theirs

    def contents(self) -> ComposeResult:
        rows = tuple(self._rows())
        told = _("Somebody saved it elsewhere as well. Both versions are kept.")
        with Vertical(classes="window"):
            yield Static(_("This session has two versions"), classes="title", markup=False)
            yield Static(told, markup=False)
            yield Static("\n".join(self._versions()), classes="versions", markup=False)
            yield Static(self._differ(), classes="differ", markup=False)
            yield Menu(len(rows), rows.__getitem__)
            hint = _("What you don't choose goes to the trash; it can come back.")
            yield Static(hint, classes="hint", markup=False)
            yield KeyBar()

    def _rows(self) -> Iterator[Row]:
        yield Row(_("Choose later, and go on with our version"), "later")
        if isinstance(self._theirs, Stored):
            yield Row(_("Compare the two"), "compare")
        yield Row(_("Go on with our version"), "ours")
        if isinstance(self._theirs, Stored):
            yield Row(_("Go on with the other version"), "theirs")

    def _versions(self) -> Iterator[str]:
        yield self._headed(_("Ours · saved {when}"), self._now, self._conflict.ours)
        if isinstance(self._theirs, Stored):
            saved = self._theirs.version.astimezone(self._now.tzinfo)
            yield self._headed(_("The other · saved {when}"), saved, self._conflict.theirs)

    def _headed(self, told: str, when: dt.datetime, file: Path) -> str:
        line, name = told.format(when=f"{when:%d-%m-%Y %H:%M}"), named(file)
        if self.app.size.width < ROOMY:
            return f"{line}\n{_end_of(name, NARROW)}"
        return f"{line} · {_end_of(name, WIDTH - len(line) - 3)}"

    def _differ(self) -> str:
        if isinstance(self._theirs, Problem):
            told = _("The other can't be read: {reason}")
            return told.format(reason=self._theirs.told(_))
        labels = [each.label for each in differences(self._ours, self._theirs.session, _)]
        if not labels:
            return _("Both say the same.")
        return _("They differ in: {what}.").format(what=", ".join(dict.fromkeys(labels)).lower())

    def on_menu_picked(self, event: Menu.Picked) -> None:
        if event.value == "compare" and isinstance(self._theirs, Stored):
            self._compare(self._theirs)
        else:
            self.dismiss(str(event.value))

    def _compare(self, theirs: Stored) -> None:
        saved = theirs.version.astimezone(self._now.tzinfo)
        file, other = self._conflict.ours, self._conflict.theirs
        left = Version(_("Ours"), _("Go on with our version"), file, self._now, self._ours)
        right = Version(
            _("The other"), _("Go on with the other version"), other, saved, theirs.session
        )
        self.app.push_screen(CompareScreen(left, right, _("Back to the question")), self._compared)

    def _compared(self, answer: Answer | None) -> None:
        if answer in ("left", "right"):
            self.dismiss("ours" if answer == "left" else "theirs")


def _end_of(name: str, room: int) -> str:
    """Of a long name the end, where two versions differ."""
    return name if len(name) <= room else f"…{name[1 - room :]}"
