import tomllib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import REVIEWED, SAVED, sessions
from teamflow.core.session import Idea, Round, Session
from teamflow.store.layout import document
from teamflow.store.record import DERIVED, decode, encode

Change = Callable[[Session], Session]


def resaved(text: str, change: Change = lambda session: session) -> dict[str, Any]:
    record = decode(text)
    return tomllib.loads(encode(change(record.session), record.unknown, SAVED))


def with_extras(value: Any, extra: object) -> Any:
    """The tree with a key that we don't know in each of its tables."""
    if isinstance(value, dict):
        inner = {key: with_extras(item, extra) for key, item in value.items()}
        return inner | {"x-extra": extra}
    return [with_extras(item, extra) for item in value] if isinstance(value, list) else value


@given(
    sessions,
    st.sampled_from([7, "a\r\nb", [1, {"a": {}}], {"deep": {"er": "x"}}, [{"a": 1}, {"a": 2}]]),
)
def test_unknown_keys_anywhere_survive_a_save(session: Session, extra: object) -> None:
    tree = with_extras(tomllib.loads(encode(session, {}, SAVED)), extra)
    assert resaved(document(tree)) == tree


HEAD = 'schema = 1\nid = "1"\ndate = 2026-11-21\nteam = ""\nquestion = ""\nphase = "round"\n'
BODY = """
[[participants]]
name = "Joost"
x-allergy = "noten"

[[participants]]
name = "Anneke"

[[timings]]
phase = "round"
x-room = 12

[[ideas]]
id = 1
text = "een"
x-colour = "rood"

[[ideas]]
id = 2
text = "twee"
x-colour = "geel"

[[plans]]
lesson = "les"
[[plans.steps]]
what = "eerst"
x-cost = 5
"""


def test_what_stands_beside_an_idea_follows_it_when_the_board_is_rearranged() -> None:
    saved = resaved(HEAD + BODY, lambda session: replace(session, ideas=session.ideas[::-1]))
    assert [(idea["text"], idea["x-colour"]) for idea in saved["ideas"]] == [
        ("twee", "geel"),
        ("een", "rood"),
    ]


def test_what_stands_beside_an_idea_goes_when_the_idea_goes() -> None:
    saved = resaved(HEAD + BODY, lambda session: replace(session, ideas=session.ideas[1:]))
    assert saved["ideas"] == [{"id": 2, "text": "twee", "x-colour": "geel"}]


def test_a_new_idea_gets_nothing_that_belonged_to_another() -> None:
    def changed(session: Session) -> Session:
        return replace(session, ideas=(Idea(3, "drie"), *session.ideas))

    saved = resaved(HEAD + BODY, changed)
    assert saved["ideas"][0] == {"id": 3, "text": "drie"}


def test_participants_and_phases_are_known_by_their_names() -> None:
    saved = resaved(
        HEAD + BODY, lambda session: replace(session, participants=session.participants[::-1])
    )
    assert saved["participants"][1] == {"name": "Joost", "x-allergy": "noten"}
    assert saved["timings"][0]["x-room"] == 12


def test_a_step_is_known_by_its_place() -> None:
    def reworded(session: Session) -> Session:
        (plan,) = session.plans
        step = replace(plan.steps[0], what="anders")
        return replace(session, plans=(replace(plan, steps=(step,)),))

    saved = resaved(HEAD + BODY, reworded)
    assert saved["plans"][0]["steps"] == [{"what": "anders", "x-cost": 5}]


def test_ideas_that_share_an_id_each_keep_their_own() -> None:
    saved = resaved(HEAD + BODY.replace("id = 2", "id = 1"))
    assert [idea["x-colour"] for idea in saved["ideas"]] == ["rood", "geel"]


@pytest.mark.parametrize("round", [Round(), Round("Joost", 1)])
def test_a_group_stays_for_the_sake_of_an_unknown_key(round: Round) -> None:
    text = HEAD + '[round]\nturn = "Anneke"\nx-mood = "vrolijk"\n'
    saved = resaved(text, lambda session: replace(session, round=round))
    assert saved["round"]["x-mood"] == "vrolijk"


def test_derived_keys_are_not_taken_for_unknown_ones() -> None:
    assert set(tomllib.loads(encode(REVIEWED, {}, SAVED))) > DERIVED
    assert decode(encode(REVIEWED, {}, SAVED)).unknown == {}
