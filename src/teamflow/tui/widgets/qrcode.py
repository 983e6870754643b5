"""A QR code, black on white whatever the theme: what phones read best."""

from functools import lru_cache
from itertools import product
from typing import Final

from textual.content import Content
from textual.widget import Widget

from teamflow.tui.plain import is_plain

QUIET: Final = (4, 2)
"""Modules of white around it. The standard asks for four; where that's too much, two will do."""
LARGEST: Final = 4
HALVES: Final = {(1, 1): "█", (1, 0): "▀", (0, 1): "▄", (0, 0): " "}


class QrCode(Widget):
    """An address as a QR code, as large as it's given room for; nothing where that isn't enough."""

    DEFAULT_CSS = "QrCode { width: auto; height: auto; color: #000000; background: #FFFFFF; }"

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[str, ...] = ()

    def show(self, text: str, columns: int, rows: int) -> None:
        """Show `text` within that many cells of the terminal."""
        self._lines = drawn(text, columns, rows, halves=not is_plain(self.app))
        self.refresh(layout=True)

    def render(self) -> Content:
        return Content("\n".join(self._lines))


@lru_cache(maxsize=16)
def drawn(text: str, columns: int, rows: int, *, halves: bool = True) -> tuple[str, ...]:
    """The lines of the largest QR code that fits in `columns` by `rows` cells; none where none
    fits. Two modules, one above the other, share a cell; without `halves` each of them takes two,
    side by side. Capitals make a smaller code than
    small letters do."""
    import segno  # nothing that's needed before somebody is invited

    code = segno.make(text, error="l", micro=False, boost_error=False)
    for scale, quiet in product(range(LARGEST, 0, -1), QUIET):
        modules = [list(row) for row in code.matrix_iter(scale=scale, border=quiet)]
        lines = _halved(modules) if halves else _whole(modules)
        if len(lines[0]) <= columns and len(lines) <= rows:
            return lines
    return ()


def _whole(modules: list[list[int]]) -> tuple[str, ...]:
    return tuple("".join("██" if module else "  " for module in row) for row in modules)


def _halved(modules: list[list[int]]) -> tuple[str, ...]:
    if len(modules) % 2:
        modules.append([0] * len(modules[0]))
    return tuple(
        "".join(HALVES[upper, lower] for upper, lower in zip(*pair, strict=True))
        for pair in zip(modules[::2], modules[1::2], strict=True)
    )
