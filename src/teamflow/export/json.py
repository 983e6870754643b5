"""The whole record as JSON, for programs: the keys of the session's file, all of them there.

`docs/record-format.md` says what each key means. Dates and moments are ISO 8601 texts, so that a
step's `when` is text in any case: a date, or words. A key that says nothing is there too, with an
empty text, an empty list or null.
"""

import json
from typing import Final

from pydantic import TypeAdapter

from teamflow.core.handout import Handout
from teamflow.core.schema import SCHEMA
from teamflow.core.session import Session

_SESSION: Final = TypeAdapter(Session)


def export(handout: Handout) -> bytes:
    """The session as JSON in UTF-8, two spaces an indent."""
    record = {"schema": SCHEMA} | _SESSION.dump_python(handout.session, mode="json")
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode()
