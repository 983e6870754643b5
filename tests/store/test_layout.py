import datetime as dt
import tomllib
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from strategies import NASTY
from teamflow.store.layout import Row, document

texts = st.text(st.sampled_from(NASTY.replace("\ud800", "")) | st.characters(codec="utf-8"))
scalars = (
    texts
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.booleans()
    | st.dates()
    | st.datetimes()
    | st.times()
    | st.datetimes(timezones=st.just(dt.timezone(dt.timedelta(hours=5, minutes=45))))
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=10,
)


@given(st.dictionaries(texts, values, max_size=4))
@example({"windows": "one\r\ntwo", "quotes": 'a"""b\n', "list": [[{"a": [{}]}], []]})
@example({"table": {"within": {"empty": {}}}, "tables": [{}, {"a": "\n"}]})
@example({"number": 1, "true": True, "float": 1.0})
def test_whatever_is_laid_out_reads_back_the_same(tree: dict[str, Any]) -> None:
    assert exact(tomllib.loads(document(tree))) == exact(tree)


def exact(value: Any) -> Any:
    """A value that only equals its like: to Python 1, 1.0 and True are the same."""
    if isinstance(value, dict):
        return {key: exact(item) for key, item in value.items()}
    return [exact(item) for item in value] if isinstance(value, list) else (type(value), str(value))


def test_a_document_reads_like_one_that_a_person_wrote() -> None:
    tree = {
        "schema": 1,
        "short": ["one", "two"],
        "long": ["x" * 50, "y" * 50],
        "prose": "first\n\nsecond",
        "ideas": [{"id": 1, "text": "one"}, {"id": 2}],
        "choice": {"votes": [{"tallies": [Row(idea=1, votes=2), Row(idea=2, votes=0)]}]},
        "last": {"date": dt.date(2026, 12, 21)},
    }
    assert (
        document(tree)
        == f'''\
schema = 1
short = ["one", "two"]
long = [
    "{"x" * 50}",
    "{"y" * 50}",
]
prose = """
first

second"""

[[ideas]]
id = 1
text = "one"

[[ideas]]
id = 2

[[choice.votes]]
tallies = [
    {{ idea = 1, votes = 2 }},
    {{ idea = 2, votes = 0 }},
]

[last]
date = 2026-12-21
'''
    )
