"""Counts of an exempt status that tell whom, and those that may be published."""

import pytest

from resources.report.document_text import Passage
from resources.report.gate.known import Looked
from resources.report.gate.small_counts import (
    doubtful_counts_told,
    small_counts_in_tables,
    small_counts_left_over,
    small_counts_told,
)
from resources.tables import Column, ColumnKind, Table
from tests.resources.report.gate.made_county import KNOWN, said


def found(*texts):
    return [leak.term.text for leak in small_counts_told(said(*texts), KNOWN)]


@pytest.mark.parametrize(
    "text",
    [
        "One of the two nursing homes in Rushcliffe is suspended.",
        "1 of 2 nursing homes in Rushcliffe has its contract suspended.",
        "In Rushcliffe one nursing home is suspended.",
        "A nursing home in Rushcliffe has been suspended.",
        "The contract of a nursing home in Rushcliffe was terminated.",
        "There is one suspension among nursing homes in Rushcliffe.",
        "Both nursing homes in Rushcliffe are suspended.",
        "All nursing homes in Rushcliffe are suspended.",
        "The only extra care scheme in Gedling is under an improvement notice.",
        "One of the two nursing homes in Rushcliffe is not suspended.",
        "All but one of the two nursing homes in Rushcliffe are suspended.",
        "In Rushcliffe one of two nursing homes is in good standing.",
        "Of 45 services three are suspended, of which one is a nursing home in Rushcliffe.",
        "Three are suspended: two in Ashfield and one nursing home in Rushcliffe.",
        "There are two nursing homes in Rushcliffe. Of these, one is suspended.",
        "Suspended nursing homes in Rushcliffe: 1.",
        "One of the two homes that opened this year is suspended.",
        "Five home care agencies in Ashfield attended and one nursing home in Rushcliffe is suspended.",
        "Six of the six nursing homes in Ashfield are under an improvement notice.",
        "Two of the three services rated Inadequate are suspended.",
        "50% of the two nursing homes in Rushcliffe are suspended.",
        "100% of nursing homes in Rushcliffe are suspended.",
        "Half: 50 per cent of nursing homes in Rushcliffe are suspended.",
        "One nursing home in Rushcliffe has had placements stopped.",
        "In Rushcliffe the council has paused new placements with one of two nursing homes.",
        "Placements at one nursing home in Rushcliffe have been stopped.",
        "Placements have been frozen at one of the two nursing homes in Rushcliffe.",
        "The council ended its contract with one of two nursing homes in Rushcliffe.",
        "One of the two nursing homes in Rushcliffe has lost its contract.",
        "One of two nursing homes in Rushcliffe is in default.",
        "One of two nursing homes in Rushcliffe is subject to contractual action.",
        "Half of nursing homes in Rushcliffe are suspended.",
        "One in two nursing homes in Rushcliffe is suspended.",
        "1/2 of nursing homes in Rushcliffe are suspended.",
        "½ of the nursing homes in Rushcliffe are suspended.",
        "Of the ten suspended, one is a nursing home in Rushcliffe.",
        "A 62-bed nursing home in Ashfield is suspended.",
        "A home in Ollerton is suspended.",
        "Of the ten suspended, one is in Ollerton.",
        "One nursing home in Rushcliffe where staff left is suspended.",
        "Visits were stopped and one nursing home in Rushcliffe was suspended.",
        "One of the two nursing homes in Rushcliffe with staff shortages is suspended.",
    ],
)
def test_a_count_of_few_tells_whom(text):
    assert found(text)


@pytest.mark.parametrize(
    "text",
    [
        "As at 31 December 2025 45 services have a contract with the Council. Of these, three are suspended and none "
        "is under an improvement notice.",
        "As at 6 September 2018 there are 45 homes across the County that have a contract with the Council, of which "
        "three have their contracts suspended all of which are older people's care homes.",
        "None of the two nursing homes in Rushcliffe is suspended.",
        "No nursing home in Rushcliffe is suspended.",
        "Where a service is suspended then the Council makes a range of agencies aware.",
        "Where a nursing home in Rushcliffe is suspended, residents are told.",
        "Two residential homes in Ashfield are suspended.",
        "The two nursing homes in Rushcliffe are rated Good.",
        "Two nursing homes in Ashfield were suspended on 3 June 2019, see paragraph 1.",
        "The lifting of a suspension is undertaken when the Council is satisfied.",
        "Suspensions of services seek to reduce poor quality care home provision.",
        "Further detail on the suspended contracts is given in the exempt appendix.",
        "Three contracts are suspended, 7% of all.",
        "7% of 45 contracts are suspended.",
        "7% (three of 45) are suspended.",
        "0% of nursing homes in Rushcliffe are suspended.",
        "The services that currently have their contracts suspended by the Council",
        "Visiting was suspended in one nursing home in Rushcliffe because of norovirus.",
        "Two members of staff at one nursing home in Rushcliffe were suspended.",
        "The manager of one nursing home in Rushcliffe was suspended.",
        "The suspended ceiling in one nursing home in Rushcliffe was replaced.",
        "Bus route 12 to one nursing home in Rushcliffe was suspended for one day.",
        "One nursing home in Rushcliffe has suspended visiting.",
        "Half of the nursing homes in Ashfield were visited; 3 of 45 contracts are suspended.",
        "In the first half of the year two homes in Rushcliffe were visited and none is suspended.",
        "Three nursing homes with 120 beds were suspended.",
        "A forum met in Ollerton, where three suspended contracts were discussed.",
        "Placements at one nursing home in Rushcliffe were paused because of an outbreak of flu.",
    ],
)
def test_a_count_of_many_tells_nobody(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "One nursing home in Rushcliffe is closed to new admissions.",
        "One nursing home in Rushcliffe is not taking new people.",
        "Placements at one nursing home in Rushcliffe were paused because of an outbreak of flu.",
    ],
)
def test_what_may_be_no_status_of_a_contract_is_to_be_looked_at(text):
    assert list(doubtful_counts_told(said(text), KNOWN))
    assert found(text) == []


