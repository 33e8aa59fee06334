"""The funnel both ways, and vacancy and turnover, as sections of the report."""

from dataclasses import replace

from resources.charts import bar_chart
from resources.report.blocks import Block, Bullets, Heading, Paragraph, TableBlock
from resources.suppression import HIDDEN, SMALLEST_SHOWN
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import lower_first
from workforce.survey.analysis.rates import Rate, rate_figures, rates_by_table, rates_table
from workforce.survey.funnel.tables import funnel_sentences, gives_small_count, steps_table
from workforce.survey.report.choice import Section
from workforce.survey.report.findings import rate_findings
from workforce.survey.report.material import Material
from workforce.survey.report.paper import on_paper
from workforce.survey.report.people import is_small

SMALLEST = SMALLEST_SHOWN[0]
_LEAST_BARS = 2


def funnel_blocks(m: Material) -> list[Block]:
    """Each step as a sentence, a chart and a table, both ways."""
    held = m.funnel
    if not held.answered:
        return []
    return [
        Heading(Section.FUNNEL.label),
        Paragraph("Of those at each stage of recruiting, how many reach the next: of all people together, and at a "
                  "typical provider."),
        *_funnel_chart(m),
        Bullets(tuple(funnel_sentences(held))),
        TableBlock(
            funnel_table(m), "For each step the share of all people, the share at a typical provider, and the bases."
        ),
    ]  # fmt: skip


def funnel_table(m: Material) -> Table:
    """From each stage to the next."""
    table = steps_table(m.funnel)
    nexts = {one.words for one in m.funnel.steps}
    rows = [row for row in table.rows if row[0] in nexts]
    return on_paper(m, replace(table, rows=rows), without=("from_bands", "left_out", "quartiles"))


def _funnel_chart(m: Material) -> list[Block]:
    """Of all people together: one series, for a band has no bar and a small count is hidden."""
    drawn: list[tuple[str, int]] = [
        (one.words, one.pooled.low.percent or 0)
        for one in m.funnel.steps
        if one.pooled is not None
        and one.pooled.exact
        and not one.pooled.hidden
        and not gives_small_count(one.pooled, SMALLEST)
    ]
    if len(drawn) < _LEAST_BARS:
        return []
    step, least = min(drawn, key=lambda row: row[1])
    columns = (Column("step", "Step"), Column("share", "All people", ColumnKind.PERCENT))
    chart = bar_chart(
        Table("From application to start", columns, drawn),
        title=f"The narrowest step: {lower_first(step)}, {least}%",
        subtitle=f"Percentage of all people together at the stage before; {m.wave.name}",
        source=m.source,
    )
    return [chart.block("From application to start")]


def _without_small(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Of so few people the rate of all together would tell how many they are."""
    return (*row[:2], HIDDEN, *row[3:])


def rates_blocks(m: Material) -> list[Block]:
    """Vacancy, turnover and starters rates, of all and by kind of service."""
    table = rates_table(m.data)
    if not any(row[1] for row in table.rows):
        return []
    small = {rate.label for rate in Rate if is_small(rate_figures(m.data, rate))}
    table = replace(table, rows=[_without_small(row) if row[0] in small else row for row in table.rows])
    blocks: list[Block] = [
        Heading(Section.RATES.label),
        *(Paragraph(one) for one in rate_findings(m)),
        TableBlock(
            on_paper(m, table, without=("no_result", "left_out")),
            "Vacancy, turnover and starters rates, pooled and typical, with quartiles.",
        ),
    ]
    for rate in (Rate.VACANCY, Rate.TURNOVER):
        by_kind = rates_by_table(m.data, rate)
        blocks += [
            Heading(by_kind.title, level=2),
            TableBlock(
                on_paper(m, by_kind, without=("pooled", "no_result", "left_out")),
                f"{rate.label} of each kind of service: the typical one, with quartiles.",
            ),
        ]
    return blocks
