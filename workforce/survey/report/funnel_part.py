"""The funnel both ways, and vacancy and turnover, as sections of the report."""

from collections.abc import Sequence
from dataclasses import replace

from resources.charts import bar_chart
from resources.report.blocks import Block, Bullets, Heading, Paragraph, TableBlock
from resources.tables import Column, ColumnKind, Table
from resources.wording import lower_first
from workforce.survey.analysis.rates import Rate
from workforce.survey.funnel.tables import step_sentence
from workforce.survey.report.choice import Section
from workforce.survey.report.findings import rate_findings
from workforce.survey.report.material import Material
from workforce.survey.report.paper import on_paper
from workforce.survey.report.published_tables import (
    funnel_to_publish,
    rates_by_kind_to_publish,
    rates_to_publish,
)
from workforce.survey.report.safe_steps import SafeStep

_LEAST_BARS = 2


def funnel_blocks(m: Material) -> list[Block]:
    """Each step as a sentence, a chart and a table, both ways."""
    if not m.funnel.answered:
        return []
    told = [m.steps[one.stage_from, one.stage_to] for one in m.funnel.steps]
    sentences = tuple(words for one in told if (words := step_sentence(one.to_tell)))
    chart = _funnel_chart(m, told)
    opening = (
        "Of those at each stage of recruiting, how many reach the next: of all people together, and at a typical "
        "provider."
    )
    return [
        Heading(Section.FUNNEL.label),
        Paragraph(opening, leads=True),
        *chart,
        *([Bullets(sentences)] if sentences else []),
        TableBlock(
            funnel_table(m), "For each step the share of all people, the share at a typical provider, and the bases."
        ),
    ]  # fmt: skip


def funnel_table(m: Material) -> Table:
    """From each stage to the next."""
    table = funnel_to_publish(m)
    rows = [
        (one.words, *row[2:]) for one, row in zip(m.funnel.steps, table.rows, strict=False)
    ]  # the onward steps stand after these
    columns = (Column("step", "Step", width=300), *table.columns[2:])
    return on_paper(m, replace(table, columns=columns, rows=rows))


def _funnel_chart(m: Material, told: Sequence[SafeStep]) -> list[Block]:
    """Of all people together: one series, for a band has no bar and a small count is hidden."""
    drawn = [
        (one.step.words, one.pooled[0]) for one in told if one.tells_pooled and one.pooled[0] == one.pooled[1]
    ]
    if len(drawn) < _LEAST_BARS:
        return []
    step, least = min(drawn, key=lambda row: int(row[1] or 0))
    columns = (Column("step", "Step"), Column("share", "All people", ColumnKind.PERCENT))
    chart = bar_chart(
        Table("From application to start", columns, drawn),
        title=f"The narrowest step: {lower_first(step)}, {least}%",
        subtitle=f"Percentage of all people together at the stage before; {m.wave.name}",
        source=m.source,
    )
    return [chart.block("From application to start")]


def rates_blocks(m: Material) -> list[Block]:
    """Vacancy, turnover and starters rates, of all and by kind of service."""
    table, by_kind = rates_to_publish(m), rates_by_kind_to_publish(m)
    if not any(row[1] for row in table.rows):
        return []
    blocks: list[Block] = [
        Heading(Section.RATES.label),
        *(Paragraph(one, leads=True) for one in rate_findings(m)),
        TableBlock(
            on_paper(m, table, headings=_QUARTILES),
            "Vacancy, turnover and starters rates, pooled and typical, with quartiles.",
        ),
    ]
    for rate in (Rate.VACANCY, Rate.TURNOVER):
        rows = [row for row in by_kind.rows if row[1] == rate.label]
        title = f"{rate.label} by kind of service"
        paper = on_paper(m, replace(by_kind, rows=rows), title=title, without=("rate",), headings=_QUARTILES)
        blocks += [
            Heading(title, level=2),
            TableBlock(paper, f"{rate.label} of each kind of service: the typical one, with quartiles."),
        ]
    return blocks


_QUARTILES = {"lower": "Lower quartile, %", "upper": "Upper quartile, %"}
