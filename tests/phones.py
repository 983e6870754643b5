"""Phones in a room that is open, and strangers who were not asked: all over real sockets."""

import asyncio
import datetime as dt
import json
import socket
import struct
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import aiohttp

from meeting import Clock
from teamflow.core import actions as a
from teamflow.core.refusal import Refused
from teamflow.core.session import Session
from teamflow.join.codes import SECRET, new
from teamflow.join.limits import Limits
from teamflow.join.place import file_of
from teamflow.join.room import Room
from teamflow.live import Live
from teamflow.locale import N_

PATIENCE = 20
"""Seconds after which what a phone waits for will never come."""

HERE = "127.0.0.1"
ALL_BUT_AT_ONCE = 0.001
QUICK = Limits(gather=ALL_BUT_AT_ONCE, slowest=ALL_BUT_AT_ONCE, linger=ALL_BUT_AT_ONCE)

View = dict[str, Any]


class Shelf:
    """A keeper that remembers what it was given last."""

    def __init__(self) -> None:
        self.session: Session | None = None

    def save(self, session: Session, at: dt.datetime) -> None:
        assert at.tzinfo
        self.session = session


class Evening:
    """A meeting with a room for phones: the chair's side of it."""

    def __init__(
        self, place: Path, clock: Clock, session: Session, limits: Limits = QUICK, code: str = ""
    ) -> None:
        self.place, self.clock, self.limits = place, clock, limits
        self.commands: list[str] = []
        self.errors: list[BaseException] = []
        self.comings = 0
        self._stack = AsyncExitStack()
        if code:
            self._is_remembered(session, code)
        self._starts(session)

    def _is_remembered(self, session: Session, code: str) -> None:
        file = file_of(self.place, session.id)
        file.parent.mkdir(parents=True)
        told = {"code": code, "secret": new(SECRET), "address": HERE, "port": 0, "seats": {}}
        file.write_text(json.dumps(told))

    def _starts(self, session: Session) -> None:
        self.shelf = Shelf()
        self.live = Live(session, self.shelf, self.clock)
        self.room = Room(
            self.live,
            self.place,
            self.live.dispatch,
            self._remote_asks,
            self._somebody_comes,
            report=self.errors.append,
            limits=self.limits,
        )

    def _remote_asks(self, command: str) -> None:
        if command == "undo" and not self.commands:
            raise Refused(N_("There is nothing to undo."))
        self.commands.append(command)

    def _somebody_comes(self) -> None:
        self.comings += 1

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, wrong: self.errors.append(RuntimeError(wrong)))
        await self.room.open(HERE)
        return self

    async def __aexit__(self, *_: object) -> None:
        try:
            await self._stack.aclose()
        finally:
            await self.room.close()
        assert self.errors == []

    def does(self, *actions: a.Action) -> None:
        """What the chair does at the keys."""
        for action in actions:
            self.live.dispatch(action)

    def round_begins(self) -> None:
        self.does(a.SetQuestion("Hoe lezen we samen?"), a.Go("round"))

    def vote_begins(self, *ideas: str) -> None:
        self.round_begins()
        self.does(*map(a.NoteIdea, ideas), a.Go("choose"), a.OpenVote())

    async def is_killed(self) -> None:
        """The program stops without a word."""
        inside = self.room._inside
        assert inside is not None
        await inside.notebook.written()
        inside._deafen()
        site = inside._site
        assert site._listener is not None
        site._listener.close()
        for connection in site._server.connections:
            connection.force_close()

    async def starts_again(self) -> None:
        """Somebody starts it again."""
        self._starts(self.shelf.session or self.live.session)
        await self.room.open(HERE)

    async def is_killed_and_starts_again(self) -> None:
        await self.is_killed()
        await self.starts_again()

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait for what happens in a thread or at the other end of a wire."""
        async with asyncio.timeout(PATIENCE):
            while not holds():
                await asyncio.sleep(0)

    async def phone(self, language: str = "en", address: str = HERE) -> "Phone":
        """Somebody in the room scans the code."""
        return await self._stack.enter_async_context(Phone.scans(self.room.url, language, address))

    async def remote(self) -> "Phone":
        """The chair's own phone scans the secret."""
        return await self._stack.enter_async_context(Phone.scans(self.room.remote_url, "en", HERE))

    async def stranger(self, address: str = HERE, *, deaf: bool = False) -> "Wire":
        """Somebody who speaks to the socket as they please; a deaf one reads as little as a
        system can."""
        sock = socket.socket()
        if deaf:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
        sock.setblocking(False)
        sock.bind((address, 0))
        host, port = self.host.split(":")
        await asyncio.get_running_loop().sock_connect(sock, (host, int(port)))
        wire = Wire(*await asyncio.open_connection(sock=sock, limit=1024), self)
        self._stack.push_async_callback(wire.hangs_up)
        return wire

    @property
    def listeners(self) -> int:
        """How many streams are open."""
        inside = self.room._inside
        assert inside is not None
        return len(inside.streams._open)

    @property
    def connections(self) -> int:
        """How many connections are open, streams or not."""
        inside = self.room._inside
        assert inside is not None
        return len(inside._site._server.connections)

    @property
    def host(self) -> str:
        return self.room.url.split("/")[2]

    @property
    def code(self) -> str:
        return self.room.url.rpartition("/")[2]

    @property
    def session(self) -> Session:
        return self.live.session


