"""The stage of a meeting: what stays in view in every phase, and the pane that is exchanged."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, TypeVar

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from teamflow.core import actions as a
from teamflow.core.protocol import Kind, phase_of
from teamflow.core.refusal import Refused
from teamflow.core.session import Session
from teamflow.locale import _
from teamflow.store.firsts import Firsts
from teamflow.store.settings import Settings
from teamflow.tui.bell.bell import Bell
from teamflow.tui.bell.loudspeaker import Loudspeaker
from teamflow.tui.drafts import Drafts
from teamflow.tui.hints import HINTS
from teamflow.tui.phases import pane_for
from teamflow.tui.phases.pane import Asked, Pane, Said
from teamflow.tui.screens.room import fit
from teamflow.tui.sitting import Sitting
from teamflow.tui.ticker import Ticker
from teamflow.tui.timeup import time_is_up
from teamflow.tui.widgets.clock import BigClock
from teamflow.tui.widgets.field import Typed
from teamflow.tui.widgets.headline import Headline
from teamflow.tui.widgets.keybar import KeyBar
from teamflow.tui.widgets.menu import fitted
from teamflow.tui.widgets.notice import Notice
from teamflow.tui.widgets.phasebar import PhaseBar, slack_told
from teamflow.tui.world import World

Result = TypeVar("Result")
WIDTHS: Final = [(0, "-narrow"), (110, "-wide")]
GATHERED: Final = 0.15
"""Seconds in which changes that come from elsewhere are gathered before they're shown."""
NAME: Final = 24
"""Columns that a name may take in the top row."""
HEIGHTS: Final = [(0, "-flat"), (20, "-low"), (24, "-roomy"), (30, "-high")]


