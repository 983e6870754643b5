"""The meeting: what stays in view in every phase, and the keys that work in all of them."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from teamflow.core import actions as a
from teamflow.core.clock import running
from teamflow.core.protocol import beside, phase_of
from teamflow.core.refusal import Refused
from teamflow.core.session import Session
from teamflow.locale import _, ngettext
from teamflow.tui.drafts import Drafts
from teamflow.tui.messages import Export, LeaveMeeting
from teamflow.tui.phases import pane_for
from teamflow.tui.phases.pane import Asked, Pane, Said
from teamflow.tui.screens.room import fit
from teamflow.tui.sitting import Sitting
from teamflow.tui.ticker import Ticker
from teamflow.tui.told import deed
from teamflow.tui.widgets.field import Kept, Typed, after_typing
from teamflow.tui.widgets.keybar import KeyBar
from teamflow.tui.widgets.notice import Notice
from teamflow.tui.widgets.phasebar import PhaseBar, slack_told

WIDTHS: Final = [(0, "-narrow"), (110, "-wide")]
HEIGHTS: Final = [(0, "-flat"), (20, "-low"), (30, "-high")]


class MeetingScreen(Screen[None]):
    """One session, on the wall."""

    DEFAULT_CSS = Path(__file__).with_name("meeting.tcss").read_text(encoding="utf-8")
    """Handed over like this it's parsed once; by its path, it would be twice."""
    AUTO_FOCUS = None
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "next", _("next"), key_display="PgDn", priority=True),
        Binding("pageup", "back", _("back"), priority=True),
        Binding("f5", "pause", _("pause or go on"), show=False, priority=True),
        Binding("f6", "minutes(1)", _("a minute more"), show=False, priority=True),
        Binding("f7", "minutes(-1)", _("a minute less"), show=False, priority=True),
        Binding("f8", "restart", _("start the clock over"), show=False, priority=True),
        Binding("ctrl+z", "undo", _("undo"), show=False, priority=True),
        Binding("ctrl+y", "redo", _("redo"), show=False, priority=True),
        Binding("ctrl+l", "park", _("to the parking lot"), show=False, priority=True),
        Binding("ctrl+b", "people", _("who is here"), show=False, priority=True),
        Binding("ctrl+t", "app.theme", _("light or dark"), show=False, priority=True),
        Binding("ctrl+p", "palette", _("all actions"), show=False, priority=True),
        Binding("f1", "keys", _("keys"), priority=True),
        Binding("question_mark", "keys", show=False),
        Binding("ctrl+q", "leave", _("leave"), priority=True),
        Binding("escape", "leave", _("leave"), show=False),
    ]

    def __init__(self, sitting: Sitting, *, bell: bool, badge: str = "") -> None:
        super().__init__()
        self._badge = badge
        self._bell = bell
        self._sitting = sitting
        self.live = live = sitting.live
        self.drafts = Drafts(live, self.set_timer)
        self.ticker = Ticker(
            live,
            self.set_timer,
            self.set_interval,
            ticked=self._ticked,
            time_is_up=self._time_is_up,
        )
        self._shown: str | None = None
        self._staged: Pane | None = None
        self._drawn: Pane | None = None
        self._reserved = ""
        self._waiting: Callable[[], object] | None = None

    def compose(self) -> ComposeResult:
        fit(self)
        yield PhaseBar(self._badge)
        yield Static(id="band", markup=False)
        # Part of the first picture, for what is mounted later costs another one.
        yield self._pane_of(self.live.session)
        yield Notice()
        yield KeyBar()

    def on_mount(self) -> None:
        self._deafen = self.live.listen(self._heard)
        self._take_up(self.pane)

    def on_unmount(self) -> None:
        self._deafen()

    def _heard(self, session: Session) -> None:
        if session.phase != self._shown:
            self.call_next(self._stage)
        elif self._staged:
            self._staged.show(session)
            self._tell_around(session)
        self.ticker.tick()

    @property
    def pane(self) -> Pane:
        """The pane of the phase that is on."""
        return self.query_one(Pane)

    def on_screen_resume(self) -> None:
        self.call_next(self._stage)

    def _pane_of(self, session: Session) -> Pane:
        self._shown, self._staged = session.phase, None
        return pane_for(phase_of(session.phase).kind)(self.live, self.drafts)

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
        then, self._waiting = self._waiting, None
        if then is not None:
            self._once_drawn(then)

    def _once_drawn(self, then: Callable[[], object]) -> None:
        """Open a window, as soon as a pane that is new here has been drawn: what is under a
        window is drawn as it was last seen, also when it has been taken away since. For the same
        reason no pane is exchanged under a window."""
        if self._staged is not None and self._drawn is self._staged:
            then()
        else:
            self._waiting = then

    def _tell_around(self, session: Session) -> None:
        band = self.query_one("#band", Static)
        band.update(session.question)
        band.display = bool(session.question) and session.phase != "question"
        self.refresh_bindings()

    def _ticked(self, session: Session, now: dt.datetime) -> None:
        self.query_one(PhaseBar).tell(session, now)
        self._sitting.beat(session, now)

    def _time_is_up(self) -> None:
        if self._bell:
            self.app.bell()
        after = beside(self.live.session.phase, 1)
        told = _("Time is up. Finish your sentence; PgDn goes to: {phase}.")
        phase = _(phase_of(after).title) if after else ""
        slack = slack_told(self.live.session, self.live.now())
        self.say(" ".join(filter(None, (told.format(phase=phase.lower()), slack))))

    def say(self, text: str) -> None:
        """Show a line of text above the keys; empty text takes the line away."""
        for notice in self.query(Notice):  # none, for a moment, as the meeting opens and closes
            notice.say(text) if text else notice.hush()

    def trouble(self, text: str) -> None:
        """Show what is wrong with saving, until `text` is empty again."""
        self.query_one(Notice).trouble = text

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

    def _go(self, steps: int) -> None:
        entered = self.keep()
        phase = beside(self.live.session.phase, steps)
        if steps > 0 and self._held_back():
            return
        if phase is not None:
            self.act(a.Go(phase))
        elif steps > 0 and entered and not self.live.session.closed:
            self.act(a.Close())
            self.say(_("Closed and saved. Thank you all! PgUp opens it again."))
        if self.live.session.phase == self._shown:
            self.pane.focus_first()

    def _held_back(self) -> bool:
        reservation = self.pane.reservation
        new = bool(reservation) and reservation != self._reserved
        self._reserved = reservation
        if new:
            self.say(" ".join((reservation, _("PgDn again goes on all the same."))))
        return new

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        session = self.live.session
        if action == "next":
            return session.closed is None
        if action == "back":
            return beside(session.phase, -1) is not None
        return True

    def action_next(self) -> None:
        after_typing(self, lambda: self._go(1))

    def action_back(self) -> None:
        after_typing(self, lambda: self._go(-1))

    def action_pause(self) -> None:
        self.act(a.Pause() if running(self.live.session.timing) else a.Resume())

    def action_minutes(self, minutes: int) -> None:
        self.act(a.AddMinutes(minutes))

    def action_restart(self) -> None:
        self.act(a.RestartClock())

    def action_undo(self) -> None:
        if isinstance(self.focused, Kept) and self.focused.untype():
            return
        self._travel(self.live.undo, _("Undone: {deed}."))

    def action_redo(self) -> None:
        if isinstance(self.focused, Kept) and self.focused.retype():
            return
        self._travel(self.live.redo, _("Redone: {deed}."))

    def _travel(self, move: Callable[[], a.Action], told: str) -> None:
        self.drafts.keep()
        try:
            action = move()
        except Refused as refusal:
            self.say(refusal.told(_))
        else:
            self.say(told.format(deed=deed(action)))

    def action_park(self) -> None:
        self.ask("park", _("To the parking lot"), self._park)

    def _park(self, text: str) -> None:
        if self.act(a.Park(text)):
            parked = len(self.live.session.parking_lot)
            told = ngettext("{n} point is parked.", "{n} points are parked.", parked)
            self.say(told.format(n=parked))

    def ask(self, name: str, prompt: str, then: Callable[[str], object]) -> None:
        """Ask for a line without touching what's being typed; `then` gets it, unless cancelled."""

        from teamflow.tui.screens.ask import Ask

        def answered(text: str | None) -> None:
            if text is not None:
                then(text)

        self._once_drawn(lambda: self.app.push_screen(Ask(name, prompt, self.drafts), answered))

    def action_earlier(self) -> None:
        from teamflow.core.bank import PastIdea
        from teamflow.tui.screens.bank import Bank, from_meeting

        def brought(idea: PastIdea | None) -> None:
            if idea is not None and self.act(a.NoteAside(idea.text)):
                told = _("Number {number} comes from {meeting}.")
                number = len(self.live.session.ideas)
                self.say(told.format(number=number, meeting=from_meeting(idea)))

        bank = Bank(self.live.session, self._sitting.path.parent)
        self._once_drawn(lambda: self.app.push_screen(bank, brought))

    def action_people(self) -> None:
        from teamflow.tui.screens.people import People

        self._once_drawn(lambda: self.app.push_screen(People(self.live, self.drafts)))

    def action_keys(self) -> None:
        from teamflow.tui.screens.keys import Keys

        self._once_drawn(lambda: self.app.push_screen(Keys(self)))

    def action_palette(self) -> None:
        from teamflow.tui.screens.palette import Palette

        self._once_drawn(lambda: self.app.push_screen(Palette(self)))

    def action_export(self) -> None:
        self.keep()
        asked = Export(self.live.session, self._sitting.path, self.live.now())
        self._once_drawn(lambda: self.post_message(asked))

    def action_leave(self) -> None:
        after_typing(self, self._leave)

    def _leave(self) -> None:
        self.keep()
        from teamflow.tui.screens.leave import Leave

        self._once_drawn(lambda: self.app.push_screen(Leave(), self._left))

    def _left(self, where: str | None) -> None:
        if where is not None:
            self.post_message(LeaveMeeting(quits=where == "quit"))
