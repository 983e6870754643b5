"""The pages that phones get: plain HTML, two style sheets, small scripts, nothing from elsewhere.

What stands in a page is in the templates beside this file, the words for it in `words`. The pages
allow for a policy that permits scripts and styles from their own address only (CSP level 2), and
a phone of five years old: no build step, nothing newer than ES2018.
"""

import json
from collections.abc import Mapping
from html import escape
from importlib import resources
from string import Template
from typing import Final

from teamflow.join.pages.words import (
    SPOKEN_BY_BOTH,
    SPOKEN_BY_PAGE,
    SPOKEN_BY_REMOTE,
    STANDING,
)
from teamflow.locale import Say

_HERE: Final = resources.files(__package__)
_TYPES: Final = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}
_PAGE: Final = Template(_HERE.joinpath("page.html").read_text("utf-8"))
_REMOTE: Final = Template(_HERE.joinpath("remote.html").read_text("utf-8"))


def _assets() -> dict[str, tuple[str, bytes]]:
    return {
        file.name: (_TYPES[suffix], file.read_bytes())
        for file in _HERE.iterdir()
        for suffix in _TYPES
        if file.name.endswith(suffix)
    }


ASSETS: Final[Mapping[str, tuple[str, bytes]]] = _assets()
"""The style sheets and the scripts of both pages: by file name the content type and the bytes."""


def page(code: str, say: Say, language: str) -> bytes:
    """A participant's page in UTF-8, for the room with this code, in `language` ("nl", "en")."""
    return _filled(_PAGE, code, say, language, SPOKEN_BY_BOTH | SPOKEN_BY_PAGE)


def remote_page(code: str, say: Say, language: str) -> bytes:
    """The chair's remote control in UTF-8; `code` is the secret that it's reached by."""
    return _filled(_REMOTE, code, say, language, SPOKEN_BY_BOTH | SPOKEN_BY_REMOTE)


def _filled(
    template: Template, code: str, say: Say, language: str, spoken: Mapping[str, str]
) -> bytes:
    standing = {name: escape(say(message)) for name, message in STANDING.items()}
    words = json.dumps({name: say(message) for name, message in spoken.items()}, ensure_ascii=False)
    return template.substitute(
        standing,
        code=escape(code),
        language=escape(language),
        # Nothing in it may end the element that it stands in.
        words=words.replace("<", "\\u003c"),
    ).encode()
