"""The chair's card: what to say in each phase, what to watch for, and what helps then.

Sentences to be read out as they stand, by somebody who chairs for the first time, and that may be
on the wall while the room looks on: they speak to colleagues, and point at nobody. Why they say
what they say: people who think alone first come up with more (Diehl & Stroebe 1987); first
collecting and then weighing is the turn rule of the nominal group technique; groups choose better
by criteria, and when they fix the measure first (Rietzschel 2006); a figure that is looked back
on soon helps a goal (Harkin 2016).
"""

from dataclasses import dataclass
from typing import Final

from teamflow.core.session import PhaseName
from teamflow.locale import N_


@dataclass(frozen=True)
class Pitfall:
    """What a chair may notice, and what to say then; message ids."""

    sign: str
    reply: str


@dataclass(frozen=True)
class Card:
    """For one phase: two or three sentences to begin with, and the pitfalls, those in the
    structure before those in the tone; message ids."""

    say: tuple[str, ...]
    watch: tuple[Pitfall, ...]


BEFORE: Final = (
    N_("The board is on, and the back row can read it."),
    N_("Paper and pens are on the table."),
    N_("You look after the structure and the tone; the clock and the form look after themselves."),
)
"""What a chair does before the meeting begins."""

CARDS: Final[dict[PhaseName, Card]] = {
    "question": Card(
        say=(
            N_("Good that we're all here: this time is ours, to learn from each other."),
            N_("Where do many children get stuck, and what do you find hard yourself?"),
            N_("We agree on one question, and on how we'll see that it worked."),
        ),
        watch=(
            Pitfall(
                N_("The question gets too big"),
                N_("Which part of this can we change in our own lessons within a month?"),
            ),
            Pitfall(
                N_("It's mostly about what doesn't work"),
                N_("That really is hard. Where in it is a chance for us?"),
            ),
        ),
    ),
    "think": Card(
        say=(
            N_("Now it's quiet for a while: we each write down a few possibilities."),
            N_("In silence we come up with more than when we start talking straight away."),
            N_("It needn't be good yet; nobody but you reads what you write."),
        ),
        watch=(
            Pitfall(
                N_("The talking starts already"),
                N_("Keep it for the round, then all of us get to hear it."),
            ),
            Pitfall(
                N_("Here and there the paper stays empty"),
                N_("One word is enough. What would you try tomorrow, if anything was allowed?"),
            ),
        ),
    ),
    "round": Card(
        say=(
            N_("We go round: each turn one idea, in one sentence."),
            N_("Everything goes on the board. First we collect; we weigh later."),
            N_("Nothing just now? Say pass, that's fine: your turn comes again."),
        ),
        watch=(
            Pitfall(
                N_("An idea becomes a story"),
                N_("I'd like to hear more of that later. How do we write it in one sentence?"),
            ),
            Pitfall(
                N_("“Yes, but …”"),
                N_("I'll put that on the parking lot; it's useful when we choose. Who's next?"),
            ),
        ),
    ),
    "choose": Card(
        say=(
            N_("We choose one idea, or two at most."),
            N_("Three questions help: does it make a difference, can we do it, can we measure it?"),
            N_("A quick choice that we all stand behind takes us further than a perfect one."),
        ),
        watch=(
            Pitfall(
                N_("The talk goes round in circles"),
                N_("We've heard both sides. Which idea shall we try out for a month?"),
            ),
            Pitfall(
                N_("Two ideas stand face to face"),
                N_("What does the other see that you see less of? Let's use both."),
            ),
        ),
    ),
    "plan": Card(
        say=(
            N_("Now we make it a real lesson: what do we do, step by step?"),
            N_("Each step gets two of us to carry it, and a day on which it's done."),
            N_("We keep it so small that we can begin next week."),
        ),
        watch=(
            Pitfall(
                N_("“We'll all do that together”"),
                N_("Lovely. Which two of us keep an eye on it, so that it really happens?"),
            ),
            Pitfall(
                N_("One of us takes on a lot"),
                N_("Thank you, that's a lot of work. With whom can you share a step?"),
            ),
        ),
    ),
    "evaluation": Card(
        say=(
            N_("How will we see that it works? We choose one number."),
            N_("Where are we now, and where do we want to be in about a month?"),
            N_("If it turns out differently, we've learned something too."),
        ),
        watch=(
            Pitfall(
                N_("“We'll notice by ourselves”"),
                N_("What do we see or count then? Let's write that down, with a date."),
            ),
            Pitfall(
                N_("The number feels like a mark"),
                N_("It's about our approach: not about one of us, and not about one child."),
            ),
        ),
    ),
    "close": Card(
        say=(
            N_("This is what we agreed: I'll read it out, and you say whether it's right."),
            N_("In about a month we begin with this: did it work?"),
            N_("Thank you all. What did a colleague bring in today that helped you?"),
        ),
        watch=(
            Pitfall(
                N_("Something new comes up"),
                N_("A good one to keep: I'll put it on the parking lot for next time."),
            ),
            Pitfall(
                N_("The bags are being packed"),
                N_("One more minute, then we all know what we do tomorrow."),
            ),
        ),
    ),
}
