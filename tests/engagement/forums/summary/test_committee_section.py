"""Forums of a period for a committee: figures with what they rest on, and a period without any."""

from datetime import date

import pytest

from engagement.forums.summary.committee_section import IN_A_TABLE, Reach, make
from resources.database import Database
from resources.report.blocks import Bullets, Heading, Paragraph, TableBlock
from resources.report.committee.section import Ask, NothingToTell, Section
from resources.spans import Span

FIRST, LAST, TODAY = date(2019, 4, 1), date(2020, 3, 31), date(2022, 1, 1)


def made(db: Database, first: date = FIRST, last: date = LAST, **options: str) -> Section:
    since = date(2019, 3, 31)
    return make(Ask(db=db, vault=None, span=Span(first, last), since=since, today=TODAY, options=options))


def texts(section: Section) -> dict[str, str]:
    return {
        block.key: block.text if isinstance(block, Paragraph) else "\n".join(block.items)
        for block in section.blocks
        if isinstance(block, (Paragraph, Bullets))
    }


def test_a_year_is_told_in_two_paragraphs_with_reach_beneath(year: Database) -> None:
    section = made(year)
    told = texts(section)
    assert section.blocks[0] == Heading("Provider forums and events", 2)
    assert told["held"] == (
        "4 events were held from 1 April 2019 to 31 March 2020. They were 2 provider forums, 1 meeting of the "
        "managers network and 1 information-sharing meeting. 1 of them was confidential. Confidential meetings are "
        "counted, and nothing "
        "else is told of them. 1 event was cancelled."
    )
    assert told["people"].startswith("4 people came, with 6 attendances: 3 from 2 providers")
    assert told["reach"].splitlines()[1].startswith("Of 3 services in the register in Nottinghamshire")
    assert section.as_at == "events from 1 April 2019 to 31 March 2020"
    assert all(block.exempt is None for block in section.blocks)


def test_the_figures_open_their_events_people_and_services(year: Database) -> None:
    section = made(year)
    shown = {
        one.name: one
        for block in section.blocks
        if isinstance(block, (Paragraph, Bullets))
        for one in block.figures
    }
    assert (shown["held.provider_forum"].words, shown["held.provider_forum"].rows) == (
        "2 provider forums",
        "events",
    )
    assert (shown["services.came"].value, shown["services.came"].base) == (2, 3)
    events = section.rows["events"]()
    assert [row[2:5] for row in events.rows] == [
        ("Summer forum", "Held", 3),
        ("Information-sharing meeting", "Held", None),  # nothing else is told of a confidential one
        ("Autumn forum", "Held", 2),
        ("Rained off", "Cancelled", None),
        ("Managers network", "Held", 1),
        ("Nobody recorded", "Planned", None),
    ]
    people, services = section.rows["people"](), section.rows["services"]()
    assert people.exempt is not None and services.exempt is not None
    assert sorted(row[0] for row in people.rows) == ["Amina Khan", "Ben Lund", "Cy Moss", "Pat Partner"]
    assert sum(int(row[2] or 0) for row in people.rows) == 6
    assert {row[0]: row[4] for row in services.rows} == {
        "Elm Lodge": 2,
        "Quiet Court": 0,
        "Rosewood House": 3,
    }
    assert [row[2] for row in section.rows["before"]().rows] == ["Earlier forum"]
    assert section.rows["actions"]().rows == []


def test_tables_are_those_that_were_chosen(year: Database) -> None:
    titles = {
        asked: [
            block.table.title
            for block in made(year, reach=asked.value).blocks
            if isinstance(block, TableBlock)
        ]
        for asked in Reach
    }
    assert titles[Reach.DISTRICT] == ["Events by kind", "Services reached by district"]
    assert len(titles[Reach.BOTH]) == 3 and titles[Reach.NONE] == ["Events by kind"]
    quarters = [b.table.title for b in made(year, quarters=IN_A_TABLE).blocks if isinstance(b, TableBlock)]
    assert quarters[-1] == "Quarter by quarter"


def test_a_period_without_forums_says_so(year: Database) -> None:
    section = made(year, date(2021, 1, 1), date(2021, 3, 31))
    assert texts(section) == {
        "held": "No event was held from 1 January 2021 to 31 March 2021.",
        "people": "In the same period a year before, 1 event was held, with 1 attendance.",
    }


def test_without_events_there_is_nothing_to_tell(db: Database) -> None:
    with pytest.raises(NothingToTell, match="No forum or event is kept"):
        made(db)


def test_an_option_that_is_no_option_is_left_out_of_account(year: Database) -> None:
    assert texts(made(year, reach="weather", quarters="weather")) == texts(made(year))
