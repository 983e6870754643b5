"""Who has been heard: everyone's name with a mark, or only the marks where names don't fit."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content
from textual.widget import Widget

from teamflow.tui.marks import DONE, HERE, TO_COME

GAP: Final = "  "


class Heard(Widget):
    """One row, the same whether somebody spoke up, put it on paper or tapped it on a phone."""

    DEFAULT_CSS = "Heard { height: 1; padding: 0 1; text-wrap: nowrap; }"

    def __init__(self) -> None:
        super().__init__()
        self._told: tuple[tuple[str, str], ...] = ()
        self._counted = ""

    def tell(
        self,
        everyone: Sequence[str],
        heard: Sequence[str],
        now: str | None = None,
        *,
        counted: str,
    ) -> None:
        """Show of `everyone` who is in `heard`, and whose turn it is `now`; where names don't
        fit, `counted` tells how many: the words for {heard} of {people}."""
        self._counted = counted
        told = tuple(
            (HERE if name == now else DONE if name in heard else TO_COME, name) for name in everyone
        )
        if told != self._told:
            self._told = told
            self.refresh()

    def render(self) -> Content:
        names = Content(GAP).join(_styled(mark, f"{mark} {name}") for mark, name in self._told)
        if names.cell_length <= self.content_size.width:
            return names
        marks = Content("").join(_styled(mark, mark) for mark, _name in self._told)
        heard = sum(mark == DONE for mark, _name in self._told)
        told = self._counted.format(heard=heard, people=len(self._told))
        return Content(GAP).join([marks, Content(told)])


def _styled(mark: str, text: str) -> Content:
    return Content.styled(text, "bold $primary" if mark == HERE else "")
