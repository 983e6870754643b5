"""A small window in which text is typed."""

from typing import TypeVar

from teamflow.tui.drafts import Drafts
from teamflow.tui.screens.dialog import Dialog
from teamflow.tui.widgets.field import LineField, Typed

Result = TypeVar("Result")


class TypingDialog(Dialog[Result]):
    """What is half typed when it's closed, or when the power goes, is there the next time."""

    def __init__(self, drafts: Drafts) -> None:
        super().__init__()
        self._drafts = drafts

    def on_mount(self) -> None:
        for field in self.query(LineField):
            self._drafts.resume(field)

    def on_typed(self, event: Typed) -> None:
        self._drafts.touch(event.field)

    def action_cancel(self) -> None:
        self._drafts.keep()
        super().action_cancel()

    def answer(self, result: Result | None) -> None:
        """Close it with an answer: nothing in it is half typed any more."""
        for field in self.query(LineField):
            field.entered()  # the word of its last letters may still be under way
            self._drafts.forget(field.name or "")
        self.dismiss(result)
