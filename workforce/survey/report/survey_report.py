"""The survey report, and its sections for a committee report.

Public by construction: the blocks hold figures, themes, and quotes that their writers agreed to, and no provider,
service or person by name.
"""

from collections.abc import Callable, Mapping
from datetime import date

from engagement.register.letterhead import letterhead
from resources.database import Database
from resources.report.blocks import Block, Bullets, Heading, House, Report
from resources.wording import month_words
from workforce.survey.report.change_part import change_blocks
from workforce.survey.report.choice import ReportChoice, Section
from workforce.survey.report.findings import findings
from workforce.survey.report.funnel_part import funnel_blocks, rates_blocks
from workforce.survey.report.in_words import words_blocks
from workforce.survey.report.material import Material, material
from workforce.survey.report.method import method_blocks
from workforce.survey.report.opening import facts, who_answered
from workforce.survey.report.plan_part import plan_blocks, practice_blocks
from workforce.survey.report.topics import topic_blocks


def survey_report(db: Database, wave_id: str, choice: ReportChoice | None = None, *, today: date) -> Report:
    """The document of one wave; refused where nobody answered."""
    m = material(db, wave_id, choice or ReportChoice(), today=today)
    blocks: list[Block] = [facts(m)]
    for section in Section:
        if m.choice.has(section):
            blocks += PARTS[section](m)
    return Report(title_of(m), subtitle_of(m), today, tuple(blocks), house(db))


def title_of(m: Material) -> str:
    """Recruitment survey, September 2026."""
    return f"{m.survey.name}, {month_words(m.wave.opens_on)}"


def subtitle_of(m: Material) -> str:
    """What the document is."""
    earlier = m.comparison.earlier.name if m.comparison is not None else ""
    return f"{m.wave.name}, compared with {earlier}" if earlier else m.wave.name


def house(db: Database) -> House:
    """Who writes."""
    head = letterhead(db)
    return House(head.council, head.team, ", ".join(part for part in (head.phone, head.email) if part))


def finding_blocks(m: Material) -> list[Block]:
    """The key findings, a bullet each."""
    told = findings(m)
    return [Heading(Section.FINDINGS.label), Bullets(told)] if told else []


PARTS: Mapping[Section, Callable[[Material], list[Block]]] = {
    Section.FINDINGS: finding_blocks,
    Section.WHO_ANSWERED: who_answered,
    Section.TOPICS: topic_blocks,
    Section.FUNNEL: funnel_blocks,
    Section.RATES: rates_blocks,
    Section.CHANGES: change_blocks,
    Section.IN_WORDS: words_blocks,
    Section.PLAN: plan_blocks,
    Section.PRACTICES: practice_blocks,
    Section.METHOD: method_blocks,
}
"""How each section is made."""
