"""The catalogue: every sentence that a user can see, in Dutch too."""

import ast
import datetime as dt
import re
from collections.abc import Iterable, Iterator
from string import Formatter
from typing import Final

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from teamflow import locale
from teamflow.core.calendar import long_date
from teamflow.core.days import read_day
from teamflow.core.form import fill
from teamflow.core.session import Session
from teamflow.locale import FOLDER

SOURCE: Final = FOLDER.parent
PO: Final = FOLDER / "nl" / "LC_MESSAGES" / "teamflow.po"
KEYWORDS: Final = {"_": (1,), "N_": (1,), "ngettext": (1, 2)}

NAMES: Final = {"teamflow", "Nederlands", "English"}
"""Texts on screen that are the same in every language."""

SHOWN: Final = {
    "Static": (0,), "Content": (0,), "styled": (0,), "assemble": (0, 1, 2, 3, 4, 5),
    "update": (0,), "BlockText": (0,), "Headline": (0,),
    "Row": (0, 2, 3), "Binding": (2,), "LineField": (1, 2), "ProseField": (1, 2),
    "say": (0,), "Said": (0,), "GoHome": (0,), "ask": (1,), "Asked": (1,), "Ask": (1,),
    "Refused": (0,), "Halt": (0,), "out": (0,), "err": (0,),
}  # fmt: skip
"""What brings text before the user, and the places of the arguments that hold it."""

SHOWN_BY_NAME: Final = {"placeholder", "description", "lead", "tail", "help", "metavar", "usage"}

Texts = tuple[str, ...]
"""A sentence, or one for a single thing and one for more."""


def in_source() -> dict[Texts, str]:
    """What Babel finds in the source, each with the module where it stands."""
    found = extract_from_dir(SOURCE, keywords=KEYWORDS)
    return {texts(message): where for where, _line, message, _comments, _context in found}


def in_catalogue(catalog: Catalog) -> dict[Texts, Texts]:
    """What is translated, and into what."""
    return {texts(message.id): texts(message.string or "") for message in catalog if message.id}


def texts(message: str | Iterable[str]) -> Texts:
    return (message,) if isinstance(message, str) else tuple(message)


def nothing_in(problems: Iterable[str]) -> None:
    """Fails with each problem on a line of its own."""
    listed = sorted(problems)
    assert not listed, "\n".join(["", *listed])


@pytest.fixture(scope="module")
def dutch() -> Catalog:
    with PO.open("rb") as file:
        return read_po(file, locale="nl")


@pytest.fixture(scope="module")
def modules() -> dict[str, ast.Module]:
    paths = sorted(SOURCE.rglob("*.py"))
    return {str(path.relative_to(SOURCE)): ast.parse(path.read_text("utf-8")) for path in paths}


def test_every_sentence_in_the_source_has_a_dutch_translation(dutch: Catalog) -> None:
    done = {message for message, strings in in_catalogue(dutch).items() if all(strings)}
    nothing_in(
        f"{where}: {message}" for message, where in in_source().items() if message not in done
    )


def test_no_translation_is_left_of_a_sentence_that_is_gone(dutch: Catalog) -> None:
    left = in_catalogue(dutch).keys() - in_source().keys()
    nothing_in(map(repr, [*left, *dutch.obsolete]))


def test_no_translation_is_a_guess(dutch: Catalog) -> None:
    nothing_in(repr(message.id) for message in dutch if message.fuzzy)


def test_every_translation_has_the_placeholders_of_its_sentence(dutch: Catalog) -> None:
    nothing_in(
        f"{sentence} -> {string}"
        for message, strings in in_catalogue(dutch).items()
        for sentence, string in zip(message, strings, strict=True)
        if placeholders(string) != placeholders(sentence)
    )


def placeholders(text: str) -> tuple[list[str], list[str]]:
    """What `format` fills in, in any order, and what `%` fills in, in that order."""
    fields = (f"{name}!{how}:{spec}" for _text, name, spec, how in Formatter().parse(text) if name)
    return sorted(fields), re.findall(r"%(?:\(\w+\))?[a-z]", text)