class Stage(Screen[None]):
    """Shows the session, and says what there is to say; what the chair can do is the meeting's."""

    DEFAULT_CSS = Path(__file__).with_name("stage.tcss").read_text(encoding="utf-8")
    """Handed over like this it's parsed once; by its path, it would be twice."""
    AUTO_FOCUS = None
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(
        self,
        world: World,
        sitting: Sitting,
        settings: Callable[[], Settings],
        loudspeaker: Loudspeaker,
    ) -> None:
        super().__init__()
        self.world = world
        self._badge = _("REHEARSAL ×10") if world.rehearsal else ""
        self._firsts = Firsts(world.state)
        self._settings = settings
        self.bell = Bell(loudspeaker, settings, self._seen_from_afar)
        self._sitting = sitting
        self.live = live = sitting.live
        self.drafts = Drafts(live, self.set_timer)
        self.ticker = Ticker(
            live,
            self.set_timer,
            self.set_interval,
            ticked=self._ticked,
            minute_left=self._minute_left,
            time_is_up=self._time_is_up,
        )
        self._by_phone: frozenset[str] = frozenset()
        self._from_afar = False
        self._gathering = False
        self._shown: str | None = None
        self._staged: Pane | None = None
        self._drawn: Pane | None = None
        self._waiting: Callable[[], object] | None = None

    def compose(self) -> ComposeResult:
        fit(self)
        yield PhaseBar(self._badge)
        yield Headline(self.live.session.question, id="band", classes="in-sight")
        # Part of the first picture, for what is mounted later costs another one.
        yield self._pane_of(self.live.session)
        yield Notice()
        yield KeyBar()

    def on_mount(self) -> None:
        self._deafen = self.live.listen(self._heard)
        self._take_up(self.pane)

    async def on_unmount(self) -> None:
        self._deafen()

    def _heard(self, session: Session) -> None:
        if session.phase != self._shown:
            self.call_next(self._stage)
            self.ticker.tick()
        elif not self._from_afar:
            self._show()
        elif not self._gathering:
            self._gathering = True
            self.set_timer(GATHERED, self._show_gathered)

    def _show(self) -> None:
        if self._staged:
            self._staged.show(self.live.session)
            self._tell_around(self.live.session)
        self.ticker.tick()

    def _show_gathered(self) -> None:
        self._gathering = False
        self._show()

    @property
    def pane(self) -> Pane:
        """The pane of the phase that is on."""
        return self.query_one(Pane)

    def on_screen_suspend(self) -> None:
        self._go_under(True)

    def on_screen_resume(self) -> None:
        self._go_under(False)
        self.call_next(self._stage)

    def _go_under(self, under: bool) -> None:
        """Under a window: whose turn it is, and the clock, are told in the top row meanwhile."""
        self.set_class(under, "-under")
        for pane in self.query(Pane):
            pane.rest(under)
        self.ticker.tick()

    def _pane_of(self, session: Session) -> Pane:
        self._shown, self._staged = session.phase, None
        pane = pane_for(phase_of(session.phase).kind)(self.live, self.drafts)
        pane.by_phone = self._by_phone
        return pane

    def have_phones(self, names: frozenset[str]) -> None:
        """Know who is in with a phone."""
        if names != self._by_phone:
            self._by_phone = names
            for pane in self.query(Pane):
                pane.by_phone = names
            self._show()

    async def _stage(self) -> None:
        session = self.live.session
        if self._shown == session.phase or not self.is_current:
            return
        pane = self._pane_of(session)
        with self.app.batch_update():
            await self.query(Pane).remove()
            if self.is_attached:
                await self.mount(pane, before=self.query_one(Notice))
            if not self.is_attached:
                return  # the meeting was left meanwhile
            self._take_up(pane)

    def _take_up(self, pane: Pane) -> None:
        self._staged = pane
        pane.show(self.live.session)  # which keys that came meanwhile may have changed
        self.set_class(pane.bare, "-bare")
        self._tell_around(self.live.session)
        self.ticker.clocks = pane.clocks()
        self.ticker.tick()
        if pane.focus_first() is None:
            pane.focus()
        self.call_after_refresh(self._have_drawn, pane)

    def _have_drawn(self, pane: Pane) -> None:
        self._drawn = pane
        self._tell_what_to_press()
        then, self._waiting = self._waiting, None
        if then is not None:
            self._once_drawn(then)

    def _tell_what_to_press(self) -> None:
        """The first time that somebody gets here; after all that the last phase had to say."""
        phase = self.live.session.phase
        if self._firsts.first(phase):
            self.query_one(Notice).say(_(HINTS[phase]), lasting=True)

    def _once_drawn(self, then: Callable[[], object]) -> None:
        """Open a window, as soon as a pane that is new here has been drawn: what is under a
        window is drawn as it was last seen, also when it has been taken away since. For the same
        reason no pane is exchanged under a window."""
        if self._staged is not None and self._drawn is self._staged:
            then()
        else:
            self._waiting = then

    def _tell_around(self, session: Session) -> None:
        band = self.query_one("#band", Headline)
        band.text = session.question
        band.display = bool(session.question) and session.phase != "question"
        self.refresh_bindings()

    def _ticked(self, session: Session, now: dt.datetime) -> None:
        meanwhile = _meanwhile(session, self.ticker.clocks) if self.has_class("-under") else ""
        self.query_one(PhaseBar).tell(session, now, meanwhile)
        self._sitting.beat(session, now)

    def _seen_from_afar(self) -> Sequence[Widget]:
        return (self.query_one(PhaseBar), *self.ticker.clocks)

    def _minute_left(self) -> None:
        if self._settings().last_minute:
            self.bell.ring(softly=True)

    def _time_is_up(self) -> None:
        self.bell.ring()
        session = self.live.session
        if self.pane.bare:  # it says so itself, in the place of what else there is to read
            self.say("")
            self.pane.show(session)
        else:
            slack = slack_told(session, self.live.now())
            self.say(" ".join(filter(None, (time_is_up(session.phase), slack))))

    def say(self, text: str) -> None:
        """Show a line of text above the keys; empty text takes the line away."""
        for notice in self.query(Notice):  # none, for a moment, as the meeting opens and closes
            notice.say(text) if text else notice.hush()

    def trouble(self, text: str) -> None:
        """Show what is wrong with saving, until `text` is empty again."""
        self.query_one(Notice).trouble = text

    def take(self, action: a.Action) -> None:
        """Dispatch what somebody does elsewhere. Raises Refused. Forty may do so at once, so
        that the board gathers such changes before it shows them."""
        self._from_afar = True
        try:
            self.live.dispatch(action)
        finally:
            self._from_afar = False

    def act(self, action: a.Action) -> bool:
        """Dispatch an action; say why where it's refused."""
        try:
            self.live.dispatch(action)
        except Refused as refusal:
            self.say(refusal.told(_))
            return False
        self.say("")
        return True

    def on_said(self, event: Said) -> None:
        self.say(event.text)

    def on_asked(self, event: Asked) -> None:
        self.ask(event.name, event.prompt, event.then)

    def on_typed(self, event: Typed) -> None:
        self.drafts.touch(event.field)

    def keep(self) -> bool:
        """Put everything that stands in a field in safety; says whether all could be entered."""
        panes = self.query(Pane)  # none, for a moment, between two phases
        entered = all(pane.commit() for pane in panes)
        self.drafts.keep(field for pane in panes for field in pane.fields())
        return entered

    def ask(self, name: str, prompt: str, then: Callable[[str], object]) -> None:
        """Ask for a line without touching what's being typed; `then` gets it, unless cancelled."""

        from teamflow.tui.screens.ask import Ask

        def answered(text: str | None) -> None:
            if text is not None:
                then(text)

        self.open_window(Ask(name, prompt, self.drafts), answered)

    def open_window(
        self,
        window: Screen[Result],
        then: Callable[[Result | None], None] | None = None,
    ) -> None:
        """Open a window above the meeting; `then` gets its answer."""
        self._once_drawn(lambda: self.app.push_screen(window, then))


def _meanwhile(session: Session, clocks: Sequence[BigClock]) -> str:
    """What a window may hide: whose turn it is, and the time."""
    in_round = phase_of(session.phase).kind is Kind.ROUND
    name = fitted(session.round.turn or "", NAME).rstrip() if in_round else ""
    return " · ".join(filter(None, (name, *(clock.time for clock in clocks))))
