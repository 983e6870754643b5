"""A small window above the meeting, which goes on under it."""

from typing import Any, ClassVar, Final, TypeVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.geometry import Region, Size
from textual.screen import ModalScreen, Screen

from teamflow.locale import _
from teamflow.tui.screens.room import fit

Result = TypeVar("Result")
ROOMY: Final = 23
"""Rows from which the question stays in sight above a window; below it only the phase does."""
HEIGHTS: Final = [(0, "-low"), (ROOMY, "-high"), (34, "-tall"), (40, "-vast")]
A_FIFTH: Final = 5
"""The part of the rows that stays in sight above a window, at most."""


class Paper(Container):
    """Clean paper that a window stands on: nothing of what's under it peeps out beside it."""

    DEFAULT_CSS = """
    Paper { dock: left; align: center middle; background: $background; }
    """

    def cover(self, region: Region) -> None:
        """Lie on that part of the screen."""
        self.styles.width, self.styles.height = region.size
        self.styles.margin = (region.y, 0, 0, 0)


class Dialog(ModalScreen[Result | None]):
    """Escape closes it without an answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", _("back"), key_display="Esc"),
    ]
    VERTICAL_BREAKPOINTS = HEIGHTS
    DEFAULT_CSS = """
    Dialog {
        background: transparent;
        & .window {
            width: 72; max-width: 94%; height: auto; max-height: 100%; padding: 1 2;
            background: $surface; border: round $primary;
        }
        & Menu { height: auto; max-height: 11; background: $surface; }
        & .title { text-style: bold; color: $primary; margin-bottom: 1; }
        & .hint { color: $quiet; margin-top: 1; }
        & .why-not { color: $warning; text-style: bold; }
        & .label { text-style: bold; color: $primary; margin-top: 1; }
        & .line { height: 1; }
        & .line LineField { width: 1fr; }
        & LineField, & Option { background: $background; }
        & LineField:focus { background: $panel; }
        & .window > KeyBar { dock: none; background: $surface; margin-top: 1; padding: 0; }
        &.-high Paper, &.-tall Paper, &.-vast Paper { padding-top: 1; }
        &.-low .window { padding: 0 1; }
        &.-low Menu { max-height: 9; }
        &.-tall Menu { max-height: 16; }
        &.-vast Menu { max-height: 24; }
    }
    """
    below: ClassVar[bool] = True
    """Whether the phase and the question stay in sight above it."""
    beside: ClassVar[bool] = True
    """Whether the name and the clock stay in sight at its right, where they stand there."""

    def compose(self) -> ComposeResult:
        fit(self)
        with Paper() as paper:
            yield from self.contents()
        yield (rest := Paper())
        self._lay(paper, rest)

    def contents(self) -> ComposeResult:
        """The window itself."""
        raise NotImplementedError

    def on_resize(self) -> None:
        self.call_after_refresh(self._lay_anew)

    def _lay_anew(self) -> None:
        if papers := tuple(self.query(Paper)):
            self._lay(*papers)

    def _lay(self, paper: Paper, rest: Paper) -> None:
        width, height = self.app.size
        side = self._side
        paper.cover(Region(0, self._top, *self.room))
        rest.cover(Region(0, side.bottom, width, height - side.bottom))
        rest.display = bool(side)

    @property
    def room(self) -> Size:
        """The columns and rows that a window may take: what must stay in sight is left free."""
        width, height = self.app.size
        side = self._side
        return Size(width - side.width, (side.bottom or height) - self._top)

    @property
    def _top(self) -> int:
        width, height = self.app.size
        most = height // A_FIFTH if height >= ROOMY else 1
        regions = (widget.region for widget in self._place.query(".in-sight") if self.below)
        bottoms = (region.bottom for region in regions if region.width == width)
        return max((bottom for bottom in bottoms if bottom <= most), default=0)

    @property
    def _side(self) -> Region:
        """Where the name and the clock stand at the right, one below the other; if they do."""
        _width, height = self.app.size
        regions = (widget.region for widget in self._place.query(".in-sight") if self.beside)
        sides = (each for each in regions if each.x > 0 and each.height > height // 2)
        return next(sides, Region())

    @property
    def _place(self) -> Screen[Any]:
        """The place above which this window is, or a stack of windows."""
        stack = self.app.screen_stack
        return next(screen for screen in reversed(stack) if not isinstance(screen, Dialog))

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close it; once, however often and quickly a key is pressed."""
        return super().dismiss(result) if self.is_current else AwaitComplete()

    def action_cancel(self) -> None:
        self.dismiss(None)
