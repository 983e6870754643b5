"""The few ideas that it comes down to, as large as they can stand: block letters, or a plate."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content
from textual.geometry import Size

from teamflow.locale import _
from teamflow.tui.lines import in_blocks
from teamflow.tui.widgets.columns import Card, shortened

LINES: Final = 3
"""In how many lines of block letters an idea can still be read."""
LARGEST: Final = 2
GOOD: Final = "bold $success"
PLATE: Final = "bold $success reverse"


def plated(cards: Sequence[Card], size: Size, *, halves: bool) -> list[Content]:
    """The lines that tell what was chosen; no more than there's room for."""
    blocks = _set([card.text for card in cards], size, size.height - 2 * len(cards) + 1, halves)
    return _headed(cards, [_styled(rows, GOOD) for rows in blocks], 1) or _in_words(cards, size)


def enlarged(cards: Sequence[Card], size: Size, *, halves: bool) -> list[Content]:
    """The lines of these cards in block letters; none where there's no room for those."""
    texts = [f"{card.number} {card.text}" for card in cards]
    first, *others = _set(texts, size, size.height - len(cards) + 1, halves) or [()]
    return _styled([*first, *(row for rows in others for row in ("", *rows))], "bold")


def _set(texts: Sequence[str], size: Size, rows: int, halves: bool) -> Sequence[Sequence[str]]:
    found = in_blocks(tuple(texts), size.width, rows, most=LINES, largest=LARGEST, halves=halves)
    return found or ()


def _styled(rows: Sequence[str], style: str) -> list[Content]:
    return [Content.styled(row, style) for row in rows]


def _in_words(cards: Sequence[Card], size: Size) -> list[Content]:
    texts = [Content(card.text).wrap(max(1, size.width - 4)) for card in cards]
    for blank, gap in ((1, 1), (0, 1), (0, 0)):
        plates = [_plate([line.plain for line in lines], blank) for lines in texts]
        told = _headed(cards, plates, gap)
        if len(told) <= size.height:
            return told
    each = max(1, size.height // len(cards) - 1)
    short = [_plate(_shortened(lines, each, size.width - 4), 0) for lines in texts]
    return _headed(cards, short, 0)[: size.height]


def _shortened(lines: Sequence[Content], rows: int, width: int) -> list[str]:
    told = [line.plain for line in lines]
    if len(told) <= rows:
        return told
    return [*told[: rows - 1], shortened(" ".join(told[rows - 1 :]), width)]


def _plate(lines: Sequence[str], blank: int) -> list[Content]:
    """Lines on a solid ground, with blank rows of it above and below."""
    width = max(Content(line).cell_length for line in lines)
    rows = [""] * blank + [*lines] + [""] * blank
    return [
        Content(f"  {row}").extend_right(width + 2 - Content(row).cell_length).stylize(PLATE)
        for row in rows
    ]


def _headed(cards: Sequence[Card], texts: Sequence[Sequence[Content]], gap: int) -> list[Content]:
    told: list[Content] = []
    for card, text in zip(cards, texts, strict=False):
        told += [Content("")] * gap if told else []
        told += [_head(card), *text]
    return told


def _head(card: Card) -> Content:
    told = _("★ chosen:")
    mark = f"  {card.mark}" if card.mark else ""
    return Content.assemble((f"{told} ", GOOD), (f"{card.number}{mark}", "bold $primary"))
