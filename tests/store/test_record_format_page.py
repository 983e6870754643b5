import tomllib
from pathlib import Path

import pytest

from teamflow.store.fields import DERIVED, FIELDS
from teamflow.store.record import decode

PAGE = Path(__file__).parents[2] / "docs" / "record-format.md"
TEXT = PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("record", FIELDS)
def test_the_page_describes_every_key(record: str) -> None:
    for key, description in FIELDS[record].items():
        rows = [row for row in TEXT.split("\n") if row.startswith(f"| `{key}` |")]
        assert any(row.endswith(f"| {description} |") for row in rows), (record, key)


def test_the_page_describes_what_is_worked_out_on_saving() -> None:
    for key, description in DERIVED.items():
        assert f"| `{key}` | {description} |" in TEXT


def test_the_example_on_the_page_is_a_good_session() -> None:
    example = TEXT.split("```toml\n")[1].split("```")[0]
    assert decode(example).unknown == {}
    assert tomllib.loads(example)["chosen"] == [
        idea.text for idea in decode(example).session.chosen
    ]
