"""What all panes have in common: fields that are kept, actions that may be refused."""

from collections.abc import Callable, Mapping
from pathlib import Path

from textual.containers import Container
from textual.message import Message

from teamflow.core.actions import Action
from teamflow.core.refusal import Refused
from teamflow.core.session import Session
from teamflow.live import Live
from teamflow.locale import _
from teamflow.tui.drafts import Drafts
from teamflow.tui.widgets.clock import BigClock
from teamflow.tui.widgets.field import Entered, Kept

Writes = Mapping[str, tuple[Callable[[Session], str], Callable[[str], Action]]]
"""For a field's name: how the session tells its text, and which action enters it."""


class Said(Message):
    """The pane has something to say in the notice line; empty text takes the line away."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class Asked(Message):
    """The pane wants a line from the chair."""

    def __init__(self, name: str, prompt: str, then: Callable[[str], object]) -> None:
        super().__init__()
        self.name, self.prompt, self.then = name, prompt, then


def styles(module: str) -> str:
    """The style sheet that stands beside a module, by the module's file. Handed over as a class's
    own styles it's read and parsed once, and not before there is such a pane."""
    return Path(module).with_suffix(".tcss").read_text(encoding="utf-8")


class Pane(Container, can_focus=True):
    """The content of one phase. It shows the session and owns nothing but text being typed."""

    DEFAULT_CSS = styles(__file__)
    SCOPED_CSS = False  # what a pane looks like depends on the room that its screen has
    bare = False
    """Whether everything around the pane is left out."""
    by_phone: frozenset[str] = frozenset()
    """Who votes and answers with a phone, and needn't be asked."""

    def __init__(self, live: Live, drafts: Drafts) -> None:
        super().__init__()
        self.live, self.drafts = live, drafts

    @property
    def writes(self) -> Writes:
        """The fields whose text is part of the record as it stands."""
        return {}

    def show(self, session: Session) -> None:
        """Show the session as it is now."""
        for field in self.fields():
            if writes := self.writes.get(field.name or ""):
                field.sync(writes[0](session))

    def allow_focus(self) -> bool:
        # Letters typed here would vanish, so it's for panes without a field only.
        return not self.fields()

    def fields(self) -> list[Kept]:
        """Every field in the pane, in the order of the screen."""
        return [field for field in self.query("*") if isinstance(field, Kept)]

    def rest(self, resting: bool) -> None:
        """Show no cursor while letters go elsewhere."""

    def clocks(self) -> list[BigClock]:
        """The clocks that the meeting keeps at the right time."""
        return list(self.query(BigClock))

    def act(self, action: Action) -> bool:
        """Dispatch an action; say why where it's refused."""
        try:
            self.live.dispatch(action)
        except Refused as refusal:
            self.post_message(Said(refusal.told(_)))
            return False
        self.post_message(Said(""))
        return True

    def say(self, text: str) -> None:
        """Show a line of text under the pane."""
        self.post_message(Said(text))

    def on_mount(self) -> None:
        self.show(self.live.session)
        for field in self.fields():
            self.drafts.resume(field)

    def on_entered(self, event: Entered) -> None:
        event.stop()
        if event.field.name in self.writes and not self.enter(event.field):
            event.field.focus()

    def enter(self, field: Kept) -> bool:
        """Take what stands in a field into the record, if it changed."""
        name = field.name or ""
        if not field.draft:
            return True
        if not self.attempt(lambda: self.writes[name][1](field.typed)):
            return False
        field.entered()
        field.sync(self.writes[name][0](self.live.session))
        self.drafts.forget(name)
        return True

    def commit(self) -> bool:
        """Enter everything that stands in the fields of the record, before moving on; says
        whether all of it could be entered."""
        entered = [self.enter(field) for field in self.fields() if field.name in self.writes]
        return all(entered)

    @property
    def reservation(self) -> str:
        """What the chair may want to hear once before going on; empty when all is well."""
        return ""

    def attempt(self, make: Callable[[], Action]) -> bool:
        """Make an action from what was typed, and dispatch it; say why where either is refused."""
        try:
            action = make()
        except Refused as refusal:
            self.say(refusal.told(_))
            return False
        return self.act(action)

    def ask(self, name: str, prompt: str, then: Callable[[str], object]) -> None:
        """Ask the chair for a line, under the pane; `then` gets it, unless cancelled."""
        self.post_message(Asked(name, prompt, then))

    def focus_first(self) -> Kept | None:
        """Put the cursor where typing makes sense: where somebody was typing, else in the first
        empty field; None where there's nothing to type."""
        fields = self.fields()
        wanted = (
            *(field for field in fields if field.draft),
            *(field for field in fields if not field.typed),
            *fields,
        )
        field = next(iter(wanted), None)
        if field is not None:
            field.focus()
        return field
