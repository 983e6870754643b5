"""What a phone may do, from the words it sends to the actions of the protocol.

Every deed is checked for its exact shape; whether it's allowed is for `core.update` to say. No
deed names a person: that is the one whose seat it comes from.
"""

import re
from collections.abc import Callable
from typing import Any, Final, Literal, get_args

from teamflow.core import actions as a
from teamflow.core.refusal import Refused
from teamflow.core.session import Session
from teamflow.join.limits import LONGEST_IDEA, LONGEST_NAME
from teamflow.join.strict import Malformed
from teamflow.locale import N_

Command = Literal["next", "back", "pause", "minute", "bell", "undo"]
"""What the remote control can ask."""

COMMANDS: Final[tuple[Command, ...]] = get_args(Command)

Message = dict[str, Any]
Deed = Callable[[Message, str, Session], a.Action]

_ID: Final = re.compile(r"[A-Za-z0-9-]{16,40}")
_MOST_DOTS: Final = 10
_LARGEST: Final = 999_999


def id_of(message: Message) -> str:
    """The id by which a deed that comes twice is known. Raises Malformed."""
    id = message.get("id")
    if not isinstance(id, str) or not _ID.fullmatch(id):
        raise Malformed
    return id


def action_of(message: Message, name: str, session: Session) -> a.Action:
    """What `name` asks for. Raises Malformed, or Refused where a person may have meant it."""
    deed = DEEDS.get(str(message.get("do")))
    if deed is None:
        raise Malformed
    return deed(message, name, session)


def command_of(message: Message) -> Command:
    """What the remote control asks for. Raises Malformed."""
    _expect(message)
    for command in COMMANDS:
        if message["do"] == command:
            return command
    raise Malformed


def name_of(message: Message) -> str:
    """The name under which somebody wants to sit down. Raises Malformed and Refused."""
    if set(message) != {"name"} or type(message["name"]) is not str:
        raise Malformed
    name: str = message["name"]
    if len(name) > LONGEST_NAME:
        raise Refused(N_("That name is too long: {most} characters at most."), most=LONGEST_NAME)
    return name


def expect_nothing(message: Message) -> None:
    """Raise Malformed unless the message is empty."""
    if message:
        raise Malformed


def _share(message: Message, name: str, _: Session) -> a.Action:
    _expect(message, text=str)
    if len(message["text"]) > LONGEST_IDEA:
        raise Refused(N_("That idea is too long: {most} characters at most."), most=LONGEST_IDEA)
    return a.NoteIdea(message["text"], by=name)


def _same(message: Message, name: str, _: Session) -> a.Action:
    _expect(message, idea=int)
    return a.SameAs(message["idea"], by=name)


def _pass(message: Message, name: str, _: Session) -> a.Action:
    _expect(message)
    return a.Pass(by=name)


def _vote(message: Message, name: str, session: Session) -> a.Action:
    _expect(message, vote=int, dots=list)
    dots = message["dots"]
    if len(dots) > _MOST_DOTS or not all(_is(dot, int) for dot in dots):
        raise Malformed
    if message["vote"] != len(session.choice.votes):
        raise Refused(N_("That vote is over."))
    if session.voting == "hands":
        raise Refused(N_("This vote is by hands: put yours up."))
    return a.CastDots(name, tuple(dots))


def _score(message: Message, _: str, __: Session) -> a.Action:
    _expect(message, score=int)
    if not 1 <= message["score"] <= 5:
        raise Malformed
    return a.AddScore(message["score"])


def _expect(message: Message, **kinds: type) -> None:
    """Raise Malformed unless these are all there is, each of exactly that kind."""
    if set(message) != {"id", "do", *kinds}:
        raise Malformed
    if not all(_is(message[key], kind) for key, kind in kinds.items()):
        raise Malformed


def _is(value: object, kind: type) -> bool:
    """Of exactly that kind, for `true` isn't 1; a number of a size that something may have."""
    if isinstance(value, int) and abs(value) > _LARGEST:
        return False
    return type(value) is kind


DEEDS: Final[dict[str, Deed]] = {
    "share": _share,
    "same": _same,
    "pass": _pass,
    "vote": _vote,
    "score": _score,
}
