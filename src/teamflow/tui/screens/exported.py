"""The files as they're made, and then to open."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from teamflow.locale import _
from teamflow.tui.opener import open_with_system
from teamflow.tui.screens.dialog import Dialog
from teamflow.tui.widgets.keybar import KeyBar
from teamflow.tui.widgets.menu import Menu, Row

Make = Callable[[Path], str]
"""Makes one file, in a thread of its own; says what went wrong, or nothing."""


class Files(Menu):
    """The files; Enter opens one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pick", _("open it"), key_display="Enter"),
    ]


class Exported(Dialog[tuple[Path, ...]]):
    """Makes the files one by one, while the meeting goes on; gives those that were made."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("o", "open", show=False)]
    DEFAULT_CSS = "Exported .hint { margin-top: 1; }"

    def __init__(self, files: tuple[Path, ...], make: Make) -> None:
        super().__init__()
        self._files, self._make = files, make
        self._done: dict[Path, str] = {}

    def contents(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Static(_("Export the form"), classes="title", markup=False)
            yield Static(str(self._files[0].parent), markup=False)
            yield Files(len(self._files), self._row, lead=1)
            yield Static(id="progress", classes="hint", markup=False)
            yield KeyBar()

    def on_mount(self) -> None:
        self.run_worker(self._make_all())

    async def _make_all(self) -> None:
        for number, file in enumerate(self._files, start=1):
            told = _("Making {number} of {all} …")
            self._tell(told.format(number=number, all=len(self._files)))
            self._done[file] = await asyncio.to_thread(self._make, file)
            self.query_one(Menu).refresh()
        self._tell("\n".join([*self._faults(), _("Done.")]))

    def _faults(self) -> list[str]:
        return [f"{file.name}: {fault}" for file, fault in self._done.items() if fault]

    def _row(self, place: int) -> Row:
        file = self._files[place]
        fault = self._done.get(file)
        return Row(file.name, file, lead="…" if fault is None else "–" if fault else "✓")

    def _tell(self, text: str) -> None:
        self.query_one("#progress", Static).update(text)

    def action_open(self) -> None:
        file = self._files[self.query_one(Menu).marked]
        if self._done.get(file) == "" and not open_with_system(file):
            self._tell(_("Nothing here opens that by itself. You find it in the folder above."))

    def on_menu_picked(self) -> None:
        self.action_open()

    def action_cancel(self) -> None:
        if len(self._done) == len(self._files):
            self.dismiss(tuple(file for file in self._files if not self._done[file]))
