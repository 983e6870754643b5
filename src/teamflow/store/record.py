"""A session as the text of its file, and back. `docs/record-format.md` describes the file."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from teamflow.core.schema import SCHEMA
from teamflow.core.session import Session
from teamflow.store.faults import located, schema_fault, translated
from teamflow.store.layout import document
from teamflow.store.parsing import parse
from teamflow.store.problem import Unreadable
from teamflow.store.tree import Unknown, plain, strange, whole_second

REPEATED: Final = ("chosen", "evaluation_date", "outcome")
"""Top-level keys that say for lists what stands further down, worked out on saving."""
DERIVED: Final = frozenset({"schema", *REPEATED, "saved"})
"""Top-level keys that aren't part of the session that's read back."""

HEAD: Final = (
    "schema", "id", "date", "school", "team", "theme", "question", "phase", "closed", "chosen",
    "evaluation_date", "outcome", "saved",
)  # fmt: skip

_SESSION: Final = TypeAdapter(Session)
_EMPTY: Final[Mapping[str, object]] = {"round": {}, "choice": {}, "evaluation": {}}
"""Put in where a file leaves them out: a session is made quicker with them than without, when each
of them would need a checker of its own."""


@dataclass(frozen=True)
class Record:
    """What a file holds: the session, the keys in it that we don't know, when it was saved
    (aware; None where the file doesn't say), and what its first lines say for lists."""

    session: Session
    unknown: Unknown = field(default_factory=dict)
    saved: dt.datetime | None = field(default=None, compare=False)
    listed: Mapping[str, object] = field(default_factory=dict, compare=False)

    @property
    def version(self) -> dt.datetime:
        """When this version was saved (aware): the session's own day where the file doesn't say."""
        return self.saved or dt.datetime.combine(self.session.date, dt.time(), dt.UTC)


def encode(session: Session, unknown: Unknown, saved: dt.datetime) -> str:
    """The text of a session's file, the summary first, saved at that (aware) moment."""
    table: dict[str, Any] = {
        "schema": SCHEMA,
        "team": session.team,
        "question": session.question,
        "phase": session.phase,
        **for_lists(session),
        "saved": whole_second(saved),
    } | plain(session, unknown)
    head = {key: table.pop(key, None) for key in HEAD}
    said = {key: value for key, value in head.items() if value not in (None, [])}
    return document(said | table)


def for_lists(session: Session) -> dict[str, object]:
    """What the first lines of a file repeat of the session, by key."""
    review = session.evaluation.review
    chosen = [idea.text for idea in session.chosen]
    outcome = review.outcome if review else None
    return dict(zip(REPEATED, (chosen, session.evaluation.date, outcome), strict=True))


def decode(text: str) -> Record:
    """What the text of a file says. Raises Unreadable, naming all that is wrong with its line."""
    table = parse(text)
    if fault := schema_fault(table):
        raise Unreadable(*located([fault], text))
    try:
        return record_of(table)
    except ValidationError as error:
        raise Unreadable(*located(translated(error.errors(), table), text)) from error


def record_of(table: Mapping[str, Any]) -> Record:
    """What the values in a file of schema 1 say. Raises pydantic's ValidationError."""
    session = _SESSION.validate_python({**_EMPTY, **table}, extra="ignore")
    listed = {key: table[key] for key in REPEATED if key in table}
    unknown = dict(strange(table, session, DERIVED))
    return Record(session, unknown, _moment(table.get("saved")), listed)


def _moment(value: object) -> dt.datetime | None:
    return value if isinstance(value, dt.datetime) and value.tzinfo else None
