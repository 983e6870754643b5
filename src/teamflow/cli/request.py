"""What was asked for on the command line."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Reader = Literal["leader", "team"]
"""`core.handout.Reader`, which most commands needn't import."""


@dataclass
class Request:
    """One command line. Each verb reads what it knows; the rest keeps its default."""

    verb: str = "home"
    sessions: Path | None = None
    lang: str | None = None
    ascii: bool = False
    session: str | None = None
    json: bool = False
    ics: bool = False
    to: Path | None = None
    kind: str = ""
    reader: Reader | None = None
    force: bool = False
    all: bool = False
    since: str | None = None
    team: str | None = None
    prefilled: bool = False
    join: bool = False
    chair: bool = False
    rehearse: bool = False
    repair: bool = False
    files: list[Path] = field(default_factory=list)
