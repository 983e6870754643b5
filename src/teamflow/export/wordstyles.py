"""What a form looks like in Word: its style sheet, after ECMA-376, part 1, section 17.7.

All measures are what the standard counts in: twips (a twentieth of a point) for room, half points
for letters, eighths of a point for lines.

A box is its heading, a tinted paragraph, with tables close below it. Word draws the border of a
paragraph around its text, LibreOffice that of a table within the margin: a heading is moved by
half of the difference, so that neither shows it.
"""

from typing import Final

_INK: Final = "1D2A30"
_ACCENT: Final = "17566F"
_MUTED: Final = "51636C"
_RULE: Final = "7F9CA8"
_TINT: Final = "EDF3F5"

_INSET: Final = 120
"""From the edge of a box to its text: six points, as the border of a heading has it."""
_VALUES: Final = 3120
"""From the beginning of a label to what was filled in behind it: the longest of ours fit."""
_W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _edge(side: str, points_from_text: int = 0, line: str = "single") -> str:
    return f'<w:{side} w:val="{line}" w:sz="4" w:space="{points_from_text}" w:color="{_RULE}"/>'


def _cell_margins(above_and_below: int, sides: int) -> str:
    return f"""
      <w:tblCellMar>
        <w:top w:w="{above_and_below}" w:type="dxa"/>
        <w:left w:w="{sides}" w:type="dxa"/>
        <w:bottom w:w="{above_and_below}" w:type="dxa"/>
        <w:right w:w="{sides}" w:type="dxa"/>
      </w:tblCellMar>"""


def _fact_style(name: str, values: int) -> str:
    """A label, a tab, and what was filled in behind it, hanging `values` from the edge."""
    return f"""
  <w:style w:type="paragraph" w:customStyle="1" w:styleId="{name.replace(" ", "")}">
    <w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/>
    <w:pPr>
      <w:tabs><w:tab w:val="left" w:pos="{values}"/></w:tabs>
      <w:spacing w:before="40"/>
      <w:ind w:left="{values}" w:hanging="{values}"/>
    </w:pPr>
  </w:style>"""


def _table_style(name: str, padding: int, *edges: str) -> str:
    return f"""
  <w:style w:type="table" w:customStyle="1" w:styleId="{name.replace(" ", "")}">
    <w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/>
    <w:tblPr>
      <w:tblBorders>{"".join(map(_edge, edges))}</w:tblBorders>
      {_cell_margins(padding, _INSET)}
    </w:tblPr>
  </w:style>"""


STYLES: Final = f"""
<w:styles {_W}>
  <w:docDefaults>
    <w:rPrDefault><w:rPr>
      <w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>
      <w:lang w:val="{{language}}" w:eastAsia="{{language}}" w:bidi="ar-SA"/>
    </w:rPr></w:rPrDefault>
    <w:pPrDefault><w:pPr><w:spacing w:after="40"/></w:pPr></w:pPrDefault>
  </w:docDefaults>
  <w:style w:type="paragraph" w:default="1" w:styleId="Normal">
    <w:name w:val="Normal"/><w:qFormat/>
    <w:rPr><w:color w:val="{_INK}"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>
  </w:style>
  <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
    <w:name w:val="Default Paragraph Font"/><w:semiHidden/>
  </w:style>
  <w:style w:type="table" w:default="1" w:styleId="TableNormal">
    <w:name w:val="Normal Table"/><w:semiHidden/>
    <w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_cell_margins(0, 0)}</w:tblPr>
  </w:style>
  <w:style w:type="numbering" w:default="1" w:styleId="NoList">
    <w:name w:val="No List"/><w:semiHidden/>
  </w:style>
  <w:style w:type="paragraph" w:styleId="Heading1">
    <w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>
    <w:pPr>
      <w:keepNext/><w:keepLines/>
      <w:spacing w:after="140"/>
      <w:outlineLvl w:val="0"/>
    </w:pPr>
    <w:rPr><w:b/><w:bCs/><w:color w:val="{_ACCENT}"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr>
  </w:style>
  <w:style w:type="paragraph" w:styleId="Heading2">
    <w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>
    <w:pPr>
      <w:keepNext/><w:keepLines/>
      <w:pBdr>{_edge("top", 2)}{_edge("left", 6)}{_edge("bottom", 2)}{_edge("right", 6)}</w:pBdr>
      <w:shd w:val="clear" w:color="auto" w:fill="{_TINT}"/>
      <w:spacing w:before="180" w:after="0"/>
      <w:ind w:left="{_INSET + 6}" w:right="{_INSET + 4}"/>
      <w:outlineLvl w:val="1"/>
    </w:pPr>
    <w:rPr><w:b/><w:bCs/><w:color w:val="{_ACCENT}"/><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr>
  </w:style>
  {_fact_style("Page Fact", _VALUES + _INSET)}
  {_fact_style("Box Fact", _VALUES)}
  <w:style w:type="character" w:customStyle="1" w:styleId="FactLabel">
    <w:name w:val="Fact Label"/><w:qFormat/>
    <w:rPr><w:color w:val="{_MUTED}"/><w:sz w:val="19"/><w:szCs w:val="19"/></w:rPr>
  </w:style>
  <w:style w:type="paragraph" w:customStyle="1" w:styleId="TableHeading">
    <w:name w:val="Table Heading"/><w:basedOn w:val="Normal"/><w:qFormat/>
    <w:rPr><w:color w:val="{_MUTED}"/><w:sz w:val="19"/><w:szCs w:val="19"/></w:rPr>
  </w:style>
  <w:style w:type="paragraph" w:customStyle="1" w:styleId="WritingLine">
    <w:name w:val="Writing Line"/><w:basedOn w:val="Normal"/><w:qFormat/>
    <w:pPr>
      <w:pBdr>{_edge("bottom", 1, "dotted")}{_edge("between", 1, "dotted")}</w:pBdr>
      <w:tabs><w:tab w:val="left" w:pos="{_VALUES}"/></w:tabs>
      <w:spacing w:after="0" w:line="385" w:lineRule="exact"/>
    </w:pPr>
  </w:style>
  <w:style w:type="paragraph" w:customStyle="1" w:styleId="Gap">
    <w:name w:val="Gap"/><w:basedOn w:val="Normal"/><w:semiHidden/>
    <w:pPr><w:spacing w:after="0" w:line="14" w:lineRule="exact"/></w:pPr>
    <w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>
  </w:style>
  {_table_style("Form Box", 60, "left", "bottom", "right")}
  {_table_style("Form Box Open", 60, "left", "right")}
  {_table_style("Form Table", 30, "top", "left", "bottom", "right", "insideH", "insideV")}
</w:styles>"""
"""The style sheet, with `{language}` to be filled in."""
