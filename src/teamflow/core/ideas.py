"""Ideas: found by the id that actions use or by the number that people say, new and changed."""

from dataclasses import replace

from teamflow.core.refusal import Refused
from teamflow.core.session import Idea, Session
from teamflow.locale import N_


def idea_of(session: Session, id: int) -> Idea:
    """The idea with that id. Raises Refused when it's gone."""
    for idea in session.ideas:
        if idea.id == id:
            return idea
    raise Refused(N_("That idea isn't on the board any more."))


def idea_at(session: Session, number: int) -> Idea:
    """The idea with that number on the board, from 1. Raises Refused when there is none."""
    if not session.ideas:
        raise Refused(N_("There are no ideas on the board yet."))
    if not 1 <= number <= len(session.ideas):
        raise Refused(
            N_("There is no idea {number}: the board goes from 1 to {last}."),
            number=number,
            last=len(session.ideas),
        )
    return session.ideas[number - 1]


def number_of(session: Session, idea: Idea) -> int:
    """The number of an idea on the board, from 1."""
    return session.ideas.index(idea) + 1


def last_id(session: Session) -> int:
    """The highest id that an idea of this session has or had, also when it's gone."""
    return max((session.noted, *(idea.id for idea in session.ideas)))


def with_new_idea(session: Session, text: str, by: str | None = None) -> Session:
    """The session with one more idea, last on its board, under an id that no other ever had."""
    id = last_id(session) + 1
    return replace(session, ideas=(*session.ideas, Idea(id, text, by=by)), noted=id)


def with_idea(session: Session, changed: Idea) -> Session:
    """The session with one idea replaced by its changed self."""
    ideas = tuple(changed if idea.id == changed.id else idea for idea in session.ideas)
    return replace(session, ideas=ideas)
