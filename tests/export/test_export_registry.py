"""The registry from suffix to exporter."""

from pathlib import Path

import pytest

from strategies import MEETING
from teamflow.core.form import fill
from teamflow.export import UnknownSuffix, export, markdown, plain, suffixes

FORM = fill(MEETING, str)


def test_the_suffix_decides_the_format() -> None:
    assert export(FORM, Path("x.md")) == markdown.export(FORM)
    assert export(FORM, Path("x.txt")) == plain.export(FORM)


def test_capitals_in_a_suffix_make_no_difference() -> None:
    assert export(FORM, Path("X.MD")) == markdown.export(FORM)


@pytest.mark.parametrize("name", ["x.docx", "x", ".md", "x.toml"])
def test_an_unknown_suffix_is_refused(name: str) -> None:
    with pytest.raises(UnknownSuffix):
        export(FORM, Path(name))


def test_the_known_suffixes_can_be_listed() -> None:
    assert suffixes() == (".md", ".txt")
