"""What Word itself finds in the styles of a saved file."""

import re

from docx.oxml.ns import qn

from resources.report import (
    Paragraph,
)
from tests.resources.report.word.saved_documents import part, saved


def test_text_is_arial_12_left_in_british_english(tmp_path):
    document = saved(tmp_path)
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert defaults.find(qn("w:rFonts")).get(qn("w:ascii")) == "Arial"
    assert defaults.find(qn("w:sz")).get(qn("w:val")) == "24"
    assert defaults.find(qn("w:lang")).get(qn("w:val")) == "en-GB"
    assert '<w:themeFontLang w:val="en-GB"/>' in part(tmp_path, "word/settings.xml")
    assert "w:jc" not in part(tmp_path, "word/styles.xml")
    assert not re.search("<w:(i|u|caps|smallCaps)[ />]", part(tmp_path, "word/styles.xml"))


def test_no_style_is_smaller_than_ten_points(tmp_path):
    saved(tmp_path)
    sizes = re.findall('<w:sz w:val="([0-9]+)"/>', part(tmp_path, "word/styles.xml"))
    assert min(map(int, sizes)) == 20


def test_numbers_of_paragraphs_are_words_own_and_hang_at_one_centimetre(tmp_path):
    document = saved(tmp_path, Paragraph("One", numbered=True))
    style = document.styles["Numbered Paragraph"].element
    number = style.find(f".//{qn('w:numId')}").get(qn("w:val"))
    numbering = document.part.numbering_part.element
    (used,) = [num for num in numbering.findall(qn("w:num")) if num.get(qn("w:numId")) == number]
    abstract = used.find(qn("w:abstractNumId")).get(qn("w:val"))
    (rule,) = [
        rule for rule in numbering.findall(qn("w:abstractNum")) if rule.get(qn("w:abstractNumId")) == abstract
    ]
    assert rule.find(f".//{qn('w:numFmt')}").get(qn("w:val")) == "decimal"
    assert rule.find(f".//{qn('w:lvlText')}").get(qn("w:val")) == "%1."
    assert rule.find(f".//{qn('w:pStyle')}").get(qn("w:val")) == style.get(qn("w:styleId"))
    indent = rule.find(f".//{qn('w:ind')}")
    assert (indent.get(qn("w:left")), indent.get(qn("w:hanging"))) == ("567", "567")
    assert document.paragraphs[-1].text == "One"
