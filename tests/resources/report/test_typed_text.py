import pytest

from resources.report import Bullets, Exemption, Paragraph
from resources.report.typed_text import blocks_of, lines_of

AFFAIRS = Exemption(3, "It names a provider.")


def test_paragraphs_end_at_blank_lines_and_lists_stand_beneath_what_leads_to_them():
    text = "  The team:\n\n- monitors quality\n\n• shapes the market\n\nIt also\nmeets providers.\n \nAnd writes."
    assert blocks_of(text) == (
        Paragraph("The team:", numbered=True, leads=True),
        Bullets(("monitors quality", "shapes the market")),
        Paragraph("It also\nmeets providers.", numbered=True),
        Paragraph("And writes.", numbered=True),
    )


def test_what_is_exempt_is_exempt_in_every_block():
    assert blocks_of("One\n- a", numbered=False, exempt=AFFAIRS) == (
        Paragraph("One", leads=True, exempt=AFFAIRS),
        Bullets(("a",), exempt=AFFAIRS),
    )


@pytest.mark.parametrize(("text", "found"), [("", ()), (" \n\n", ()), ("-12 degrees", ("-12 degrees",))])
def test_nothing_typed_is_no_block_and_a_minus_is_no_dash(text, found):
    assert tuple(block.text for block in blocks_of(text)) == found


def test_the_lines_of_a_list_lose_their_dashes():
    assert lines_of("- one\n\n \uf0b7 two\nthree - four\n") == ("one", "two", "three - four")