class Phone:
    """A phone with our page: reads what it's told, sends what a thumb does."""

    def __init__(self, url: str, web: aiohttp.ClientSession) -> None:
        self._web = web
        self.url = url.lower().rpartition("/")[0] + "/" + url.rpartition("/")[2]
        self.origin = self.url.rpartition("/")[0]
        self.told: View = {}
        self.closed = False
        self.views = self.beats = 0
        self.heard = asyncio.Condition()
        self._ids = 0
        self._ear: asyncio.Task[None] | None = None

    @classmethod
    @asynccontextmanager
    async def scans(cls, url: str, language: str, address: str) -> AsyncIterator[Self]:
        async with aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(local_addr=(address, 0)),
            cookie_jar=aiohttp.CookieJar(unsafe=True),  # which keeps them for bare addresses too
            headers={"Accept-Language": language},
        ) as web:
            phone = cls(url, web)
            async with web.get(phone.url) as page:
                assert page.status == 200
            phone.listens()
            try:
                yield phone
            finally:
                await phone.sleeps()

    def listens(self) -> None:
        """Hear what the board tells, from now on."""
        self._ear = asyncio.create_task(self._listen())

    async def sleeps(self) -> None:
        """The screen locks: the stream is gone."""
        if self._ear is not None:
            self._ear.cancel()
            with suppress(asyncio.CancelledError, aiohttp.ClientError):
                await self._ear
        self.told = {}

    async def loses_the_board(self) -> None:
        """Wait until the stream has ended."""
        assert self._ear is not None
        async with asyncio.timeout(PATIENCE):
            with suppress(aiohttp.ClientError):
                await self._ear

    async def wakes(self) -> None:
        """The screen is unlocked: the page listens anew, until it's told something."""
        await self.sleeps()
        self.listens()
        await self.sees()

    async def _listen(self) -> None:
        async with self._web.get(f"{self.url}/events", timeout=None) as stream:
            assert stream.status == 200
            kind = ""
            async for line in stream.content:
                name, _, said = line.decode().strip().partition(": ")
                if name == "event":
                    kind = said
                elif name == "data":
                    async with self.heard:
                        self.closed |= kind == "closed"
                        self.views += kind == "view"
                        self.beats += kind == "beat"
                        self.told = json.loads(said) if kind == "view" else self.told
                        self.heard.notify_all()

    async def sees(self, holds: Callable[[View], object] | None = None, **parts: object) -> View:
        """Wait until the page shows this."""

        def shown() -> bool:
            mine = {part: self.told.get(part) for part in parts} == parts
            return bool(self.told) and mine and (holds is None or bool(holds(self.told)))

        return await self._hears(shown)

    async def hears_the_heart(self, times: int) -> None:
        await self._hears(lambda: self.beats >= times)

    async def is_told_that_it_is_over(self) -> None:
        await self._hears(lambda: self.closed)

    async def _hears(self, holds: Callable[[], bool]) -> View:
        async with asyncio.timeout(PATIENCE), self.heard:
            await self.heard.wait_for(holds)
            return self.told

    async def posts(self, where: str, what: object, **headers: str) -> "Answer":
        """Send JSON to the room, as a page of ours does; `headers` with _ for -."""
        return await self.posts_bytes(where, json.dumps(what).encode(), **headers)

    async def posts_bytes(self, where: str, data: bytes, **headers: str) -> "Answer":
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        async with self._web.post(
            f"{self.url}/{where}",
            data=data,
            headers={"Content-Type": "application/json", "Origin": self.origin} | named,
        ) as answer:
            return await Answer.of(answer)

    async def gets(self, where: str) -> "Answer":
        async with self._web.get(f"{self.url}{where}", allow_redirects=False) as answer:
            return await Answer.of(answer)

    async def sits_down(self, name: str) -> Self:
        """Tap a name; the page listens anew in that name."""
        answer = await self.posts("seat", {"name": name})
        assert answer.status == 200, answer
        assert answer.body == {"seat": name}
        await self.wakes()
        return self

    def new_id(self) -> str:
        self._ids += 1
        return f"{id(self):020}-{self._ids}"

    async def does(self, do: str, id: str | None = None, **details: object) -> "Answer":
        return await self.posts("act", {"id": id or self.new_id(), "do": do} | details)

    async def did(self, do: str, **details: object) -> None:
        """Do what may be done."""
        answer = await self.does(do, None, **details)
        assert (answer.status, answer.body) == (200, {"done": True}), answer

    async def shares(self, text: str) -> None:
        await self.did("share", text=text)

    async def ticks(self, idea: int) -> None:
        await self.did("same", idea=idea)

    async def passes(self) -> None:
        await self.did("pass")

    async def votes_for(self, *ideas: int, vote: int = 1) -> None:
        await self.did("vote", vote=vote, dots=list(ideas))

    async def scores(self, score: int) -> None:
        await self.did("score", score=score)

    async def is_refused(self, do: str, **details: object) -> str:
        """Do what may not be done; the reason."""
        answer = await self.does(do, None, **details)
        assert answer.status == 409, answer
        reason: str = answer.body["reason"]
        return reason


