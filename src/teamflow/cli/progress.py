"""A bar for work that somebody waits for."""

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def with_progress(items: Sequence[Item], label: str) -> Iterator[Item]:
    """The items one by one, with a bar on stderr where somebody is looking."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, label, console=Console(stderr=True), transient=True)
