"""The report of December 2019 rebuilt on the sample county: its headings, their order, and its numbers in Word."""

import re
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from desktop.capabilities import CAPABILITIES
from desktop.committee.making import Made, make_outline
from resources.database import open_file
from resources.report import Heading, exempt_part, public_part
from resources.report.committee.outline import Item, ItemKind, Outline
from resources.report.committee.section import Section
from resources.report.exemption import Exemption
from resources.report.word import save_word
from resources.spans import Span
from tests.journeys.conftest import COUNTY_NOW
from tests.resources.report.committee.made_outlines import outline, typed
from tests.resources.report.committee.test_house_styles import Line, nottinghamshires_own
from tests.resources.report.word.test_validity import errors_in
from tests.resources.report.word.word_numbers import numbered_lines

WINTER = Span(date(2025, 12, 1), date(2026, 2, 28))
BENEATH = {
    "QMMT activity and performance information": (
        "market",
        "inspections",
        "outstanding",
        "suspensions",
        "good_practice",
    ),
    "The Digital agenda in the Social Care market": ("projects",),
    "Provider Forums and Events": ("forums", "feedback", "awards"),
    "External recruitment": ("survey", "funds"),
    "Support for services that are Inadequate and Requires Improvement": (
        "packages",
        "recommendations_before",
    ),
}
"""What the sample county has to tell under the headings of then."""
KEPT_BACK = Exemption(3, "", "Telling it would add little and might close a home.", "Members", "2026-12-07")


def december_2019(own: list[Line]) -> Outline:
    """Its sub-headings, a paragraph beneath each, and the sections that belong there."""
    inside = own[own.index(Line("Information")) + 1 : own.index(Line("Other Options Considered"))]
    items: list[Item] = []
    for line in inside:
        if line.heading:
            items.append(typed(line.heading, line.heading, ItemKind.HEADING))
            items.append(typed(f"beneath {line.heading}", "What the team did."))
            items += [
                Item(key, ItemKind.SECTION, section=key, exempt=KEPT_BACK)
                for key in BENEATH.get(line.heading, ())
            ]
    given: Outline = outline(*items)
    return Outline(
        given.title, given.committee, date(2026, 3, 30), WINTER, parts=given.parts, items=given.items,
        recommendations=given.recommendations,
    )  # fmt: skip


@pytest.fixture
def own(shared_data: Path) -> list[Line]:
    path = shared_data / "reports" / "nottinghamshire_2019-12_market_management_position_statement.txt"
    return nottinghamshires_own(path.read_text(encoding="utf-8"))


@pytest.fixture
def rebuilt(own: list[Line], county_file: Path) -> Made:
    opened = open_file(county_file, CAPABILITIES, who="Test Officer")
    made = make_outline(opened.db, None, december_2019(own), today=COUNTY_NOW.date())
    opened.close()
    return made


def test_the_report_of_december_2019_is_rebuilt_on_the_sample_county(
    own: list[Line], rebuilt: Made, tmp_path: Path
) -> None:
    told = [key for key, section in rebuilt.sections.items() if isinstance(section, Section)]
    assert {"market", "inspections", "outstanding", "projects", "packages"} <= set(told)
    report = rebuilt.composed.report
    public = public_part(report)
    save_word(public, tmp_path / "public.docx", exempt_terms=[])
    lines = numbered_lines(Document(str(tmp_path / "public.docx")))
    written = [text for style, _, text in lines if style.startswith("Heading")]
    assert written == [block.text for block in public.blocks if isinstance(block, Heading)]
    composed = zip(report.blocks, rebuilt.composed.origins, strict=True)
    of_no_section = [
        block.text for block, origin in composed if isinstance(block, Heading) and not origin.section
    ]
    assert of_no_section == [line.heading for line in own if line.heading]
    numbers = [number for style, number, _ in lines if style == "Numbered Paragraph"]
    assert numbers == [f"{place}." for place in range(1, len(numbers) + 1)]
    assert [number for style, number, _ in lines if style == "Recommendation"] == ["1)", "2)"]
    comments = [number for _, number, text in lines[-8:] if re.match("It falls|There are no", text)]
    assert comments == numbers[-2:]


def test_both_documents_of_it_keep_the_rules_of_the_format(rebuilt: Made, tmp_path: Path) -> None:
    save_word(public_part(rebuilt.composed.report), tmp_path / "public.docx", exempt_terms=[])
    appendix = exempt_part(rebuilt.composed.report)
    assert appendix is not None
    save_word(appendix, tmp_path / "exempt.docx", exempt_terms=[])
    assert errors_in(tmp_path / "public.docx") == []
    assert errors_in(tmp_path / "exempt.docx") == []
