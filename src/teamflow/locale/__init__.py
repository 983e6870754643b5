"""The words on screen: gettext catalogues, one folder a language beside this file.

Message ids are English sentences, so English needs no catalogue of its own.
"""

import gettext
from collections.abc import Callable
from pathlib import Path
from typing import Final

DOMAIN: Final = "teamflow"
FOLDER: Final = Path(__file__).parent
LANGUAGES: Final = ("nl", "en")

Say = Callable[[str], str]
"""Translates a message id. Values go in afterwards, with `str.format`."""

_spoken: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


def catalogue(language: str) -> gettext.NullTranslations:
    """The translations into `language`, one of LANGUAGES; unknown ones fall back to English."""
    return gettext.translation(DOMAIN, FOLDER, [language], fallback=True)


def use(language: str) -> None:
    """Speak `language` from now on.

    Textual binds the texts of keys when a class is created: call this before any screen is
    imported.
    """
    global _spoken, _language
    _spoken, _language = catalogue(language), language


def language() -> str:
    """The language spoken now, one of LANGUAGES."""
    return _language


def preferred(name: str | None) -> str:
    """The language of ours for a locale's name: `nl*` gives Dutch, anything else English."""
    return "nl" if (name or "").lower().startswith("nl") else "en"


def _(message: str) -> str:
    return _spoken.gettext(message)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for a sentence translated later
    """Mark a sentence for the catalogue; whoever shows it translates it."""
    return message


def ngettext(one: str, many: str, count: int) -> str:
    """The sentence for `count` things, in the language spoken now."""
    return _spoken.ngettext(one, many, count)
