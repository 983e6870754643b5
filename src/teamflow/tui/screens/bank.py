"""The idea bank, over the running round: find an idea of an earlier meeting and bring it in."""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from teamflow.core.bank import PastIdea, number_of_wording, searched
from teamflow.core.form import OUTCOMES
from teamflow.core.session import Session
from teamflow.locale import _, ngettext
from teamflow.store.bank import past_ideas
from teamflow.tui.screens.dialog import Dialog
from teamflow.tui.widgets.field import LineField, after_typing
from teamflow.tui.widgets.keybar import KeyBar
from teamflow.tui.widgets.menu import Menu, Row

MOST: Final = 20_000
"""Ideas in the list, which is more than a thousand meetings have. Then it only costs memory."""

PORTION: Final = 40
"""Files after which the screen is brought up to date; at first it's sooner."""

SUCCESS: Final = "★"

HEIGHTS: Final = [(0, "-low"), (30, "-high")]


class Finds(Menu, can_focus=False):
    """The ideas, under the meetings that they come from. The cursor stays in the search line."""


class Bank(Dialog[PastIdea]):
    """Gives the idea that is picked, unless it's on the board already.

    Files are read one by one in a thread: a slow disk keeps nobody waiting, and between two of
    them it's the keys' turn.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "bring", _("put it on the board"), key_display="Enter", priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    Bank {
        & .window { width: 100%; max-width: 100%; height: 100%; padding: 0 2; }
        & #top { height: 2; }
        & .title { width: auto; margin: 0; }
        & #count { width: 1fr; text-align: right; color: $quiet; }
        & Finds { height: 1fr; max-height: 100%; margin: 0 0 1 0; overflow-x: hidden; }
        & #about { height: 3; }
        & .window > KeyBar { margin: 0; }
        &.-high .window { padding: 1 2; }
        &.-high Finds { margin: 1 0; }
        &.-high #about { height: 5; }
    }
    """
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, session: Session, folder: Path) -> None:
        super().__init__()
        self._session, self._folder = session, folder
        self._bank: list[tuple[PastIdea, str]] = []
        self._rows: list[tuple[PastIdea, bool]] = []
        self._wanted: list[str] = []
        self._reading = True

    def contents(self) -> ComposeResult:
        with Vertical(classes="window"):
            with Horizontal(id="top"):
                yield Static(_("From earlier meetings"), classes="title", markup=False)
                yield Static(id="count", markup=False)
            yield LineField("earlier", placeholder=_("search: a word, a team, an outcome"))
            yield Finds(0, self._row)
            yield Static(id="about", markup=False)
            yield KeyBar()

    def on_mount(self) -> None:
        self._show()
        self.run_worker(self._read())

    async def _read(self) -> None:
        files = past_ideas(self._folder, self._session.id)
        shown = 0
        for number in count():
            ideas = await asyncio.to_thread(next, files, None)
            if ideas is None or len(self._bank) >= MOST:
                break
            self._bank += ((idea, _words(idea)) for idea in ideas)
            if len(self._bank) > 2 * shown or number % PORTION == 0:
                shown = len(self._bank)
                self._show()
        self._reading = False
        self._show()

    def on_typed(self) -> None:
        self._search()

    def _search(self) -> None:
        """Look for what stands in the field now, of which the word may still be under way."""
        for field in self.query(LineField):  # none, for a moment, as it opens and as it closes
            wanted = field.typed.casefold().split()
            if wanted != self._wanted:
                self._wanted = wanted
                self._show()
                self._mark(Finds.action_jump, 0)

    def _show(self) -> None:
        found = [idea for idea, words in self._bank if all(part in words for part in self._wanted)]
        self._rows = list(_shelved(found))
        for finds in self.query(Finds):
            finds.fill(len(self._rows), self._row)
            self.query_one("#count", Static).update(self._counted(len(found)))
            self._describe()

    def _counted(self, n: int) -> str:
        if self._reading:
            told = ngettext("{n} idea, still looking …", "{n} ideas, still looking …", n)
        elif len(self._bank) >= MOST:
            told = _("{n} ideas, of the {all} newest")
        else:
            told = ngettext("{n} idea", "{n} ideas", n)
        return told.format(n=n, all=len(self._bank))

    def _row(self, place: int) -> Row:
        idea, leads = self._rows[place]
        if leads:
            return Row(_joined(self._origin(idea), idea.question or idea.theme))
        number = number_of_wording(self._session, idea.text)
        there = _("number {number} already").format(number=number) if number else ""
        return Row(idea.text, idea, tail=there or _fate(idea))

    def _origin(self, idea: PastIdea) -> str:
        """The meeting that an idea comes from; our own school goes without saying."""
        ours = idea.school == self._session.school
        return from_meeting(replace(idea, school="") if ours else idea)

    @property
    def _marked(self) -> PastIdea | None:
        value = self.query_one(Finds).value
        return value if isinstance(value, PastIdea) else None

    def _describe(self) -> None:
        """Tell in full what is marked."""
        self._tell(_about(self._marked) if self._marked else Content(self._nothing()))

    def _nothing(self) -> str:
        if self._reading:
            return ""
        if not self._bank:
            return _("No earlier meetings with ideas yet. Today's will be here next time.")
        return _("Nothing found. Try fewer words, or only the beginning of one.")

    def _tell(self, content: Content) -> None:
        self.query_one("#about", Static).update(content)

    def action_move(self, step: int) -> None:
        after_typing(self, lambda: self._travel(Finds.action_move, step))

    def action_page(self, step: int) -> None:
        after_typing(self, lambda: self._travel(Finds.action_page, step))

    def _travel(self, move: Callable[[Finds, int], None], step: int) -> None:
        self._search()
        self._mark(move, step)

    def _mark(self, move: Callable[[Finds, int], None], step: int) -> None:
        for finds in self.query(Finds):
            move(finds, step)
            self._describe()

    def action_bring(self) -> None:
        after_typing(self, self._bring)

    def on_menu_picked(self) -> None:
        self._bring()

    def _bring(self) -> None:
        self._search()
        idea = self._marked
        if idea is None:
            return
        number = number_of_wording(self._session, idea.text)
        if number is None:
            self.dismiss(idea)
        else:
            told = _("That's number {number} on the board already.").format(number=number)
            self._tell(Content("\n").join((_wording(idea), Content.styled(told, "bold $warning"))))


