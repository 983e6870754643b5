"""The one mutable cell: dispatch, save, tell whoever listens."""

import datetime as dt
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final, Protocol

from teamflow.core.actions import Action, Return, Type
from teamflow.core.refusal import Refused
from teamflow.core.session import Session
from teamflow.core.update import update
from teamflow.locale import N_

DEPTH: Final = 500
Listener = Callable[[Session], None]
History = deque[tuple[Session, Action]]


class Keeper(Protocol):
    """Where sessions go to be kept."""

    def save(self, session: Session, at: dt.datetime) -> None:
        """Take over a session for keeping, without waiting for the disk."""


class Live:
    """A running session. Whoever wants to change it dispatches an action; whoever shows it
    listens. `now` gives the aware local time."""

    def __init__(self, session: Session, keeper: Keeper, now: Callable[[], dt.datetime]) -> None:
        self.session = session
        self.now = now
        self._keeper = keeper
        self._done = History(maxlen=DEPTH)
        self._undone = History(maxlen=DEPTH)
        self._listeners: list[Listener] = []
        self._overlookers: list[Listener] = []

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with every new session; returns what ends that.

        Text that is still being typed is shown by the field it's typed into: of that no listener
        is told, so that saving it never makes the next key wait for the screen.
        """
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def overlook(self, overlooker: Listener) -> Callable[[], None]:
        """Call `overlooker` with what is still being typed as well, for who doesn't see the
        field; returns what ends that."""
        self._overlookers.append(overlooker)
        return lambda: self._overlookers.remove(overlooker)

    def dispatch(self, action: Action) -> None:
        """Carry out an action. Raises Refused, and changes nothing, where it isn't allowed."""
        before = self.session
        after = update(before, action, self.now())
        if after == before:
            return
        if isinstance(action, Type):
            self._keep(after)
            self._tell(self._overlookers)
            return
        self._undone.clear()
        if isinstance(action, Return):
            self._done.clear()
        else:
            self._done.append((before, action))
        self._become(after)

    def undo(self) -> Action:
        """Take back the last action, and say which. What's being typed stays, and so does what
        keeps an idea's id its own. Raises Refused."""
        return self._step(self._done, self._undone, N_("There is nothing to undo."))

    def redo(self) -> Action:
        """Do again what was undone, and say what. Raises Refused."""
        return self._step(self._undone, self._done, N_("There is nothing to redo."))

    def _step(self, source: History, target: History, nothing: str) -> Action:
        if not source:
            raise Refused(nothing)
        session, action = source.pop()
        target.append((self.session, action))
        noted = max(session.noted, self.session.noted)
        self._become(replace(session, drafts=self.session.drafts, noted=noted))
        return action

    def _become(self, session: Session) -> None:
        self._keep(session)
        self._tell(self._listeners)
        self._tell(self._overlookers)

    def _tell(self, listeners: Iterable[Listener]) -> None:
        for listener in tuple(listeners):
            listener(self.session)

    def _keep(self, session: Session) -> None:
        self.session = session
        self._keeper.save(session, self.now())
