"""Phones with a real browser, and the room that they come to."""

import datetime as dt
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib import resources
from pathlib import Path
from typing import Final, Literal

import pytest
from playwright.async_api import Browser, Locator, Page, Route, async_playwright, expect

from meeting import TEAM, set_up_for
from teamflow.core import actions as a
from teamflow.core.session import Session
from teamflow.core.setup import begin
from teamflow.join.deeds import Command
from teamflow.join.room import Room
from teamflow.live import Live
from teamflow.locale import catalogue

PATIENCE: Final = 15_000
"""Milliseconds after which what should be seen will never come."""
SMALLEST: Final = 320
"""The narrowest screen that counts, in CSS pixels (WCAG 2.2, 1.4.10)."""
FINGER: Final = 44
"""How high what one taps must be, in CSS pixels (WCAG 2.2, 2.5.5)."""
HERE: Final = "127.0.0.1"

SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")

AXE: Final = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RULES: Final = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
"""All that axe-core knows, with the one rule of WCAG 2.2 AA that it leaves out by itself."""

expect.set_options(timeout=PATIENCE)


class Forgetful:
    """Keeps nothing: what is tested here isn't what is saved."""

    def save(self, session: Session, at: dt.datetime) -> None:
        pass


class Hall:
    """A room with its chair, who holds the keys, and with the phones in it."""

    def __init__(self, browser: Browser, place: Path, now: Callable[[], dt.datetime]) -> None:
        session = begin(set_up_for(*TEAM), "2026-11-23-groep-6", now())
        self.live = Live(session, Forgetful(), now)
        self.pressed: list[Command] = []
        self.room = Room(self.live, place, self.live.dispatch, self.pressed.append, lambda: None)
        self._browser = browser

    def does(self, *actions: a.Action) -> None:
        """What the chair does at the keys."""
        for action in actions:
            self.live.dispatch(action)

    @property
    def board(self) -> list[str]:
        """The ideas that everybody sees."""
        return [idea.text for idea in self.live.session.ideas]

    async def phone(self, *, language: str = "en", width: int = 360) -> "Phone":
        """A phone that has just scanned the code."""
        return await self._opened(self.room.url, language, width)

    async def remote(self) -> "Phone":
        """The chair's own phone."""
        return await self._opened(self.room.remote_url, "en", 360)

    async def _opened(self, url: str, language: str, width: int) -> "Phone":
        context = await self._browser.new_context(
            viewport={"width": width, "height": 740},
            locale=language,
            has_touch=True,
            is_mobile=True,
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE)
        phone = Phone(await context.new_page(), language)
        await phone.page.goto(url)
        return phone


