"""The chair's cards as a page, to prepare with before the meeting."""

from collections.abc import Mapping
from typing import Final

from teamflow.core.coaching import BEFORE, CARDS
from teamflow.core.form import LANGUAGE, Box, Fact, Form, Paragraph, Part, Table
from teamflow.core.protocol import PROTOCOL, Phase
from teamflow.locale import N_, Say

TITLE: Final = N_("The chair's card: what to say, and when")


def briefing(say: Say, minutes: Mapping[str, int]) -> Form:
    """All cards in the language that `say` speaks, a box a phase. `minutes` is by phase name;
    a phase without takes what is expected of it."""
    return Form(
        language=say(LANGUAGE),
        title=say(TITLE),
        facts=(Fact(say(N_("Before you start")), " ".join(map(say, BEFORE))),),
        boxes=tuple(
            Box(number, say(phase.title), _parts(phase, minutes, say))
            for number, phase in enumerate(PROTOCOL, start=1)
        ),
        sheet="card",
    )


def _parts(phase: Phase, minutes: Mapping[str, int], say: Say) -> tuple[Part, ...]:
    card = CARDS[phase.name]
    time = say(N_("{n} min")).format(n=minutes.get(phase.name, phase.expected))
    return (
        Fact(say(N_("Time")), time),
        *(Paragraph(say(sentence)) for sentence in card.say),
        Table(
            headings=(say(N_("Do you notice this?")), say(N_("You could say:"))),
            rows=tuple((say(pitfall.sign), say(pitfall.reply)) for pitfall in card.watch),
            shares=(2, 3),
        ),
    )
