"""The language of a phone, from what its browser asks for."""

from functools import cache

from teamflow.locale import LANGUAGES, Say, catalogue


def wanted(accept_language: str, otherwise: str) -> str:
    """The language of ours that an Accept-Language header wants most; `otherwise` when it wants
    none of them."""
    asked = sorted(map(_weighed, accept_language.lower().split(",")), reverse=True, key=_weight)
    return next((name for name, weight in asked if weight > 0 and name in LANGUAGES), otherwise)


@cache
def speaker(language: str) -> Say:
    """What says a message id in that language."""
    return catalogue(language).gettext


def _weighed(part: str) -> tuple[str, float]:
    name, _, parameter = part.partition(";")
    try:
        weight = float(parameter.strip().removeprefix("q=") or 1)
    except ValueError:
        weight = 0.0
    return name.strip().partition("-")[0], weight


def _weight(asked: tuple[str, float]) -> float:
    return asked[1]