class Phone:
    """What one person sees and taps. Texts are in English: they're looked for in the phone's own
    language."""

    def __init__(self, page: Page, language: str = "en") -> None:
        self.page = page
        self.say = catalogue(language).gettext
        self.troubles: list[str] = []
        page.on("pageerror", lambda error: self.troubles.append(str(error)))

    async def sits_down_as(self, name: str) -> None:
        await self.taps(name)
        await self.sees("You are {name}", name=name)

    async def taps(self, text: str, **values: object) -> None:
        """Tap the button that is called so."""
        await self._button(text, **values).click()

    async def taps_note(self, text: str) -> None:
        """Tap a line of the private list."""
        await self.note(text).click()

    async def adds(self, *texts: str) -> None:
        """Write down something for oneself."""
        for text in texts:
            await self.writes("What could help?", text)
            await self.page.keyboard.press("Enter")
            await expect(self.note(text)).to_be_visible()

    async def writes(self, label: str, text: str) -> None:
        await self.field(label).fill(text)

    async def tells(self, heading: str, **values: object) -> None:
        """Wait for what the page is about."""
        main = self.page.get_by_role("heading", level=1)
        await expect(main).to_have_text(self.say(heading).format(**values))

    async def sees(self, text: str, **values: object) -> None:
        shown = self.page.get_by_text(self.say(text).format(**values), exact=True)
        await expect(shown.filter(visible=True).first).to_be_visible()

    async def misses(self, text: str, **values: object) -> None:
        shown = self.page.get_by_text(self.say(text).format(**values), exact=True)
        await expect(shown.filter(visible=True)).to_have_count(0)

    async def loses_the_network(self) -> None:
        await self.page.context.set_offline(True)

    async def finds_the_network(self) -> None:
        await self.page.context.set_offline(False)

    async def hears_no_answer_to_the_first(self, path: str) -> list[str]:
        """What is sent there arrives, but the first answer gets lost. Returns what is sent."""
        sent: list[str] = []

        async def lose(route: Route) -> None:
            sent.append(route.request.post_data or "")
            answer = await route.fetch()
            if len(sent) == 1:
                await route.abort()
            else:
                await route.fulfill(response=answer)

        await self.page.route(f"**/{path}", lose)
        return sent

    async def remembers(self) -> str:
        """All that is kept on the phone."""
        kept: str = await self.page.evaluate("JSON.stringify(localStorage)")
        return kept

    def field(self, label: str) -> Locator:
        return self.page.get_by_label(self.say(label), exact=True)

    def note(self, text: str) -> Locator:
        return self.page.locator("#list .row", has_text=text)

    @property
    def list(self) -> Locator:
        """The private list, as far as nothing in it is being changed."""
        return self.page.locator("#list .row .typed")

    def _button(self, text: str, **values: object) -> Locator:
        return self.page.get_by_role("button", name=self.say(text).format(**values), exact=True)

    async def is_for_everyone(self) -> None:
        """Nothing for axe-core to find, light and dark; nothing to scroll sideways for; all that
        one taps fits a finger; and no script stumbled."""
        await self.page.evaluate(AXE)
        for scheme in SCHEMES:
            await self.page.emulate_media(color_scheme=scheme)
            found = await self.page.evaluate(
                "async (rules) => (await axe.run(rules)).violations", RULES
            )
            assert found == [], found
        await self.fits()
        small = await self.page.evaluate(_TOO_SMALL, FINGER)
        assert small == [], small
        assert self.troubles == [], self.troubles

    async def fits(self) -> None:
        """Nothing to scroll sideways for."""
        beyond = await self.page.evaluate(_BEYOND)
        assert beyond == [], beyond

    async def reads_at_twice_the_size(self) -> None:
        await self.page.evaluate("document.documentElement.style.fontSize = '225%'")


_TOO_SMALL: Final = """(least) => Array.from(document.querySelectorAll("button, input, textarea"))
    .filter((each) => each.offsetParent && each.getBoundingClientRect().height < least)
    .map((each) => each.outerHTML)"""

_BEYOND: Final = """() => {
    const width = document.documentElement.clientWidth;
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    const outside = (rect) => rect.left < 0 || rect.right > width;
    const beyond = document.documentElement.scrollWidth > width
        ? Array.from(document.body.querySelectorAll("*"))
            .filter((each) => outside(each.getBoundingClientRect()))
            .map((each) => each.outerHTML)
        : [];
    const range = document.createRange();
    while (walker.nextNode()) {
        range.selectNodeContents(walker.currentNode);
        if (Array.from(range.getClientRects()).some(outside)) beyond.push(range.toString());
    }
    return beyond;
}"""
"""What doesn't fit in the width of the screen."""


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """The system's own browser."""
    program = shutil.which("chromium")
    if program is None:
        pytest.fail("These tests drive a real browser: install chromium.")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        await browser.close()


@asynccontextmanager
async def open_hall(
    browser: Browser, place: Path, now: Callable[[], dt.datetime]
) -> AsyncIterator[Hall]:
    """A room that is open, and closed with all its phones at the end."""
    hall = Hall(browser, place, now)
    await hall.room.open(HERE)
    yield hall
    await hall.room.close()
    for context in browser.contexts:
        await context.close()