def test_the_compiled_catalogue_is_up_to_date(dutch: Catalog) -> None:
    with PO.with_suffix(".mo").open("rb") as file:
        compiled = in_catalogue(read_mo(file))
    differing = in_catalogue(dutch).items() ^ compiled.items()
    nothing_in(f"compile it again: {message}" for message, _strings in differing)


def test_babel_finds_every_sentence_that_is_marked(modules: dict[str, ast.Module]) -> None:
    """It misses one that is marked inside another mark, or put together while running."""
    found = {text for message in in_source() for text in message}
    nothing_in(
        f"{where}:{call.lineno}: {ast.unparse(text)}"
        for where, tree in modules.items()
        for call in calls(tree)
        for text in call.args[: len(KEYWORDS.get(called(call), ()))]
        if isinstance(text, ast.JoinedStr)
        or (isinstance(text, ast.Constant) and text.value not in found)
    )


def test_no_text_on_screen_escapes_the_catalogue(modules: dict[str, ast.Module]) -> None:
    nothing_in(
        f"{where}:{call.lineno}: {text!r}"
        for where, tree in modules.items()
        for call in calls(tree)
        for argument in on_screen(call)
        for text in literals(argument)
        if re.search(r"[^\W\d_]", text) and text.strip() not in NAMES
    )


def calls(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def on_screen(call: ast.Call) -> Iterator[ast.expr]:
    """The arguments of a call that the user gets to see."""
    places = SHOWN.get(called(call), ())
    yield from (call.args[place] for place in places if place < len(call.args))
    yield from (each.value for each in call.keywords if each.arg in SHOWN_BY_NAME)


def literals(expression: ast.expr) -> Iterator[str]:
    """The literal texts that an expression can become, or that can become part of it."""
    match expression:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts) | ast.BoolOp(values=parts):
            for part in parts:
                yield from literals(part)
        case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, right=other):
            yield from literals(one)
            yield from literals(other)
        case ast.Call(func=ast.Attribute(value=text, attr="format" | "join")):
            yield from literals(text)
        case ast.Tuple(elts=[text, *_]):  # a text with its style
            yield from literals(text)


def test_the_dutch_form_has_the_names_that_schools_know(session: Session) -> None:
    form = fill(session, locale.catalogue("nl").gettext)
    assert form.title == "Formulier voor teamleren: van problemen naar oplossingen"
    assert [box.title for box in form.boxes] == [
        "Ons leerpunt / doel",
        "Idee voor de aanpak",
        "Beschrijving van de les of van de activiteiten",
        "Hoe en wanneer evalueren we?",
    ]


def test_a_date_is_written_in_dutch_as_the_dutch_do() -> None:
    say = locale.catalogue("nl").gettext
    assert long_date(dt.date(2026, 12, 21), say) == "maandag 21 december 2026"


@pytest.mark.parametrize("language", locale.LANGUAGES)
def test_every_date_that_we_write_can_be_read_back(language: str) -> None:
    say = locale.catalogue(language).gettext
    year = [dt.date(2026, 8, 1) + dt.timedelta(days=day) for day in range(365)]
    assert [read_day(long_date(day, say), year[0]) for day in year] == year


@pytest.mark.parametrize("name", ["nl_NL.UTF-8", "nl_BE", "nl", "NL_nl"])
def test_a_dutch_or_flemish_system_gets_dutch(name: str) -> None:
    assert locale.preferred(name) == "nl"


@pytest.mark.parametrize("name", ["de_DE", "en_GB.UTF-8", "C", "", None])
def test_any_other_system_gets_english(name: str | None) -> None:
    assert locale.preferred(name) == "en"


def test_a_language_that_we_do_not_have_speaks_english() -> None:
    assert locale.catalogue("de").gettext("Lesson plan") == "Lesson plan"
