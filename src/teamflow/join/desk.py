"""What phones do, done: once each, in the name of whoever sits there."""

from collections.abc import Callable
from typing import Final

from aiohttp import web

from teamflow.core import actions as a
from teamflow.core.refusal import Refused
from teamflow.join import answers, deeds
from teamflow.join.asked import Asked
from teamflow.join.limits import MOST_IDEAS, Limits, Rates
from teamflow.join.remembered import Notebook
from teamflow.join.seats import DONE, Seats
from teamflow.live import Live
from teamflow.locale import N_

Do = Callable[[deeds.Message, str], None]

_REMOTE: Final = ""
"""The remote control among the names: nobody is called that."""


class Desk:
    """Turns messages into actions, and has `act` carry them out."""

    def __init__(
        self,
        live: Live,
        act: Callable[[a.Action], None],
        seats: Seats,
        notebook: Notebook,
        remote: Callable[[deeds.Command], None],
        limits: Limits,
    ) -> None:
        self._live, self._dispatch, self._seats = live, act, seats
        self._notebook, self._remote = notebook, remote
        self._rates = Rates(limits.seat_burst, limits.seat_rate, limits.addresses)

    async def act(self, asked: Asked, message: deeds.Message) -> web.Response:
        """Whoever sits there does something."""
        name = self._seats.holder(asked.phone)
        if name is None:
            return answers.reason(401, asked.say(N_("You're not in: tap your name again.")))
        return await self._once(asked, message, name, self._act)

    async def command(self, asked: Asked, message: deeds.Message) -> web.Response:
        """The remote control asks for something."""
        return await self._once(asked, message, _REMOTE, self._command)

    async def _once(self, asked: Asked, message: deeds.Message, name: str, do: Do) -> web.Response:
        """Do it, unless it was done: a deed that comes again gets its first answer again."""
        now = self._live.now().timestamp()
        if wait := self._rates.wait(name, now):
            return answers.wait(asked.say(N_("That was a lot at once: wait a moment.")), wait)
        self._rates.count(name, now)
        id = deeds.id_of(message)
        answer = self._seats.answer(name, id)
        if answer is None:
            answer = DONE
            try:
                do(message, name)
            except Refused as refused:
                answer = refused.told(asked.say)
            self._seats.remember(name, id, answer)
            self._notebook.note()
        await self._notebook.written()  # so that it counts once if the program is killed now
        return answers.reason(409, answer) if answer else answers.data({"done": True})

    def _act(self, message: deeds.Message, name: str) -> None:
        action = deeds.action_of(message, name, self._live.session)
        self._check(action, name)
        # Whatever goes wrong from here on, it won't be done twice.
        self._seats.remember(name, deeds.id_of(message), DONE)
        self._dispatch(action)
        if isinstance(action, a.NoteIdea):
            self._seats.count_idea(name)
        elif isinstance(action, a.AddScore):
            self._seats.scored.append(name)

    def _command(self, message: deeds.Message, name: str) -> None:
        command = deeds.command_of(message)
        self._seats.remember(name, deeds.id_of(message), DONE)
        self._remote(command)

    def _check(self, action: a.Action, name: str) -> None:
        """Raise Refused where this seat has had its share."""
        if isinstance(action, a.NoteIdea) and self._seats.ideas.get(name, 0) >= MOST_IDEAS:
            raise Refused(
                N_("That's {most} ideas from you: keep the rest for the next time."),
                most=MOST_IDEAS,
            )
        if isinstance(action, a.AddScore) and name in self._seats.scored:
            raise Refused(N_("You've answered this already."))
