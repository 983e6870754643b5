"""A room full of phones, in a process of its own.

`python crowd.py WHAT` with, as JSON, the `host` and `code` of the room, the `echo` server's host,
the `names` that sit down and how many phones only read along (`readers`). Each line that it reads
is a command; it answers with a line of JSON. Moments are those of the machine's monotonic clock.
The phones speak HTTP by hand, for the less they work, the more is left to what is measured.
"""

import asyncio
import json
import sys
from asyncio import StreamReader, StreamWriter
from collections.abc import Callable, Coroutine
from time import monotonic
from typing import Any, Final, TypeVar

PATIENCE: Final = 20.0
"""Seconds after which what a phone waits for won't come any more."""

LARGEST: Final = 2**18
"""Bytes in the line of a view."""

DOTS: Final = (1, 1, 2)
"""Everyone agrees, so that no vote ends in a tie."""

Told = TypeVar("Told")


class Wire:
    """A connection that is kept; one request at a time."""

    def __init__(self, host: str) -> None:
        self._host = host
        self._ends: tuple[StreamReader, StreamWriter] | None = None
        self.cookie = ""

    async def asks(self, method: str, path: str, body: bytes = b"") -> bytes:
        """The body of the answer, which must be a good one."""
        reader = await self.sends(method, path, body)
        length = int(_field(await self._head(reader), "content-length"))
        return await reader.readexactly(length)

    async def listens(self, path: str) -> StreamReader:
        """A stream of events, from its first line."""
        reader = await self.sends("GET", path)
        await self._head(reader)
        return reader

    async def sends(self, method: str, path: str, body: bytes = b"") -> StreamReader:
        """Ask something; where the answer comes."""
        if self._ends is None or self._ends[0].at_eof():
            host, port = self._host.split(":")
            self._ends = await asyncio.open_connection(host, int(port), limit=LARGEST)
        reader, writer = self._ends
        head = (
            f"{method} {path} HTTP/1.1",
            f"Host: {self._host}",
            f"Origin: http://{self._host}",
            f"Cookie: {self.cookie}",
            "Accept-Language: nl",
            "Content-Type: application/json",
            f"Content-Length: {len(body)}",
        )
        writer.write("\r\n".join([*head, "", ""]).encode() + body)
        return reader

    def hangs_up(self) -> None:
        """No more of this."""
        if self._ends is not None:
            self._ends[1].close()
            self._ends = None

    async def _head(self, reader: StreamReader) -> str:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        assert head.startswith("HTTP/1.1 200"), head
        if cookie := _field(head, "set-cookie"):
            self.cookie = cookie.partition(";")[0]
        return head


def _field(head: str, name: str) -> str:
    fields = (line.partition(": ") for line in head.split("\r\n"))
    return next((value for field, _, value in fields if field.lower() == name), "")


class Phone:
    """A phone with our page: it's told what is new, and sends what a thumb does."""

    def __init__(self, host: str, code: str, echo: str) -> None:
        self._code = code
        self._thumb, self._ear, self._echo = Wire(host), Wire(host), Wire(echo)
        self._view = b""
        self._waiting: list[tuple[tuple[bytes, ...], asyncio.Future[float]]] = []
        self._deeds = 0

    async def scans(self) -> None:
        """Load the page, and be told."""
        await self._thumb.asks("GET", f"/{self._code}")
        await self._listens()

    async def sits(self, name: str) -> None:
        """Tap a name; the page listens anew in that name."""
        await self._thumb.asks("POST", f"/{self._code}/seat", _json(name=name))
        self._ear.cookie = self._thumb.cookie
        self._hearing.cancel()
        self._ear.hangs_up()
        await self._listens()
        await self.sees(b'"seat":"' + name.encode())

    async def does(self, do: str, **details: object) -> float:
        """Do something; how many seconds the answer took."""
        begun = monotonic()
        await self._thumb.asks("POST", f"/{self._code}/act", self._deed(do, **details))
        return monotonic() - begun

    async def is_echoed(self, do: str, **details: object) -> float:
        """The same to a server that only sends it back."""
        begun = monotonic()
        await self._echo.asks("POST", "/", self._deed(do, **details))
        return monotonic() - begun

    def sees(self, *parts: bytes) -> asyncio.Future[float]:
        """When a view came with all of these in it; now, where there is one."""
        seen = asyncio.get_running_loop().create_future()
        if self._view and all(part in self._view for part in parts):
            seen.set_result(monotonic())
        else:
            self._waiting.append((parts, seen))
        return seen

    def _deed(self, do: str, **details: object) -> bytes:
        self._deeds += 1
        return _json(id=f"{id(self):016}-{self._deeds}", do=do, **details)

    async def _listens(self) -> None:
        self._view = b""
        stream = await self._ear.listens(f"/{self._code}/events")
        self._hearing = asyncio.create_task(self._hears(stream))
        await self.sees(b"")

    async def _hears(self, stream: StreamReader) -> None:
        while line := await stream.readline():
            if line.startswith(b'data: {"seat"'):
                now = monotonic()
                self._view = line
                waiting, self._waiting = self._waiting, []
                for parts, seen in waiting:
                    if all(part in line for part in parts):
                        seen.set_result(now)
                    else:
                        self._waiting.append((parts, seen))


