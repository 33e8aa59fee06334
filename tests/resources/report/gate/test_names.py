"""Names are told by the place in the report where they stand, and by that in the file where the report has none."""

from dataclasses import replace

import pytest

from resources.report.document_text import Passage
from resources.report.gate.names import (
    addresses_told,
    named_by_the_file,
    people_named,
    refusals_told,
    services_named,
)
from tests.resources.report.gate.catalogue import ALL
from tests.resources.report.gate.made_county import EXEMPT_NAMES, said

NAME = EXEMPT_NAMES[0]


def test_a_name_in_the_body_is_told_once_and_one_in_the_header_besides():
    looked = replace(
        said(f"We visited {NAME}."),
        document=(Passage(f"We visited {NAME}.", "paragraph 9"), Passage(NAME, "header")),
    )
    assert [leak.where for leak in services_named(looked, ALL)] == ["paragraph 1", "header"]


@pytest.mark.parametrize(
    "text", ["Example, Ada", "Thanks to Ada Example’s team", "EXAMPLE, ADA", "ada.example@example.org"]
)
def test_people_are_found_in_any_order_and_over_a_comma(text):
    assert [leak.term.text for leak in people_named(said(text), ALL)] == ["Ada Example"]


def test_ways_to_reach_somebody_are_found_however_spaced():
    for text in (
        "Ring 0115-496 0123",
        "+44 115 496 0123",
        "+44 (0)115 4960123",
        "SOMEONE.THERE@example.org.",
    ):
        assert list(addresses_told(said(text), ALL)), text
    for text in ("Ring 0115 496 0124", "someone@example.org", "5 496 0123"):
        assert list(addresses_told(said(text), ALL)) == [], text


def test_who_was_refused_may_be_named_for_anything_else():
    assert list(refusals_told(said("The claim of Quixotic Care was declined."), ALL))
    assert list(refusals_told(said("Quixotic Care came to three forums.", "A claim was refused."), ALL)) == []


def test_the_name_of_the_file_is_read_as_words():
    assert [
        leak.where for leak in named_by_the_file(said(file_name=f"{NAME.replace(' ', '.')}.docx"), ALL)
    ] == ["name of the file"]
    assert list(named_by_the_file(said(file_name="Report.docx"), ALL)) == []
