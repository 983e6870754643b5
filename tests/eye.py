"""What an eye makes of a colour. Colours are red, green and blue, from 0 to 255."""

import math
from typing import Final

RGB = tuple[int, int, int]
Vector = tuple[float, float, float]
Matrix = tuple[Vector, Vector, Vector]

BLINDNESSES: Final[dict[str, Matrix]] = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""One kind of cone missing altogether, in linear light: Machado, Oliveira & Fernandes, "A
physiologically-based model for simulation of color vision deficiency", IEEE TVCG 15 (2009)."""

_XYZ: Final[Matrix] = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_DAYLIGHT: Final[Vector] = (0.95047, 1.0, 1.08883)


def linear(colour: RGB) -> Vector:
    """The amount of light in sRGB's three channels, from 0 to 1 (IEC 61966-2-1)."""
    red, green, blue = map(_light, colour)
    return red, green, blue


def _light(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def ratio(ink: RGB, ground: RGB) -> float:
    """The contrast of letters on their ground, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    low, high = sorted(0.05 + _times(_XYZ, linear(colour))[1] for colour in (ink, ground))
    return high / low


def lab(light: Vector) -> Vector:
    """Linear light as lightness and two opponent colours (CIELAB, 1976)."""
    x, y, z = (
        part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116
        for part in (xyz / white for xyz, white in zip(_times(_XYZ, light), _DAYLIGHT, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def grey(colour: RGB) -> bool:
    """Whether a colour is neither a colour nor as good as black or white."""
    lightness, red, yellow = lab(linear(colour))
    return (red**2 + yellow**2) ** 0.5 < 10 and 20 < lightness < 85


def difference(one: RGB, other: RGB, blindness: str | None = None) -> float:
    """How different two colours look, to an eye that lacks a kind of cone or none: the distance
    in CIELAB (delta E, 1976), of which 2.3 is just noticeable side by side (Mahy 1994)."""
    seen = [lab(_seen(linear(colour), blindness)) for colour in (one, other)]
    return math.dist(*seen)


def lightness(colour: RGB, blindness: str | None = None) -> float:
    """How light a colour looks, from 0 to 100, to an eye that lacks a kind of cone or none."""
    return lab(_seen(linear(colour), blindness))[0]


def _seen(light: Vector, blindness: str | None) -> Vector:
    if blindness is None:
        return light
    red, green, blue = (min(1.0, max(0.0, c)) for c in _times(BLINDNESSES[blindness], light))
    return red, green, blue


def _times(matrix: Matrix, vector: Vector) -> Vector:
    x, y, z = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return x, y, z
