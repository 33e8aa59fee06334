"""Funding as sections of a report."""

from datetime import date

from engagement.register.services import edit_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from resources.report.blocks import (
    Block,
    Bullets,
    ChartBlock,
    Heading,
    Paragraph,
    Report,
    TableBlock,
    public_part,
)
from tests.workforce.funding.report.told import DECLINED, SUBMITTED, TODAY, Told, nursing_homes
from workforce.funding.funds.funds import add_fund
from workforce.funding.funds.items import add_item
from workforce.funding.report.choice import FundingChoice, Section
from workforce.funding.report.sections import blocks_of, fund_sentences, material, unclaimed_sentence
from workforce.funding.rulebook.editing import RuleDraft, add_rule
from workforce.funding.unclaimed.unclaimed import find_unclaimed
from workforce.funding.vocabulary import FundKind, Operator
from workforce.training.learners import add_post


def made(db: Database, *, year: int = 2019, only: tuple[Section, ...] = tuple(Section)) -> tuple[Block, ...]:
    return blocks_of(material(db, FundingChoice(year, only), today=TODAY))


def filled(db: Database) -> Told:
    told = Told(db)
    fund = told.fund()
    told.spend(fund, 1_800_00)
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


def test_each_section_that_has_something_to_tell_stands_beneath_its_heading(db: Database) -> None:
    filled(db)
    headings = [one.text for one in made(db) if isinstance(one, Heading) and one.level == 1]
    assert headings == [
        "What was bid for, allocated and claimed", "Claimed by kind of service and district", "People trained",
        "What remains, and how long it will last", "Eligible and not claimed", "How the figures are made",
    ]  # fmt: skip
    assert made(db, only=(Section.PROJECTS,)) == ()


def test_a_fund_is_told_in_a_sentence(db: Database) -> None:
    filled(db)
    add_fund(db, "Learning support", FundKind.SIGNPOSTED, opens_on=date(2019, 4, 1))
    assert fund_sentences(material(db, FundingChoice(2019), today=TODAY).found) == [
        "Workforce Development Fund (Skills for Care): £112,000 was bid for and £112,000 is allocated to 2019/20. Of "
        "it £6,000 is paid and £1,800 committed, so that £104,200 remains, and £1,540 is claimed and not decided.",
        "Providers are pointed to 1 fund that they claim themselves: Learning support.",
    ]


def test_every_chart_has_its_figures_in_words_and_a_table_near(db: Database) -> None:
    filled(db)
    blocks = made(db)
    charts = [at for at, one in enumerate(blocks) if isinstance(one, ChartBlock)]
    assert charts and all(isinstance(blocks[at + 1], TableBlock) for at in charts)
    first = blocks[charts[0]]
    assert isinstance(first, ChartBlock) and "Remaining £104,200" in first.alt


def test_the_public_part_names_nobody_and_gives_no_provider_s_money_away(db: Database) -> None:
    filled(db)
    blocks = made(db)
    public = public_part(Report("Training and grants", blocks=blocks)).blocks
    said = str([one for one in public if not isinstance(one, ChartBlock)])
    assert (
        "Silentmere" not in said
        and "Quillmere" not in said
        and "Left before the end" not in said
        and "Aldermere" not in said
    )
    exempt = [one for one in blocks if one.exempt is not None]
    assert exempt and "Quillmere" in str(exempt)
    for block in public:
        if isinstance(block, TableBlock) and block.table.title.startswith("Claimed by"):
            assert [row[2:] for row in block.table.rows[:-1]] == [("[c]", "[c]"), ("[c]", "[c]")]
            assert block.table.rows[-1] == ("All", 7, 7, 7_540_00)
    assert "1 claim was declined" in said and "£690" not in said


def test_what_was_declined_or_claimed_elsewhere_is_told_where_enough_providers_are_behind_it(
    db: Database,
) -> None:
    told = Told(db)
    fund = told.fund()
    elsewhere = add_fund(
        db, "Learning support", FundKind.SIGNPOSTED, opens_on=date(2019, 4, 1), closes_on=None
    )
    nursing_homes(told, fund, 5)
    for number, name in enumerate(told.providers, 1):
        told.claim(elsewhere, name, 70_00)
        told.claim(fund, name, 100_00, DECLINED)
        said = str([one for one in made(db) if isinstance(one, Paragraph | Bullets) and one.exempt is None])
        assert (f"{number} claims of £500 in all were declined" in said) is (number == 5)
        assert ("£350 was claimed from them" in said) is (number == 5)
        assert "were declined" in said or number == 1


def test_of_a_year_that_is_over_no_forecast_is_made(db: Database) -> None:
    filled(db)
    sections = material(db, FundingChoice(2018), today=TODAY)
    assert not sections.is_this_year
    assert [one.text for one in blocks_of(sections) if isinstance(one, Heading)] == [
        "How the figures are made"
    ]
    assert not any(isinstance(one, Bullets) for one in blocks_of(sections))
    assert any("begins on 1 April" in one.text for one in made(db, year=2018) if isinstance(one, Paragraph))


def test_what_is_likely_tells_those_eligible_from_those_that_may_become_so(db: Database) -> None:
    told = Told(db)
    fund = told.fund()
    add_item(db, fund.id, "Level 3 diploma", most_pence=870_00)
    add_rule(db, fund.id, RuleDraft("It lies in Mansfield", "district", Operator.ONE_OF, "Mansfield"))
    for name in ("Aldermere", "Birchmere"):
        provider = told.home(name, district="")
        worker = told.learner(name, "Example")
        add_post(db, worker.id, provider, service_id=told.services[name])
    assert "Likely up to £1,740 could still be claimed by those of whom more must be known" in likely(db)
    edit_service(db, told.services["Aldermere"], district="Mansfield")
    assert likely(db).endswith(
        "Those that are eligible could likely claim up to £870. With all that may turn out or become eligible it is up "
        "to £1,740."
    )
    edit_service(db, told.services["Birchmere"], district="Mansfield")
    assert likely(db).endswith("Those that are eligible could likely claim up to £1,740.")


def likely(db: Database) -> str:
    return unclaimed_sentence(find_unclaimed(db, on=TODAY))
