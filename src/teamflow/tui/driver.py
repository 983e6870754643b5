"""Keys from the terminal of Linux and macOS, waited for asleep.

Textual's own driver looks ten times a second whether a key has come. That is a third of what a
running clock costs, and all of what a paused one does, on a laptop that may be on its battery.
"""

import os
from codecs import getincrementaldecoder
from collections.abc import Iterable
from select import select
from typing import Final

from textual import constants
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

SILENCE: Final = constants.ESCAPE_DELAY + 0.02
"""Seconds after which an Esc is a key by itself, and not the beginning of another one."""


class SleepingDriver(LinuxDriver):
    """Reads keys as they come, and does nothing at all in between."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._doorbell, self._bell_push = os.pipe()

    def disable_input(self) -> None:
        """Stop reading keys."""
        os.write(self._bell_push, b"!")
        super().disable_input()

    def run_input_thread(self) -> None:
        """Hand over what is typed until there is no more reading, or no more terminal."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        wait: float | None = SILENCE
        while not self.exit_event.is_set():
            ready, _, _ = select([self.fileno, self._doorbell], [], [], wait)
            wait = SILENCE if ready else None
            if self._doorbell in ready:
                os.read(self._doorbell, 1)
                self.exit_event.wait(SILENCE)
            elif not ready:
                self._hand_over(parser.tick())
            elif typed := self._read():
                if text := decode(typed):
                    self._hand_over(parser.feed(text))
            else:
                return

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except OSError:  # the terminal has gone
            return b""

    def _hand_over(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)
