"""One idea, opened by its number: reword it, give it another place, or take it away."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from teamflow.core import actions as a
from teamflow.core.refusal import Refused
from teamflow.core.session import Idea
from teamflow.locale import _
from teamflow.tui.drafts import Drafts
from teamflow.tui.phases.numbers import read_number
from teamflow.tui.screens.typing import TypingDialog
from teamflow.tui.widgets.field import LineField, after_typing
from teamflow.tui.widgets.keybar import KeyBar


class IdeaCard(TypingDialog[list[a.Action]]):
    """Gives the actions that carry out what was changed."""

    DEFAULT_CSS = "IdeaCard .window > KeyBar { margin: 0; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", _("save"), key_display="Enter", priority=True),
        Binding("ctrl+d", "delete", _("delete this idea"), priority=True),
    ]

    def __init__(self, idea: Idea, number: int, last: int, drafts: Drafts) -> None:
        super().__init__(drafts)
        self._idea, self._number, self._last = idea, number, last

    def contents(self) -> ComposeResult:
        with Vertical(classes="window"):
            title = _("Idea {number}").format(number=self._number)
            yield Static(title, classes="title", markup=False)
            yield LineField(f"idea.{self._idea.id}.text", self._idea.text)
            place = _("Place on the board (1 to {last})").format(last=self._last)
            yield Static(place, classes="label", markup=False)
            yield LineField(f"idea.{self._idea.id}.place", str(self._number))
            yield Static(id="why-not", classes="why-not", markup=False)
            yield KeyBar()

    def action_save(self) -> None:
        after_typing(self, self._save)

    def _save(self) -> None:
        text, place = (field.typed for field in self.query(LineField))
        changes: list[a.Action] = []
        if text != self._idea.text:
            changes.append(a.EditIdea(self._idea.id, text))
        try:
            number = read_number(place)
        except Refused as refusal:
            self.query_one("#why-not", Static).update(refusal.told(_))
            return
        if number != self._number:
            changes.append(a.MoveIdea(self._idea.id, number))
        self.answer(changes)

    def action_cancel(self) -> None:
        self.answer(None)

    def action_delete(self) -> None:
        self.answer([a.DeleteIdea(self._idea.id)])
