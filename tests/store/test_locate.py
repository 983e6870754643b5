from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamflow.store.faults import KeyPath
from teamflow.store.layout import Row, document
from teamflow.store.locate import Lines
from teamflow.store.parsing import parse

AWKWARD = '''\
# [no header]
a = 1
"quoted key" = 2  # not = 3
'literal' . deeper = 4
"" = 5
text = """
[not.a.header]
b = 6 \\""" ""
"""
words = \'\'\'
'one' ''two
[[neither]]\'\'\'\'\'
list = [ # one [
    "]",
    # two ]
    ['}', 7, [8,
      9]],
    { x = 2026-11-21 14:30:00+00:00, "y z" = [10, 11] },
] # after

[table]
c = 2026-11-21 14:30:00.5Z
[table.deep."er . still"]
d = { e = { f = 12 }, g.h = 13 }

[[items]]
[[items]] # second
i = 'it'
[[items.parts]]
j = 14
[[items.parts]]
[items.parts.k]
l = 15
[[items]]
m = inf
'''


def test_every_value_of_an_awkward_document_is_found() -> None:
    parse(AWKWARD)
    lines = Lines(AWKWARD)
    rows = AWKWARD.split("\n")
    for path, start in {
        ("a",): "a = 1",
        ("quoted key",): '"quoted key"',
        ("literal", "deeper"): "'literal'",
        ("text",): "text =",
        ("words",): "words =",
        ("list",): "list =",
        ("list", 0): '    "]"',
        ("list", 1, 1): "    ['}'",
        ("list", 1, 2, 0): "    ['}'",
        ("list", 1, 2, 1): "      9",
        ("list", 2, "x"): "    { x",
        ("list", 2, "y z", 1): "    { x",
        ("table",): "[table]",
        ("table", "c"): "c =",
        ("table", "deep", "er . still", "d", "e", "f"): "d =",
        ("table", "deep", "er . still", "d", "g", "h"): "d =",
        ("items",): "[[items]]",
        ("items", 0): "[[items]]",
        ("items", 1): "[[items]] # second",
        ("items", 1, "i"): "i =",
        ("items", 1, "parts", 0, "j"): "j =",
        ("items", 1, "parts", 1, "k"): "[items.parts.k]",
        ("items", 1, "parts", 1, "k", "l"): "l =",
        ("items", 2, "m"): "m =",
    }.items():
        assert rows[lines.of(path) - 1].startswith(start), path


@pytest.mark.parametrize(
    ("path", "line"),
    [((), 1), (("nowhere",), 1), (("b", "c"), 2), (("b", "x", 3), 2), (("b",), 2)],
)
def test_a_value_that_is_not_there_is_looked_for_around_it(path: KeyPath, line: int) -> None:
    assert Lines("a = 1\n[b]\nd = 1\n").of(path) == line


def test_windows_line_ends_count_once() -> None:
    assert Lines("a = 1\r\n\r\nb = 2\r\n").of(("b",)) == 3


keys = st.text("ab .#=]['", min_size=1, max_size=4)
noise = st.sampled_from(["plain", "\n[a]\nb = 1\n", 'x"""y\n', "'\\", "tab\t# [\n]"])
leaves = st.none() | noise  # None becomes a number that is nowhere else in the document
values = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(keys, inner, max_size=4)
        | st.lists(st.dictionaries(keys, inner, max_size=2).map(Row), min_size=1, max_size=3)
    ),
    max_leaves=12,
)


def numbered(value: Any, numbers: Iterator[int]) -> Any:
    if value is None:
        return next(numbers)
    if isinstance(value, dict):
        return type(value)((key, numbered(item, numbers)) for key, item in value.items())
    return [numbered(item, numbers) for item in value] if isinstance(value, list) else value


def numbers_in(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, int]]:
    if isinstance(value, int):
        yield path, value
    if isinstance(value, dict):
        for key, item in value.items():
            yield from numbers_in(item, (*path, key))
    if isinstance(value, list):
        for place, item in enumerate(value):
            yield from numbers_in(item, (*path, place))


@given(st.dictionaries(keys, values, max_size=5))
def test_any_number_in_any_document_is_found_on_its_line(tree: dict[str, Any]) -> None:
    tree = numbered(tree, count(10**8))
    text = document(tree)
    lines, rows = Lines(text), text.split("\n")
    assert parse(text) == tree
    for path, number in numbers_in(tree):
        assert str(number) in rows[lines.of(path) - 1]
