"""What a screen reader hears of each block."""

from desktop.widgets.page_preview.said import block_said
from resources.report.blocks import TableBlock
from resources.report.committee.numbering import numbers
from tests.desktop.widgets.page_preview.made_report import BLOCKS, made, table


def test_every_block_is_said_with_its_number():
    said = [block_said(block, one) for block, one in zip(BLOCKS, numbers(made()), strict=True)]
    assert said[:4] == [
        "Heading: Information",
        "Heading: Forums",
        "1. In the 12 weeks to 31 December 12 events were held, and 34% of providers came.",
        "3 in Ashfield\nnone in 3 districts",
    ]
    assert said[6:] == [
        "Heading: Suspensions",
        "2. One service is suspended.",
        "1. Rosewood House is suspended.",
        "Noted",
        "Notes: room to write",
        "Place: County Hall",
        "New page",
        "Heading: Recommendations",
        "That:",
        "1) members note the report;\n2) a further report comes in six months.",
        "Ada Example\nService Director",
    ]


def test_a_table_is_said_row_by_row_each_cell_with_its_heading():
    said = block_said(BLOCKS[4], numbers(made())[4]).split("\n")
    assert said[:4] == [
        "Table 1: Events by district",
        "Events of each district.",
        "District: Ashfield, Events: 0",
        "District: Bassetlaw, Events: –",
    ]
    assert said[-2:] == ["Base: 12 events. As at 9 December 2019.", "Source: the council’s records."]
    empty = block_said(TableBlock(table(0), "Events."), numbers(made())[4])
    assert empty.split("\n")[2] == "None."


def test_a_picture_is_said_by_its_caption_its_description_and_its_figures():
    said = block_said(BLOCKS[5], numbers(made())[5]).split("\n")
    assert said[:5] == [
        "Figure 1: Most events were in Rushcliffe",
        "Bars of events.",
        "Source: the register.",
        "Table 2: The same",
        "District: Ashfield, Events: 0",
    ]
