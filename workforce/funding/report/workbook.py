"""The figures of a funding year as a publication: a workbook in the layout of official statistics."""

from datetime import date

from engagement.register.letterhead import letterhead
from resources.database import Database
from resources.files.publication_workbook import Publication
from resources.problem import Problem
from resources.tables import Table
from workforce.funding.projects.projects import projects
from workforce.funding.projects.tables import level_counts_table
from workforce.funding.projects.taking_part import standings
from workforce.funding.report.choice import FundingChoice, Section
from workforce.funding.report.sections import Material, fund_sentences, material
from workforce.funding.report.tables import (
    SOURCE,
    claimed_for_table,
    claimed_table,
    courses_table,
    forecast_table,
    funds_table,
    unclaimed_table,
    whole_table,
)
from workforce.years import year_words

NOBODY_NAMED = "No provider and no learner is named."


def funding_publication(db: Database, choice: FundingChoice, *, today: date) -> Publication:
    """Every table of the year that may be published."""
    m = material(db, choice, today=today)
    tables = tuple(_tables(m))
    if not tables:
        raise Problem(
            f"Nothing is held of {year_words(choice.year)} that could be published. Choose another year."
        )
    head = letterhead(db)
    about = (*fund_sentences(m.found), NOBODY_NAMED)
    return Publication(
        f"Training and grants, {year_words(choice.year)}: tables", tables, about, SOURCE, today,
        ", ".join(part for part in (head.council, head.team) if part), (head.address, head.phone, head.email),
    )  # fmt: skip


def _tables(m: Material) -> list[Table]:
    found, has = m.found, m.choice.has
    tables: list[Table] = []
    if has(Section.MONEY) and found.funds:
        whole = whole_table(found)
        tables += [funds_table(found), *([whole] if whole else [])]
    if has(Section.CLAIMED) and found.claimed.claims:
        tables += [claimed_table(found, by) for by in ("kind of service", "district")]
    if has(Section.TRAINED):
        tables += [courses_table(found)] if found.trained.by_course else []
        tables += [claimed_for_table(found)] if found.trained.claimed_for else []
    if has(Section.FORECAST) and m.is_this_year and any(one.runway for one in found.funds):
        tables.append(forecast_table(found))
    if has(Section.UNCLAIMED) and m.is_this_year and m.unclaimed().rows:
        tables.append(unclaimed_table(m.unclaimed()))
    if has(Section.PROJECTS):
        tables += [
            level_counts_table(m.db, one.id, on=m.today)
            for one in projects(m.db)
            if one.tracks_dspt and standings(m.db, one.id, m.today)
        ]
    return tables
