"""The people of the team, each with a key of their own for here or not."""

import re
from dataclasses import replace
from string import ascii_lowercase, ascii_uppercase
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType

from teamflow.core.rules.people import same_name
from teamflow.core.session import Participant
from teamflow.core.text import clean_line
from teamflow.locale import _
from teamflow.tui.widgets.menu import Menu, Row

LETTERS: Final = ascii_lowercase + ascii_uppercase
_BETWEEN: Final = re.compile(r"[,;\n]+")


class Roster(Menu):
    """A list in which a person's letter says that they're here, or not."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn", _("here or not"), key_display="a, b …"),
        Binding("delete,backspace", "remove", _("off the list"), key_display="Del"),
        Binding("tab,enter", "app.focus_next", show=False),
    ]

    def __init__(self, people: tuple[Participant, ...]) -> None:
        self.people = people
        super().__init__(len(people), self._told, lead=3)

    def allow_focus(self) -> bool:
        # While nobody is on the list, names would be typed here by mistake, and vanish.
        return bool(self.people)

    def _told(self, place: int) -> Row:
        person = self.people[place]
        letter = LETTERS[place] if place < len(LETTERS) else " "
        away = "" if person.present else _("not here")
        mark = "✓" if person.present else "–"
        return Row(person.name, person.name, lead=f"{letter} {mark}", tail=away)

    def add(self, names: str) -> None:
        """Put names on the list that aren't on it yet; several have commas between them."""
        for name in map(clean_line, _BETWEEN.split(names)):
            if name and not any(same_name(name, person.name) for person in self.people):
                self.become((*self.people, Participant(name)))

    def on_key(self, event: events.Key) -> None:
        place = LETTERS.find(event.character or "?")
        if 0 <= place < len(self.people):
            event.stop()
            self._toggle(place)

    def action_turn(self) -> None:
        if self.people:
            self._toggle(self.marked)

    def action_pick(self) -> None:
        self.action_turn()

    def action_remove(self) -> None:
        if self.people:
            self.become(self.people[: self.marked] + self.people[self.marked + 1 :])

    def _toggle(self, place: int) -> None:
        person = replace(self.people[place], present=not self.people[place].present)
        self.become((*self.people[:place], person, *self.people[place + 1 :]))

    def become(self, people: tuple[Participant, ...]) -> None:
        """Put these on the list, instead of whoever stood there."""
        self.people = people
        self.fill(len(people), self._told)
