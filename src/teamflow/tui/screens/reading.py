"""A past session, to read: nothing changes here."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from teamflow.core.calendar import long_dates
from teamflow.core.session import Session
from teamflow.locale import _
from teamflow.store.consistency import doubts
from teamflow.store.folder import Stored
from teamflow.tui.messages import Export, OpenSession, Review
from teamflow.tui.screens.home import located
from teamflow.tui.widgets.formview import FormView
from teamflow.tui.widgets.keybar import KeyBar
from teamflow.tui.widgets.notice import Notice
from teamflow.tui.widgets.sheet import HEADED


class ReadingScreen(Screen[None]):
    """The filled form, on the wall."""

    DEFAULT_CSS = """
    ReadingScreen {
        align: center middle;
        & > * { max-width: 112; }
        & > KeyBar { max-width: 100%; }
        & FormView, & FormView:focus { margin: 1 2 0 2; border: none; }
        & Notice { dock: bottom; margin-bottom: 1; max-width: 100%; }
        & #edited { height: auto; padding: 0 2; color: $quiet; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.go_back", _("back"), key_display="Esc"),
        Binding("ctrl+e", "export", _("export")),
        Binding("r", "review", _("did it work?")),
        Binding("o", "open", _("open the meeting again")),
        Binding("f1,question_mark", "keys", _("keys"), key_display="F1"),
        Binding("ctrl+q", "app.go_home", show=False),
    ]

    def __init__(self, stored: Stored) -> None:
        super().__init__()
        self._stored = stored
        self._doubt = next(map(located, doubts(stored, stored.data)), "")
        self._warned = False

    def compose(self) -> ComposeResult:
        yield FormView(HEADED)
        if self._stored.session.edited:
            yield Static(_edited(self._stored.session), id="edited", markup=False)
        yield Notice()
        yield KeyBar()

    def on_mount(self) -> None:
        view = self.query_one(FormView)
        view.lay(self._stored.session)
        view.focus()
        self.query_one(Notice).trouble = self._doubt

    def say(self, text: str) -> None:
        """Show a line of text above the keys."""
        for notice in self.query(Notice):  # none, for a moment, as another place is shown
            notice.say(text)

    def action_export(self) -> None:
        self.post_message(Export(self._stored.session, self._stored.path, self._stored.version))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "review" or self._stored.session.closed is not None

    def action_review(self) -> None:
        if not self._held_back("R"):
            self.post_message(Review(self._stored))

    def action_open(self) -> None:
        if not self._held_back("O"):
            self.post_message(OpenSession(self._stored.path, interrupted=True))

    def _held_back(self, key: str) -> bool:
        """Warn, once, before a file of which the end may be gone is written over."""
        if not self._doubt or self._warned:
            return False
        self._warned = True
        told = _(
            "The end of this file seems to be gone. The rest may be in the trash or the synced"
            " folder; teamflow check says more. {key} again goes on all the same."
        )
        self.query_one(Notice).trouble = told.format(key=key)
        return True

    def action_keys(self) -> None:
        from teamflow.tui.screens.keys import Keys

        self.app.push_screen(Keys(self))


def _edited(session: Session) -> str:
    return _("Changed afterwards: {days}").format(days=long_dates(session.edited, _))
