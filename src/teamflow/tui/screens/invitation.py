"""The card that invites everyone in with a phone: a code to scan, and an address to type."""

from typing import ClassVar, Final, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from teamflow.locale import _
from teamflow.tui.rooms import Room
from teamflow.tui.screens.dialog import Dialog
from teamflow.tui.widgets.blocktext import BlockText
from teamflow.tui.widgets.keybar import KeyBar
from teamflow.tui.widgets.qrcode import QrCode

Wish = Literal["close", "network", "lift"]
BESIDE: Final = 21
"""Columns that the words beside the code need at least."""
FRAME: Final = (6, 3)
"""Columns and rows that the window, and the keys at its foot, take from the code."""
WIDEST: Final = 180
THIS_LAPTOP: Final = "127."
"""How an address begins at which only this laptop itself is found."""


class Invitation(Dialog[Wish]):
    """Gives what is wanted of the room: to close it, another network, a phone lifted off a
    name; or nothing, when the card is just put away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "cancel", _("put away"), key_display="F2"),
        Binding("a", "remote(True)", _("your phone")),
        Binding("a", "remote(False)", _("everyone's code")),
        Binding("n", "wish('network')", _("other network")),
        Binding("l", "wish('lift')", _("wrong name")),
        Binding("x", "wish('close')", _("close the room")),
    ]
    DEFAULT_CSS = """
    Invitation {
        & .window { width: 94%; max-width: 180; height: auto; padding: 0 2; }
        &.-high Paper, &.-tall Paper, &.-vast Paper { padding: 0; }
        & .window > KeyBar { margin: 0; }
        & Horizontal { height: auto; }
        & #words { width: 1fr; height: auto; padding: 1 0 0 3; }
        & .title { margin-bottom: 1; }
        & #address { text-style: bold; margin: 1 0; }
        & BlockText { height: 4; content-align: left top; }
        & #inside { max-height: 7; margin-top: 1; }
        &.-low .title, &.-low #address { margin: 0; }
        &.-low #words { padding: 0 0 0 1; }
        &.-low BlockText { height: 2; }
        &.-low #inside { margin: 0; }
        &.-alone .window { width: 72; max-width: 94%; padding: 1 2; }
        &.-alone #words { padding: 0; }
        &.-alone .window > KeyBar { margin-top: 1; }
    }
    """

    beside = False  # a code is scanned from afar: it's as large as the wall allows

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._remote = False

    def contents(self) -> ComposeResult:
        with Vertical(classes="window"):
            with Horizontal():
                yield QrCode()
                with Vertical(id="words"):
                    yield Static(id="title", classes="title", markup=False)
                    yield Static(id="how", markup=False)
                    yield Static(id="address", markup=False)
                    yield BlockText()
                    yield Static(id="inside", markup=False)
            yield KeyBar()

    def on_mount(self) -> None:
        self.tell()

    def on_resize(self) -> None:
        self.tell()

    def tell(self) -> None:
        """Show the room as it is now."""
        if not self.query(QrCode):
            return  # it's about to come, or just gone
        title, how = self._told()
        self.query_one("#title", Static).update(title)
        self.query_one("#how", Static).update(how)
        self.query_one("#inside", Static).update("" if self._remote else self._inside())
        self.set_class(self._alone, "-alone")
        self._show_way_in(self._room.remote_url if self._remote else self._room.url)
        self.refresh_bindings()

    def _show_way_in(self, url: str) -> None:
        host, _slash, code = as_typed(url).partition("/")
        # Nobody can scan or type what leads nowhere, and nobody types a secret of forty letters.
        self.query_one("#address").display = not (self._alone or self._remote)
        self.query_one("#address", Static).update(f"{host}/")
        self.query_one(BlockText).display = not (self._alone or self._remote)
        self.query_one(BlockText).word = code
        self.query_one(QrCode).display = not self._alone
        across, down = FRAME
        width = min(WIDEST, self.room.width * 94 // 100)
        self.query_one(QrCode).show(url, width - across - BESIDE, self.room.height - down)

    @property
    def _alone(self) -> bool:
        return self._room.address.startswith(THIS_LAPTOP)

    def _told(self) -> tuple[str, str]:
        if self._alone:
            told = _("This laptop isn't on a network. Turn its Wi-Fi on; then X, and F2 again.")
            return _("No phone can come in yet"), told
        if self._remote:
            return (
                _("Your own phone runs the meeting"),
                _("For the chair only. Scan it, and close this with Esc."),
            )
        told = _("Scan the code, or type the address. Same Wi-Fi as here.")
        return _("Join with your phone"), told

    def _inside(self) -> str:
        names = self._room.seats
        if not names:
            return _("Paper is fine, too.")
        return _("Inside: {names}").format(names=", ".join(names))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if parameters == ("network",):
            return len(self._room.addresses()) > 1
        if action == "remote":
            return (not self._alone) and parameters == (not self._remote,)
        return bool(self._room.seats) if parameters == ("lift",) else True

    def action_remote(self, remote: bool) -> None:
        self._remote = remote
        self.tell()

    def action_wish(self, wish: Wish) -> None:
        self.dismiss(wish)


def as_typed(url: str) -> str:
    """An address as short as somebody can type it."""
    return url.partition("//")[2].lower()
