"""The newest view of each phone, as JSON; what phones share is made once for all of them."""

import json
from typing import Any

from teamflow.core.session import Session
from teamflow.join import view
from teamflow.join.asked import Asked
from teamflow.join.seats import Seats
from teamflow.live import Live


class Views:
    """What the live session is, to whoever asks. `said` is the notice on the board."""

    def __init__(self, live: Live, seats: Seats) -> None:
        self._live, self._seats = live, seats
        self._shared_of: Session | None = None
        self._shared: dict[str, bytes] = {}
        self.said = ""

    def phone(self, asked: Asked) -> bytes:
        """The view of a phone."""
        session, seats = self._live.session, self._seats
        name = seats.holder(asked.phone)
        sitter = view.Sitter(
            name=name,
            taken=frozenset(seats.names),
            lifted=seats.was_lifted(asked.phone),
            scored=name in seats.scored,
        )
        own = _json(view.own(session, self._live.now(), sitter))
        return b"%b,%b" % (own[:-1], self._of_all(session, asked)[1:])

    def remote(self, asked: Asked) -> bytes:
        """The view of the remote control."""
        return _json(view.remote(self._live.session, self._live.now(), asked.say, self.said))

    def _of_all(self, session: Session, asked: Asked) -> bytes:
        if session is not self._shared_of:
            self._shared_of = session
            self._shared = {}
        if asked.language not in self._shared:
            self._shared[asked.language] = _json(view.shared(session, asked.say))
        return self._shared[asked.language]


def _json(found: dict[str, Any]) -> bytes:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()
