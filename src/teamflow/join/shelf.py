"""The pages and what belongs to them, from memory: no path ever becomes a file's name."""

from collections.abc import Callable
from functools import cache

from aiohttp import web

from teamflow.join import answers, languages
from teamflow.join.asked import Asked
from teamflow.join.pages import ASSETS
from teamflow.join.porter import Get
from teamflow.locale import Say

Draw = Callable[[str, Say, str], bytes]
"""(code, say, language) -> a page in HTML."""


def shelf(code: str, draw: Draw) -> dict[str, Get]:
    """What can be read below `code`, without what changes."""
    return {"": _page(code, draw)} | {name: _asset(*asset) for name, asset in ASSETS.items()}


def _page(code: str, draw: Draw) -> Get:
    @cache
    def drawn(language: str) -> bytes:
        return draw(code, languages.speaker(language), language)

    async def get(asked: Asked, _: web.BaseRequest) -> web.Response:
        return answers.file("text/html; charset=utf-8", drawn(asked.language))

    return get


def _asset(kind: str, data: bytes) -> Get:
    async def get(_: Asked, __: web.BaseRequest) -> web.Response:
        return answers.file(kind, data)

    return get
