"""What stands before the first block of a document."""

from dataclasses import replace
from datetime import date

import pytest

from resources.report import Exemption, Heading, House, Masthead, Paragraph, exempt_part
from resources.report.word.opening import masthead_lines, report_of_line, why_exempt
from tests.resources.report.word.saved_documents import part, report, saved, saved_as

DECIDED = Exemption(
    3,
    "It names a provider.",
    "Telling it would close the home.",
    "Members of the committee",
    "2020-12-09",
)
HEAD = Masthead("Adult Social Care Committee", date(2019, 12, 9), "8", "the Service Director")


def styled(document):
    return [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]


def test_a_masthead_stands_above_the_title_and_the_date_is_its_own(tmp_path):
    document = saved(tmp_path, masthead=HEAD, house=House(council="Example County Council"))
    assert styled(document) == [
        ("Masthead Committee", "Report to Adult Social Care Committee"),
        ("Masthead Line", "9 December 2019"),
        ("Masthead Line", "Agenda item: 8"),
        ("Report Of", "Report of the Service Director"),
        ("Title", "Winter forum"),
        ("Last Fact", "Council:\tExample County Council"),
    ]


@pytest.mark.parametrize(
    ("head", "lines"),
    [
        (Masthead(), ()),
        (Masthead(committee="Scrutiny"), ("Report to Scrutiny",)),
        (Masthead(agenda_item="8a"), ("Agenda item: 8a",)),
    ],
)
def test_what_is_empty_is_left_out_of_a_masthead(head, lines):
    assert masthead_lines(head) == lines


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("the Director", "Report of the Director"),
        ("REPORT OF THE DIRECTOR", "REPORT OF THE DIRECTOR"),
        (" ", ""),
    ],
)
def test_whose_report_it_is_is_said_once(typed, printed):
    assert report_of_line(Masthead(report_of=typed)) == printed


def test_the_exempt_appendix_says_why_who_may_see_it_and_until_when(tmp_path):
    whole = report(Heading("Concerns"), Paragraph("Kept back.", exempt=DECIDED), masthead=HEAD)
    appendix = exempt_part(whole)
    document = saved_as(appendix, tmp_path / "report.docx")
    assert styled(document)[4:] == [
        ("Title", "Exempt appendix: Winter forum"),
        (
            "Normal",
            "Not for publication under paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972: "
            "Information relating to the financial or business affairs of any particular person (including the "
            "authority holding that information).",
        ),
        ("Fact", "Kept back:\tConcerns"),
        ("Fact", "Reason:\tIt names a provider."),
        ("Fact", "Public interest:\tTelling it would close the home."),
        ("Fact", "May be seen by:\tMembers of the committee"),
        ("Last Fact", "To be reviewed on:\t9 December 2020"),
        ("Heading 1", "Concerns"),
        ("Normal", "Kept back."),
    ]
    assert "EXEMPT – NOT FOR PUBLICATION" in part(tmp_path, "word/header1.xml")


def test_the_law_is_told_once_and_each_reason_with_what_it_keeps_back():
    negotiations = Exemption(4, "Talks go on.")
    appendix = exempt_part(
        report(
            Heading("Concerns"),
            Paragraph("One.", exempt=negotiations),
            Paragraph("Two.", exempt=DECIDED),
            Heading("Money"),
            Paragraph("Three.", exempt=DECIDED),
            Paragraph("Four.", exempt=Exemption(3, "")),
            masthead=HEAD,
        )
    )
    told = why_exempt(appendix)
    assert [line[:44] for line, _ in told if line] == [
        "Not for publication under paragraph 3 of Par",
        "Not for publication under paragraph 4 of Par",
    ]
    assert [facts[:2] for _, facts in told if facts] == [
        (("Kept back", "Concerns; Money"), ("Reason", "It names a provider.")),
        (("Kept back", "Money"),),
        (("Kept back", "Concerns"), ("Reason", "Talks go on.")),
    ]


def test_what_is_not_decided_is_not_said(tmp_path):
    undecided = replace(DECIDED, public_interest="", review_on="")
    appendix = exempt_part(report(Paragraph("Kept back.", exempt=undecided)))
    facts = [text for style, text in styled(saved_as(appendix, tmp_path / "a.docx")) if "Fact" in style]
    assert facts == ["May be seen by:\tMembers of the committee", "As at:\t9 December 2019"]


def test_a_post_has_an_article_and_a_person_has_none():
    assert report_of_line(Masthead(report_of="Service Director, Commissioning")) == (
        "Report of the Service Director, Commissioning"
    )
    assert report_of_line(Masthead(report_of="Councillor Specimen")) == "Report of Councillor Specimen"


def test_the_same_public_interest_is_told_once():
    first = Exemption(3, "It names those refused.", public_interest="Telling it would harm them.")
    second = replace(first, reason="It names those who could claim.")
    made = replace(
        report(Heading("Funds"), Paragraph("One.", exempt=first), Paragraph("Two.", exempt=second)),
        masthead=Masthead(),
    )
    facts = [
        words
        for _, found in why_exempt(exempt_part(made))
        for label, words in found
        if label == "Public interest"
    ]
    assert facts == ["Telling it would harm them.", "As above."]
