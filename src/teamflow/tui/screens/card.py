"""The chair's card: what to say now, what to watch for, and what helps then."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from teamflow.core.coaching import CARDS
from teamflow.core.protocol import phase_of
from teamflow.core.session import PhaseName
from teamflow.locale import _
from teamflow.tui.screens.dialog import Dialog
from teamflow.tui.widgets.keybar import KeyBar


class ChairCard(Dialog[None]):
    """The card of one phase, to glance at while the room looks on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f3", "cancel", _("back"), show=False, priority=True),
    ]
    DEFAULT_CSS = """
    ChairCard {
        & .window { width: 76; max-width: 100%; max-height: 100%; scrollbar-size: 0 0; }
        & .sentence, & .last, & .reply { margin-bottom: 1; }
        & .sign { text-style: bold; color: $primary; }
        & .reply { padding-left: 3; }
        &.-low .sentence { margin-bottom: 0; }
    }
    """

    def __init__(self, phase: PhaseName) -> None:
        super().__init__()
        self._phase = phase

    def contents(self) -> ComposeResult:
        card = CARDS[self._phase]
        with VerticalScroll(classes="window"):
            title = _("{phase}: what you can say").format(phase=_(phase_of(self._phase).title))
            yield Static(title, classes="title", markup=False)
            *others, last = card.say
            for sentence in others:
                yield Static(_(sentence), classes="sentence", markup=False)
            yield Static(_(last), classes="last", markup=False)
            for pitfall in card.watch:
                yield Static(_(pitfall.sign), classes="sign", markup=False)
                yield Static(_(pitfall.reply), classes="reply", markup=False)
            yield KeyBar()
