"""The sections that a report can have: their keys, and what each says of a file with nothing in it."""

from datetime import date

import pytest

from desktop.committee.sections import SECTIONS, section_of
from resources.database import Database
from resources.report.blocks import Heading
from resources.report.committee import default_outline
from resources.report.committee.section import Ask, NothingToTell, SectionRecord
from resources.spans import Span

TODAY = date(2019, 12, 2)


def ask(db: Database) -> Ask:
    span = Span(date(2019, 9, 10), date(2019, 11, 30))
    return Ask(db=db, vault=None, span=span, since=date(2019, 9, 9), today=TODAY)


def test_a_new_report_begins_with_every_section_in_the_order_in_which_they_are_offered() -> None:
    assert tuple(one.key for one in SECTIONS) == default_outline.SECTIONS
    assert len({one.title for one in SECTIONS}) == len(SECTIONS)
    assert all(one.about for one in SECTIONS)


def test_a_section_is_found_by_its_key_and_an_unknown_one_is_not() -> None:
    found = section_of("market")
    assert found is SECTIONS[0]
    assert section_of("weather") is None


@pytest.mark.parametrize("record", SECTIONS, ids=lambda one: one.key)
def test_of_an_empty_file_a_section_says_what_is_missing(db: Database, record: SectionRecord) -> None:
    choices = record.choices(ask(db))
    assert len({choice.name for choice in choices}) == len(choices)
    try:
        made = record.make(ask(db))
    except NothingToTell as nothing:
        assert nothing.sentence.endswith(".") and len(nothing.sentence) > 20
    else:
        assert made.blocks and isinstance(made.blocks[0], Heading)
