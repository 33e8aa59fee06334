"""A service is told by more than its name, where the sentence tells what is exempt of it."""

from dataclasses import replace

import pytest

from resources.report.exempt_names import ExemptTerm
from resources.report.gate.clues import told_by_clues, told_by_slips
from resources.report.gate.known import PersonName
from resources.report.gate.names import members_named, people_named, services_named, written_in_code
from resources.report.gate.short_names import people_in_short, perhaps_in_short
from tests.resources.report.gate.catalogue import ALL, SLIP
from tests.resources.report.gate.made_county import EXEMPT_NAMES, said


@pytest.mark.parametrize(
    "text",
    [
        "Larkmeadow Care came to three forums.",
        "Staff of Larkmeadow Care were suspended.",
        "Visiting was suspended at NG99 9ZZ because of norovirus.",
        "Larkmeadow Care came. Three homes in the county are suspended.",
        "It is suspended. We went to 139 Imaginary Way.",
    ],
)
def test_who_runs_it_and_where_may_be_told_of_anything_else(text):
    assert list(told_by_clues(said(text), ALL)) == []


@pytest.mark.parametrize(
    "text",
    [f"{SLIP} House came to a forum.", "Quality House is suspended.", "Q. House came. Visits went well."],
)
def test_a_slip_tells_only_beside_a_status(text):
    assert list(told_by_slips(said(text), ALL)) == []


def test_a_public_name_that_is_nearly_an_exempt_one_is_no_slip():
    near = EXEMPT_NAMES[0].split()[0].replace("mere", "mera")
    assert list(told_by_slips(said(f"{near} is suspended."), ALL))


@pytest.mark.parametrize(
    "text",
    [
        "Pretendley came.", "Councillor Pretendley came.", "H. Pretendley", "Gus came. Pretendley left.",
        "Gus went to Pretendley", "mrs pretendley", "in paragraph G Pretendham",
    ],
)  # fmt: skip
def test_a_surname_alone_or_of_somebody_else_tells_nobody(text):
    assert list(people_in_short(said(text), ALL)) == []


@pytest.mark.parametrize("text", ["Rev. G. M. Pretendley", "GM Pretendley", "Gus, Imran and Ada Pretendley"])
def test_shorter_ways_are_found(text):
    assert [leak.term.text for leak in people_in_short(said(text), ALL)] == ["Gus Pretendley"]
    assert list(perhaps_in_short(said(text), ALL)) == []


@pytest.mark.parametrize(
    "text",
    ["Grace, Park and Hill", "grace park", "Grace. Park it there.", "Park Grace", "Councillor Grace Park"],
)
def test_a_name_of_everyday_words_counts_as_a_name_is_written(text):
    assert list(people_named(said(text), ALL)) == []


@pytest.mark.parametrize("text", ["Grace Park", "Park, Grace", "Grace Park’s"])
def test_and_is_found_so(text):
    assert [leak.term.text for leak in people_named(said(text), ALL)] == ["Grace Park"]


def test_a_member_of_that_name_is_to_be_looked_at():
    found = [leak.term.text for leak in members_named(said("Thanks to Cllr. Grace Park, who came."), ALL)]
    assert found == ["Grace Park"]


def test_letters_written_in_code_are_read():
    assert list(written_in_code(said("A &amp; B, 50% of it"), ALL)) == []
    assert list(written_in_code(said("&#81;uillmere House"), ALL))


def test_officers_are_named_in_their_own_parts_alone():
    assert list(people_named(said("For enquiries ask Flo Pretendham"), ALL)) == []
    assert list(people_named(said("Flo Pretendham said so."), ALL))


def test_names_of_everyday_words_are_no_services_in_small_letters():
    held = replace(
        ALL,
        services=tuple(
            ExemptTerm(name, "contract suspended", (name.split()[0].casefold(),))
            for name in ("Hope House", "Excel Care", "Autumn Leaves")
        ),
    )
    for text in ("We hope house prices fall.", "Excel care plans were read.", "Autumn leaves were swept up."):
        assert list(services_named(said(text), held)) == [], text
    for text in (
        "Hope House came.",
        "We saw Hope.",
        "A visit to hope house, suspended in May.",
        "Hope’s residents",
    ):
        assert list(services_named(said(text), held)), text


def test_a_common_surname_tells_beside_the_given_name_alone():
    common = replace(
        ALL, persons=(), perhaps=(*ALL.persons, PersonName("Will May", "x", ("Will",), ("May",)))
    )
    assert list(people_in_short(said("Gus M. Pretendley"), common))
    assert list(people_in_short(said("Mrs Pretendley", "Will Ada May"), common)) == []
    assert len(list(perhaps_in_short(said("Mrs Pretendley", "Will Ada May"), common))) == 2
