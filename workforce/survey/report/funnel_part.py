"""The funnel both ways, and vacancy and turnover, as sections of the report."""

from dataclasses import replace
from fractions import Fraction

from resources.charts import bar_chart
from resources.report.blocks import Block, Bullets, Heading, Paragraph, TableBlock
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of, lower_first, rounded_whole
from workforce.survey.analysis.rates import Rate, rates_by_table, rates_table
from workforce.survey.analysis.words import filter_notes
from workforce.survey.funnel.steps import Step
from workforce.survey.report.choice import Section
from workforce.survey.report.findings import rate_findings
from workforce.survey.report.material import Material, responses_words
from workforce.survey.report.paper import on_paper
from workforce.survey.report.steps_in_words import step_sentence

_P, _N = ColumnKind.PERCENT, ColumnKind.NUMBER
_LEAST_BARS = 2


def funnel_blocks(m: Material) -> list[Block]:
    """Each step as a sentence, a chart and a table, both ways."""
    held = m.funnel
    if not held.answered:
        return []
    table = funnel_table(m)
    return [
        Heading(Section.FUNNEL.label),
        Paragraph("Of each stage of recruiting, how many reach the next: of all people together, and at a typical "
                  f"{m.noun}."),
        *_funnel_chart(m, table),
        Bullets(tuple(step_sentence(one, m.noun) for one in held.steps)),
        TableBlock(table, "For each step the share of all people together, the share at a typical one, and the bases."),
        *_left_out(m),
    ]  # fmt: skip


def funnel_table(m: Material) -> Table:
    """A row for each step; two percentages where some gave a band."""
    columns = (
        Column("step", "Step", width=220),
        Column("pooled", "All people together, %", _P, 120),
        Column("people", "People", width=120),
        Column("with_counts", f"{m.noun.capitalize()}s with counts", _N, 110),
        Column("typical", f"Typical {m.noun}, %", _P, 110),
        Column("with_any", f"{m.noun.capitalize()}s with counts or a band", _N, 130),
    )
    rows = [_cells(one) for one in m.funnel.steps]
    base = f"{responses_words(m)}, those that answered both stages"
    return Table("From application to start", columns, rows, base, m.source, notes=filter_notes(m.data))


def _cells(step: Step) -> tuple[Cell, ...]:
    pooled, typical = step.pooled, step.typical
    together: Cell = None
    people = ""
    if pooled is not None and not pooled.hidden:
        together = _span(pooled.low.value or Fraction(0), pooled.high.value or Fraction(0))
        people = f"{pooled.low.count:,} of {pooled.low.base:,}" if pooled.exact else "not known exactly"
    middle: Cell = None
    if typical is not None and not typical.hidden:
        middle = _span(typical.low.median, typical.high.median)
    return (
        step.words, together, people, pooled.providers if pooled else 0, middle, typical.providers if typical else 0,
    )  # fmt: skip


def _span(low: Fraction, high: Fraction) -> Cell:
    below, above = rounded_whole(low * 100), rounded_whole(high * 100)
    return below if below == above else f"{below} to {above}%"


def _funnel_chart(m: Material, table: Table) -> list[Block]:
    """Of all people together: one series, for a band has no bar."""
    drawn = [row for row in table.rows if isinstance(row[1], int)]
    if len(drawn) < _LEAST_BARS:
        return []
    least = min(drawn, key=lambda row: float(row[1] or 0))
    chart = bar_chart(
        replace(table, rows=drawn),
        title=f"The narrowest step: {lower_first(str(least[0]))}, {least[1]}%",
        subtitle=f"Percentage of all people together at the stage before; {m.wave.name}",
        source=m.source,
        series=("pooled",),
    )
    return [chart.block("From application to start")]


def _left_out(m: Material) -> list[Block]:
    """How many responses cannot be right; which ones is for the team."""
    number = len({one.number for one in m.funnel.queries})
    if not number:
        return []
    gave = count_of(number, "response gave", "responses gave")
    return [
        Paragraph(
            f"{gave} more people at one stage than at the stage before; those steps of theirs are left out."
        )
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
                on_paper(m, by_kind, without=("pooled", "no_result", "left_out")),
                f"{rate.label} of each kind of service: the typical one, with quartiles.",
            ),
        ]
    return blocks
