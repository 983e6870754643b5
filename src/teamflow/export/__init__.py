"""The filled form as a file: a registry from file suffix to exporter.

An exporter turns a form into bytes and writes nothing itself. A new format is a new module here
and one line in EXPORTERS.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from teamflow.core.form import Form
from teamflow.export import markdown, plain

EXPORTERS: Final[Mapping[str, Callable[[Form], bytes]]] = {
    ".md": markdown.export,
    ".txt": plain.export,
}


class UnknownSuffix(Exception):
    """No exporter makes files of this kind."""


def suffixes() -> tuple[str, ...]:
    """The suffixes that can be exported to, with their dots, the first being the usual one."""
    return tuple(EXPORTERS)


def export(form: Form, file: Path) -> bytes:
    """The form as the bytes of `file`, whose suffix decides the format.

    Raises UnknownSuffix where the suffix is none of `suffixes()`.
    """
    exporter = EXPORTERS.get(file.suffix.lower())
    if exporter is None:
        raise UnknownSuffix(file.suffix)
    return exporter(form)
