"""What is wrong with a file, in words that every screen can translate."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. `line` counts from 1; `reason` is a message id of the catalogue,
    a sentence without the file's name or the line."""

    file: Path | None
    line: int | None
    reason: str
    values: Mapping[str, object]

    def at(self, file: Path) -> "Problem":
        """The same problem, in `file`."""
        return replace(self, file=file)

    def told(self, say: Callable[[str], str]) -> str:
        """The reason in the reader's language."""
        return say(self.reason).format(**self.values)


class Unreadable(Exception):
    """A file that can't be read as what it should be, and why: at least one problem."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*(problem.told(str) for problem in problems))
        self.problems = problems

    def at(self, file: Path) -> "Unreadable":
        """The same, in `file`."""
        return Unreadable(*(problem.at(file) for problem in self.problems))


def shown(path: Path) -> str:
    """A path as text that can be written anywhere, even where its bytes aren't UTF-8."""
    return os.fsencode(path).decode(errors="replace")
