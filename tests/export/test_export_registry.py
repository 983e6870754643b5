"""The registry from suffix to format."""

import ast
import inspect
import sys
from types import ModuleType

import pytest

from papers import handout, leaders
from teamflow import export
from teamflow.core.blank import blank
from teamflow.core.briefing import briefing
from teamflow.core.form import Form
from teamflow.export import FORMS, RECORDS, UnknownSuffix, export_form, suffixes


@pytest.mark.parametrize("suffix", suffixes())
def test_every_suffix_makes_a_file(suffix: str) -> None:
    assert export.export(handout(), suffix)


@pytest.mark.parametrize("suffix", FORMS)
def test_what_shows_a_page_also_shows_the_empty_one(suffix: str) -> None:
    assert export_form(blank(str), suffix)


@pytest.mark.parametrize("suffix", FORMS)
def test_what_shows_a_page_also_shows_the_chair_s_card(suffix: str) -> None:
    assert export_form(briefing(str, {}), suffix)


def test_capitals_in_a_suffix_make_no_difference() -> None:
    assert export.export(handout(), ".MD") == export.export(handout(), ".md")


@pytest.mark.parametrize("suffix", [".doc", "", ".", ".toml", "md"])
def test_an_unknown_suffix_is_refused(suffix: str) -> None:
    with pytest.raises(UnknownSuffix):
        export.export(handout(), suffix)


@pytest.mark.parametrize("suffix", RECORDS)
def test_a_form_without_a_session_behind_it_has_no_records(suffix: str) -> None:
    with pytest.raises(UnknownSuffix):
        export_form(leaders(), suffix)


def test_a_new_format_is_one_file_and_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    loud = ModuleType("loud")

    def shout(form: Form) -> bytes:
        return form.title.upper().encode()

    loud.__dict__["export"] = shout
    monkeypatch.setitem(sys.modules, "teamflow.export.loud", loud)
    monkeypatch.setitem(FORMS, ".loud", "loud")
    assert suffixes()[5] == ".loud"
    assert export.export(handout(), ".loud") == handout().form.title.upper().encode()


@pytest.mark.parametrize("module", [*FORMS.values(), *RECORDS.values()])
def test_no_format_imports_another(module: str) -> None:
    export.export(handout(), next(s for s, m in (FORMS | RECORDS).items() if m == module))
    source = ast.parse(inspect.getsource(sys.modules[f"teamflow.export.{module}"]))
    imported = {node.module for node in ast.walk(source) if isinstance(node, ast.ImportFrom)}
    others = {f"teamflow.export.{name}" for name in (*FORMS.values(), *RECORDS.values())}
    assert imported & others == set()
