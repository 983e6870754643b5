"""Where the sessions are: a setting whose value is typed, and tried before it's taken."""

import asyncio
import errno
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from teamflow.locale import N_, _
from teamflow.store.places import prove, whole
from teamflow.store.problem import shown
from teamflow.tui.screens.dialog import Dialog
from teamflow.tui.widgets.field import LineField, after_typing
from teamflow.tui.widgets.keybar import KeyBar
from teamflow.tui.widgets.setting import Setting, columns_at

_A_FILE: Final = N_("Something that isn't a folder is in the way of {folder}.")
_FORBIDDEN: Final = N_("teamflow may not write in {folder}: choose another one.")
_OTHERWISE: Final = N_("{folder} can't be used ({error}): choose another one.")
_REASONS: Final = {
    errno.EEXIST: _A_FILE,
    errno.ENOTDIR: _A_FILE,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: _FORBIDDEN,
}


class PlaceSetting(Setting):
    """Shows the end of a path, which tells most; asks to be opened instead of turning."""

    class Opened(Message):
        """Somebody wants to choose another folder."""

    def __init__(self, folder: str | None, usual: str, decided_by: str) -> None:
        about = _("Where this laptop keeps the sessions. Enter chooses another folder.")
        if decided_by:
            told = _("{what} decides for now, and goes before the folder that's set here.")
            about = told.format(what=decided_by)
        self._usual = usual
        super().__init__("folder", _("Folder"), about, self._only(folder), folder, None)

    def _only(self, folder: object) -> list[tuple[object, str]]:
        return [(folder, self._usual if folder is None else str(folder))]

    @property
    def words(self) -> str:
        words = super().words
        room = self.size.width - columns_at(self.size.width).value - 4
        return words if len(words) <= room else f"…{words[1 - room :]}"

    @property
    def default_words(self) -> str:
        return _("Teamflow, in your documents")

    def choose(self, value: object) -> None:
        self.offer(self._only(value))

    def action_turn(self, step: int) -> None:
        self.post_message(self.Opened())

    def _shown(self) -> str:
        return f"  {self.words}"

    def _note(self, value: str) -> tuple[int, str]:
        return self.size.width, ""


class PlaceDialog(Dialog[str]):
    """Gives a folder that sessions can be kept in, as a whole path; empty text for the usual
    one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", _("take this folder"), key_display="Enter", priority=True),
    ]
    DEFAULT_CSS = "PlaceDialog .why-not { margin-top: 1; }"

    def __init__(self, folder: str) -> None:
        super().__init__()
        self._folder = folder

    def contents(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Static(_("Where are the sessions?"), classes="title", markup=False)
            usual = _("Teamflow, in your documents")
            yield LineField("folder", self._folder, usual)
            yield Static(id="why-not", classes="why-not", markup=False)
            yield Static(_("Empty is the usual folder."), classes="hint", markup=False)
            yield KeyBar()

    def action_take(self) -> None:
        after_typing(self, lambda: self.call_later(self._try))

    async def _try(self) -> None:
        typed = self.query_one(LineField).typed
        if not typed:
            self.dismiss("")
            return
        folder = whole(typed)
        try:
            await asyncio.to_thread(prove, folder)
        except OSError as error:
            name = errno.errorcode.get(error.errno or 0, type(error).__name__)
            told = _(_REASONS.get(error.errno or 0, _OTHERWISE))
            why = told.format(folder=shown(folder), error=name)
            self.query_one("#why-not", Static).update(why)
        else:
            self.dismiss(str(folder))
