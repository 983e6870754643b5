"""The parts of a Word document that hold no words yet, and the file that they're packed in.

After ECMA-376 (Office Open XML). A document starts from these instead of from python-docx's own
template, which brings a hundred styles, a picture, and the day on which that template was made.
"""

from collections.abc import Iterable
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.shared import Twips

from teamflow.export.wordstyles import STYLES

_A4: Final = 11906, 16838
_SIDE: Final = 1134
_TOP: Final = 964
"""The page in twips, a twentieth of a point: 2 cm free at the sides, 1.7 above and below."""
TEXT_WIDTH: Final = Twips(_A4[0] - 2 * _SIDE)

_DAY_ONE: Final = (1980, 1, 1, 0, 0, 0)
"""The first that a zip file can tell: what's in it was made at no time at all."""
_REGIONS: Final = {"nl": "nl-NL", "en": "en-GB"}
_W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def empty_document(language: str) -> BytesIO:
    """An empty Word document in a language ("nl", "en")."""
    tag = _REGIONS.get(language, language)
    return BytesIO(
        packed(
            (name, (_DECLARATION + xml).encode())
            for name, xml in {
                "[Content_Types].xml": _CONTENT_TYPES,
                "_rels/.rels": _PACKAGE_RELATIONS,
                "docProps/core.xml": _PROPERTIES.format(language=tag),
                "word/document.xml": _DOCUMENT,
                "word/_rels/document.xml.rels": _DOCUMENT_RELATIONS,
                "word/styles.xml": STYLES.format(language=tag),
                "word/settings.xml": _SETTINGS,
                "word/fontTable.xml": _FONTS,
            }.items()
        )
    )


def packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Named parts as one file, the same parts always as the same bytes."""
    package = BytesIO()
    with ZipFile(package, "w") as archive:
        for name, data in parts:
            archive.writestr(ZipInfo(name, _DAY_ONE), data, ZIP_DEFLATED)
    return package.getvalue()


def repacked(package: BytesIO) -> bytes:
    """The same file without the time at which it was packed."""
    with ZipFile(package) as archive:
        return packed((name, archive.read(name)) for name in archive.namelist())


_CONTENT_TYPES: Final = f"""
<Types xmlns="{_PACKAGE}/content-types">
  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
  <Default Extension="xml" ContentType="application/xml"/>
  <Override PartName="/docProps/core.xml"
    ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
  <Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}.document.main+xml"/>
  <Override PartName="/word/styles.xml" ContentType="{_WORD_TYPE}.styles+xml"/>
  <Override PartName="/word/settings.xml" ContentType="{_WORD_TYPE}.settings+xml"/>
  <Override PartName="/word/fontTable.xml" ContentType="{_WORD_TYPE}.fontTable+xml"/>
</Types>"""

_PACKAGE_RELATIONS: Final = f"""
<Relationships xmlns="{_PACKAGE}/relationships">
  <Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument"
    Target="word/document.xml"/>
  <Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties"
    Target="docProps/core.xml"/>
</Relationships>"""

_DOCUMENT_RELATIONS: Final = f"""
<Relationships xmlns="{_PACKAGE}/relationships">
  <Relationship Id="rId1" Type="{_OFFICE}/relationships/styles" Target="styles.xml"/>
  <Relationship Id="rId2" Type="{_OFFICE}/relationships/settings" Target="settings.xml"/>
  <Relationship Id="rId3" Type="{_OFFICE}/relationships/fontTable" Target="fontTable.xml"/>
</Relationships>"""

_PROPERTIES: Final = """
<cp:coreProperties
  xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
  xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:language>{language}</dc:language>
</cp:coreProperties>"""

_DOCUMENT: Final = f"""
<w:document {_W}>
  <w:body>
    <w:sectPr>
      <w:pgSz w:w="{_A4[0]}" w:h="{_A4[1]}"/>
      <w:pgMar w:top="{_TOP}" w:right="{_SIDE}" w:bottom="{_TOP}" w:left="{_SIDE}"
        w:header="567" w:footer="567" w:gutter="0"/>
    </w:sectPr>
  </w:body>
</w:document>"""

_SETTINGS: Final = f"""
<w:settings {_W}>
  <w:zoom w:percent="100"/>
  <w:defaultTabStop w:val="567"/>
  <w:compat>
    <w:compatSetting w:name="compatibilityMode"
      w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
  </w:compat>
</w:settings>"""

_FONTS: Final = f"""
<w:fonts {_W}>
  <w:font w:name="Calibri">
    <w:altName w:val="Carlito,Arial"/>
    <w:panose1 w:val="020F0502020204030204"/>
    <w:family w:val="swiss"/>
    <w:pitch w:val="variable"/>
  </w:font>
</w:fonts>"""
