"""Where to write the form: a file name, of which the suffix decides the format."""

import os
from collections.abc import Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from teamflow.locale import _
from teamflow.store.reading import is_file
from teamflow.tui.screens.dialog import Dialog
from teamflow.tui.widgets.field import LineField


class Where(Dialog[Path]):
    """Gives a path with a suffix we know; a file that's there already is named first."""

    def __init__(self, proposal: Path, suffixes: Sequence[str]) -> None:
        super().__init__()
        self._proposal, self._suffixes = proposal, suffixes
        self._warned: Path | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Static(_("Export the form to"), classes="title", markup=False)
            yield LineField("where", str(self._proposal), enter=self._decide)
            known = _("The end of the name decides: {suffixes}").format(
                suffixes=", ".join(self._suffixes)
            )
            yield Static(known, classes="hint", markup=False)
            yield Static(_("Enter saves · Esc back"), markup=False)
            yield Static(id="why-not", markup=False)

    def _decide(self) -> None:
        typed = self.query_one(LineField).typed
        target = Path(os.path.expanduser(typed))  # noqa: PTH111 - pathlib's raises
        if target.suffix.lower() not in self._suffixes:
            self._tell(_("Choose one of: {suffixes}").format(suffixes=", ".join(self._suffixes)))
        elif is_file(target) and self._warned != target:
            self._warned = target
            self._tell(_("That file already exists. Press Enter again to replace it."))
        else:
            self.dismiss(target)

    def _tell(self, text: str) -> None:
        self.query_one("#why-not", Static).update(text)
