"""Which language to speak, decided before any module with texts on screen is imported."""

import os
import sys
from collections.abc import Mapping, Sequence

from teamflow import locale
from teamflow.store.places import settings_file
from teamflow.store.settings import load_settings


def choose(arguments: Sequence[str]) -> None:
    """Speak what `--lang` says, else the settings, else the system."""
    asked = option(arguments) or load_settings(settings_file())[0].language
    locale.use(asked or locale.preferred(of_system(os.environ)))


def option(arguments: Sequence[str]) -> str | None:
    """What `--lang` says: the errors about the command line are in that language already."""
    asked = None
    for place, argument in enumerate(arguments):
        if argument == "--lang":
            asked = next(iter(arguments[place + 1 :]), None)
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    return asked if asked in locale.LANGUAGES else None


def of_system(environ: Mapping[str, str]) -> str | None:
    """The name of the system's locale: the first of its variables that says something."""
    named = (environ.get(variable) for variable in ("LC_ALL", "LC_MESSAGES", "LANG"))
    found = next(filter(None, named), None)
    if found is None and sys.platform == "win32":
        from locale import getlocale  # costs start-up, and only Windows needs it

        found = getlocale()[0]
    return found
