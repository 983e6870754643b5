"""The number in a measured value, as a teacher types it: "20 %", "8 van 24", "6,5 punten"."""

import math
import re
from dataclasses import dataclass
from typing import Final

_NUMBER: Final = r"(?<!\d)(\d++(?:[.,]\d++)?)"
_FIGURE: Final = re.compile(
    rf"{_NUMBER}\s*+(?:(?:van de|van|of the|of|/)\s*+{_NUMBER})?\s*+(.*)", re.ASCII
)


@dataclass(frozen=True)
class Figure:
    """A value with what it counts: `of` is the whole in "8 of 24", `unit` what stands behind."""

    value: float
    of: float | None = None
    unit: str = ""


def read_figure(text: str) -> Figure | None:
    """The first number in `text` with its unit; None where there is none, or one too large to
    be meant.

    A comma and a point both mark decimals: these are counts and percentages, not thousands.
    """
    match = _FIGURE.search(text)
    if match is None:
        return None
    value = _float(match[1])
    of = _float(match[2]) if match[2] else None
    if math.isinf(value) or math.isinf(of or 0):
        return None
    return Figure(value, of, match[3].strip())


def _float(digits: str) -> float:
    return float(digits.replace(",", "."))
