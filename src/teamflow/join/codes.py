"""What stands in the address: the room's code, and the secret of the remote control."""

import secrets
from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base32: nothing in it is mistaken for anything else, and in capitals the whole
address fits the alphanumeric mode of a QR code."""

CODE: Final = 8
"""Characters of the room's code: 40 bits, typed over from the board."""

SECRET: Final = 20
"""Characters of the remote control's secret: 100 bits, never typed."""

_MEANT: Final = str.maketrans("OIL", "011")


def new(length: int) -> str:
    """A code of that many characters that nobody can guess."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def canonical(typed: str) -> str:
    """The code as it was meant: capitals, and no letters that look like figures."""
    return typed.upper().translate(_MEANT)


def could_be_code(typed: str) -> bool:
    """Whether somebody who typed this may have been trying a code. A browser that looks for its
    icon isn't."""
    return len(typed) in (CODE, SECRET) and set(canonical(typed)) <= set(ALPHABET)


def same(typed: str, code: str) -> bool:
    """Whether this is the code, found out in a time that tells nothing about it."""
    return secrets.compare_digest(canonical(typed).encode(), code.encode())
