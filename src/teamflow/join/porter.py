"""Every request comes through here: it's for us, it isn't too much, it has the code; then it's
taken to whoever answers it."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from aiohttp import web

from teamflow.join import answers, codes, guard, languages
from teamflow.join.asked import Asked
from teamflow.join.deeds import Message
from teamflow.join.limits import Limits, Rates
from teamflow.join.reception import COOKIE
from teamflow.join.seats import digest
from teamflow.join.strict import MALFORMED, Malformed
from teamflow.join.wrongcodes import WrongCodes
from teamflow.locale import N_, language

Get = Callable[[Asked, web.BaseRequest], Awaitable[web.StreamResponse]]
Post = Callable[[Asked, Message], Awaitable[web.Response]]

TOO_MUCH = N_("Too much at once came from your network: wait a moment.")


@dataclass(frozen=True)
class Entrance:
    """What is behind one code: what can be read and what can be done, each by the rest of its
    path ("" is the page itself)."""

    code: str
    gets: Mapping[str, Get]
    posts: Mapping[str, Post]


class Porter:
    """Lets requests in. `sits` says whether a phone has a seat, `now` gives seconds from any
    start; `host` is the address and port at which we are."""

    def __init__(
        self,
        phones: Entrance,
        remote: Entrance,
        sits: Callable[[str], bool],
        now: Callable[[], float],
        limits: Limits,
    ) -> None:
        self.host = ""
        self._phones, self._remote = phones, remote
        self._sits, self._now, self._limits = sits, now, limits
        self._wrong = WrongCodes(limits)
        self._rates = Rates(limits.address_burst, limits.address_rate, limits.addresses)

    async def receive(self, request: web.BaseRequest) -> web.StreamResponse:
        """Answer a request. A phone that doesn't take its answer is cut off."""
        asked = _asked(request)
        try:
            response = await self._answer(request, asked)
        except guard.TurnedAway as turned_away:
            response = turned_away.response
        except Malformed:
            response = answers.reason(400, asked.say(MALFORMED))
        if isinstance(response, web.Response):
            await self._hand_over(request, response)
        return response

    async def _answer(self, request: web.BaseRequest, asked: Asked) -> web.StreamResponse:
        self._count(asked)
        guard.check(request, self.host)
        path = request.raw_path.partition("?")[0]
        typed, _slash, rest = path.removeprefix("/").partition("/")
        entrance = await self._entrance(typed, asked)
        if not rest and path != f"/{entrance.code}":
            return answers.empty(308, {"Location": f"/{entrance.code}"})
        if rest in entrance.gets:
            _expect(request, "GET")
            return await entrance.gets[rest](asked, request)
        if rest in entrance.posts:
            _expect(request, "POST")
            return await entrance.posts[rest](asked, await guard.message(request, self._limits))
        return answers.empty(404)

    def _count(self, asked: Asked) -> None:
        if wait := self._rates.wait(asked.address, self._now()):
            raise guard.TurnedAway(answers.wait(asked.say(TOO_MUCH), wait))
        self._rates.count(asked.address, self._now())

    async def _entrance(self, typed: str, asked: Asked) -> Entrance:
        """What that code opens. Raises TurnedAway, and takes its time for a wrong one.

        Whoever has a seat isn't refused for what others tried from the same address; nor is the
        remote control, whose secret can't be guessed.
        """
        if codes.same(typed, self._remote.code):
            return self._remote
        wait = self._wrong.refused(asked.address, self._now())
        if wait and not self._sits(asked.phone):
            raise guard.TurnedAway(answers.wait(asked.say(TOO_MUCH), wait))
        if codes.same(typed, self._phones.code):
            return self._phones
        if codes.could_be_code(typed):
            await asyncio.sleep(self._wrong.count(asked.address, self._now()))
        raise guard.TurnedAway(answers.empty(404))

    async def _hand_over(self, request: web.BaseRequest, response: web.Response) -> None:
        try:
            async with asyncio.timeout(self._limits.patience):
                await response.prepare(request)
                await response.write_eof()
        except TimeoutError:
            guard.cut_off(request)


def _asked(request: web.BaseRequest) -> Asked:
    token = request.cookies.get(COOKIE, "")
    spoken = languages.wanted(request.headers.get("Accept-Language", ""), language())
    return Asked(
        address=request.remote or "",
        phone=digest(token) if token else "",
        language=spoken,
        say=languages.speaker(spoken),
    )


def _expect(request: web.BaseRequest, method: str) -> None:
    if request.method != method:
        raise guard.TurnedAway(answers.empty(405, {"Allow": method}))
