"""The idea bank: what earlier meetings thought of, and what became of it.

Ideas that weren't chosen wait here for another day, and chosen ones come back once the team has
looked back on them. Who gave an idea is nobody's business here.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, get_args

from teamflow.core.session import PHASES, Outcome, Session
from teamflow.core.text import clean_line, clean_prose

_AFTER_THE_CHOICE: Final = PHASES[PHASES.index("choose") + 1 :]
_OUTCOMES: Final[Mapping[object, Outcome]] = {outcome: outcome for outcome in get_args(Outcome)}

Said = Mapping[str, object]
"""A table of a session's file: plain values that nobody has checked."""


@dataclass(frozen=True, slots=True)
class PastIdea:
    """An idea of an earlier meeting: its wording, those that were merged into it (`also`), and
    where it comes from. `outcome` is None for one that wasn't chosen; with an outcome come the
    `lesson` that carried it out and what was `learned` from it."""

    text: str
    also: tuple[str, ...]
    question: str
    team: str
    school: str
    theme: str
    date: dt.date
    outcome: Outcome | None = None
    lesson: str = ""
    learned: str = ""


def past_ideas(said: Said) -> tuple[PastIdea, ...]:
    """The ideas in what a session's file says, in the order of their board.

    A meeting that hasn't chosen yet has none, and of what was chosen only that which was looked
    back on counts. Values that no session could hold are passed over.
    """
    return tuple(_past_ideas(said))


def searched(idea: PastIdea) -> str:
    """All words by which an idea is found, casefolded."""
    words = (
        idea.text, *idea.also, idea.question, idea.team, idea.school, idea.theme, idea.lesson,
        idea.learned,
    )  # fmt: skip
    return "\n".join(words).casefold()


def number_of_wording(session: Session, text: str) -> int | None:
    """The number of the idea on the board, from 1, that says this in the same words, capitals
    aside; None where there is none."""
    wanted = text.casefold()
    for number, idea in enumerate(session.ideas, start=1):
        if wanted in (wording.casefold() for wording in (idea.text, *idea.also)):
            return number
    return None


def _past_ideas(said: Said) -> Iterator[PastIdea]:
    date = said.get("date")
    if type(date) is not dt.date or not _has_chosen(said):
        return
    chosen = _list(_table(said.get("choice")).get("chosen"))
    review = _table(_table(said.get("evaluation")).get("review"))
    reviewed = _OUTCOMES.get(_line(review.get("outcome")))
    for idea in _tables(said.get("ideas")):
        text = _line(idea.get("text"))
        is_chosen = idea.get("id") in chosen
        if not text or (is_chosen and reviewed is None):
            continue
        yield PastIdea(
            text,
            also=tuple(filter(None, map(_line, _list(idea.get("also"))))),
            question=_line(said.get("question")),
            team=_line(said.get("team")),
            school=_line(said.get("school")),
            theme=_line(said.get("theme")),
            date=date,
            outcome=reviewed if is_chosen else None,
            lesson=_lesson(said, idea.get("id")) if is_chosen else "",
            learned=_line(review.get("learned")) if is_chosen else "",
        )


def _has_chosen(said: Said) -> bool:
    return "closed" in said or said.get("phase") in _AFTER_THE_CHOICE


def _lesson(said: Said, id: object) -> str:
    """What was planned for an idea, or for all that were chosen together."""
    plans = _tables(said.get("plans"))
    lessons = (_prose(plan.get("lesson")) for plan in plans if plan.get("idea", id) == id)
    return "\n".join(filter(None, lessons))


def _tables(value: object) -> Iterator[Said]:
    return (item for item in _list(value) if isinstance(item, dict))


def _table(value: object) -> Said:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _line(value: object) -> str:
    return clean_line(value) if isinstance(value, str) else ""


def _prose(value: object) -> str:
    return clean_prose(value) if isinstance(value, str) else ""
