"""Projects and apprenticeships in a report to a committee."""

from datetime import date

import pytest

from engagement.register.providers import add_provider
from resources.database import Database
from resources.report.blocks import Bullets, Heading, Paragraph, TableBlock
from resources.report.committee.section import Ask, NothingToTell, Section
from resources.spans import Span
from tests.resources.report.committee.section_rules import keeps_the_rules
from workforce.funding.projects.apprentices import ApprenticeDraft, add_apprentice, set_apprentice_status
from workforce.funding.projects.funder_reports import FunderReportDraft, add_funder_report
from workforce.funding.projects.milestones import MilestoneDraft, add_milestone
from workforce.funding.projects.outcomes import OutcomeDraft, add_outcome
from workforce.funding.projects.projects import Project, ProjectDraft, add_project
from workforce.funding.projects.quotes import QuoteDraft, add_quote
from workforce.funding.projects.taking_part import TakingPartDraft, add_taking_part, record_level
from workforce.funding.report.committee_projects import projects_choices, projects_section
from workforce.funding.vocabulary import ApprenticeStatus, DsptLevel, QuoteConsent

STARTED, TODAY = date(2019, 9, 1), date(2020, 1, 20)
AUTUMN = Span(date(2019, 9, 10), date(2019, 12, 9))


def ask(db: Database, span: Span = AUTUMN, **options: str) -> Ask:
    return Ask(db=db, vault=None, span=span, since=date(2019, 9, 9), today=TODAY, options=options)


def told(section: Section) -> dict[str, str]:
    return {one.key: one.text for one in section.blocks if isinstance(one, Paragraph)}


def digital(db: Database, name: str = "Digital security") -> Project:
    """Eleven providers of which four met the standards before the committee met, and one after."""
    made = add_project(db, ProjectDraft(name, STARTED, purpose="To respond and recover.", tracks_dspt=True))
    for number in range(11):
        provider = add_provider(db, name=f"Dapplehollow {number} of {name}")
        part = add_taking_part(db, made.id, TakingPartDraft(provider.id, STARTED), today=TODAY)
        if number < 5:
            day = date(2019, 12, 1) if number < 4 else date(2020, 1, 5)
            record_level(db, part.id, DsptLevel.STANDARDS_MET, day, today=TODAY)
    add_milestone(db, made.id, MilestoneDraft("Launch", STARTED, STARTED), today=TODAY)
    add_milestone(
        db, made.id, MilestoneDraft("First tests", date(2019, 11, 1), date(2019, 11, 6)), today=TODAY
    )
    add_milestone(db, made.id, MilestoneDraft("Again", date(2019, 12, 20), date(2019, 12, 18)), today=TODAY)
    return made


def test_a_project_is_told_as_it_stood_on_the_last_day_with_what_was_reached_since(db: Database) -> None:
    held = digital(db)
    section = projects_section(ask(db))
    assert keeps_the_rules(section)
    assert [one.text for one in section.blocks if isinstance(one, Heading)] == ["Projects"]
    assert told(section) == {
        f"project.{held.id}": "Digital security. To respond and recover. It runs from 1 September 2019. It is at "
        "“draft”. 11 providers take part. 2 of 3 milestones are done. Next: again, by 20 December 2019. On 9 December "
        "2019, 4 of 11 providers had reached standards met, or more, of the Data Security and Protection Toolkit. "
        "Milestones and who takes part are told as on 9 December 2019.",
        f"reached.{held.id}": "After 9 September 2019, 1 milestone of Digital security was reached:",
    }  # fmt: skip
    (reached,) = (one for one in section.blocks if isinstance(one, Bullets))
    assert reached.items == ("First tests (6 November 2019).",)
    assert section.as_at == "Projects: as at 9 December 2019"


def test_a_project_is_called_what_somebody_typed_with_braces_too(db: Database) -> None:
    held = digital(db, "Digital {pilot}")
    said = told(projects_section(ask(db)))
    assert said[f"reached.{held.id}"] == "After 9 September 2019, 1 milestone of Digital {pilot} was reached:"


