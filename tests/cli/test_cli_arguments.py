"""The grammar of the command line."""

import argparse
import inspect
from pathlib import Path

import pytest

from teamflow.cli import arguments, language
from teamflow.cli.arguments import parse
from teamflow.cli.request import Request
from teamflow.cli.verbs import VERBS


@pytest.mark.parametrize(
    ("line", "request_"),
    [
        ("new", Request(verb="new")),
        ("open", Request(verb="open")),
        ("open lezen", Request(verb="open", session="lezen")),
        ("open --lang nl lezen", Request(verb="open", session="lezen", lang="nl")),
        ("--sessions map show x", Request(verb="show", session="x", sessions=Path("map"))),
        ("show x --sessions=map", Request(verb="show", session="x", sessions=Path("map"))),
        ("--sessions een list --sessions twee", Request(verb="list", sessions=Path("twee"))),
        ("list --json", Request(verb="list", json=True)),
        ("export x --to f.md", Request(verb="export", session="x", to=Path("f.md"))),
        (
            "export --force --to f.md x",
            Request(verb="export", session="x", to=Path("f.md"), force=True),
        ),
        (
            "export --all --to map --as docx --since 2026-09-01 --team Onderbouw --for team",
            Request(
                verb="export",
                all=True,
                to=Path("map"),
                kind="docx",
                since="2026-09-01",
                team="Onderbouw",
                reader="team",
            ),
        ),
        ("form", Request(verb="form")),
        (
            "form --prefilled --to leeg.pdf",
            Request(verb="form", prefilled=True, to=Path("leeg.pdf")),
        ),
        ("check", Request(verb="check")),
        ("check a b", Request(verb="check", files=[Path("a"), Path("b")])),
        ("--lang en", Request(lang="en")),
    ],
)
def test_a_command_line_is_understood(line: str, request_: Request) -> None:
    assert parse(line.split()) == request_


def test_every_verb_can_be_typed() -> None:
    behind = {"show": ["x"], "export": ["x", "--to", "f.md"]}
    for verb in VERBS:
        assert parse([verb.name, *behind.get(verb.name, [])]).verb == verb.name


def test_argparse_still_says_what_our_catalogue_translates() -> None:
    source = inspect.getsource(argparse)
    assert [told for told in arguments.ARGPARSE if told not in source] == []


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("list", None),
        ("--lang nl list", "nl"),
        ("list --lang=en", "en"),
        ("--lang nl list --lang en", "en"),
        ("--lang fr", None),
        ("list --lang", None),
    ],
)
def test_the_language_is_known_before_anything_is_parsed(line: str, asked: str | None) -> None:
    assert language.option(line.split()) == asked


def test_the_first_variable_that_says_something_names_the_system_s_language() -> None:
    assert language.of_system({"LC_ALL": "", "LC_MESSAGES": "nl_NL", "LANG": "de_DE"}) == "nl_NL"
