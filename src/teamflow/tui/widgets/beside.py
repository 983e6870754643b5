"""The form of the session that is marked in a list, beside that list."""

import asyncio
from pathlib import Path
from typing import Final

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from teamflow.store.consistency import doubts
from teamflow.store.folder import Folder, Stored
from teamflow.store.problem import Unreadable
from teamflow.tui.screens.home import faulty, located
from teamflow.tui.widgets.formview import FormView

LINGER: Final = 0.05
"""Seconds that the mark must stay on a row before its file is read."""


class Beside(Vertical):
    """Shows the form, and what is wrong with the file."""

    DEFAULT_CSS = """
    Beside {
        & .state { display: none; height: 1; padding: 0 0 0 1; text-style: bold; }
        & .why { display: none; padding: 1 2; color: $error; }
        &.-faulty, &.-doubtful { & .why { display: block; } }
        &.-faulty FormView { display: none; }
    }
    """

    _file: Path | None = None

    def compose(self) -> ComposeResult:
        yield Static(classes="state", markup=False)
        yield FormView()
        yield Static(classes="why", markup=False)

    @work(exclusive=True)
    async def show(self, file: Path | None, state: str = "") -> None:
        """Show the session in this file; without a file nothing. Its `state` stands above it
        where the list has no room for it in words."""
        self.visible = file is not None
        if file != self._file:
            self._file = file
            self._blank()
        if file is None:
            return
        await asyncio.sleep(LINGER)
        stored, why = await asyncio.to_thread(loaded, file)
        self.set_class(stored is None, "-faulty")
        self.set_class(bool(why), "-doubtful")
        self._tell(".state", state)
        self._tell(".why", why)
        for view in self.query(FormView):
            if stored is not None:
                view.lay(stored.session)
                view.scroll_home(animate=False)

    def _blank(self) -> None:
        """Show nothing rather than the form of another session."""
        self.remove_class("-faulty", "-doubtful")
        self._tell(".state", "")
        self.query(FormView).remove_class("-laid")

    def _tell(self, part: str, text: str) -> None:
        for static in self.query(part).results(Static):  # none, when the list was left meanwhile
            static.update(text)


def loaded(file: Path) -> tuple[Stored | None, str]:
    """A whole session and what doesn't add up in it, or else why it can't be read."""
    try:
        stored = Folder(file.parent).load(file)
    except Unreadable as unreadable:
        return None, faulty(unreadable.problems[0])
    return stored, next(map(located, doubts(stored, stored.data)), "")