def from_meeting(idea: PastIdea) -> str:
    """The meeting that an idea comes from, in short: day, school, team."""
    return _joined(f"{idea.date:%d-%m-%Y}", idea.school, idea.team)


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def _words(idea: PastIdea) -> str:
    """All that's seen of an idea, and all by which it's remembered."""
    return "\n".join((searched(idea), from_meeting(idea).casefold(), _fate(idea).casefold()))


def _fate(idea: PastIdea) -> str:
    if idea.outcome is None:
        return _("not chosen")
    told = _("chosen: {outcome}").format(outcome=_(OUTCOMES[idea.outcome]))
    return f"{SUCCESS} {told}" if idea.outcome == "reached" else told


def _shelved(ideas: Iterable[PastIdea]) -> Iterator[tuple[PastIdea, bool]]:
    """The ideas, and in front of those of one meeting the first of them as its heading (True)."""
    last = None
    for idea in ideas:
        meeting = idea.date, idea.school, idea.team, idea.question
        if meeting != last:
            yield idea, True
        yield idea, False
        last = meeting


def _about(idea: PastIdea) -> Content:
    """An idea in full, and what came of it."""
    learned = _("We learned: {learned}").format(learned=idea.learned) if idea.learned else ""
    lesson = _("The lesson: {lesson}").format(lesson=" ".join(idea.lesson.split()))
    rest = (Content(text) for text in (learned, lesson if idea.lesson else "") if text)
    return Content("\n").join((_wording(idea), *rest))


def _wording(idea: PastIdea) -> Content:
    return Content.styled(" + ".join((idea.text, *idea.also)), "bold")
