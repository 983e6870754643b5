"""The steps after which a team is asked when it looks back."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from teamflow.core import actions as a
from teamflow.core.loop import PlannedStep, open_steps, steps
from teamflow.store.folder import Stored
from teamflow.tui.teams import Met


class AskedStep(NamedTuple):
    """A step of the session in a file; the key is its own among those that are asked after."""

    key: str
    file: Path
    planned: PlannedStep


def asked_after(stored: Stored, opening: Met | None) -> tuple[AskedStep, ...]:
    """All steps of the session, so that a wrong tick can be taken back. Where a new meeting begins
    those that may come along: the session's own, unless they're a later meeting's by now, and
    what other meetings left open."""
    sessions = (stored,) if opening is None else opening.left
    asked = (
        (each.path, planned)
        for each in sessions
        for planned in (steps if each.path == stored.path else open_steps)(each.session)
    )
    return tuple(AskedStep(str(place), *each) for place, each in enumerate(asked))


def turned(
    asked: Collection[AskedStep], ticked: Collection[str]
) -> Iterator[tuple[Path, a.FinishStep]]:
    """What was ticked and isn't done yet, and the other way round, with the file that it's in."""
    for key, file, (plan, number, step) in asked:
        done = key in ticked
        if done is not step.done:
            yield file, a.FinishStep(plan, number, done)
