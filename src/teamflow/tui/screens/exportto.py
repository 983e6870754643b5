"""What to export, for whom, and where to."""

import os
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from teamflow.core.handout import Reader
from teamflow.export import suffixes
from teamflow.locale import N_, _
from teamflow.store.reading import is_file
from teamflow.tui.screens.dialog import Dialog
from teamflow.tui.widgets.checklist import Checklist
from teamflow.tui.widgets.field import LineField
from teamflow.tui.widgets.keybar import KeyBar
from teamflow.tui.widgets.option import Option

USES: Final = {
    ".pdf": N_("PDF, to print or to mail"),
    ".docx": N_("Word, to type on"),
    ".html": N_("web page"),
    ".md": N_("Markdown"),
    ".txt": N_("text, to paste into a mail"),
    ".ics": N_("calendar: looking back, meeting again, steps"),
    ".csv": N_("the ideas, for a spreadsheet"),
    ".json": N_("everything, for other programs"),
}
"""What a format is good for; one that isn't here shows its suffix alone."""


@dataclass(frozen=True)
class Order:
    """What is to be exported: `files` in those formats, for that reader."""

    files: tuple[Path, ...]
    reader: Reader


class Formats(Checklist):
    """The kinds of file; Enter exports those that are ticked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.export", _("export"), key_display="Enter"),
    ]


class ExportTo(Dialog[Order]):
    """Gives an order, of which the user knows which files it replaces."""

    DEFAULT_CSS = """
    ExportTo {
        & .label { width: 11; margin: 0; }
        & .line { margin-top: 1; }
        & .line Option { width: 1fr; }
        & .window > KeyBar { margin: 0; }
        &.-low #folder { margin-top: 0; }
    }
    """

    def __init__(self, session_file: Path, formats: Collection[str], reader: Reader) -> None:
        super().__init__()
        self._session_file, self._formats, self._reader = session_file, formats, reader
        self._warned: tuple[Path, ...] = ()

    def contents(self) -> ComposeResult:
        lines = [(suffix, _(USES.get(suffix, suffix)), suffix) for suffix in suffixes()]
        readers = (
            ("leader", _("the school's leader: what we agreed")),
            ("team", _("the team: all ideas as well")),
        )
        with Vertical(classes="window"):
            yield Static(_("Export the form"), classes="title", markup=False)
            yield Formats(lines, self._formats)
            with Horizontal(classes="line"):
                yield Static(_("For"), classes="label", markup=False)
                yield Option("reader", readers, self._reader)
            with Horizontal(classes="line", id="folder"):
                yield Static(_("In folder"), classes="label", markup=False)
                folder = str(self._session_file.parent.absolute())
                yield LineField("folder", folder, enter=self._decide)
            yield Static(id="why-not", classes="why-not", markup=False)
            yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(Checklist).focus()

    def action_export(self) -> None:
        self._decide()

    def _decide(self) -> None:
        typed = self.query_one(LineField).typed
        folder = Path(os.path.expanduser(typed))  # noqa: PTH111 - pathlib's raises
        ticked = self.query_one(Checklist).ticked
        files = tuple(folder / f"{self._session_file.stem}{suffix}" for suffix in ticked)
        there = tuple(file for file in files if is_file(file))
        if not files:
            self._tell(_("Tick at least one kind of file."))
        elif not typed or not os.path.isdir(folder):  # noqa: PTH112 - pathlib's raises
            self._tell(_("There is no such folder."))
        elif there and self._warned != there:
            self._warned = there
            names = ", ".join(file.name for file in there)
            told = _("There already: {names}. Enter again replaces.")
            self._tell(told.format(names=names))
        else:
            reader: Reader = "team" if self.query_one(Option).value == "team" else "leader"
            self.dismiss(Order(files, reader))

    def _tell(self, text: str) -> None:
        self.query_one("#why-not", Static).update(text)
