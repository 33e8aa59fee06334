"""The recruitment survey in a report to a committee: the latest wave that was over on the last day of the period.

Public by construction, as all papers of the survey: no provider, service or person stands in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from resources.report.blocks import Block, Bullets, Heading
from resources.report.committee.section import Ask, Choice, NothingToTell, Section, SectionRecord
from resources.report.committee.telling import bullets, paragraph
from resources.report.pointing import pointed
from resources.report.shown import counted
from resources.report.told import Rows, Told, tell
from resources.wording import date_words
from workforce.survey.action_plan.actions import actions
from workforce.survey.action_plan.standing import standings
from workforce.survey.action_plan.tables import action_plan_section_table, practices_table
from workforce.survey.analysis.response_rate import not_answered_table
from workforce.survey.changes.tables import all_answers_table
from workforce.survey.report.choice import ReportChoice
from workforce.survey.report.committee import HEADING, RULE, broken_sentence, plan_table, reasons_chart
from workforce.survey.report.material import Material, material
from workforce.survey.report.names_in_papers import refuse_names_in_section
from workforce.survey.report.paper import on_paper
from workforce.survey.report.plan_part import plan_sentence, practice_items
from workforce.survey.report.published_response import response_rate_to_publish
from workforce.survey.report.published_tables import funnel_to_publish, lengths_to_publish, rates_to_publish
from workforce.survey.report.told_findings import (
    CHANGES,
    FUNNEL,
    LENGTHS,
    RATES,
    RESPONSE,
    asked_told,
    changes_told,
    findings_told,
    rows_of,
)
from workforce.survey.report.topics import frequency_on_paper
from workforce.survey.surveys import surveys
from workforce.survey.vocabulary import ActionStatus
from workforce.survey.waves.waves import Wave, answers_in, wave_before, waves

BEFORE, NO_COMPARISON = "before", "none"
_TOLD = {"told": "Told", "none": "Left out"}
_PARTS = {
    "chart": "A chart of the reasons for vacancies",
    "practices": "What works well",
    "plan": "The action plan",
}


def survey_section(ask: Ask) -> Section:
    """Who answered, what was found, what changed, what works, and the plan."""
    held = _wave(ask)
    m = material(ask.db, held.id, ReportChoice(compare_with=_earlier(ask, held)), today=ask.today)
    blocks = (Heading(HEADING, level=2), *_found(m, ask), *_changed(m), *_practices(m, ask), *_plan(m, ask))
    refuse_names_in_section(ask.db, blocks)
    return Section(blocks=blocks, as_at=f"{m.source}", rows=_rows(m, ask))


def survey_choices(ask: Ask) -> tuple[Choice, ...]:
    """Which wave, beside which earlier one, and which parts."""
    names = {one.wave.id: one.name for one in _offered(ask)}
    compared = {BEFORE: "The wave before", NO_COMPARISON: "No other wave", **names}
    return (
        Choice("wave", "Wave", names),
        Choice("compare", "Compared with", compared),
        *(Choice(name, label, _TOLD) for name, label in _PARTS.items()),
    )


# --- which wave -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Offered:
    wave: Wave
    survey: str

    @property
    def name(self) -> str:
        return f"{self.survey}, {self.wave.name}"


def _offered(ask: Ask) -> list[_Offered]:
    """Those with answers: first those that were over by the last day of the period, the latest first."""
    on = min(ask.span.last, ask.today)
    found = [
        _Offered(one, held.name)
        for held in surveys(ask.db)
        for one in waves(ask.db, held.id)
        if one.opens_on <= on and answers_in(ask.db, one.id)
    ]
    return sorted(found, key=lambda each: (_last(each.wave) > on, -each.wave.opens_on.toordinal()))


def _last(held: Wave) -> date:
    return held.closes_on or held.opens_on


def _wave(ask: Ask) -> Wave:
    offered = _offered(ask)
    if not offered:
        raise NothingToTell(
            f"No survey had answers by {date_words(min(ask.span.last, ask.today))}. Take answers in on the page "
            "Survey, choose another period, or leave the section out."
        )
    chosen = ask.options.get("wave", "")
    found = next((one.wave for one in offered if one.wave.id == chosen), None if chosen else offered[0].wave)
    if found is None:
        raise NothingToTell(
            "The wave chosen for this section has no answers, or was not open yet. Choose another, or leave the "
            "section out."
        )
    return found


def _earlier(ask: Ask, held: Wave) -> str | None:
    """The key of the wave that it is compared with; of another survey, or a later one, none is."""
    chosen = ask.options.get("compare", BEFORE)
    if chosen == NO_COMPARISON:
        return None
    before = wave_before(ask.db, held.id)
    if chosen != BEFORE:
        before = next(
            (one for one in waves(ask.db, held.survey_id) if one.id == chosen and one.opens_on < held.opens_on), before
        )  # fmt: skip
    return before.id if before is not None and answers_in(ask.db, before.id) else None


# --- the parts --------------------------------------------------------------------------------------------------


def _wanted(ask: Ask, part: str) -> bool:
    return ask.options.get(part, "told") == "told"


def _found(m: Material, ask: Ask) -> Iterator[Block]:
    yield paragraph(asked_told(m))
    yield from map(paragraph, _later(m, ask))
    told = findings_told(m)
    if told:
        yield paragraph(Told("shows", "The information collected shows:"), leads=True)
        yield bullets("findings", told)
    if _wanted(ask, "chart"):
        yield from reasons_chart(m)


def _until(m: Material, ask: Ask) -> date:
    """The last day of which this section tells: that of the period, or that of a wave that was chosen after it."""
    return max(min(ask.span.last, ask.today), _last(m.wave))


def _later(m: Material, ask: Ask) -> list[Told]:
    """That the survey was made again since: its findings are not those told here."""
    until = _until(m, ask)
    since = [one for one in waves(m.db, m.survey.id) if _last(one) > until and one.opens_on <= m.today]
    if not since:
        return []
    last = max(since, key=lambda one: one.opens_on)
    days = f"from {date_words(last.opens_on)} to {date_words(_last(last))}"
    was = "was made again" if _last(last) <= m.today else "is being made again"
    rest = f"It was not over by {date_words(until)}, so that nothing of it is told here."
    return [Told("later", f"The survey {was} {days}. {rest}")]


def _changed(m: Material) -> Iterator[Block]:
    """What changed clearly since the earlier wave, and by which rule."""
    held = m.comparison
    if held is None:
        return
    lead = tell(
        "since", "Since {wave} ({day}), which had {responses}:", wave=held.earlier.name,
        day=date_words(held.earlier.opens_on), responses=counted(held.responses_before, "response", rows=CHANGES),
    )  # fmt: skip
    yield paragraph(lead, leads=True)
    yield bullets("changes", changes_told(held))
    broken = broken_sentence(held)
    if broken:
        yield paragraph(Told("not_compared", broken))
    yield paragraph(Told("rule", RULE))


def _practices(m: Material, ask: Ask) -> Iterator[Block]:
    items = practice_items(m) if _wanted(ask, "practices") else None
    if items is not None:
        lead = "Providers have told each other what they do that works well to recruit and to keep staff. These were:"
        yield paragraph(Told("practices", lead), leads=True)
        yield Bullets(items.items, key="practice_list")


def _plan(m: Material, ask: Ask) -> Iterator[Block]:
    sentence = plan_sentence(m) if _wanted(ask, "plan") else ""
    if sentence:
        held = [one for one in actions(m.db, m.survey.id) if one.status is not ActionStatus.DROPPED]
        known = f"{sentence} This is as known on {date_words(m.today)}."
        yield paragraph(pointed("plan", known, actions=counted(len(held), "action", rows="plan")))
        yield plan_table(m, until=_until(m, ask))


# --- the rows behind the figures --------------------------------------------------------------------------------


def _rows(m: Material, ask: Ask) -> dict[str, Rows]:
    rows: dict[str, Rows] = {
        FUNNEL: lambda: on_paper(m, funnel_to_publish(m)),
        RATES: lambda: on_paper(m, rates_to_publish(m)),
        "plan": lambda: action_plan_section_table(
            m.db, m.survey.id, today=m.today, known=m.comparison, read=m.read, until=_until(m, ask)
        ),
        "practices": lambda: practices_table(standings(m.db, m.survey.id, read=m.read), [m.wave]),
    }
    lengths, compared = lengths_to_publish(m), m.comparison
    if lengths is not None:
        rows[LENGTHS] = lambda: on_paper(m, lengths)
    if compared is not None:
        rows[CHANGES] = lambda: all_answers_table(compared)
    if len(m.data.population):
        rows[RESPONSE] = lambda: on_paper(m, response_rate_to_publish(m))
        rows["invited"] = lambda: not_answered_table(m.data)
    for found in m.frequencies.values():
        rows[rows_of(found)] = lambda one=found: frequency_on_paper(m, one)  # type: ignore[misc]
    return rows


RECORD = SectionRecord(
    "survey",
    "Recruitment survey",
    "Who answered, what was found, what changed since the wave before, what works, and the action plan",
    survey_section,
    survey_choices,
)
"""How the section is offered."""
