"""`teamflow form --chair`: one page to prepare with."""

import subprocess
from pathlib import Path

import pypdf
import pytest

from commands import Laptop
from teamflow.core.coaching import CARDS
from teamflow.export import FORMS
from teamflow.locale import LANGUAGES, catalogue

SMALLEST = 9
"""Points that letters need to be read at arm's length."""


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    return Laptop(tmp_path)


def told(file: Path) -> str:
    """What a PDF says, in the order of reading, with single spaces."""
    ran = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True)
    return " ".join(ran.stdout.decode().split())


def letters(file: Path) -> set[float]:
    """The sizes of a PDF's letters, in points."""
    sizes: set[float] = set()

    def note(text: str, _cm: object, tm: list[float], _font: object, size: float) -> None:
        if text.strip():
            sizes.add(round(abs(tm[3]) * size, 1))

    pypdf.PdfReader(file).pages[0].extract_text(visitor_text=note)
    return sizes


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_one_page_that_says_all_there_is_on_the_cards(laptop: Laptop, language: str) -> None:
    assert laptop.runs("form", "--chair", "--to", "card.pdf", "--lang", language).code == 0
    file = laptop.here / "card.pdf"
    assert len(pypdf.PdfReader(file).pages) == 1
    say = catalogue(language).gettext
    for card in CARDS.values():
        for text in (*card.say, *(t for each in card.watch for t in (each.sign, each.reply))):
            assert say(text) in told(file)
    assert min(letters(file)) >= SMALLEST


def test_without_a_name_it_has_one_of_its_own(laptop: Laptop) -> None:
    ran = laptop.runs("form", "--chair")
    assert (ran.code, ran.out) == (0, "Written: chairs-card.pdf\n")
    assert (laptop.here / "chairs-card.pdf").read_bytes().startswith(b"%PDF")


def test_a_card_that_is_there_is_not_replaced_unasked(laptop: Laptop) -> None:
    assert laptop.runs("form", "--chair", "--to", "card.md").code == 0
    assert laptop.runs("form", "--chair", "--to", "card.md").code == 2
    assert laptop.runs("form", "--chair", "--to", "card.md", "--force").code == 0


@pytest.mark.parametrize("suffix", FORMS)
def test_every_kind_of_file_can_be_had(laptop: Laptop, suffix: str) -> None:
    assert laptop.runs("form", "--chair", "--to", f"card{suffix}").code == 0
    assert (laptop.here / f"card{suffix}").stat().st_size > 0


def test_the_laptop_s_own_minutes_are_on_it(laptop: Laptop) -> None:
    laptop.settings.parent.mkdir(parents=True)
    laptop.settings.write_text("think = 7\n")
    laptop.runs("form", "--chair", "--to", "card.txt")
    assert "Time: 7 min" in (laptop.here / "card.txt").read_text(encoding="utf-8")


def test_a_card_is_not_filled_in(laptop: Laptop) -> None:
    assert laptop.runs("form", "--chair", "--prefilled").code == 2
