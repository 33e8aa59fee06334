"""The Word summary of a funding year, and its sections for a committee report."""

from dataclasses import replace
from datetime import date

from engagement.register.letterhead import letterhead
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import (
    Block,
    Bullets,
    FactList,
    Heading,
    House,
    Paragraph,
    Report,
    TableBlock,
    exemption_notice,
)
from resources.wording import and_list, count_of, date_words, money
from workforce.funding.projects.apprentices import apprentices
from workforce.funding.projects.projects import projects
from workforce.funding.report.choice import FundingChoice, Section
from workforce.funding.report.projects_part import apprentices_sentence, project_sentences
from workforce.funding.report.sections import (
    Material,
    blocks_of,
    forecast_blocks,
    fund_sentences,
    material,
    trained_sentence,
    unclaimed_sentence,
)
from workforce.funding.report.tables import claimed_table, claims_base, funds_table
from workforce.funding.vocabulary import ApprenticeStatus
from workforce.years import year_words

TITLE = "Training and grants"
HEADING = "Funding and training"


def funding_summary(db: Database, choice: FundingChoice, *, today: date) -> Report:
    """The whole document; what is exempt stands in it marked, and is parted when it is saved."""
    m = _material(db, choice, today)
    report = Report(
        TITLE, f"Funding summary, {year_words(choice.year)}", today, (_facts(m), *blocks_of(m)), house(db)
    )
    notice = exemption_notice(report)
    return replace(report, blocks=(notice, *report.blocks)) if notice else report


def committee_sections(db: Database, choice: FundingChoice, *, today: date) -> tuple[Block, ...]:
    """A page: what the funds are and what became of them, in numbered sentences that a clerk can take over."""
    return tuple(_committee(_material(db, choice, today)))


def committee_report(db: Database, choice: FundingChoice, *, today: date) -> Report:
    """The sections as a document of its own."""
    subtitle = f"Sections for a committee report, {year_words(choice.year)}"
    return Report(TITLE, subtitle, today, committee_sections(db, choice, today=today), house(db))


def house(db: Database) -> House:
    """Who writes."""
    head = letterhead(db)
    return House(head.council, head.team, ", ".join(part for part in (head.phone, head.email) if part))


def _material(db: Database, choice: FundingChoice, today: date) -> Material:
    m = material(db, choice, today=today)
    if not m.found.funds and not m.found.signposted and not projects(db):
        raise Problem(
            f"Nothing is held of {year_words(choice.year)}: no fund and no project. Choose another year, or add a fund."
        )
    return m


def _facts(m: Material) -> FactList:
    found, every = m.found, m.found.together
    items = [("Year", f"{year_words(found.year)}, as at {date_words(found.as_at)}")]
    if found.funds:
        items += [
            ("Funds", and_list([one.fund.name for one in found.funds])),
            ("Allocated", money(every.allocated)),
            ("Paid or committed", money(every.paid + every.committed)),
            ("Remaining", money(every.remaining)),
        ]
    if found.claimed.claims:
        items.append(("Claims", f"{money(found.claimed.pence)}: {claims_base(found)}"))
    return FactList(tuple(items))


def _committee(m: Material) -> list[Block]:
    """The team’s key workstreams, as its reports list them."""
    has, found = m.choice.has, m.found
    blocks: list[Block] = [Heading(HEADING)]
    if has(Section.MONEY) and (found.funds or found.signposted):
        blocks += [
            Paragraph("The team supports providers with these funds and grants:", numbered=True),
            Bullets(tuple(fund_sentences(found))),
        ]
        if found.funds:
            alt = "For each fund what was bid for, allocated, claimed, paid and committed, and what remains."
            blocks.append(TableBlock(funds_table(found), alt))
    if has(Section.CLAIMED) and found.claimed.claims:
        blocks += [
            Paragraph(
                f"{money(found.claimed.pence)} is claimed in the year, by {claims_base(found)}.",
                numbered=True,
            ),
            TableBlock(
                claimed_table(found, "kind of service"), "For each kind of service how much was claimed."
            ),
        ]
    if has(Section.TRAINED) and found.trained.any:
        blocks.append(Paragraph(trained_sentence(found), numbered=True))
    if has(Section.FORECAST):
        lasting = [one for one in forecast_blocks(m) if isinstance(one, Bullets)]
        blocks += [Paragraph("At the present pace:", numbered=True), *lasting] if lasting else []
    if has(Section.UNCLAIMED) and m.is_this_year and m.unclaimed().rows:
        blocks.append(Paragraph(unclaimed_sentence(m.unclaimed()), numbered=True))
    return blocks + (_projects(m) if has(Section.PROJECTS) else [])


def _projects(m: Material) -> list[Block]:
    running = [one for one in projects(m.db) if one.is_running and one.starts_on <= m.today]
    blocks: list[Block] = []
    if running:
        told = tuple(f"{one.name}: {' '.join(project_sentences(m.db, one, m.today))}" for one in running)
        number = count_of(len(running), "project is", "projects are")
        blocks += [Paragraph(f"{number} running:", numbered=True), Bullets(told)]
    team = [one for one in apprentices(m.db) if one.status is ApprenticeStatus.UNDER_WAY]
    return [*blocks, *([Paragraph(apprentices_sentence(team), numbered=True)] if team else [])]
