"""Forms to export: a realistic one, awkward ones, and all that they say."""

import datetime as dt
from dataclasses import replace
from typing import Final

from strategies import MEETING
from teamflow.core.form import Box, Fact, Form, Paragraph, Part, Room, Table, fill
from teamflow.core.handout import Handout, hand_out
from teamflow.core.report import for_team
from teamflow.core.session import Participant, Plan, Session, Step
from teamflow.core.text import clean_line, clean_prose

SAVED: Final = dt.datetime(2026, 11, 21, 16, 5, tzinfo=dt.timezone(dt.timedelta(hours=1)))

AWKWARD: Final = (
    "# * $ _ @ < > & \\ \" ' ` ~ ^ { } [ ] | % = + -",
    '#eval("1+1") $x^2$ *vet* _schuin_ @label <label> \\u{41} // commentaar /* weg */',
    "<script>alert(1)</script> <!-- weg --> &lt;b&gt; &amp; &#65;",
    "[bold]vet[/bold] [@click=app.quit]weg[/]",
    "=1+1",
    "@SUM(A1:A9)",
    "+31 6",
    "-2",
    "BEGIN:VEVENT; a,b\\n",
    "x" * 10_000,
    "👩‍👩‍👧‍👦 👍🏽 ❤️ 🇳🇱 🏳️‍🌈",
    "كيف نساعد المزيد من الأطفال؟",
    "เราจะช่วยให้เด็กเข้าใจข้อความได้อย่างไร",
    "日本語 한국어 עברית Ελληνικά Кириллица",
    "e\u0301e\u0302n \u200b\u200d\ufeff x",
    "½ — … ✓ → ≥ 20 %",
    "{{ x }} {% y %} ${z}",
    "\ud800 \x1b[31mrood\x1b[0m \x00\x07\u202e",
)
"""What people paste, and what formats stumble over."""


def form_with(*parts: Part) -> Form:
    """An otherwise empty form with these parts in its first box."""
    return Form("nl", "Formulier", (), _boxes(parts))


def _boxes(parts: tuple[Part, ...]) -> tuple[Box, Box, Box, Box]:
    return Box(1, "doos", parts), Box(2, "doos", ()), Box(3, "doos", ()), Box(4, "doos", ())


def session_with(text: str) -> Session:
    """The realistic meeting, with `text` wherever somebody can type."""
    line, prose = clean_line(text) or "-", clean_prose(text)
    ideas = tuple(replace(idea, text=line, also=(line,)) for idea in MEETING.ideas)
    step, lesson = Step(line, (line,), line), f"{prose}\n{prose}"
    return replace(
        MEETING,
        school=line, team=line, theme=line, school_goal=line, chair=line, question=line,
        measure=line, ideas=ideas, parking_lot=(line, line),
        participants=(Participant(line), *MEETING.participants),
        choice=replace(MEETING.choice, why=line),
        plans=tuple(replace(plan, lesson=lesson, steps=(step,)) for plan in MEETING.plans),
        evaluation=replace(
            MEETING.evaluation,
            indicator=line, baseline=line, target=line, method=line, reporter=line,
        ),
    )  # fmt: skip


def crowded() -> Session:
    """Two hundred people, sixty steps, and a lesson that fills pages."""
    people = tuple(Participant(f"Deelnemer {number}") for number in range(200))
    steps = tuple(
        Step(f"Stap {number} van het plan", (f"Deelnemer {number}",), dt.date(2026, 12, 1))
        for number in range(60)
    )
    lesson = "\n".join(
        f"Regel {number}: eerst doen we het voor, dan samen." for number in range(90)
    )
    return replace(MEETING, participants=people, plans=(Plan(lesson=lesson, steps=steps),))


def leaders(session: Session = MEETING) -> Form:
    """The form as the school's leader gets it."""
    return fill(session, str)


def teams(session: Session = MEETING) -> Form:
    """The form as the team gets it, annex and all."""
    return for_team(session, str, SAVED)


def handout(session: Session = MEETING) -> Handout:
    """A session on its way to the team."""
    return hand_out(session, "team", str, SAVED)


def texts_of(form: Form) -> list[str]:
    """All that a form says, in its order; a fact's label and text are two of them."""
    told = [form.title]
    for fact in form.facts:
        told += [fact.label, fact.text]
    for box in form.boxes:
        told += [f"{box.number}. {box.title}", *_texts(box.parts)]
    for section in form.annex:
        told += [section.title, *_texts(section.parts)]
    return [text for text in told if text]


def _texts(parts: tuple[Part, ...]) -> list[str]:
    told: list[str] = []
    for part in parts:
        match part:
            case Paragraph(text):
                told.append(text)
            case Fact(label, text):
                told += [label, text]
            case Table(headings, rows):
                told += [cell for row in (headings, *rows) for cell in row]
            case Room():
                pass
    return told
