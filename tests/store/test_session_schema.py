import json
import tomllib
from dataclasses import fields
from typing import Any

from hypothesis import given

from strategies import SAVED, sessions
from teamflow.core import session as core
from teamflow.core.session import Session
from teamflow.store.fields import DERIVED, FIELDS
from teamflow.store.record import encode
from teamflow.store.schema import json_schema

SCHEMA = json_schema()


def table_of(schema: dict[str, Any]) -> dict[str, Any]:
    while "items" in schema or "$ref" in schema:
        schema = schema.get("items", schema)
        if "$ref" in schema:
            schema = SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    return schema


def test_the_schema_is_plain_json_that_says_what_it_is() -> None:
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["title"] == "A teamflow session"
    assert SCHEMA["description"]
    assert SCHEMA["required"] == ["schema", "id", "date"]


@given(sessions)
def test_the_schema_knows_every_key_that_is_ever_written(session: Session) -> None:
    def check(table: dict[str, Any], schema: dict[str, Any]) -> None:
        for key, value in table.items():
            inner = schema["properties"][key]
            for item in value if isinstance(value, list) else [value]:
                if isinstance(item, dict):
                    check(item, table_of(inner))

    check(tomllib.loads(encode(session, {}, SAVED)), SCHEMA)


def test_every_key_has_a_description_and_no_key_is_described_in_vain() -> None:
    for record, described in FIELDS.items():
        assert set(described) == {field.name for field in fields(getattr(core, record))}
    assert set(FIELDS) == {*SCHEMA["$defs"], "Session"}
    for table in (*SCHEMA["$defs"].values(), SCHEMA):
        assert all(each["description"] for each in table["properties"].values())
    assert set(DERIVED) - set(FIELDS["Session"]) == set(DERIVED)


def test_the_schema_has_no_null_and_allows_unknown_keys() -> None:
    text = json.dumps(SCHEMA)
    assert "null" not in text
    assert "additionalProperties" not in text
