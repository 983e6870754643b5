"""Lets the gong be heard, while the meeting goes on."""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Thread

from teamflow.store import atomic
from teamflow.store.reading import is_file

Player = Callable[[Path], bool]
"""Plays a WAV file to its end, and says whether it could; never raises."""
FindPlayers = Callable[[], Sequence[Player]]


class Loudspeaker:
    """One stroke at a time: who strikes again while it sounds hears that one out.

    The gong is made when it's first heard, and kept in `folder`. `find` looks for what can play
    it, best first; None says that there's nothing in this room. A player that fails isn't tried
    again; where none is left, `otherwise` is called, perhaps from another thread.
    """

    def __init__(
        self, folder: Path, find: FindPlayers | None, otherwise: Callable[[], object]
    ) -> None:
        self._folder, self._find, self._otherwise = folder, find, otherwise
        self._players: list[Player] | None = None if find else []
        self._sounding = False

    def sound(self, *, softly: bool) -> None:
        """Strike the gong, and don't wait for it."""
        if self._players == []:
            self._otherwise()
        elif not self._sounding:
            self._sounding = True
            Thread(target=self._sound, args=(softly,), daemon=True).start()

    def _sound(self, softly: bool) -> None:
        if not self._played(softly):
            self._otherwise()
        self._sounding = False

    def _played(self, softly: bool) -> bool:
        if self._players is None:
            self._players = list(self._find()) if self._find else []
        if not self._players:
            return False
        try:
            file = self._recorded(softly)
        except OSError:  # a full disk is told elsewhere: it's the sessions that matter
            return False
        while self._players:
            if self._players[0](file):
                return True
            del self._players[0]
        return False

    def _recorded(self, softly: bool) -> Path:
        """The file with the gong in it. Raises OSError."""
        from teamflow.tui.bell import gong  # most meetings are on before anything is heard

        file = self._folder / ("gong-soft.wav" if softly else "gong.wav")
        if not is_file(file):
            self._folder.mkdir(parents=True, exist_ok=True)
            atomic.write(file, gong.struck(gong.SOFT if softly else gong.FULL))
        return file
