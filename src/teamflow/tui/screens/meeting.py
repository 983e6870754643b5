"""The meeting: one session, and the keys that work in all of its phases."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from teamflow.core import actions as a
from teamflow.core.clock import running
from teamflow.core.protocol import beside
from teamflow.core.refusal import Refused
from teamflow.locale import _, ngettext
from teamflow.tui.messages import AskWhich, Export, LeaveMeeting, Visit
from teamflow.tui.screens.stage import Stage
from teamflow.tui.told import deed
from teamflow.tui.widgets.field import Kept, after_typing

if TYPE_CHECKING:
    from teamflow.tui.joining import Joining


class MeetingScreen(Stage):
    """One session, on the wall."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "next", _("next"), key_display="PgDn", priority=True),
        Binding("pageup", "back", _("back"), priority=True),
        Binding("f5", "pause", _("pause or go on"), show=False, priority=True),
        Binding("f6", "minutes(1)", _("a minute more"), show=False, priority=True),
        Binding("f7", "minutes(-1)", _("a minute less"), show=False, priority=True),
        Binding("f8", "restart", _("start the clock over"), show=False, priority=True),
        Binding("f9", "ring", _("ring the bell"), show=False, priority=True),
        Binding("ctrl+z", "undo", _("undo"), show=False, priority=True),
        Binding("ctrl+y", "redo", _("redo"), show=False, priority=True),
        Binding("ctrl+l", "park", _("to the parking lot"), show=False, priority=True),
        Binding("ctrl+b", "people", _("who is here"), show=False, priority=True),
        Binding("ctrl+t", "app.theme", _("other colours"), show=False, priority=True),
        Binding("f12", "settings", _("settings"), show=False, priority=True),
        Binding("ctrl+p", "palette", _("all actions"), show=False, priority=True),
        Binding("f3", "card", _("the chair's card"), show=False, priority=True),
        Binding("f2", "phones", _("phones"), show=False, priority=True),
        Binding("f11", "versions", _("compare the two versions"), show=False, priority=True),
        Binding("f1", "keys", _("keys"), priority=True),
        Binding("question_mark", "keys", show=False),
        Binding("ctrl+q", "leave", _("leave"), priority=True),
        Binding("escape", "leave", _("leave"), show=False),
    ]

    _joining: "Joining | None" = None
    _reserved = ""
    """What the chair was last asked before going on."""

    async def on_unmount(self) -> None:
        if self._joining is not None:
            await self._joining.stop()

    @property
    def joining(self) -> "Joining":
        """The room for phones; nothing of it exists until it's asked for."""
        if self._joining is None:
            from teamflow.tui.joining import Joining

            self._joining = Joining(self, self.world.rooms)
        return self._joining

    def say(self, text: str) -> None:
        super().say(text)
        if self._joining is not None:
            self._joining.tell(text)

    async def send_phones_out(self) -> None:
        """Close the room, where it was open."""
        if self._joining is not None:
            await self._joining.close()

    def action_phones(self) -> None:
        self.joining.invite()

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
            return session.closed is None or beside(session.phase, 1) is not None
        if action == "back":
            return beside(session.phase, -1) is not None
        if action == "versions":
            return self._sitting.conflict is not None
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

    def action_ring(self) -> None:
        if not self.bell.ring():
            self.say(_("The bell is off. F12, the settings, turns it on."))

    def action_settings(self) -> None:
        self._once_drawn(lambda: self.post_message(Visit("settings")))

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

    def action_earlier(self) -> None:
        from teamflow.core.bank import PastIdea
        from teamflow.tui.screens.bank import Bank, from_meeting

        def brought(idea: PastIdea | None) -> None:
            if idea is not None and self.act(a.NoteAside(idea.text)):
                told = _("Number {number} comes from {meeting}.")
                number = len(self.live.session.ideas)
                self.say(told.format(number=number, meeting=from_meeting(idea)))

        bank = Bank(self.live.session, self._sitting.path.parent)
        self.open_window(bank, brought)

    def action_versions(self) -> None:
        self._once_drawn(lambda: self.post_message(AskWhich()))

    def action_people(self) -> None:
        from teamflow.tui.screens.people import People

        self.open_window(People(self.live, self.drafts))

    def action_card(self) -> None:
        from teamflow.tui.screens.card import ChairCard

        self.open_window(ChairCard(self.live.session.phase))

    def action_keys(self) -> None:
        from teamflow.tui.screens.keys import Keys

        self.open_window(Keys(self))

    def action_palette(self) -> None:
        from teamflow.tui.screens.palette import Palette

        self.open_window(Palette(self))

    def action_export(self) -> None:
        self.keep()
        asked = Export(self.live.session, self._sitting.path, self.live.now())
        self._once_drawn(lambda: self.post_message(asked))

    def action_leave(self) -> None:
        after_typing(self, self._leave)

    def _leave(self) -> None:
        self.keep()
        from teamflow.tui.screens.leave import Leave

        self.open_window(Leave(phones=bool(self._by_phone)), self._left)

    def _left(self, where: str | None) -> None:
        if where is not None:
            self.post_message(LeaveMeeting(quits=where == "quit"))
