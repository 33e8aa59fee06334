"""The survey’s sections for a committee report: what was found, in numbered sentences that a clerk can take over."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from resources.database import Database
from resources.report.blocks import Block, Bullets, Heading, Paragraph, Report, TableBlock
from resources.statistics import BASES_OF_PROVIDERS, Verdict
from resources.wording import and_list, count_of, date_words
from workforce.survey.action_plan.tables import action_plan_section_table
from workforce.survey.analysis.response_rate import response_rate
from workforce.survey.changes.change_row import Comparison
from workforce.survey.changes.tables import change_sentences
from workforce.survey.report.choice import ReportChoice, Section
from workforce.survey.report.findings import ranking_finding, rate_findings, step_findings
from workforce.survey.report.material import Material, material
from workforce.survey.report.opening import asked_about
from workforce.survey.report.paper import on_paper
from workforce.survey.report.plan_part import plan_sentence, practice_items
from workforce.survey.report.survey_report import house, title_of
from workforce.survey.report.topics import frequency_chart, lengths_sentence
from workforce.survey.vocabulary import QuestionKind

HEADING = "Recruitment and retention"
FIRST_PLACES = 2
_DRAWN = "vacancy_reasons"
_MOST_BARS = 8


def survey_sections(
    db: Database, wave_id: str, choice: ReportChoice | None = None, *, today: date
) -> tuple[Block, ...]:
    """A page or two: the survey, its findings, what changed, what works, and the plan."""
    m = material(db, wave_id, choice or ReportChoice(), today=today)
    return tuple(_blocks(m))


def committee_report(
    db: Database, wave_id: str, choice: ReportChoice | None = None, *, today: date
) -> Report:
    """The sections as a document of its own."""
    m = material(db, wave_id, choice or ReportChoice(), today=today)
    return Report(title_of(m), "Sections for a committee report", today, tuple(_blocks(m)), house(db))


def _blocks(m: Material) -> Iterator[Block]:
    yield Heading(HEADING)
    yield Paragraph(asked_sentence(m), numbered=True)
    if m.choice.has(Section.FINDINGS):
        yield Paragraph("The information collected shows:", numbered=True)
        yield Bullets(tuple(_findings(m)))
        yield from reasons_chart(m)
    if m.choice.has(Section.CHANGES) and m.comparison is not None:
        yield from _changes(m.comparison)
    if m.choice.has(Section.PRACTICES):
        items = practice_items(m)
        if items is not None:
            yield Paragraph(
                "Providers have told each other what they do that works well to recruit and to keep staff. These were:",
                numbered=True,
            )
            yield items
    if m.choice.has(Section.PLAN):
        yield from _plan(m)


def asked_sentence(m: Material) -> str:
    """When the survey was made, what it asked about, and who answered."""
    held = m.wave
    closed = f" to {date_words(held.closes_on)}" if held.closes_on else ""
    told = (
        f"A survey of how {m.noun}s recruit and keep staff was made from {date_words(held.opens_on)}{closed}. It asked "
        f"about {asked_about(m)}."
    )
    if len(m.data.population) and not m.data.filter.sizes:
        return f"{told} {response_rate(m.data).sentence}"
    return f"{told} {count_of(len(m.data.responses), m.noun)} answered."


def _findings(m: Material) -> Iterator[str]:
    """The first two places of each question, the steps of the funnel, lengths of service and rates."""
    for found in m.frequencies.values():
        if found.kind in (QuestionKind.SEVERAL_CHOICES, QuestionKind.ONE_CHOICE):
            sentence = ranking_finding(found, FIRST_PLACES)
            if sentence:
                yield sentence
    yield from step_findings(m)
    lengths = lengths_sentence(m)
    if lengths:
        yield lengths
    yield from rate_findings(m)


def reasons_chart(m: Material) -> Iterator[Block]:
    """One picture, where the question was asked: why posts are vacant."""
    found = next((one for one in m.frequencies.values() if one.question.code == _DRAWN), None)
    chart = frequency_chart(m, found, most=_MOST_BARS) if found is not None else None
    if chart is not None and found is not None:
        yield chart.block(found.wording)


def _changes(held: Comparison) -> Iterator[Block]:
    yield Paragraph(f"Since {held.earlier.name} ({date_words(held.earlier.opens_on)}):", numbered=True)
    yield Bullets(tuple(change_sentences(held)))
    broken = broken_sentence(held)
    if broken:
        yield Paragraph(broken, numbered=True)
    yield Paragraph(RULE, numbered=True)


def broken_sentence(held: Comparison) -> str:
    """Of which questions no change is told; '' of none."""
    broken = dict.fromkeys(row.question or row.name for row in held.rows if row.question_changed)
    named = and_list([f"“{words}”" for words in broken])
    return f"Nothing is said of a change in {named}: the question was not the same." if broken else ""


RULE = (
    "A figure is called improved, worsened, clearly higher or clearly lower only where both bases are "
    f"{BASES_OF_PROVIDERS.flag} or more. Chance alone must also seldom bring such a change, all the figures that are "
    "compared taken together. A share is judged by how many answered, a typical provider’s figure by how providers "
    "stand. So a larger change can be unclear beside a smaller one that is clear. The tests are named in the survey "
    "report."
)
"""When a change is called one."""


def _plan(m: Material) -> Iterator[Block]:
    sentence = plan_sentence(m)
    if sentence:
        yield Paragraph(sentence, numbered=True)
        yield plan_table(m)


_JUDGED = tuple(f"{one.label}," for one in Verdict if one.is_clear or one is Verdict.NO_CLEAR_CHANGE)


def plan_table(m: Material, *, until: date | None = None) -> TableBlock:
    """The actions that were not dropped; of waves that were not over by a day nothing is told.

    The rule of the verdicts stands beneath, where it is not told above.
    """
    table = action_plan_section_table(
        m.db, m.survey.id, today=m.today, known=m.comparison, read=m.read, until=until
    )
    shown = on_paper(m, table, without=("finding", "measure"), title="Action plan with progress")
    is_told = m.comparison is not None and m.choice.has(Section.CHANGES)
    if not is_told and any(str(cell).startswith(_JUDGED) for row in shown.rows for cell in row):
        shown = replace(shown, notes=(*shown.notes, RULE))
    return TableBlock(
        shown,
        "For each action who does it, when it is due, its state, and how what it is measured by stands.",
    )
