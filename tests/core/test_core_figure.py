"""The number in a measured value."""

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from teamflow.core.figure import Figure, read_figure


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("20 %", Figure(20, unit="%")),
        ("20%", Figure(20, unit="%")),
        ("van 20 %", Figure(20, unit="%")),
        ("8 van 24", Figure(8, of=24)),
        ("8 van de 24 leerlingen", Figure(8, of=24, unit="leerlingen")),
        ("8 of the 24 pupils", Figure(8, of=24, unit="pupils")),
        ("8 of 24", Figure(8, of=24)),
        ("8/24", Figure(8, of=24)),
        ("8 van de klas", Figure(8, unit="van de klas")),
        ("6,5 punten", Figure(6.5, unit="punten")),
        ("6.5", Figure(6.5)),
        ("gemiddeld 7", Figure(7)),
        ("30 % minder", Figure(30, unit="% minder")),
        ("5 punten, 8 van 24", Figure(5, unit="punten, 8 van 24")),
        ("1,5,2", Figure(1.5, unit=",2")),
        ("0", Figure(0)),
        ("007", Figure(7)),
    ],
)
def test_a_figure_is_read_as_a_teacher_types_it(text: str, figure: Figure) -> None:
    assert read_figure(text) == figure


@pytest.mark.parametrize(
    "text",
    ["", " ", "zo hoog dat een observator de kenmerken duidelijk ziet", "%", "²", "vijf", "½"],
)
def test_words_alone_are_no_figure(text: str) -> None:
    assert read_figure(text) is None


@pytest.mark.parametrize("text", ["9" * 10_000, "8 van " + "9" * 400, "9" * 400 + " %"])
def test_a_number_too_large_to_be_meant_is_no_figure(text: str) -> None:
    assert read_figure(text) is None


@given(st.text())
@example("1" * 400)
def test_every_figure_is_finite(text: str) -> None:
    figure = read_figure(text)
    assert figure is None or (math.isfinite(figure.value) and math.isfinite(figure.of or 0))


@given(st.integers(0, 999), st.integers(0, 9), st.sampled_from(",."), st.sampled_from(["%", ""]))
def test_a_comma_and_a_point_both_mark_decimals(
    whole: int, tenth: int, mark: str, unit: str
) -> None:
    assert read_figure(f"{whole}{mark}{tenth} {unit}") == Figure(whole + tenth / 10, unit=unit)
