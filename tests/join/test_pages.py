"""The pages as they are served: small, alone, and without a door for anybody's script."""

import json
import re
from html.parser import HTMLParser
from typing import Any, Final

import pytest

from teamflow.join.pages import ASSETS, page, remote_page, words
from teamflow.locale import LANGUAGES, catalogue

BUDGET: Final = 60_000
"""Bytes of both pages and all that belongs to them."""

CODE: Final = "K7QM2XW9"
STYLES: Final = ("page.css", "scenes.css")
PAGES: Final = {"page.js": page, "remote.js": remote_page}
SPOKEN: Final = {
    "page.js": words.SPOKEN_BY_BOTH | words.SPOKEN_BY_PAGE,
    "remote.js": words.SPOKEN_BY_BOTH | words.SPOKEN_BY_REMOTE,
}
IMPORTED: Final = re.compile(r'^import .* from "\./(\w+\.js)";$', re.MULTILINE)
WORD: Final = re.compile(r'"([a-z]+(?:_[a-z]+)*)"')
NEWER: Final = re.compile(r"\?\.|\?\?|^await |structuredClone|replaceAll|\.at\(|:has\(|#\w+ =")
"""What a browser of 2018 doesn't know."""


class Seen(HTMLParser):
    """A page's elements with their attributes, and the words that go with it."""

    def __init__(self, html: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(html.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        if self.elements and data.strip():
            self.texts.append((self.elements[-1][0], data))

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _tag, attributes in self.elements if "id" in attributes]

    @property
    def words(self) -> dict[str, Any]:
        (text,) = (text for tag, text in self.texts if tag == "script")
        found: dict[str, Any] = json.loads(text)
        return found


def scripts_of(entry: str) -> dict[str, str]:
    """A page's script and all that it imports."""
    found = {entry: ASSETS[entry][1].decode()}
    waiting = [entry]
    while waiting:
        for name in IMPORTED.findall(found[waiting.pop()]):
            if name not in found:
                found[name] = ASSETS[name][1].decode()
                waiting.append(name)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_pages_with_all_that_belongs_to_them_are_small(language: str) -> None:
    say = catalogue(language).gettext
    pages = sum(len(draw(CODE, say, language)) for draw in PAGES.values())
    assert pages + sum(len(data) for _kind, data in ASSETS.values()) < BUDGET


@pytest.mark.parametrize("entry", PAGES)
def test_a_page_has_no_script_or_style_within_it(entry: str) -> None:
    seen = Seen(PAGES[entry](CODE, str, "en"))
    data, script = seen.all("script")
    assert data == {"type": "application/json", "id": "words"}
    assert script == {"type": "module", "src": f"/{CODE}/{entry}"}
    assert seen.all("style") == []
    for tag, attributes in seen.elements:
        assert not [name for name in attributes if name.startswith("on") or name == "style"], tag


@pytest.mark.parametrize("entry", PAGES)
def test_a_page_loads_only_what_is_below_its_own_code(entry: str) -> None:
    seen = Seen(PAGES[entry](CODE, str, "en"))
    links = [
        attributes[name]
        for _tag, attributes in seen.elements
        for name in ("src", "href")
        if name in attributes
    ]
    below = [f"/{CODE}/{name}" for name in (*STYLES, entry)]
    assert [link for link in links if link != "data:,"] == below


def test_nothing_points_elsewhere() -> None:
    everything = [data for _kind, data in ASSETS.values()]
    everything += [draw(CODE, str, "en") for draw in PAGES.values()]
    assert not [data for data in everything if re.search(rb"https?://|url\(|@import", data)]


def test_every_asset_belongs_to_a_page() -> None:
    scripts = scripts_of("page.js").keys() | scripts_of("remote.js").keys()
    assert ASSETS.keys() == scripts | {*STYLES}


@pytest.mark.parametrize("entry", PAGES)
def test_every_word_that_the_scripts_say_goes_with_the_page(entry: str) -> None:
    known = SPOKEN[entry].keys()
    asked = {
        word
        for script in scripts_of(entry).values()
        for call in re.findall(r"\bsay\(([^{;]*)", script)
        for word in WORD.findall(call)
    }
    states = {"close", "gone", "mine", "round", "seat", "think", "vote", "score"}
    assert asked - known <= states
    assert Seen(PAGES[entry](CODE, str, "en")).words == SPOKEN[entry]


@pytest.mark.parametrize("entry", PAGES)
def test_no_word_goes_along_that_no_script_says(entry: str) -> None:
    said = {word for script in scripts_of(entry).values() for word in WORD.findall(script)}
    assert SPOKEN[entry].keys() <= said


def test_every_word_that_stands_in_a_page_is_used() -> None:
    text = "".join(
        draw(CODE, lambda message: f"«{message}»", "nl").decode() for draw in PAGES.values()
    )
    assert not [
        message
        for message in words.STANDING.values()
        if f"«{message}»".replace("'", "&#x27;") not in text
    ]


@pytest.mark.parametrize("entry", PAGES)
def test_every_place_that_the_scripts_look_for_is_in_the_page(entry: str) -> None:
    wanted = {
        place
        for script in scripts_of(entry).values()
        for place in re.findall(r'\bfind\("([^"]+)"\)', script)
    }
    ids = Seen(PAGES[entry](CODE, str, "en")).ids
    assert wanted <= set(ids)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("entry", PAGES)
def test_every_button_and_field_has_a_name(entry: str) -> None:
    seen = Seen(PAGES[entry](CODE, str, "en"))
    labelled = {attributes["for"] for attributes in seen.all("label")}
    fields = seen.all("input") + seen.all("textarea")
    assert {attributes["id"] for attributes in fields} <= labelled


@pytest.mark.parametrize("entry", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_its_language_and_can_be_zoomed(entry: str, language: str) -> None:
    seen = Seen(PAGES[entry](CODE, str, language))
    assert seen.all("html") == [{"lang": language}]
    (viewport,) = (each["content"] for each in seen.all("meta") if each.get("name") == "viewport")
    assert viewport == "width=device-width, initial-scale=1"


@pytest.mark.parametrize("entry", PAGES)
def test_hostile_words_and_codes_stay_text(entry: str) -> None:
    hostile = "</script><script>alert(1)</script><!--\" onclick='x' & $code {x}"
    seen = Seen(PAGES[entry]('"><script>', lambda _: hostile, "en"))
    assert len(seen.all("script")) == 2
    assert set(seen.words.values()) == {hostile}
    (body,) = seen.all("body")
    assert body["data-code"] == '"><script>'
    assert not [attributes for _tag, attributes in seen.elements if "onclick" in attributes]


@pytest.mark.parametrize("name", [name for name in ASSETS if name.endswith(".js")])
def test_scripts_are_old_enough_and_put_in_texts_as_texts(name: str) -> None:
    kind, data = ASSETS[name]
    script = data.decode()
    assert kind == "text/javascript; charset=utf-8"
    code = re.sub(r"^ *//.*$", "", script, flags=re.MULTILINE)
    assert not NEWER.findall(code)
    assert not re.findall(
        r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|Function\(", code
    )
