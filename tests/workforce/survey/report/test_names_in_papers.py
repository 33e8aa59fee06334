from dataclasses import replace

import pytest

from engagement.register.contacts import add_contact
from resources.database import Database
from resources.files.publication_workbook import Publication
from resources.problem import Problem
from resources.report.blocks import Heading, PageBreak, Paragraph, Report
from resources.tables import Column, Table
from tests.workforce.sample.small_county import TODAY
from tests.workforce.survey.written import Written
from workforce.survey.action_plan.actions import ActionDraft, add_action, edit_action
from workforce.survey.questionnaire.shipped import SHIPPED
from workforce.survey.report.names_in_papers import (
    names_in_report,
    publication_texts,
    refuse_names,
    report_texts,
)
from workforce.survey.report.survey_report import survey_report
from workforce.survey.surveys import surveys
from workforce.survey.waves.waves import waves

TABLES = Publication("Tables", (Table("Themes", (Column("theme", "Theme"),), [("As at Nettlebank Lodge",)]),))


def test_every_text_of_a_report_is_looked_at(sampled: Database) -> None:
    wave = waves(sampled, surveys(sampled)[0].id)[0]
    report = survey_report(sampled, wave.id, today=TODAY)
    texts = list(report_texts(report))
    assert report.title in texts and "Key findings" in texts and "Perception of low pay" in texts
    with pytest.raises(TypeError):
        list(report_texts(replace(report, blocks=(PageBreak(),))))


def test_names_of_the_register_and_names_given_are_looked_for(db: Database) -> None:
    written = Written(db)
    written.home("Quillmere House")
    written.answer(written.wave().id, said_name="Nettlebank Lodge")
    report = Report("T", blocks=(Paragraph("As at Nettlebank Lodge, or Quillmere House"),))
    names = {term.text for term in names_in_report(db, report)}
    assert {"Nettlebank Lodge", "Quillmere House"} <= names
    assert names_in_report(db, Report("T", blocks=(Paragraph("Pay"),))) == []


def test_tables_with_a_name_are_refused(db: Database) -> None:
    written = Written(db)
    refuse_names(db, TABLES, ())
    assert "As at Nettlebank Lodge" in list(publication_texts(TABLES))
    written.answer(written.wave().id, said_name="Nettlebank Lodge")
    with pytest.raises(Problem, match="hold names that are not for publication"):
        refuse_names(db, TABLES, ())


def test_what_the_team_wrote_may_not_name_by_a_word_in_small_letters(db: Database) -> None:
    written = Written(db)
    provider, _ = written.home("Quillmere House")
    add_contact(db, provider, name="Marigold Fenwick")
    action = add_action(db, written.survey_id, ActionDraft(action="Talk to fenwick at quill mere"))
    report = Report("T", blocks=(Heading("Talk to fenwick at quill mere"),))
    with pytest.raises(Problem, match="“fenwick” in “Talk to fenwick at quill mere”") as refused:
        names_in_report(db, report)
    assert [line.rpartition(": ")[2] for line in refused.value.details] == [
        "Marigold Fenwick",
        "Quillmere House",
    ]
    with pytest.raises(Problem, match="The tables were not saved: “fenwick”"):
        refuse_names(db, replace(TABLES, title="Talk to fenwick at quill mere"), ())
    assert names_in_report(db, Report("T", blocks=(Paragraph("Talk about pay"),))) == []
    edit_action(db, action.id, ActionDraft(action="Talk to the manager"))
    assert names_in_report(db, Report("T", blocks=(Heading("Talk to the manager"),))) == []


OWN = "The interval is Wilson’s, at 95%. Judged by the rank-sum test (Mann–Whitney), with Holm’s correction."


@pytest.mark.parametrize(
    "name", ["Wilson Care Ltd", "Mrs J Wilson", "Wilson House", "John Mann", "Whitney Care", "Holm Lodge"]
)
def test_the_programs_own_sentences_name_nobody(db: Database, name: str) -> None:
    written = Written(db)
    written.home(name)
    assert names_in_report(db, Report("T", blocks=(Paragraph(OWN),))) == []
    beside = Report("T", blocks=(Paragraph(OWN), Paragraph(f"Staff went to {name} for the pay")))
    assert name in {term.text for term in names_in_report(db, beside)}


@pytest.mark.parametrize("name", ["Proud to Care Ltd", "Indeed Care", "Refer a Friend Care"])
def test_the_wording_of_shipped_options_names_nobody(db: Database, name: str) -> None:
    options = [option.wording for one in SHIPPED for option in one.options]
    Written(db).home(name)
    refuse_names(db, replace(TABLES, notes=tuple(options)), ())
    with pytest.raises(Problem, match="hold names"):
        refuse_names(db, replace(TABLES, notes=(*options, f"As at {name}")), ())


def test_a_surname_of_a_test_is_a_name_in_what_the_team_wrote(db: Database) -> None:
    written = Written(db)
    written.home("Wilson House")
    add_action(db, written.survey_id, ActionDraft(action="Talk to wilson"))
    with pytest.raises(Problem, match="“wilson” in “Talk to wilson”"):
        names_in_report(db, Report("T", blocks=(Paragraph(OWN), Heading("Talk to wilson"))))
