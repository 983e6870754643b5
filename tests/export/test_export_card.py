"""The chair's card as a PDF: a layout of its own, in the same house."""

from io import BytesIO
from typing import Any

import pypdf
import pytest

from teamflow.core.briefing import briefing
from teamflow.export import pdf
from teamflow.locale import LANGUAGES, catalogue

A4 = (595.3, 841.9)
"""Width and height in points."""

each_language = pytest.mark.parametrize("language", LANGUAGES)


def card(language: str) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(pdf.export(briefing(catalogue(language).gettext, {}))))


@each_language
def test_the_card_is_one_a4(language: str) -> None:
    (page,) = card(language).pages
    assert (page.mediabox.width, page.mediabox.height) == pytest.approx(A4, abs=0.1)


@each_language
def test_a_long_meeting_s_minutes_fit(language: str) -> None:
    minutes = dict.fromkeys(("think", "round", "choose"), 600)
    data = pdf.export(briefing(catalogue(language).gettext, minutes))
    assert len(pypdf.PdfReader(BytesIO(data)).pages) == 1


@each_language
def test_the_card_is_tagged_and_claims_pdf_ua(language: str) -> None:
    root: Any = card(language).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == language
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
