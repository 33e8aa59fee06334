"""Every section of a committee report over the sample county: its names, its figures and their rows, and no leak."""

import csv
import io
from datetime import date, timedelta

import pytest

from desktop.committee.sections import SECTIONS, section_of
from engagement.register.contracts import exempt_terms, fixed_labels, public_names
from resources.database import Database
from resources.report.blocks import (
    Block,
    Bullets,
    ChartBlock,
    FactList,
    Heading,
    Paragraph,
    TableBlock,
)
from resources.report.committee.section import Ask, NothingToTell, Section
from resources.report.leak_gate import search
from resources.spans import Span
from tests.engagement.sample.made_county import TODAY

FIRST = date(2019, 9, 1)
HERE = ("market", "inspections", "outstanding", "suspensions", "good_practice", "forums", "feedback")
TOLD_OF_ALL = {"list": "all", "shared": "all", "reach": "both", "quarters": "table", "change": "table"}


def ask(db: Database, **options: str) -> Ask:
    since = FIRST - timedelta(days=1)
    return Ask(db=db, vault=None, span=Span(FIRST, TODAY), since=since, today=TODAY, options=options)


def made(db: Database, key: str, **options: str) -> Section:
    record = section_of(key)
    assert record is not None
    return record.make(ask(db, **options))


def generated(section: Section) -> list[Paragraph | Bullets]:
    return [block for block in section.blocks if isinstance(block, (Paragraph, Bullets))]


def texts(block: Block) -> list[str]:
    if isinstance(block, (Paragraph, Heading)):
        return [block.text]
    if isinstance(block, Bullets):
        return list(block.items)
    if isinstance(block, FactList):
        return [part for pair in block.items for part in pair]
    if isinstance(block, TableBlock):
        cells = [str(cell) for row in block.table.rows for cell in row if cell is not None]
        return [block.alt, block.caption, block.table.title, *block.table.notes, *cells]
    return [block.alt, block.caption] if isinstance(block, ChartBlock) else []


@pytest.mark.parametrize("key", [one.key for one in SECTIONS])
@pytest.mark.parametrize("options", [{}, TOLD_OF_ALL], ids=["as offered", "all of it"])
def test_what_is_generated_has_names_and_figures_that_open(
    county: Database, key: str, options: dict[str, str]
) -> None:
    try:
        section = made(county, key, **options)
    except NothingToTell:
        assert key not in HERE
        return
    assert isinstance(section.blocks[0], Heading) and section.blocks[0].level == 2
    assert section.as_at
    blocks = generated(section)
    keys = [block.key for block in blocks]
    assert all(keys) and len(set(keys)) == len(keys)
    assert all(block.numbered for block in blocks if isinstance(block, Paragraph))
    for block in blocks:
        text = "\n".join(texts(block))
        assert len({one.name for one in block.figures}) == len(block.figures)
        assert [one.words for one in block.figures if one.words not in text] == []
        assert {one.rows for one in block.figures} - {""} <= set(section.rows)
    for rows in section.rows.values():
        table = rows()
        assert table.title and all(len(row) == len(table.columns) for row in table.rows)


@pytest.mark.parametrize("key", [one.key for one in SECTIONS])
def test_no_service_of_which_something_is_exempt_stands_in_what_is_public(county: Database, key: str) -> None:
    try:
        section = made(county, key, **TOLD_OF_ALL)
    except NothingToTell:
        assert key not in HERE
        return
    text = io.StringIO()
    csv.writer(text).writerows(
        (one,) for block in section.blocks if block.exempt is None for one in texts(block)
    )
    terms, public = exempt_terms(county), public_names(county)
    assert terms
    said = text.getvalue().encode()
    assert search(said, terms, fixed_labels=fixed_labels(county), public_names=public) == []


@pytest.mark.parametrize("key", HERE)
def test_made_twice_a_section_is_the_same(county: Database, key: str) -> None:
    assert made(county, key, charts="none").blocks == made(county, key, charts="none").blocks
