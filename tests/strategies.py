"""Whole sessions: one realistic, and any that the record's own types allow."""

import datetime as dt
from dataclasses import fields, is_dataclass, replace
from types import UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Le, MaxLen, MinLen
from hypothesis import strategies as st
from pydantic import AwareDatetime
from pydantic.fields import FieldInfo

from teamflow.core.session import (
    Choice,
    Draft,
    Evaluation,
    Idea,
    Participant,
    Plan,
    Review,
    Round,
    Session,
    Span,
    Step,
    Tally,
    Timing,
    Vote,
)
from teamflow.core.text import Prose, clean_line, clean_prose

NASTY: Final = (
    "\"'\\\n\r\t \x00\x07\x1b\x7f\x85\x9b\xa0#=,.[]{}()\u2028\u202e\u200d\u200b\ufeff\ud800\ufffd"
    "éßñçĳŁءह한👩\U000e0001nlu0U"
)
"""What file formats, terminals and screens stumble over."""

texts = st.text(st.sampled_from(NASTY) | st.characters(exclude_categories=()), max_size=12)
lines = texts.map(clean_line)
proses = st.lists(texts, max_size=4).map("\n".join).map(clean_prose)
moments = st.datetimes(timezones=st.just(dt.UTC)).map(lambda at: at.replace(microsecond=0))
days = st.dates()


def records(kind: type, **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Any valid record of a kind; `fixed` gives some of its fields a strategy of their own."""
    hints = get_type_hints(kind, include_extras=True)
    drawn = {field.name: _of(hints[field.name]) for field in fields(kind)}
    return st.builds(kind, **(drawn | fixed))


def _of(hint: Any, limits: tuple[Any, ...] = ()) -> st.SearchStrategy[Any]:
    if get_origin(hint) is Annotated:
        base, *extras = get_args(hint)
        return _of(base, (*limits, *_flat(extras)))
    if get_origin(hint) in (Union, UnionType):
        return st.one_of(*(_of(option) for option in get_args(hint)))
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if get_origin(hint) is tuple:
        most = min([3, *(limit.max_length for limit in limits if isinstance(limit, MaxLen))])
        return st.lists(_of(get_args(hint)[0]), max_size=most).map(tuple)
    if isinstance(hint, type) and is_dataclass(hint):
        return records(hint)
    if hint is int:
        least: Any = next((limit.ge for limit in limits if isinstance(limit, Ge)), -9)
        last: Any = next((limit.le for limit in limits if isinstance(limit, Le)), 10**6)
        return st.integers(least, last)
    if hint is str:
        drawn = proses if get_args(Prose)[1] in limits else lines
        return drawn.filter(bool) if any(isinstance(x, MinLen) for x in limits) else drawn
    plain = {bool: st.booleans(), dt.date: days, AwareDatetime: moments, type(None): st.none()}
    return plain[hint]


def _flat(extras: list[Any]) -> list[Any]:
    """What pydantic hides in its fields."""
    return [
        limit
        for extra in extras
        for limit in (extra.metadata if isinstance(extra, FieldInfo) else [extra])
    ]


sessions: st.SearchStrategy[Session] = records(Session)


def _at(hour: int, minute: int) -> dt.datetime:
    return dt.datetime(2026, 11, 21, hour, minute, tzinfo=dt.UTC)


MEETING: Final = Session(
    id="0198c1d2a4f07e4b",
    date=dt.date(2026, 11, 21),
    school="De Regenboog",
    team="Onderbouw",
    theme="Begrijpend lezen",
    chair="Fatima",
    participants=(Participant("Fatima"), Participant("Joost"), Participant("Anneke", False)),
    phase="close",
    timings=(
        Timing("question", spans=(Span(_at(14, 30), _at(14, 38)),)),
        Timing(
            "round",
            minutes=10,
            extra=1,
            spans=(Span(_at(14, 44), _at(14, 50)), Span(_at(14, 52), _at(14, 57))),
        ),
    ),
    closed=_at(15, 20),
    question="Hoe helpen we meer kinderen in groep 6 om een tekst écht te begrijpen?",
    measure="Meer kinderen halen de toets",
    ideas=(
        Idea(1, "Hardop denkend voordoen bij elke tekst", ticks=2),
        Idea(2, 'Minder "vragen achteraf", meer praten tijdens'),
        Idea(4, "Twee weken één thema", also=("Rijkere teksten",)),
    ),
    parking_lot=("Past dit in het rooster?",),
    round=Round(turn="Joost", passes=2),
    choice=Choice(
        votes=(
            Vote("dots", (1, 2, 4), closed=True, tallies=(Tally(1, 4), Tally(2, 1), Tally(4, 1))),
        ),
        chosen=(1,),
        why="We kunnen morgen beginnen",
    ),
    plans=(
        Plan(
            lesson="Eerst doen we voor.\nDan doen we het samen.\n\nDan alleen.",
            steps=(
                Step("Teksten kiezen", ("Joost", "Fatima"), dt.date(2026, 12, 1)),
                Step("Bij elkaar kijken", ("Anneke",), "na de kerstvakantie"),
            ),
        ),
    ),
    evaluation=Evaluation(
        "D- en E-scores in groep 6", "20 %", "15 %", "Toets", "Anneke", dt.date(2026, 12, 21)
    ),
    next_meeting=dt.date(2026, 12, 21),
    scores=(4, 5, 4),
    drafts=(Draft("why", "We kunnen"),),
)
"""A realistic meeting that has something in every part."""

SAVED: Final = _at(15, 21)

REVIEWED: Final = replace(
    MEETING,
    evaluation=replace(
        MEETING.evaluation,
        review=Review(dt.date(2026, 12, 21), "partly", "17 %", "Voordoen kost tijd", "adapt"),
    ),
)
"""The same meeting a month later, when the team has looked back on it."""
