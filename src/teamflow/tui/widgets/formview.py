"""The filled form on screen: four bordered boxes, as on paper."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from teamflow.core.form import Box, Fact, Form, Paragraph, Part, Room, Table, fill
from teamflow.core.session import Session
from teamflow.locale import _


class FormView(VerticalScroll):
    """Shows what the form says, box by box."""

    DEFAULT_CSS = """
    FormView {
        padding: 0 1 0 0; scrollbar-size-vertical: 1; border-left: outer $background;
        & .head { text-style: bold; color: $primary; margin-bottom: 1; }
        & > * { visibility: hidden; }
        &.-laid > * { visibility: visible; }
        & .box {
            border: round $primary; border-title-color: $primary; border-title-style: bold;
            padding: 0 1; min-height: 3; height: auto;
        }
        &:focus { border-left: outer $primary; }
    }
    """

    def compose(self) -> ComposeResult:
        yield Static(classes="head", markup=False)
        for number in range(1, 5):
            yield Static(classes="box", id=f"box{number}", markup=False)

    def lay(self, session: Session) -> None:
        """Show the form of this session."""
        self.add_class("-laid")
        form = fill(session, _)
        self.query_one(".head", Static).update(_head(form))
        for box in form.boxes:
            view = self.query_one(f"#box{box.number}", Static)
            view.border_title = f"{box.number}. {box.title}"
            view.update(_told(box))


def _head(form: Form) -> Content:
    facts = " · ".join(f"{fact.label}: {fact.text}" for fact in form.facts)
    return Content.assemble((form.title, "bold $primary"), "\n", (facts, "not bold $foreground"))


def _told(box: Box) -> Content:
    return Content("\n").join([_part(part) for part in box.parts])


def _part(part: Part) -> Content:
    match part:
        case Paragraph(text):
            return Content(text)
        case Fact(label, text):
            return Content.assemble((f"{label}: ", "bold"), text)
        case Table():
            rows = (" · ".join(filter(None, row)) for row in part.rows)
            return Content("\n").join(
                Content.assemble((f"{number}. ", "bold"), row)
                for number, row in enumerate(rows, start=1)
            )
        case Room():
            return Content("")
