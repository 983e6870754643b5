"""Two versions of a session beside each other: what differs, and with which the team goes on."""

import asyncio
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from teamflow.core.comparison import Difference, Marked, differences
from teamflow.core.session import Session
from teamflow.locale import _, ngettext
from teamflow.store.problem import Problem
from teamflow.tui.screens.dialog import Dialog
from teamflow.tui.screens.home import located, named
from teamflow.tui.screens.room import fit
from teamflow.tui.widgets.keybar import KeyBar
from teamflow.tui.widgets.lettered import Lettered
from teamflow.tui.widgets.menu import Menu, Row

Answer = Literal["left", "right", "later"]
WIDTHS: Final = [(0, "-narrow"), (76, "-wide")]
MOST: Final = 200
"""Differences that are shown: more than a meeting has, and each one costs the screen time."""
LETTERS: Final = ("A", "B")
NOTHING: Final = "—"


@dataclass(frozen=True)
class Version:
    """One of the two: what it's `called`, the words that choose it, the file that it's kept in,
    when it was saved (aware; None where nobody knows), and what it says, or why it can't be read.
    """

    called: str
    choosing: str
    file: Path
    saved: dt.datetime | None
    said: Session | Problem


class CompareScreen(Dialog[Answer]):
    """Gives with which version to go on; nothing when it's closed without an answer. The mark
    stands on what changes nothing, which `later` puts into words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "scroll(1)", _("read on"), key_display="PgDn", priority=True),
        Binding("pageup", "scroll(-1)", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    CompareScreen {
        & .window {
            width: 100%; max-width: 100%; height: 100%; max-height: 100%; padding: 0 1;
            background: $background; border: none;
        }
        & .title { margin: 1 0; }
        & .pair { height: auto; layout: vertical; }
        & .heads { border-bottom: solid $edge; padding-right: 1; }
        & VerticalScroll {
            height: 1fr; min-height: 3; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        }
        & .label { color: $primary; text-style: bold; margin-top: 1; }
        & .same { color: $quiet; margin-top: 1; }
        & Menu { background: $background; margin: 1 0 0 0; }
        & .hint { margin: 0 0 1 0; }
        &.-wide .pair { layout: horizontal; }
        &.-wide Lettered { padding-right: 1; }
        &.-low .title, &.-low Menu { margin: 0; }
        &.-low .hint { display: none; }
        &.-low .window { padding: 0 1; }
        & .window > KeyBar { background: $background; margin: 0; }
    }
    """
    HORIZONTAL_BREAKPOINTS = WIDTHS
    below = beside = False

    def __init__(self, left: Version, right: Version, later: str) -> None:
        super().__init__()
        self._versions, self._later = (left, right), later

    def contents(self) -> ComposeResult:
        fit(self)
        rows = tuple(self._rows())
        with Vertical(classes="window"):
            yield Static(_("Two versions of one meeting"), classes="title", markup=False)
            with Horizontal(classes="pair heads"):
                for letter, version in zip(LETTERS, self._versions, strict=True):
                    yield Lettered(letter, _headed(version))
            yield VerticalScroll(can_focus=False)
            yield Menu(len(rows), rows.__getitem__, lead=1)
            hint = _("What you don't choose goes to the trash; it can come back.")
            yield Static(hint, classes="hint", markup=False)
            yield KeyBar()

    def _rows(self) -> Iterator[Row]:
        yield Row(self._later, "later")
        left, right = self._versions
        if isinstance(left.said, Session):
            yield Row(left.choosing, "left", lead=LETTERS[0])
        if isinstance(right.said, Session):
            yield Row(right.choosing, "right", lead=LETTERS[1])

    def on_mount(self) -> None:
        self.query_one(Menu).focus()
        self.run_worker(self._compare())

    async def _compare(self) -> None:
        told = await asyncio.to_thread(self._widgets)
        if self.is_attached:
            await self.query_one(VerticalScroll).mount_all(told)

    def _widgets(self) -> list[Widget]:
        left, right = (version.said for version in self._versions)
        if isinstance(left, Session) and isinstance(right, Session):
            return list(_laid(differences(left, right, _)))
        faults = (said for said in (left, right) if isinstance(said, Problem))
        told = _("This one can't be read: {reason}")
        return [
            Static(told.format(reason=located(fault)), classes="label", markup=False)
            for fault in faults
        ]

    def action_scroll(self, step: int) -> None:
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_relative(y=step * max(1, scroll.size.height - 1), animate=False)

    def on_menu_picked(self, event: Menu.Picked) -> None:
        answers: dict[object, Answer] = {"left": "left", "right": "right", "later": "later"}
        self.dismiss(answers[event.value])


def _headed(version: Version) -> Content:
    saved = ""
    if version.saved is not None:
        saved = _("saved {when}").format(when=f"{version.saved:%d-%m-%Y %H:%M}")
    told = " · ".join(filter(None, (version.called, saved)))
    return Content.assemble((told, "bold"), "\n", named(version.file))


def _laid(told: tuple[Difference, ...]) -> Iterator[Widget]:
    label = ""
    for each in told[:MOST]:
        if each.label != label:
            label = each.label
            yield Static(label, classes="label", markup=False)
        here, there = each.marked()
        left, right = Lettered(LETTERS[0], _marked(here)), Lettered(LETTERS[1], _marked(there))
        yield Horizontal(left, right, classes="pair")
    if rest := len(told[MOST:]):
        more = ngettext("And {n} more difference.", "And {n} more differences.", rest)
        yield Static(more.format(n=rest), classes="label", markup=False)
    same = _("All the rest is the same in both.") if told else _("Both say the same.")
    yield Static(same, classes="same", markup=False)


def _marked(pieces: Marked) -> Content:
    if not any(text for text, _ in pieces):
        return Content.styled(NOTHING, "$quiet")
    return Content.assemble(*((text, "bold $warning" if new else "") for text, new in pieces))
