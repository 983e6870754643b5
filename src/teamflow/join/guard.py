"""What no honest page of ours would send is turned away before anybody looks at it.

Host: a page elsewhere whose name was made to point at us (DNS rebinding) has another one.
Origin: every browser tells it with a POST, and only our own page has ours.
"""

import asyncio

from aiohttp import web

from teamflow.join import answers, strict
from teamflow.join.limits import Limits


class TurnedAway(Exception):
    """This is the answer, and there's no more to it."""

    def __init__(self, response: web.Response) -> None:
        super().__init__(response.status)
        self.response = response


def check(request: web.BaseRequest, host: str) -> None:
    """Raise TurnedAway unless the request is meant for `host` (address and port), and a POST
    comes from a page of ours."""
    if request.headers.getall("Host", []) != [host]:
        raise TurnedAway(answers.empty(403))
    if request.method == "POST" and request.headers.getall("Origin", []) != [f"http://{host}"]:
        raise TurnedAway(answers.empty(403))


async def message(request: web.BaseRequest, limits: Limits) -> dict[str, object]:
    """The message in a POST. Raises TurnedAway where it isn't JSON, is too large, or too slow,
    and Malformed where it's none of ours."""
    if request.content_type != "application/json" or "Content-Encoding" in request.headers:
        raise TurnedAway(answers.cut_off(answers.empty(415)))
    if (request.content_length or 0) > limits.body:
        raise TurnedAway(answers.cut_off(answers.empty(413)))
    try:
        async with asyncio.timeout(limits.patience):
            return strict.read(await _body(request, limits.body))
    except TimeoutError:
        raise TurnedAway(answers.cut_off(answers.empty(408))) from None
    except web.RequestPayloadError:
        raise TurnedAway(answers.cut_off(answers.empty(400))) from None


async def _body(request: web.BaseRequest, most: int) -> bytes:
    data = b""
    async for chunk in request.content.iter_any():
        data += chunk
        if len(data) > most:
            raise TurnedAway(answers.cut_off(answers.empty(413)))
    return data


def cut_off(request: web.BaseRequest) -> None:
    """End the connection of a phone that doesn't read what it's told."""
    if request.transport is not None:
        request.transport.abort()
