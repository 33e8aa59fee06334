from dataclasses import replace

import pytest

from resources.database import Database
from resources.files.publication_workbook import Publication
from resources.problem import Problem
from resources.report.blocks import PageBreak, Paragraph, Report
from resources.tables import Column, Table
from tests.workforce.sample.small_county import TODAY
from tests.workforce.survey.written import Written
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
