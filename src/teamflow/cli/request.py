"""What was asked for on the command line."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Request:
    """One command line. Each verb reads what it knows; the rest keeps its default."""

    verb: str = "home"
    sessions: Path | None = None
    lang: str | None = None
    session: str | None = None
    json: bool = False
    to: Path | None = None
    force: bool = False
    files: list[Path] = field(default_factory=list)
