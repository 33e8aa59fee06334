import pytest

from resources.report import (
    Exemption,
    Heading,
    Paragraph,
    exemption_notice,
)
from tests.resources.report.made_reports import report

AFFAIRS = Exemption(3, "Names a provider whose contract is suspended.")


PERSON = Exemption(1, "Names a manager.")


def test_the_notice_gives_the_paragraphs_in_the_words_of_the_act_and_no_reason():
    whole = report(
        Heading("A"),
        Paragraph("x", exempt=AFFAIRS),
        Paragraph("y", exempt=PERSON),
        Paragraph("z", exempt=AFFAIRS),
    )
    assert exemption_notice(whole) == Paragraph(
        "Some information relating to this report is held by the council and is not for publication by "
        "virtue of paragraphs 1 and 3 of Part 1 of Schedule 12A to the Local Government Act 1972. "
        "Information relating to any individual. Information relating to the financial or business affairs "
        "of any particular person (including the authority holding that information)."
    )


@pytest.mark.parametrize("paragraph", [0, 8])
def test_an_exemption_outside_the_seven_paragraphs_is_refused(paragraph):
    with pytest.raises(ValueError, match="1 to 7"):
        Exemption(paragraph, "x")
