"""Sitting down, and getting up."""

from collections.abc import Callable
from contextlib import suppress
from typing import Final

from aiohttp import web

from teamflow.core import actions as a
from teamflow.core.refusal import Refused
from teamflow.core.rules.people import same_name
from teamflow.core.text import clean_line
from teamflow.join import answers, deeds
from teamflow.join.asked import Asked
from teamflow.join.limits import Limits, Rates
from teamflow.join.seats import Seats
from teamflow.live import Live
from teamflow.locale import N_

COOKIE: Final = "seat"
_DAY: Final = 24 * 60 * 60


class Reception:
    """Gives out the seats of a room. `changed` is told when somebody sat down or left."""

    def __init__(
        self,
        live: Live,
        act: Callable[[a.Action], None],
        code: str,
        seats: Seats,
        changed: Callable[[], None],
        limits: Limits,
    ) -> None:
        self._live, self._act = live, act
        self._seats, self._changed = seats, changed
        self._path = f"/{code}"
        self._rates = Rates(limits.sit_burst, limits.sit_rate, limits.addresses)

    async def sit(self, asked: Asked, message: deeds.Message) -> web.Response:
        """Somebody sits down: a name of the list, or a new one."""
        now = self._live.now().timestamp()
        if wait := self._rates.wait(asked.address, now):
            return answers.wait(asked.say(N_("Many sit down at once: wait a moment.")), wait)
        self._rates.count(asked.address, now)
        try:
            name = self._welcome(clean_line(deeds.name_of(message)), asked.phone)
        except Refused as refused:
            return answers.reason(409, refused.told(asked.say))
        token = self._seats.sit(name, asked.phone)
        self._changed()
        answer = answers.data({"seat": name})
        answer.set_cookie(
            COOKIE, token, path=self._path, max_age=_DAY, httponly=True, samesite="Strict"
        )
        return answer

    async def leave(self, asked: Asked, message: deeds.Message) -> web.Response:
        """That isn't me: the seat is free again."""
        deeds.expect_nothing(message)
        name = self._seats.holder(asked.phone)
        if name is not None:
            self._seats.leave(asked.phone)
            self._tidy(name)
            self._changed()
        answer = answers.data({})
        answer.del_cookie(COOKIE, path=self._path, httponly=True, samesite="Strict")
        return answer

    def lift(self, name: str) -> None:
        """Take whoever sits there off that seat."""
        self._seats.lift(name)
        self._tidy(name)
        self._changed()

    def _tidy(self, name: str) -> None:
        """Take a name off the list again that a phone put there, and that did nothing yet."""
        if name in self._seats.typed and not self._seats.answers.get(name):
            self._seats.typed.remove(name)
            with suppress(Refused):  # the meeting can't do without: the chair may see to it
                self._act(a.RemoveParticipant(name))

    def _welcome(self, wanted: str, phone: str) -> str:
        """Note that somebody is here; the name as the list has it. Raises Refused."""
        self._seats.check_free(wanted, phone)
        people = self._live.session.participants
        name = next((each.name for each in people if same_name(each.name, wanted)), None)
        if name is None:
            self._act(a.AddParticipant(wanted))
            self._seats.typed.append(wanted)
            return wanted
        self._act(a.SetPresence(name, present=True))
        return name
