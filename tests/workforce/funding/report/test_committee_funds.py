"""Funds and grants in a report to a committee."""

from datetime import date

import pytest

from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from resources.report.blocks import Bullets, ChartBlock, Paragraph, TableBlock
from resources.report.committee.section import Ask, NothingToTell, Section
from resources.spans import Span
from tests.resources.report.committee.section_rules import keeps_the_rules
from tests.workforce.funding.report.told import DECLINED, SUBMITTED, TODAY, Told, nursing_homes
from workforce.funding.funds.items import add_item
from workforce.funding.report.committee_funds import funds_choices, funds_section
from workforce.funding.rulebook.editing import RuleDraft, add_rule
from workforce.funding.vocabulary import Operator

AUTUMN = Span(date(2019, 9, 10), date(2019, 12, 9))


def ask(db: Database, span: Span = AUTUMN, **options: str) -> Ask:
    return Ask(db=db, vault=None, span=span, since=date(2019, 9, 9), today=TODAY, options=options)


def filled(db: Database) -> Told:
    told = Told(db)
    fund = told.fund()
    nursing_homes(told, fund, 6)
    told.home("Quillmere", ServiceKind.HOME_CARE, "Mansfield")
    told.claim(fund, "Quillmere", 1_540_00, SUBMITTED)
    told.claim(fund, "Quillmere", 690_00, DECLINED, reason="Left before the end")
    told.trained("Aldermere", 33)
    add_item(db, fund.id, "Level 3 diploma", most_pence=870_00)
    add_rule(
        db, fund.id, RuleDraft("It is a nursing home", "kind", Operator.ONE_OF, "nursing_home;home_care")
    )
    told.home("Silentmere")
    return told


def keys(section: Section) -> list[str]:
    return [one.key for one in section.blocks if isinstance(one, Paragraph | Bullets)]


def test_it_is_told_in_numbered_sentences_with_keys(db: Database) -> None:
    filled(db)
    section = funds_section(ask(db))
    assert keeps_the_rules(section)
    assert keys(section) == [
        "supports", "funds", "claimed", "since", "refused", "trained", "lasting", "funds_lasting", "unclaimed",
    ]  # fmt: skip
    assert len(set(keys(section))) == len(keys(section))
    assert section.as_at == "Funds of 2019/20: as known on 9 December 2019"


def test_every_figure_opens_rows_and_those_that_name_providers_are_exempt(db: Database) -> None:
    filled(db)
    section = funds_section(ask(db))
    named = {one.rows for block in section.blocks for one in getattr(block, "figures", ()) if one.rows}
    assert named <= set(section.rows)
    tables = {name: make() for name, make in section.rows.items()}
    assert {name for name, one in tables.items() if one.exempt} == {
        "claims", "elsewhere", "refused", "since", "unclaimed",
    }  # fmt: skip
    assert (len(tables["claims"].rows), len(tables["since"].rows), len(tables["refused"].rows)) == (7, 7, 1)


def test_names_of_those_refused_and_of_those_that_have_not_claimed_are_exempt(db: Database) -> None:
    told = filled(db)
    blocks = funds_section(ask(db)).blocks
    exempt = [one.table.title for one in blocks if isinstance(one, TableBlock) and one.exempt]
    assert exempt == ["Eligible and not claimed, by provider", "Claims declined, 2019/20"]
    public = repr([one for one in blocks if one.exempt is None])
    assert not [name for name in told.providers if name in public]


def test_what_is_told_is_chosen(db: Database) -> None:
    filled(db)
    year, by, chart, unclaimed = funds_choices(ask(db))
    assert list(year.values.items()) == [("2019", "2019/20")]
    assert [next(iter(one.values)) for one in (by, chart, unclaimed)] == ["kind of service", "told", "told"]
    plain = funds_section(ask(db, by="none", chart="none", unclaimed="none"))
    assert "unclaimed" not in keys(plain) and not any(isinstance(one, ChartBlock) for one in plain.blocks)
    titles = [one.table.title for one in plain.blocks if isinstance(one, TableBlock)]
    assert titles == ["Funds held and granted, 2019/20", "Claims declined, 2019/20"]
    numbers = funds_section(ask(db, unclaimed="numbers", by="district"))
    titles = [one.table.title for one in numbers.blocks if isinstance(one, TableBlock)]
    assert "Claimed by district, 2019/20" in titles and "Eligible and not claimed, by provider" not in titles


def test_another_year_has_neither_what_was_claimed_since_nor_who_could_claim(db: Database) -> None:
    filled(db)
    section = funds_section(ask(db, Span(date(2019, 9, 10), date(2019, 11, 30))))
    assert keys(section)[-1] == "known"
    other = funds_section(ask(db, Span(date(2021, 1, 1), date(2021, 3, 31)), year="2019"))
    assert "since" in keys(other)  # the period is not over: it is told as at today
    with pytest.raises(NothingToTell) as nothing:
        funds_section(ask(db, year="2012"))
    assert "of 2012/13" in nothing.value.sentence
