"""Whether everything on the wall can be read: every colour on every ground, in every theme.

Measured is what is drawn, not what the styles say: each cell of each place in :mod:`tour`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.cells import cell_len
from rich.color import Color, ColorSystem
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from textual.color import Color as Ground
from textual.filter import LineFilter, Monochrome
from textual.widget import Widget

from chair import Chair
from eye import RGB, grey, ratio
from teamflow.tui.sixteen import SIXTEEN
from teamflow.tui.themes import CONTRAST, THEMES
from tour import furnished, tour

FOR_THE_ROOM, FOR_THE_CHAIR = 7.0, 4.5
"""WCAG 2.2: success criteria 1.4.6 (AAA) and 1.4.3 (AA)."""

WHAT_THE_ROOM_READS = (
    "PhaseBar",  # of which only the phase that is on
    "#band",  # the learning question, from the second phase on
    "#question",  # the learning question while it's being put
    "#prompts",  # what the talk is about
    "BigClock",
    "BlockText",  # the name whose turn it is, and every other word in block letters
    "#rule",  # of the silence
    "#coming",  # who is next, how many ideas there are
    "Heard",  # of which only whose turn it is, and who has been heard
    "#address",  # where phones go
    "Board",  # the ideas, the dots, the choice
    "#criteria",
    "#offer",
    "#whose",  # whose idea or vote is typed
    "#which",  # the idea that the plan is for
    ".label",
    "LineField",
    "ProseField",
    "Option",
    "StepTable",
    "#agreed",
    "#remarks",
    "FormView",
    ".box",
    ".head",
    "#gaps",
    "#parked",
    "#until",
    "#mean",
    "Notice",
    ".prompt",  # what the line at the bottom asks for
    ".title",
)
"""Everything else is for the chair alone: keys, hints, headings, lists in windows, the folder."""

QUIET = ("PhaseBar", "LineField", "ProseField", "Board", "StepTable", "#prompts")
"""Where some of the words are for the chair alone, in the quiet colour: steps that were or are
still to come, an example in an empty field, that there is more than fits, what to start from."""

LINES = frozenset(map(chr, range(0x2500, 0x25A0)))
LETTERS = ("BigClock", "BlockText")
"""What is drawn with the same signs as edges and frames, but is to be read."""


XTERM = TerminalTheme(
    (0, 0, 0),
    (255, 255, 255),
    [(0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205),
     (0, 205, 205), (229, 229, 229)],
    [(127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255),
     (0, 255, 255), (255, 255, 255)],
)  # fmt: skip

MONOCHROME = Monochrome()
NOWHERE = Ground(0, 0, 0)


def with_256(style: Style) -> Style:
    return downgraded(style, ColorSystem.EIGHT_BIT)


def downgraded(style: Style, system: ColorSystem) -> Style:
    ink, ground = (each and each.downgrade(system) for each in (style.color, style.bgcolor))
    return style + Style.from_color(ink, ground)


def with_16(style: Style) -> Style:
    return downgraded(filtered(style, SIXTEEN), ColorSystem.STANDARD)


def without(style: Style) -> Style:
    return filtered(style, MONOCHROME)


def with_16_and_without(style: Style) -> Style:
    return with_16(without(style))


def filtered(style: Style, *filters: LineFilter) -> Style:
    segments = [Segment("", style)]
    for each in filters:
        segments = each.apply(segments, NOWHERE)
    assert segments[0].style is not None
    return segments[0].style


TERMINALS: dict[str, tuple[Callable[[Style], Style], float]] = {
    "all colours": (lambda style: style, FOR_THE_ROOM),
    "256 colours": (with_256, FOR_THE_ROOM),
    "16 colours": (with_16, FOR_THE_CHAIR),
    "NO_COLOR": (without, FOR_THE_ROOM),
    "NO_COLOR of 16": (with_16_and_without, FOR_THE_CHAIR),
}
"""What becomes of a style, and the contrast that can be promised there: the sixteen colours are
the terminal's, measured here as xterm has them."""


def ink_and_ground(style: Style) -> tuple[RGB, RGB]:
    ink, ground = (
        (colour or Color.default()).get_truecolor(XTERM) for colour in (style.color, style.bgcolor)
    )
    return (ground, ink) if style.reverse else (ink, ground)


@dataclass(frozen=True)
class Piece:
    """Cells in one style that belong to one widget."""

    text: str
    style: Style
    owner: Widget

    def __str__(self) -> str:
        ink, ground = ("#{:02X}{:02X}{:02X}".format(*colour) for colour in self.colours)
        return f"{self.text.strip()!r} in {self.owner.css_identifier}: {ink} on {ground}"

    @property
    def colours(self) -> tuple[RGB, RGB]:
        return ink_and_ground(self.style)

    def stands_in(self, selectors: Iterable[str]) -> bool:
        """Whether it's part of a widget that is meant by one of these."""
        meant = {each for selector in selectors for each in self.owner.screen.query(selector)}
        return not meant.isdisjoint(self.owner.ancestors_with_self)

    @property
    def is_a_line(self) -> bool:
        return set(self.text.strip()) <= LINES and not self.stands_in(LETTERS)

    def is_an_edge_that_is_not_shown(self) -> bool:
        return self.is_a_line and self.colours[0] == self.colours[1]

    def is_for_the_room(self) -> bool:
        if self.is_a_line:
            return False
        quiet = Color.parse(self.owner.app.theme_variables["quiet"]).get_truecolor()
        if self.colours[0] == quiet and self.stands_in(QUIET):
            return False
        return self.stands_in(WHAT_THE_ROOM_READS)


def pieces(chair: Chair) -> Iterator[Piece]:
    """Everything drawn on the screen that isn't blank."""
    screen = chair.app.screen
    for y, strip in enumerate(screen._compositor.render_strips()):
        x = 0
        for text, style, _control in strip:
            if text.strip() and style is not None:
                owner, _region = screen.get_widget_at(x + len(text) - len(text.lstrip()), y)
                if not (piece := Piece(text, style, owner)).is_an_edge_that_is_not_shown():
                    yield piece
            x += cell_len(text)


def faults(chair: Chair) -> Iterator[str]:
    """What is hard to read on the screen as it is, on one terminal or another."""
    all_of_it = FOR_THE_ROOM if chair.app.theme == CONTRAST.name else FOR_THE_CHAIR
    seen = {(each.style, each.owner, each.is_a_line): each for each in pieces(chair)}
    for piece in seen.values():
        room = piece.is_for_the_room()
        if room and (piece.style.dim or piece.style.italic or grey(piece.colours[0])):
            yield f"{piece}: dim, italic or grey"
        for terminal, (shown, most) in TERMINALS.items():
            contrast = ratio(*ink_and_ground(shown(piece.style)))
            if contrast < min(most, FOR_THE_ROOM if room else all_of_it):
                yield f"{piece} with {terminal}: {contrast:.1f}"


async def test_everything_can_be_read_in_every_theme(tmp_path: Path) -> None:
    hard = []
    async with furnished(tmp_path).opens() as chair:
        async for stop in tour(chair):
            for theme in THEMES:
                chair.app.theme = theme.name
                await chair.settles()
                hard += [f"{theme.name}, {stop}: {fault}" for fault in faults(chair)]
    assert not hard, "\n".join(hard)
