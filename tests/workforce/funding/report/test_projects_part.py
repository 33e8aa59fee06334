"""Projects as a report tells them."""

from dataclasses import replace
from datetime import date

from engagement.register.providers import add_provider
from resources.database import Database
from resources.report.blocks import Bullets, Heading, Paragraph, TableBlock
from tests.workforce.funding.report.told import TODAY
from workforce.funding.projects.apprentices import Apprentice, ApprenticeDraft, add_apprentice
from workforce.funding.projects.funder_reports import FunderReportDraft, add_funder_report
from workforce.funding.projects.milestones import MilestoneDraft, add_milestone
from workforce.funding.projects.outcomes import OutcomeDraft, add_outcome, outcomes_of
from workforce.funding.projects.projects import Project, ProjectDraft, add_project
from workforce.funding.projects.quotes import QuoteDraft, add_quote
from workforce.funding.projects.taking_part import TakingPartDraft, add_taking_part, record_level
from workforce.funding.report.projects_part import (
    apprentices_sentence,
    dspt_told,
    outcomes_told,
    project_sentences,
    projects_blocks,
    reports_sentence,
)
from workforce.funding.vocabulary import ApprenticeStatus, DsptLevel, QuoteConsent

STARTED = date(2019, 9, 1)


def digital(db: Database) -> Project:
    """Two providers of which one meets the standards."""
    made = add_project(
        db, ProjectDraft("Digital security", STARTED, purpose="To respond and recover.", tracks_dspt=True)
    )
    for name in ("Aldermere", "Birchmere"):
        provider = add_provider(db, name=name)
        part = add_taking_part(db, made.id, TakingPartDraft(provider.id, STARTED), today=TODAY)
        if name == "Aldermere":
            record_level(db, part.id, DsptLevel.STANDARDS_MET, date(2019, 12, 1), today=TODAY)
    add_milestone(db, made.id, MilestoneDraft("Launch", STARTED, STARTED), today=TODAY)
    add_milestone(db, made.id, MilestoneDraft("First tests", date(2019, 12, 1)), today=TODAY)
    add_milestone(db, made.id, MilestoneDraft("Tests repeated", date(2020, 1, 10)), today=TODAY)
    return made


def test_a_project_is_told_with_who_takes_part_what_is_done_and_what_is_next(db: Database) -> None:
    held = digital(db)
    assert " ".join(project_sentences(db, held, TODAY)) == (
        "To respond and recover. It runs from 1 September 2019. It is at “draft”. 2 providers take part. "
        "1 of 3 milestones is done. 1 is overdue. Next: tests repeated, by 10 January 2020. On 9 December 2019, 1 of 2 "
        "providers had reached standards met, or more, of the Data Security and Protection Toolkit."
    )
    assert "0 of 2" in dspt_told(db, held, date(2019, 11, 30))[0].text


def test_words_are_printed_only_where_that_was_agreed_to(db: Database) -> None:
    held = digital(db)
    add_outcome(db, held.id, OutcomeDraft("Tests", 11, 2, TODAY), today=TODAY)
    draft = QuoteDraft("We know now.", STARTED, "Ada Example", "A manager", consent=QuoteConsent.YES)
    add_quote(db, held.id, draft, today=TODAY)
    add_quote(db, held.id, replace(draft, words="Not this", consent=QuoteConsent.NOT_ASKED), today=TODAY)
    blocks = projects_blocks(db, 2019, today=TODAY)
    assert [one for one in blocks if isinstance(one, Bullets)] == [Bullets(("“We know now.” – a manager",))]
    tables = [one.table.title for one in blocks if isinstance(one, TableBlock)]
    assert tables == ["Digital security: outcomes", "Level of the Data Security and Protection Toolkit"]
    assert "Aldermere" not in str(blocks) and "Ada Example" not in str(blocks)


def test_few_people_are_not_told(db: Database) -> None:
    held = digital(db)
    for measure, achieved, people in (("Managers", 4, True), ("Nurses", 5, True), ("Homes", 4, False)):
        add_outcome(db, held.id, OutcomeDraft(measure, 9, achieved, TODAY, of_people=people), today=TODAY)
    table = outcomes_told(held.name, outcomes_of(db, held.id), TODAY)
    assert [row[2] for row in table.rows] == ["[c]", 5, 4]
    assert table.notes == ("[c] is a number of people below 5, which is not shown.",)


def test_only_what_ran_in_the_year_is_told(db: Database) -> None:
    held = digital(db)
    add_funder_report(db, FunderReportDraft("Report", date(2019, 12, 1), project_id=held.id))
    assert projects_blocks(db, 2018, today=TODAY) == []
    headings = [one.text for one in projects_blocks(db, 2019, today=TODAY) if isinstance(one, Heading)]
    assert headings == ["Digital security", "Reports to funders"]


def test_reports_are_counted_by_how_they_stand(db: Database) -> None:
    key = digital(db).id
    some = [
        add_funder_report(db, FunderReportDraft("Report", day, project_id=key))
        for day in (date(2019, 12, 1), date(2020, 1, 1), date(2020, 2, 1))
    ]
    assert (
        reports_sentence(some, TODAY)
        == "Of 3 reports due to funders in the year, 1 is overdue and 2 are still to come."
    )


def test_apprentices_are_counted_and_not_named(db: Database) -> None:
    team: list[Apprentice] = [
        add_apprentice(db, ApprenticeDraft(name, "Leadership and management", STARTED, 5))
        for name in ("Wren Invented", "Bryony Invented")
    ]
    assert apprentices_sentence(team) == (
        "Two members of the team are undertaking apprenticeships at Level 5 (leadership and management)."
    )
    done = replace(team[0], status=ApprenticeStatus.COMPLETED, level=None)
    assert apprentices_sentence([done]) == (
        "One member of the team completed an apprenticeship in leadership and management."
    )
    (heading, said) = projects_blocks(db, 2019, today=TODAY)
    assert isinstance(heading, Heading) and isinstance(said, Paragraph) and "Wren" not in said.text