def test_nothing_else_is_to_be_looked_at():
    for text in (
        "One nursing home in Rushcliffe is in good standing.",
        "Six residential homes in Gedling are closed to new admissions, of 7,000 in England.",
        "One of 45 services is not taking new people.",
    ):
        assert list(doubtful_counts_told(said(text), KNOWN)) == [], text


def test_a_heading_and_the_lead_of_a_list_say_of_whom():
    lead = Passage("There are two nursing homes in Rushcliffe:", "paragraph 1")
    items = [Passage("one is rated Good", "item 1"), Passage("one is suspended", "item 2")]
    assert list(small_counts_told(Looked(said=(lead, *items)), KNOWN))
    heading = Passage("Nursing homes in Rushcliffe", "heading", is_heading=True)
    assert list(small_counts_told(Looked(said=(heading, Passage("One is suspended.", "paragraph 1"))), KNOWN))
    other = Passage("Home care", "heading", is_heading=True)
    assert not list(
        small_counts_told(Looked(said=(heading, other, Passage("One is suspended.", "p"))), KNOWN)
    )


def test_a_leak_says_of_how_many_and_where():
    (leak,) = small_counts_told(said("One of the two nursing homes in Rushcliffe is suspended."), KNOWN)
    assert leak.words == (
        "paragraph 1: 1 of 2 services: nursing home in Rushcliffe (so few that readers can tell which: suspended), as "
        "it is said: “One of the two nursing homes in Rushcliffe is suspended.”"
    )


def table(*rows, headings=("With contract", "Suspended"), title="Contracts"):
    columns = [Column("a", "Where"), *(Column(one, one, ColumnKind.NUMBER) for one in headings)]
    return Table(title, tuple(columns), rows)


def in_tables(*tables):
    looked = said(tables=tuple((one, f"table {number}") for number, one in enumerate(tables, 1)))
    return [leak.where for leak in small_counts_in_tables(looked, KNOWN)]


def test_a_row_of_few_tells_whom():
    assert in_tables(table(("Ashfield", 27, 2), ("Rushcliffe", 2, 1))) == ["table 1, row 2"]
    assert in_tables(table(("Rushcliffe", 1), headings=("Suspended",), title="Nursing homes")) == [
        "table 1, row 1"
    ]


def test_a_row_of_few_tells_by_those_in_good_standing_too():
    assert in_tables(
        table(("Ashfield", 27, 25), ("Rushcliffe", 2, 1), headings=("With contract", "Active"))
    ) == ["table 1, row 2"]


def test_rows_of_many_and_of_none_tell_nobody():
    assert (
        in_tables(table(("Ashfield", 27, 2), ("Rushcliffe", 10, 1), ("Gedling", 2, 0), ("Total", 39, 3)))
        == []
    )
    assert in_tables(table(("Rushcliffe", 2, 2), headings=("With contract", "Rated Good"))) == []


def left(looked):
    return [leak.term.text for leak in small_counts_left_over(looked, KNOWN)]


def test_what_is_left_of_a_total_is_told_too():
    told = "Three nursing homes are suspended."
    assert left(said(told, "Two nursing homes in Ashfield are suspended.")) == [
        "1 of 2 services: nursing home in Rushcliffe"
    ]
    assert left(said(told, "Three nursing homes in Ashfield are suspended.")) == []
    assert left(said(told)) == []


def test_what_a_table_keeps_back_follows_from_its_total():
    shown = table(
        ("Ashfield", 6, 2), ("Rushcliffe", 2, "fewer than 5"), ("Total", 8, 3), title="Nursing homes"
    )
    assert left(said(tables=((shown, "table 1"),))) == ["1 of 2 services: nursing home in Rushcliffe"]
