"""The gong: a sum of partials that are out of tune with each other, each fading in its own time.

A partial is a complex number that turns and shrinks a little with every sample; what is heard is
its imaginary part. A gong's partials aren't multiples of its lowest tone, two of them nearly meet
(that's its slow shimmer), and the higher ones fade first. The mallet is soft: it takes a moment
to land, and no high partial is struck hard.
"""

import cmath
import math
import wave
from array import array
from dataclasses import dataclass
from io import BytesIO
from itertools import accumulate, repeat
from operator import mul
from typing import Final

RATE: Final = 22_050
"""Samples per second."""
LOWEST: Final = 196.0
"""Hz. Much lower isn't heard from a laptop's own loudspeaker."""
PARTIALS: Final = (
    (1.000, 1.00, 0.36),
    (1.004, 0.35, 0.36),
    (1.483, 0.50, 0.28),
    (2.091, 0.42, 0.24),
    (2.756, 0.30, 0.18),
    (3.402, 0.20, 0.13),
    (4.178, 0.13, 0.09),
    (5.404, 0.08, 0.06),
)
"""For each: its pitch in LOWESTs, how hard it's struck, and after which part of the whole sound
it's down to a third (1/e)."""
ATTACK: Final = 0.018
"""Seconds in which the mallet lands."""
RELEASE: Final = 0.4
"""Seconds at the end in which what is left is let go, so that it ends without a click."""


@dataclass(frozen=True)
class Strike:
    """How the gong is struck: `loudness` is its highest peak, 1 the loudest that there is;
    it's heard for `seconds`."""

    loudness: float
    seconds: float


FULL: Final = Strike(0.7, 2.5)
SOFT: Final = Strike(0.3, 1.6)


def struck(strike: Strike) -> bytes:
    """A WAV file with one stroke: mono, 16 bits, RATE samples per second."""
    count = round(strike.seconds * RATE)
    partials = (_partial(*partial, count) for partial in PARTIALS)
    sound = [sum(turns).imag for turns in zip(*partials, strict=True)]
    shaped = [sample * _envelope(place, count) for place, sample in enumerate(sound)]
    scale = strike.loudness * 32_767 / max(map(abs, shaped))
    return _wav(array("h", (round(sample * scale) for sample in shaped)))


def _partial(pitch: float, force: float, fade: float, count: int) -> "accumulate[complex]":
    step = cmath.exp(complex(-1 / (fade * count), math.tau * pitch * LOWEST / RATE))
    return accumulate(repeat(step, count - 1), mul, initial=complex(force))


def _envelope(place: int, count: int) -> float:
    landed = min(1.0, place / (ATTACK * RATE))
    left = min(1.0, (count - 1 - place) / (RELEASE * RATE))
    return math.sin(landed * math.pi / 2) ** 2 * left


def _wav(samples: "array[int]") -> bytes:
    file = BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(samples.itemsize)
        sound.setframerate(RATE)
        sound.writeframes(samples.tobytes())
    return file.getvalue()
