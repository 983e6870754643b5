"""A past session, to read: nothing changes here."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from teamflow.core.calendar import long_date
from teamflow.core.session import Session
from teamflow.locale import _
from teamflow.store.folder import Stored
from teamflow.tui.messages import Export, OpenSession, Review
from teamflow.tui.widgets.formview import FormView
from teamflow.tui.widgets.keybar import KeyBar
from teamflow.tui.widgets.notice import Notice


class ReadingScreen(Screen[None]):
    """The filled form, on the wall."""

    DEFAULT_CSS = """
    ReadingScreen #edited { height: auto; padding: 0 2; color: $quiet; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.go_back", _("back"), key_display="Esc"),
        Binding("ctrl+e", "export", _("export the form")),
        Binding("r", "review", _("did it work?")),
        Binding("o", "open", _("open the meeting again")),
        Binding("f1,question_mark", "keys", _("keys"), show=False),
        Binding("ctrl+q", "app.go_home", show=False),
    ]

    def __init__(self, stored: Stored) -> None:
        super().__init__()
        self._stored = stored

    def compose(self) -> ComposeResult:
        yield FormView()
        yield Static(_edited(self._stored.session), id="edited", markup=False)
        yield Notice()
        yield KeyBar()

    def on_mount(self) -> None:
        view = self.query_one(FormView)
        view.lay(self._stored.session)
        view.focus()

    def action_export(self) -> None:
        self.post_message(Export(self._stored.session, self._stored.path, self._stored.version))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "review" or self._stored.session.closed is not None

    def action_review(self) -> None:
        self.post_message(Review(self._stored))

    def action_open(self) -> None:
        self.post_message(OpenSession(self._stored.path, interrupted=True))

    def action_keys(self) -> None:
        from teamflow.tui.screens.keys import Keys

        self.app.push_screen(Keys(self))


def _edited(session: Session) -> str:
    if not session.edited:
        return ""
    days = ", ".join(long_date(day, _) for day in dict.fromkeys(session.edited))
    return _("Opened again after it was closed: {days}").format(days=days)
