"""Two versions of the session that is open: what differs, and with which we go on."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from teamflow.core.protocol import phase_of
from teamflow.core.session import Session
from teamflow.core.text import clean_line
from teamflow.locale import _
from teamflow.store.conflicts import Conflict
from teamflow.store.folder import Stored
from teamflow.store.problem import Problem, shown
from teamflow.tui.screens.dialog import Dialog
from teamflow.tui.widgets.menu import Menu, Row

WIDTH: Final = 69
"""Characters on a line, on a screen of 80."""
LENGTH: Final = 40
"""Characters of a text that are shown to tell two versions apart."""


class ConflictScreen(Dialog[str]):
    """Gives with which version to go on: "ours", "theirs", or "later" to say.

    It comes up by itself, so that the mark stands on what changes nothing: an Enter that was
    meant for the meeting does no harm.
    """

    DEFAULT_CSS = """
    ConflictScreen {
        & .window { width: 78; }
        & .versions { margin-top: 1; text-wrap: nowrap; text-overflow: ellipsis; }
        & Menu { margin-top: 1; }
        & .hint { margin: 0; }
        &.-low .title, &.-low .versions, &.-low Menu { margin: 0; }
    }
    """

    def __init__(
        self, conflict: Conflict, ours: Session, now: dt.datetime, theirs: Stored | Problem
    ) -> None:
        super().__init__()
        self._conflict, self._ours, self._now, self._theirs = conflict, ours, now, theirs

    def compose(self) -> ComposeResult:
        rows = tuple(self._rows())
        told = _("Somebody saved it elsewhere as well. Both versions are kept.")
        with Vertical(classes="window"):
            yield Static(_("This session has two versions"), classes="title", markup=False)
            yield Static(told, markup=False)
            yield Static("\n".join(self._versions()), classes="versions", markup=False)
            yield Menu(len(rows), rows.__getitem__)
            hint = _("What you don't choose goes to the trash; it can come back.")
            yield Static(hint, classes="hint", markup=False)

    def _rows(self) -> Iterator[Row]:
        yield Row(_("Choose later, and go on with ours"), "later")
        yield Row(_("Go on with ours"), "ours")
        if isinstance(self._theirs, Stored):
            yield Row(_("Go on with the other"), "theirs")

    def _versions(self) -> Iterator[str]:
        yield _headed(_("Ours · saved {when}"), self._now, self._conflict.ours)
        if isinstance(self._theirs, Problem):
            told = _("The other can't be read: {reason}")
            yield told.format(reason=self._theirs.told(_))
            return
        saved = self._theirs.version.astimezone(self._now.tzinfo)
        yield _headed(_("The other · saved {when}"), saved, self._conflict.theirs)
        yield ""
        yield from differences(self._ours, self._theirs.session)

    def on_menu_picked(self, event: Menu.Picked) -> None:
        self.dismiss(str(event.value))


def differences(ours: Session, theirs: Session) -> Iterator[str]:
    """What differs most plainly between two versions, a line each; at least one."""
    told = [*_ideas(ours, theirs), *_texts(ours, theirs), *_steps(ours, theirs)]
    yield from told or [_("Only details differ: a word, a name or a time.")]


def _ideas(ours: Session, theirs: Session) -> Iterator[str]:
    here, there = ([idea.text for idea in session.ideas] for session in (ours, theirs))
    if len(here) != len(there):
        told = _("Ideas: {ours} in ours, {theirs} in the other.")
        yield told.format(ours=len(here), theirs=len(there))
    elif here != there:
        yield _("Ideas: as many in both, but not the same.")


def _texts(ours: Session, theirs: Session) -> Iterator[str]:
    if ours.question != theirs.question:
        yield _("Learning question in ours: {text}").format(text=_quoted(ours.question))
        yield _("Learning question in the other: {text}").format(text=_quoted(theirs.question))
    here, there = (", ".join(idea.text for idea in each.chosen) for each in (ours, theirs))
    if here != there:
        yield _("Chosen in ours: {text}").format(text=_quoted(here))
        yield _("Chosen in the other: {text}").format(text=_quoted(there))


def _steps(ours: Session, theirs: Session) -> Iterator[str]:
    if ours.phase != theirs.phase:
        here, there = (_(phase_of(each.phase).title).lower() for each in (ours, theirs))
        yield _("Step: {ours} in ours, {theirs} in the other.").format(ours=here, theirs=there)


def _quoted(text: str) -> str:
    if not text:
        return _("nothing yet")
    return f"“{text if len(text) <= LENGTH else text[: LENGTH - 1] + '…'}”"


def _headed(told: str, when: dt.datetime, file: Path) -> str:
    """Of a long name the end, where two versions differ."""
    line = told.format(when=f"{when:%d-%m-%Y %H:%M}") + " · "
    name, room = clean_line(shown(Path(file.name))), WIDTH - len(line)
    return line + (name if len(name) <= room else f"…{name[1 - room :]}")
