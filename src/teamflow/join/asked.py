"""Who asks, and in which language: all that a handler knows of a request, besides its message."""

from dataclasses import dataclass

from teamflow.locale import Say


@dataclass(frozen=True)
class Asked:
    """`address` is where it came from, `phone` the digest of the seat's token ("" without one),
    `say` speaks the phone's language."""

    address: str
    phone: str
    language: str
    say: Say
