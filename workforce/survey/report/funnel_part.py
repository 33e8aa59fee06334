"""The funnel both ways, and vacancy and turnover, as sections of the report."""

from resources.report.blocks import Block, Bullets, Heading, Paragraph, TableBlock
from workforce.survey.analysis.rates import Rate, rates_by_table, rates_table
from workforce.survey.report.choice import Section
from workforce.survey.report.findings import rate_findings
from workforce.survey.report.material import Material
from workforce.survey.report.paper import on_paper
from workforce.survey.report.steps_in_words import step_sentence


def funnel_blocks(m: Material) -> list[Block]:
    """Each step as a sentence, a chart and a table."""
    held = m.funnel
    if not held.answered:
        return []
    return [
        Heading(Section.FUNNEL.label),
        Bullets(tuple(step_sentence(one, m.noun) for one in held.steps)),
    ]


def rates_blocks(m: Material) -> list[Block]:
    """Vacancy, turnover and starters rates, of all and by kind of service."""
    table = rates_table(m.data)
    if not any(row[1] for row in table.rows):
        return []
    blocks: list[Block] = [
        Heading(Section.RATES.label),
        *(Paragraph(one) for one in rate_findings(m)),
        TableBlock(
            on_paper(m, table), "Vacancy, turnover and starters rates, pooled and typical, with quartiles."
        ),
    ]
    for rate in (Rate.VACANCY, Rate.TURNOVER):
        by_kind = rates_by_table(m.data, rate)
        blocks += [
            Heading(by_kind.title, level=2),
            TableBlock(
                on_paper(m, by_kind, without=("no_result", "left_out")),
                f"{rate.label} of each kind of service, pooled and typical, with quartiles.",
            ),
        ]
    return blocks
