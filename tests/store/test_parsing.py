import pytest

from teamflow.store.parsing import parse
from teamflow.store.problem import Unreadable


def trouble_in(text: str) -> tuple[int | None, str]:
    with pytest.raises(Unreadable) as caught:
        parse(text)
    (problem,) = caught.value.problems
    return problem.line, problem.told(str)


def test_valid_toml_is_just_read() -> None:
    assert parse('a = 1\n[b]\nc = "d"\n') == {"a": 1, "b": {"c": "d"}}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('a = 1\nb = "open\nc = 2\n', 2, "A text isn't closed"),
        ('a = 1\nb = """open\nc = 2\n', 3, "A text isn't closed"),
        ("a = 'open\n", 1, "A text isn't closed"),
        ("a = 'open", 1, "A text isn't closed"),
        ("a = '''open", 1, "A text isn't closed"),
        ("a = [1,\n2\n", 2, "A list or group isn't closed"),
        ("a = {b = 1", 1, "A list or group isn't closed"),
        ('a = "C:\\school"', 1, "A backslash must be written twice: \\\\"),
        ('a = "\\u12"', 1, "A backslash must be written twice: \\\\"),
        ("\na = 2026-02-30\n", 2, "This date or time doesn't exist"),
        ("a = 1\nb = 2\na = 3\n", 3, "This key or [group] is in the file twice"),
        ("[a]\n[b]\n[a]\n", 3, "This key or [group] is in the file twice"),
        ("a = {b = 1, b = 2}", 1, "This key or [group] is in the file twice"),
        ("a = 1\nhallo\n", 2, "This line can't be understood"),
        ("a = 1 b = 2", 1, "This line can't be understood"),
        ("a = ja\n", 1, "This line can't be understood"),
        ("[a\nb = 1", 1, "This line can't be understood"),
        ("a = 1\nb =", 2, "This line can't be understood"),
    ],
)
def test_what_is_not_toml_is_named_with_its_line(text: str, line: int, words: str) -> None:
    assert trouble_in(text)[0] == line
    assert trouble_in(text)[1].startswith(words)


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 100_000,
        "a = " + "1" * 10_000,
        "a." * 100_000 + "a = 1",
        "[" + "'a' . " * 100 + "a]",
        "a = " + "[" * 21 + "]" * 21,
        "a." * 21 + "a = 1",
    ],
)
def test_a_document_that_would_break_the_parser_is_just_unreadable(text: str) -> None:
    line, words = trouble_in(text)
    assert line is None
    assert words.startswith("The file is nested too deeply")


def test_what_a_session_could_need_is_not_too_deep() -> None:
    assert parse("a = " + "[" * 19 + "]" * 19)
    assert parse(".".join("a" * 19) + " = 1")
