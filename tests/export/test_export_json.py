"""The whole record as JSON."""

import datetime as dt
import json
from dataclasses import replace
from typing import Any, Final

from hypothesis import example, given
from pydantic import TypeAdapter

from papers import AWKWARD, handout, session_with
from strategies import MEETING, sessions
from teamflow.core.handout import hand_out
from teamflow.core.schema import SCHEMA
from teamflow.core.session import Plan, Session
from teamflow.export import json as exported

SESSION: Final = TypeAdapter(Session)


def told(session: Session = MEETING) -> Any:
    """What a program reads."""
    return json.loads(exported.export(handout(session)))


def read_from_text(plan: Plan) -> Plan:
    """A plan whose steps' moments are all words, as JSON has them: "2026-12-01" is one."""
    return replace(
        plan,
        steps=tuple(
            replace(step, when=step.when.isoformat()) if isinstance(step.when, dt.date) else step
            for step in plan.steps
        ),
    )


@given(sessions)
@example(MEETING)
@example(session_with("\n".join(AWKWARD)))
def test_any_session_can_be_read_back(session: Session) -> None:
    made = handout(session)
    expected = replace(made.session, plans=tuple(map(read_from_text, made.session.plans)))
    assert SESSION.validate_json(exported.export(made), extra="ignore") == expected


def test_the_keys_are_those_of_the_session_s_file() -> None:
    assert list(told()) == ["schema", *Session.__dataclass_fields__]
    assert told()["schema"] == SCHEMA
    assert told()["ideas"][2] == {
        "id": 4,
        "text": "Twee weken één thema",
        "ticks": 0,
        "also": ["Rijkere teksten"],
        "by": None,
    }


def test_dates_and_moments_are_iso_8601() -> None:
    assert told()["date"] == "2026-11-21"
    assert told()["closed"] == "2026-11-21T15:20:00Z"
    assert told()["plans"][0]["steps"][0]["when"] == "2026-12-01"


def test_the_file_is_indented_utf_8_without_escapes() -> None:
    text = exported.export(handout()).decode()
    assert text.startswith('{\n  "schema": 1,\n  "id": "0198c1d2a4f07e4b",\n')
    assert text.endswith("}\n")
    assert "écht" in text


def test_a_leader_s_file_holds_no_names_of_who_gave_an_idea_and_nothing_half_typed() -> None:
    named = tuple(replace(idea, by="Joost") for idea in MEETING.ideas)
    session = replace(MEETING, attribution=True, ideas=named)
    read = json.loads(exported.export(hand_out(session, "leader", str, handout().saved)))
    assert [idea["by"] for idea in read["ideas"]] == [None]
    assert read["drafts"] == []


def test_the_same_session_gives_the_same_bytes() -> None:
    assert exported.export(handout()) == exported.export(handout())