@dataclass(frozen=True)
class Answer:
    """What came back, whole."""

    status: int
    headers: dict[str, str]
    body: Any

    @classmethod
    async def of(cls, answer: aiohttp.ClientResponse) -> "Answer":
        data = await answer.read()
        is_json = answer.content_type == "application/json"
        return cls(
            answer.status, dict(answer.headers), json.loads(data) if is_json else data.decode()
        )


class Wire:
    """A bare connection: whatever bytes a stranger likes."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, evening: Evening
    ) -> None:
        self._reader, self._writer, self._evening = reader, writer, evening

    async def sends(self, data: bytes) -> None:
        with suppress(ConnectionError):
            self._writer.write(data)
            await self._writer.drain()

    async def asks(
        self, line: str, *headers: str, body: bytes = b"", host: str | None = None
    ) -> int:
        """Send a request; the status of the answer. {code} stands for the room's code."""
        head = [line.replace("{code}", self._evening.code) + " HTTP/1.1", *headers]
        head.insert(1, f"Host: {self._evening.host if host is None else host}")
        if body:
            head.append(f"Content-Length: {len(body)}")
        await self.sends("\r\n".join([*head, "", ""]).encode("latin-1") + body)
        return await self.status()

    async def status(self) -> int:
        """The status of the next answer, which is read to its end."""
        async with asyncio.timeout(PATIENCE):
            head = (await self._reader.readuntil(b"\r\n\r\n")).decode()
            length = head.lower().partition("content-length: ")[2].partition("\r\n")[0]
            await self._reader.readexactly(int(length or 0))
        return int(head.split(" ")[1])

    async def floods(self, line: str, times: int) -> None:
        """Ask the same many times, without waiting for an answer; a task reads what comes."""
        line = line.replace("{code}", self._evening.code)
        told = f"{line} HTTP/1.1\r\nHost: {self._evening.host}\r\n\r\n".encode()
        self._flood = asyncio.create_task(self.sends(told * times))

    async def statuses(self, times: int) -> set[int]:
        """The statuses of that many answers."""
        return {await self.status() for _ in range(times)}

    async def asks_to_be_told(self) -> None:
        """Open a stream of views."""
        code, host = self._evening.code, self._evening.host
        await self.sends(f"GET /{code}/events HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())

    async def is_cut_off(self) -> bytes:
        """Wait until the other side ends it; what came before that."""
        async with asyncio.timeout(PATIENCE):
            with suppress(ConnectionError):
                return await self._reader.read()
        return b""

    async def slams_the_door(self) -> None:
        """Be gone at once, so that the other side's answer finds nobody."""
        sock = self._writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        await self.hangs_up()

    async def hangs_up(self) -> None:
        self._writer.close()
        with suppress(ConnectionError):
            await self._writer.wait_closed()
