"""The JSON Schema of a session's file, for editors that help while one types."""

from typing import Any, Final, get_args

from pydantic import TypeAdapter

from teamflow.core.schema import SCHEMA
from teamflow.core.session import Outcome, Session
from teamflow.store.fields import DERIVED, FIELDS

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_DERIVED: Final[dict[str, dict[str, Any]]] = {
    "schema": {"const": SCHEMA},
    "chosen": {"type": "array", "items": {"type": "string"}},
    "evaluation_date": {"type": "string", "format": "date"},
    "outcome": {"enum": list(get_args(Outcome))},
    "saved": {"type": "string", "format": "date-time"},
}


def json_schema() -> dict[str, Any]:
    """What a session's file may hold, as JSON Schema 2020-12. Dates and times, which TOML has of
    its own, are strings with a format; keys that aren't in it are allowed."""
    schema: dict[str, Any] = _fit_for_toml(TypeAdapter(Session).json_schema())
    for record, table in {**schema["$defs"], "Session": schema}.items():
        for key, described in table["properties"].items():
            described["description"] = FIELDS[record][key]
    derived = {
        key: {**_DERIVED[key], "description": description} for key, description in DERIVED.items()
    }
    return schema | {
        "$schema": _DIALECT,
        "title": "A teamflow session",
        "properties": derived | schema["properties"],
        "required": ["schema", *schema["required"]],
    }


def _fit_for_toml(part: Any) -> Any:
    """Without `null`, which TOML doesn't have (a key is absent), and open to unknown keys."""
    if isinstance(part, list):
        return [_fit_for_toml(item) for item in part if item != {"type": "null"}]
    if not isinstance(part, dict):
        return part
    fit = {
        key: _fit_for_toml(value)
        for key, value in part.items()
        if value is not None and (key, value) != ("additionalProperties", False)
    }
    options = fit.get("anyOf", ())
    return fit | fit.pop("anyOf")[0] if len(options) == 1 else fit