def test_figures_open_the_rows_behind_them_and_names_are_exempt(db: Database) -> None:
    digital(db)
    section = projects_section(ask(db))
    figures = [figure for one in section.blocks for figure in getattr(one, "figures", ())]
    met = next(one for one in figures if one.name == "dspt.met")
    assert (met.words, met.value, met.base) == ("4", 4, 11)
    assert {one.rows for one in figures} <= set(section.rows)
    part = section.rows[met.rows]()
    assert part.exempt is not None and len(part.rows) == 11
    assert "Dapplehollow" not in repr(section.blocks)


def test_one_project_stands_under_its_own_name_with_tables_and_words_as_chosen(db: Database) -> None:
    held, other = digital(db), digital(db, "Recruitment")
    add_outcome(db, held.id, OutcomeDraft("Tests", 11, 6, TODAY), today=TODAY)
    words = QuoteDraft("We know now.", STARTED, "Ada Example", "A manager", consent=QuoteConsent.YES)
    add_quote(db, held.id, words, today=TODAY)
    project, *_ = projects_choices(ask(db))
    assert list(project.values) == ["all", *(key for key in project.values if key in (held.id, other.id))]
    section = projects_section(ask(db, project=held.id, quotes="told"))
    assert isinstance(section.blocks[0], Heading) and section.blocks[0].text == "Digital security"
    assert f"project.{other.id}" not in told(section)
    assert told(section)[f"project.{held.id}"].startswith("To respond and recover.")
    assert [one.table.title for one in section.blocks if isinstance(one, TableBlock)] == [
        "Digital security: outcomes", "Level of the Data Security and Protection Toolkit",
    ]  # fmt: skip
    quoted = next(one for one in section.blocks if isinstance(one, Bullets) and one.key.startswith("quotes"))
    assert quoted.items == ("“We know now.” – a manager",)
    plain = projects_section(ask(db, tables="none"))
    assert not any(isinstance(one, TableBlock) for one in plain.blocks)
    assert "We know now" not in repr(plain.blocks)


def test_two_members_of_the_team_are_apprentices(db: Database) -> None:
    for name in ("Ada Example", "Bo Sample"):
        add_apprentice(db, ApprenticeDraft(name, "Leadership and management", STARTED, 5))
    left = add_apprentice(db, ApprenticeDraft("Cy Fictional", "Data analyst", STARTED, 4))
    set_apprentice_status(db, left.id, ApprenticeStatus.LEFT, on=date(2019, 10, 1), today=TODAY)
    section = projects_section(ask(db))
    assert [one.text for one in section.blocks if isinstance(one, Heading)] == ["Apprenticeship scheme"]
    assert told(section) == {
        "apprentices": "Two members of the team are undertaking apprenticeships at Level 5 (leadership and management)."
    }
    (figure,) = next(one.figures for one in section.blocks if isinstance(one, Paragraph))
    assert (figure.words, figure.value) == ("Two members of the team", 2)
    assert section.rows["apprentices"]().exempt is not None
    with pytest.raises(NothingToTell):
        projects_section(ask(db, apprentices="none"))


def test_who_ended_after_the_last_day_was_still_learning_on_it(db: Database) -> None:
    one = add_apprentice(db, ApprenticeDraft("Ada Example", "Data analyst", STARTED, 4))
    set_apprentice_status(db, one.id, ApprenticeStatus.COMPLETED, on=date(2020, 1, 6), today=TODAY)
    assert "is undertaking" in told(projects_section(ask(db)))["apprentices"]


def test_reports_to_funders_are_told_as_they_stood(db: Database) -> None:
    held = digital(db)
    add_funder_report(db, FunderReportDraft("Half year", date(2019, 10, 31), project_id=held.id))
    add_funder_report(db, FunderReportDraft("Whole year", date(2020, 3, 31), project_id=held.id))
    assert told(projects_section(ask(db)))["funder_reports"] == (
        "Of 2 reports due to funders in the year, 1 is overdue and 1 is still to come."
    )


def test_a_period_without_projects_says_so(db: Database) -> None:
    digital(db)
    with pytest.raises(NothingToTell) as nothing:
        projects_section(ask(db, Span(date(2018, 1, 1), date(2018, 3, 31))))
    assert "Add a project on the page Funding" in nothing.value.sentence
    with pytest.raises(NothingToTell, match="not in the file any more"):
        projects_section(ask(db, project="gone"))
