"""`teamflow browse` at work, and a real browser at its address."""

import asyncio
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from types import TracebackType
from typing import Final, Self
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Page, WebSocket, async_playwright

from commands import Laptop

PATIENCE: Final = 30
"""Seconds after which what another process is busy with will never come."""
LOOK: Final = 0.03
"""Seconds from one look at a file to the next."""
LOOKS: Final = 1000
"""How often to look for what doesn't come."""
STEERING: Final = re.compile(r"\x1b(\[[\d;?<>=]*[$ ]?[a-zA-Z]|[\]P][^\x1b\x07]*(\x07|\x1b\\)|.)")
"""What tells a terminal how to draw, and where."""


class Served:
    """The command, from its start to its end. Its browser only notes which address it got."""

    def __init__(self, laptop: Laptop, *arguments: str) -> None:
        self._opened = laptop.here / "opened"
        self._errors = laptop.here / "errors"
        browser = laptop.here / "browser"
        browser.write_text(f"#!/bin/sh\nprintf %s \"$1\" > '{self._opened}'\n")
        browser.chmod(0o755)
        with self._errors.open("w") as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "teamflow", "browse", *arguments],
                cwd=laptop.here,
                env=laptop.environ | {"BROWSER": f"{browser} %s"},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )
        self.address = self._told_address()

    def _told_address(self) -> str:
        assert self._process.stdout is not None
        told = re.search(r"http://\S+", self._process.stdout.readline())
        if told is None:
            pytest.fail("no address was told")
        return told[0]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
        self._process.communicate(timeout=PATIENCE)

    @property
    def host(self) -> str:
        """The host and port."""
        return urlsplit(self.address).netloc

    def waits_for_the_browser(self) -> str:
        """Look until a browser has been started, and give the address that it got."""
        for _look in range(LOOKS):
            if self._opened.exists() and (address := self._opened.read_text()):
                return address
            time.sleep(LOOK)
        pytest.fail("no browser was started")

    @property
    def complaints(self) -> str:
        """What stands on the terminal that shouldn't."""
        return self._errors.read_text()

    def is_interrupted(self) -> int:
        """Press Ctrl+C, and give the exit code."""
        self._process.send_signal(signal.SIGINT)
        return self.ended()

    def ended(self) -> int:
        """Wait for the end, and give the exit code."""
        return self._process.wait(PATIENCE)


class Window:
    """A window of the browser: what it asked for, and what was drawn in it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[str] = []
        self.errors: list[str] = []
        self._drawn = ""
        self._drawing = asyncio.Event()
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("websocket", self._listens)

    def _listens(self, socket: WebSocket) -> None:
        self.asked.append(socket.url)
        socket.on("framereceived", self._is_drawn)

    def _is_drawn(self, frame: str | bytes) -> None:
        self._drawn += frame.decode() if isinstance(frame, bytes) else frame
        self._drawing.set()

    async def opens(self, address: str) -> None:
        await self.page.goto(address)

    async def sees(self, text: str) -> None:
        """Wait until this has been drawn since the last key."""
        try:
            async with asyncio.timeout(PATIENCE):
                while text not in self._text:
                    self._drawing.clear()
                    await self._drawing.wait()
        except TimeoutError:
            pytest.fail(f"no {text!r} in {self._text!r}")

    @property
    def _text(self) -> str:
        return " ".join(STEERING.sub(" ", self._drawn).split())

    async def presses(self, *keys: str) -> None:
        for key in keys:
            self._drawn = ""
            await self.page.keyboard.press(key)

    async def types(self, text: str) -> None:
        self._drawn = ""
        await self.page.keyboard.type(text)

    async def is_told(self, text: str) -> None:
        """Wait until the page itself says this, in the place of the terminal."""
        await self.page.wait_for_function(
            "told => [...document.querySelectorAll('p')].some("
            "p => getComputedStyle(p).opacity === '1' && p.textContent === told)",
            arg=text,
        )

    async def closes(self) -> None:
        await self.page.close()


@asynccontextmanager
async def browser() -> AsyncIterator[Callable[[], Awaitable[Window]]]:
    """A real browser: gives what opens a window of it."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    assert chromium, "Install Chromium (chromium or google-chrome): this test looks with it."
    async with async_playwright() as player:
        program = await player.chromium.launch(
            executable_path=Path(chromium), args=["--no-sandbox"]
        )
        context = await program.new_context(viewport={"width": 1280, "height": 720})

        async def new_window() -> Window:
            return Window(await context.new_page())

        yield new_window
        await program.close()
