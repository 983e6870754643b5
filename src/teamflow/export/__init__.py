"""The session as a file that leaves the laptop: a registry from file suffix to format.

A format makes bytes and writes nothing itself. A new one is a module here and one line in FORMS,
when it shows the page, or in RECORDS, when it needs the session behind it. Formats lean on
libraries that are slow to import, so that a module is imported when it's asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, cast

if TYPE_CHECKING:
    from teamflow.core.form import Form
    from teamflow.core.handout import Handout

FORMS: Final = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".html": "html",
    ".md": "markdown",
    ".txt": "plain",
}
"""Which module turns a form into the bytes of a file with that suffix."""

RECORDS: Final = {
    ".ics": "ics",
    ".csv": "csv",
    ".json": "json",
}
"""The same for what a form doesn't tell."""


class FormFormat(Protocol):
    """What a module in FORMS offers."""

    def export(self, form: "Form") -> bytes:
        """The form as the bytes of a file."""


class RecordFormat(Protocol):
    """What a module in RECORDS offers."""

    def export(self, handout: "Handout") -> bytes:
        """The session as the bytes of a file."""


class UnknownSuffix(Exception):
    """No format makes files of this kind."""


class Unavailable(Exception):
    """The library that makes files of this kind can't be had on this computer."""


def suffixes() -> tuple[str, ...]:
    """What a session can be exported to, the usual one first."""
    return (*FORMS, *RECORDS)


def export(handout: "Handout", suffix: str) -> bytes:
    """The bytes of a file whose name ends in `suffix`. Raises UnknownSuffix and Unavailable."""
    module = RECORDS.get(suffix.lower())
    if module is None:
        return export_form(handout.form, suffix)
    return cast("RecordFormat", _format(module)).export(handout)


def export_form(form: "Form", suffix: str) -> bytes:
    """The same for a form that has no session behind it. Raises UnknownSuffix and Unavailable."""
    module = FORMS.get(suffix.lower())
    if module is None:
        raise UnknownSuffix(suffix)
    return cast("FormFormat", _format(module)).export(form)


def _format(module: str) -> object:
    try:
        return import_module(f"{__name__}.{module}")
    except ImportError as error:  # typst has no wheel for Windows on ARM
        raise Unavailable(module) from error
