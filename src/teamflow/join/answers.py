"""Everything that goes back to a phone leaves through here, with the same guarded headers."""

import json
from collections.abc import Mapping
from math import ceil
from typing import Final

from aiohttp import web

GUARDED: Final = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""What goes with all that a browser ever gets from us: it keeps nothing, shares nothing with
another page, and tells nobody the address."""
HEADERS: Final = GUARDED | {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Server": "teamflow",
}


def empty(status: int, headers: Mapping[str, str] | None = None) -> web.Response:
    """A refusal without a word."""
    return web.Response(status=status, headers=HEADERS | dict(headers or {}))


def file(kind: str, data: bytes) -> web.Response:
    """A page, or something that belongs to it, of that content type."""
    return web.Response(body=data, headers=HEADERS | {"Content-Type": kind})


def data(found: Mapping[str, object], status: int = 200) -> web.Response:
    """What the page's script reads."""
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return web.Response(
        status=status,
        body=text.encode(),
        headers=HEADERS | {"Content-Type": "application/json; charset=utf-8"},
    )


def reason(status: int, told: str) -> web.Response:
    """Why not, in the reader's language."""
    return data({"reason": told}, status)


def wait(told: str, seconds: float) -> web.Response:
    """Not now, but in so many seconds."""
    answer = data({"reason": told, "wait": ceil(seconds)}, status=429)
    answer.headers["Retry-After"] = str(ceil(seconds))
    return answer


def cut_off(response: web.Response) -> web.Response:
    """The same, and the connection ends with it."""
    response.force_close()
    return response
