"""The app's end of the wire to the browser's window."""

from textual.drivers.web_driver import WebDriver


class OneReader(WebDriver):
    """Textual's own leaves its reader running for a tenth of a second when an app ends: where
    another begins at once, as after a rehearsal, the old reader would get its first key."""

    def stop_application_mode(self) -> None:
        """End, and hand over a wire that nobody reads from."""
        super().stop_application_mode()
        if self._key_thread.is_alive():
            self._key_thread.join()
