"""What was asked of whom, when and how; who answered, and whether those who did not differ."""

from dataclasses import replace

from resources.charts import bar_chart
from resources.report.blocks import Block, FactList, Heading, Paragraph, TableBlock
from resources.wording import and_list, count_of, date_words
from workforce.survey.analysis.non_response import non_response
from workforce.survey.analysis.response_rate import response_rate
from workforce.survey.analysis.words import filter_words
from workforce.survey.report.choice import Section
from workforce.survey.report.material import Material, field_words, responses_words
from workforce.survey.report.paper import on_paper
from workforce.survey.report.published_response import (
    non_response_to_publish,
    rates_of_kinds,
    response_rate_to_publish,
)
from workforce.survey.vocabulary import Topic
from workforce.survey.waves.waves import wave

_LEAST_GROUPS = 2


def facts(m: Material) -> FactList:
    """The survey at a glance."""
    held = m.wave
    items = [
        ("Survey", f"{m.survey.name}, {held.name} ({held.kind.label.lower()})"),
        ("Asked", field_words(held)),
        ("How", held.mode.label),
        ("Who", _who(m)),
        ("About", asked_about(m)),
        ("Answers", responses_words(m)),
    ]
    words = filter_words(m.data.filter)
    if words:
        items.append(("Only", words))
    if m.choice.compare_with is not None:
        earlier = wave(m.db, m.choice.compare_with)
        items.append(("Compared with", f"{earlier.name}, {field_words(earlier)}"))
    return FactList(tuple(items))


def _who(m: Material) -> str:
    held = m.wave
    number = len(m.data.population)
    if not number:
        return f"{held.asked_of.label}; no list of those invited was kept"
    day = held.population_on or held.opens_on
    return f"{count_of(number, m.noun)} in the register on {date_words(day)}"


def asked_about(m: Material) -> str:
    """The topics of the questions, in words."""
    asked = {one.question.topic for one in m.data.asked}
    words = [one.label.lower() for one in Topic if one in asked and one is not Topic.ABOUT_YOU]
    return and_list(words)


def who_answered(m: Material) -> list[Block]:
    """Response rate by kind, district and rating, and what the register tells of those who did not answer."""
    heading = Heading(Section.WHO_ANSWERED.label)
    if not len(m.data.population):
        return [heading, Paragraph("No list of those invited was kept, so there is no response rate.")]
    if m.data.filter.sizes:
        return [
            heading,
            Paragraph("The size of those who did not answer is not known, so there is no response rate."),
        ]
    chart = _rate_chart(m)
    return [
        heading,
        Paragraph(response_rate(m.data).sentence),
        Paragraph(non_response(m.data).sentence, leads=bool(chart)),
        *chart,
        TableBlock(
            on_paper(m, response_rate_to_publish(m)),
            f"How many {m.noun}s were invited and answered, in all and by kind, district and rating.",
        ),
        Heading("Do those who did not answer differ?", level=2),
        TableBlock(
            on_paper(m, non_response_to_publish(m), without=("by", "answered", "silent")),
            "Each group’s share of those who answered and of those who did not, with the difference in points.",
        ),
    ]


def _rate_chart(m: Material) -> list[Block]:
    table = rates_of_kinds(m)
    drawn = replace(table, rows=[row for row in table.rows if isinstance(row[3], int | float)])
    if len(drawn.rows) < _LEAST_GROUPS:
        return []
    rate = response_rate(m.data).whole.invited
    chart = bar_chart(
        drawn,
        title=f"{rate.percent}% of those invited answered",
        subtitle=f"{m.noun.capitalize()}s that answered, as a percentage of those invited, by kind",
        source=m.source,
        series=("rate",),
        order_by="rate",
    )
    return [chart.block("Response rate by kind of service")]
