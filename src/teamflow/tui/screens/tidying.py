"""What can be done to a session in a list besides reading it: delete, compare, bring back."""

from pathlib import Path
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.screen import Screen

from teamflow.locale import _
from teamflow.store.head import Summary
from teamflow.store.trouble import Unsaved, trouble_with
from teamflow.tui.screens.discard import Discard
from teamflow.tui.widgets.field import after_typing
from teamflow.tui.widgets.menu import Row
from teamflow.tui.widgets.notice import Notice
from teamflow.tui.world import World


class Tidying(Screen[None]):
    """Nothing that is done here is lost: it lies in the trash, and Ctrl+Z brings it back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+g", "compare", _("compare")),
        Binding("ctrl+z", "bring_back", _("bring back"), show=False),
    ]

    def __init__(self, world: World) -> None:
        super().__init__()
        self._world = world

    def marked(self) -> Row:
        """The row with the mark; it has no value in an empty list."""
        raise NotImplementedError

    def versions(self, file: Path) -> tuple[Path, ...]:
        """All versions of the session in a file, the original first; empty where it's the only
        one."""
        raise NotImplementedError

    def read_again(self) -> None:
        """Show what is on the disk now."""
        raise NotImplementedError

    def say(self, text: str) -> None:
        """Show a line of text above the keys."""
        self.query_one(Notice).say(text)

    @property
    def comparable(self) -> bool:
        """Whether the marked session has other versions."""
        summary = self.marked().value
        return isinstance(summary, Summary) and bool(self.versions(summary.file))

    def action_compare(self) -> None:
        after_typing(self, self._compare)

    @work(group="compare", exclusive=True)
    async def _compare(self) -> None:
        from teamflow.tui.choosing import choose

        summary = self.marked().value
        versions = self.versions(summary.file) if isinstance(summary, Summary) else ()
        if not isinstance(summary, Summary) or not versions:
            return
        try:
            chosen = await choose(self.app, self._world, summary.file, versions, opening=False)
        except Unsaved as unsaved:
            self.say(unsaved.trouble.told(_))
        else:
            if isinstance(chosen, Path):
                self.say(_("The other version is in the trash. Ctrl+Z brings it back."))
        self.read_again()

    def action_discard(self) -> None:
        row = self.marked()
        if isinstance(summary := row.value, Summary):
            path = summary.file
            self.app.push_screen(Discard(row), lambda sure: self._discard(path) if sure else None)

    def _discard(self, path: Path) -> None:
        try:
            self._world.basket.discard(path)
        except OSError as error:
            self.say(trouble_with(self._world.sessions, error).told(_))
        else:
            self.say(_("It's in the trash. Ctrl+Z brings it back."))
        self.read_again()

    def action_bring_back(self) -> None:
        try:
            back = self._world.basket.bring_back()
        except OSError as error:
            self.say(trouble_with(self._world.sessions, error).told(_))
        else:
            self.say(_("It's back.") if back else _("There is nothing to bring back."))
        self.read_again()