def _json(**told: object) -> bytes:
    return json.dumps(told).encode()


class Crowd:
    """All phones in the room. Those with a name share and vote, all see what becomes of it."""

    def __init__(self, host: str, code: str, echo: str, names: list[str], readers: int) -> None:
        self._names = names
        self._phones = [Phone(host, code, echo) for _ in range(len(names) + readers)]
        self._members = self._phones[: len(names)]
        self._votes = 0
        self.commands: dict[str, Callable[[], Coroutine[Any, Any, dict[str, object]]]] = {
            "come in": self._come_in,
            "share": self._share,
            "vote": self._vote,
            "echo": self._echo,
            "see the result": self._see_the_result,
        }

    async def _come_in(self) -> dict[str, object]:
        """All scan at once, and then all tap their names at once."""
        begun = monotonic()
        await asyncio.gather(*(phone.scans() for phone in self._phones))
        await asyncio.gather(
            *(phone.sits(name) for phone, name in zip(self._members, self._names, strict=True))
        )
        return {"begun": begun, "ended": monotonic()}

    async def _share(self) -> dict[str, object]:
        """Each shares an idea as soon as it's their turn; how long until it was on all phones."""
        begun, taken = monotonic(), []
        for phone, name in zip(self._members, self._names, strict=True):
            await phone.sees(b'"mine":true')
            idea = f"Samen lezen zoals {name} het doet"
            tapped = monotonic()
            on_all = asyncio.gather(*(each.sees(idea.encode()) for each in self._phones))
            await phone.does("share", text=idea)
            taken.append(max(await on_all) - tapped)
        return {"begun": begun, "ended": monotonic(), "taken": taken}

    async def _vote(self) -> dict[str, object]:
        """All vote within a second; how long each answer took, and until the own phone showed
        that the vote counts."""
        self._votes += 1
        opened = b'"number":%d,"open":true' % self._votes
        await asyncio.gather(*(phone.sees(opened) for phone in self._members))

        async def votes(phone: Phone) -> tuple[float, float]:
            shown = phone.sees(opened, b'"voted":true')
            tapped = monotonic()
            answered = await phone.does("vote", vote=self._votes, dots=DOTS)
            return answered, await shown - tapped

        begun = monotonic()
        answered, counted = zip(*await self._within_a_second(votes), strict=True)
        return {"begun": begun, "ended": monotonic(), "answered": answered, "counted": counted}

    async def _echo(self) -> dict[str, object]:
        """The same messages, as fast, to the server that only sends them back."""

        async def sends(phone: Phone) -> float:
            return await phone.is_echoed("vote", vote=self._votes, dots=DOTS)

        return {"answered": await self._within_a_second(sends)}

    async def _see_the_result(self) -> dict[str, object]:
        """When all phones had the vote that was closed."""
        closed = b'"number":%d,"open":false' % self._votes
        return {"ended": max(await asyncio.gather(*(each.sees(closed) for each in self._phones)))}

    async def _within_a_second(
        self, do: Callable[[Phone], Coroutine[Any, Any, Told]]
    ) -> list[Told]:
        async def in_time(place: int, phone: Phone) -> Told:
            await asyncio.sleep(place / len(self._members))
            return await do(phone)

        return await asyncio.gather(*(in_time(*each) for each in enumerate(self._members)))


async def main() -> None:
    """Do as told, until there is nothing more to read."""
    crowd = Crowd(**json.loads(sys.argv[1]))
    while command := (await asyncio.to_thread(sys.stdin.readline)).strip():
        async with asyncio.timeout(PATIENCE):
            print(json.dumps(await crowd.commands[command]()), flush=True)


if __name__ == "__main__":
    asyncio.run(main())
