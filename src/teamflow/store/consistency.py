"""What doesn't add up in a file that can be read: `check` names it, opening it doesn't mind."""

from collections.abc import Hashable, Iterable, Iterator
from typing import Final, TypeVar

from teamflow.core.session import Session
from teamflow.core.text import clean_line
from teamflow.locale import N_
from teamflow.store.faults import Fault, KeyPath, at_key, located
from teamflow.store.problem import Problem
from teamflow.store.reading import text_of
from teamflow.store.record import Record, for_lists

Item = TypeVar("Item", bound=Hashable)

_SAME_ID: Final = N_("Idea id {id} is used twice.")
_SAME_NAME: Final = N_("{name} is in the list of participants twice.")
_SAME_PHASE: Final = N_("The time of “{phase}” is in the file twice.")
_NO_IDEA: Final = N_("“{key}” points at idea {id}, which isn't there.")
_BACKWARDS: Final = N_("“{key}” ends before it starts.")
_OTHERWISE: Final = N_(
    "“{key}” isn't what the rest of the file says: is the end gone, or was it changed by hand?"
)


def oddities(session: Session) -> Iterator[Fault]:
    """Everything that contradicts itself, by key path."""
    yield from (
        Fault(("ideas", place, "id"), _SAME_ID, {"id": id})
        for place, id in _repeated(idea.id for idea in session.ideas)
    )
    yield from (
        Fault(("participants", place, "name"), _SAME_NAME, {"name": name})
        for place, name in _repeated(person.name for person in session.participants)
    )
    yield from (
        Fault(("timings", place, "phase"), _SAME_PHASE, {"phase": phase})
        for place, phase in _repeated(timing.phase for timing in session.timings)
    )
    there = {idea.id for idea in session.ideas}
    yield from (at_key(path, _NO_IDEA, id=id) for path, id in _pointers(session) if id not in there)
    for place, timing in enumerate(session.timings):
        for nth, span in enumerate(timing.spans):
            if span.end is not None and span.end < span.start:
                yield at_key(("timings", place, "spans", nth), _BACKWARDS)


def contradictions(record: Record) -> Iterator[Fault]:
    """Where the first lines of a file tell lists something else than the rest of it says, as in
    a file of which the end was cut off between two lines. What they leave out is no harm."""
    meant = for_lists(record.session)
    for key, listed in record.listed.items():
        if _cleaned(listed) != meant[key]:
            yield at_key((key,), _OTHERWISE)


def doubts(record: Record, data: bytes) -> tuple[Problem, ...]:
    """The same, each with its line in the bytes of the file that the record was read from."""
    faults = list(contradictions(record))
    return located(faults, text_of(data)) if faults else ()


def _cleaned(value: object) -> object:
    if isinstance(value, list):
        return [clean_line(item) if isinstance(item, str) else item for item in value]
    return value


def _repeated(items: Iterable[Item]) -> Iterator[tuple[int, Item]]:
    """The items that stood there before, each with its place."""
    seen = set()
    for place, item in enumerate(items):
        if item in seen:
            yield place, item
        seen.add(item)


def _pointers(session: Session) -> Iterator[tuple[KeyPath, int]]:
    """Every id by which something points at an idea."""
    for nth, id in enumerate(session.choice.chosen):
        yield ("choice", "chosen", nth), id
    for place, vote in enumerate(session.choice.votes):
        path: KeyPath = ("choice", "votes", place)
        for nth, id in enumerate(vote.candidates):
            yield (*path, "candidates", nth), id
        for nth, tally in enumerate(vote.tallies):
            yield (*path, "tallies", nth, "idea"), tally.idea
        for nth, ballot in enumerate(vote.ballots):
            for dot, id in enumerate(ballot.dots):
                yield (*path, "ballots", nth, "dots", dot), id
    for place, plan in enumerate(session.plans):
        if plan.idea is not None:
            yield ("plans", place, "idea"), plan.idea
