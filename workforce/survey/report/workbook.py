"""The tables of a wave as a publication: a workbook in the layout of official statistics, and long CSV."""

from datetime import date

from engagement.register.letterhead import letterhead
from resources.database import Database
from resources.files.publication_workbook import Publication
from resources.tables import Table
from resources.wording import month_words
from workforce.survey.analysis.crosstabs import crosstab
from workforce.survey.analysis.figures import number_figures
from workforce.survey.analysis.groups import GroupBy
from workforce.survey.analysis.response_rate import response_rate
from workforce.survey.analysis.words import filter_words
from workforce.survey.report.change_part import changes_to_publish
from workforce.survey.report.choice import ReportChoice, Section
from workforce.survey.report.in_words import themes_to_publish
from workforce.survey.report.material import Material, field_words, material, responses_words
from workforce.survey.report.published_response import non_response_to_publish, response_rate_to_publish
from workforce.survey.report.published_tables import (
    crosstab_to_publish,
    figures_to_publish,
    frequency_to_publish,
    funnel_to_publish,
    lengths_by_kind_to_publish,
    lengths_to_publish,
    rates_by_kind_to_publish,
    rates_to_publish,
)
from workforce.survey.report.topics import is_of_figures
from workforce.survey.vocabulary import QuestionKind

NOBODY_NAMED = "No provider, service or person is named."


def survey_publication(
    db: Database, wave_id: str, choice: ReportChoice | None = None, *, today: date
) -> Publication:
    """Every table of the wave that may be published; refused where nobody answered."""
    m = material(db, wave_id, choice or ReportChoice(), today=today)
    head = letterhead(db)
    title = f"{m.survey.name}, {month_words(m.wave.opens_on)}: tables"
    return Publication(
        title, tuple(_tables(m)), _about(m), m.source, today,
        ", ".join(part for part in (head.council, head.team) if part), (head.address, head.phone, head.email),
    )  # fmt: skip


def _about(m: Material) -> tuple[str, ...]:
    kinds = "those invited from the council’s register of care providers"
    told = [f"What {responses_words(m)} to {m.wave.name} said, asked of {kinds}, {field_words(m.wave)}."]
    if len(m.data.population) and not m.data.filter.sizes:
        told.append(response_rate(m.data).sentence)
    words = filter_words(m.data.filter)
    told += [f"Only part of the answers is looked at: {words}."] if words else []
    return (*told, NOBODY_NAMED)


def _tables(m: Material) -> list[Table]:
    tables: list[Table] = []
    has = m.choice.has
    if has(Section.WHO_ANSWERED) and len(m.data.population) and not m.data.filter.sizes:
        tables += [response_rate_to_publish(m), non_response_to_publish(m)]
    if has(Section.TOPICS):
        for found in m.frequencies.values():
            if found.kind is not QuestionKind.TEXT:
                tables.append(frequency_to_publish(m, found))
                tables.append(crosstab_to_publish(m, crosstab(m.data, found.question.id, GroupBy.KIND)))
        asked = [one for one in m.data.asked if is_of_figures(one)]
        tables += [figures_to_publish(m, number_figures(m.data, one.question.id)) for one in asked]
        lengths = (lengths_to_publish(m), lengths_by_kind_to_publish(m))
        tables += [one for one in lengths if one is not None]
    if has(Section.FUNNEL) and m.funnel.answered:
        tables.append(funnel_to_publish(m))
    if has(Section.RATES):
        tables += [rates_to_publish(m), rates_by_kind_to_publish(m)]
    if has(Section.CHANGES):
        tables += changes_to_publish(m)
    if has(Section.IN_WORDS):
        tables += themes_to_publish(m)
    return tables
