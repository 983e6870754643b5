"""From a start to the first picture, and to the whole of it."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from random import Random
from time import perf_counter
from typing import Final

from bench.pairs import Finding, paired, ratios
from bench.place import IDEAS, QUESTION, TEAMFLOW, Place, reference
from bench.terminal import Terminal
from teamflow.locale import catalogue

SMALLEST: Final = ("╶┴╴╰─╯", "palette")
"""What the smallest app draws first, its digits, and last, its footer."""


def measure(place: Place, pairs: int, chance: Random) -> Iterator[Finding]:
    """Home, a question about the version, and back into a round."""
    say = catalogue("nl").gettext
    home = (
        say("From a question to a better lesson, together."),
        QUESTION,
        say("other colours"),
    )
    back = (QUESTION, IDEAS[0], IDEAS[-1], say("type the idea"))
    smallest = partial(_drawn, place, reference("smallest"), SMALLEST)

    frames = paired(partial(_drawn, place, [TEAMFLOW], home), smallest, pairs, chance)
    firsts = ratios([(ours[0], theirs[0]) for ours, theirs in frames])
    yield Finding("home screen, 1,000 sessions: first frame", firsts, 1.20)
    fulls = ratios([(ours[1], theirs[1]) for ours, theirs in frames])
    yield Finding("home screen, 1,000 sessions: full frame", fulls, 1.25)

    asked = partial(_ran, place, [TEAMFLOW, "--version"])
    nothing = partial(_ran, place, [sys.executable, "-c", "pass"])
    yield Finding("`teamflow --version`", ratios(paired(asked, nothing, pairs, chance)), 2.5)

    opened = partial(_drawn, place, [TEAMFLOW, "open", str(place.round)], back)
    fulls = ratios(
        [(ours[1], theirs[1]) for ours, theirs in paired(opened, smallest, pairs, chance)]
    )
    yield Finding("back into a round with fifteen ideas: full frame", fulls, 1.5)


def _drawn(place: Place, command: Sequence[str], texts: Sequence[str]) -> tuple[float, float]:
    """Seconds until the first of these texts was on the screen, and until all were."""
    with Terminal(command, place.environ()) as terminal:
        return terminal.until(texts[0]), terminal.until(*texts)


def _ran(place: Place, command: Sequence[str]) -> float:
    begun = perf_counter()
    subprocess.run(command, env=place.environ(), check=True, capture_output=True)
    return perf_counter() - begun
