"""The commands are documented where a newcomer looks."""

from pathlib import Path

import pytest

from teamflow.cli.verbs import VERBS

README = Path(__file__).parents[2] / "README.md"


@pytest.mark.parametrize("verb", [verb.name for verb in VERBS])
def test_the_readme_explains_each_verb(verb: str) -> None:
    assert f"teamflow {verb}" in README.read_text(encoding="utf-8")
