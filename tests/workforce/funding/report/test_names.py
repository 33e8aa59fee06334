"""Whom no paper on funding may name."""

from datetime import date

from resources.database import Database
from tests.workforce.funding.report.told import DECLINED, PAID, Told
from workforce.funding.projects.apprentices import ApprenticeDraft, add_apprentice
from workforce.funding.projects.projects import ProjectDraft, add_project
from workforce.funding.projects.quotes import QuoteDraft, add_quote
from workforce.funding.report.names import funding_terms, people_terms, refused_terms


def test_only_those_refused_are_named_as_such(db: Database) -> None:
    told = Told(db)
    fund = told.fund()
    told.home("Quillmere")
    told.home("Aldermere")
    told.claim(fund, "Aldermere", 100_00, PAID)
    assert refused_terms(db) == []
    told.claim(fund, "Quillmere", 100_00, DECLINED)
    assert [one.text for one in refused_terms(db)] == ["Quillmere House", "Quillmere Ltd"]
    assert refused_terms(db)[0].telling == ("quillmere",)


def test_learners_speakers_and_apprentices_are_people(db: Database) -> None:
    told, day = Told(db), date(2019, 12, 1)
    told.learner("Ada", "Example")
    project = add_project(db, ProjectDraft("Digital security", day))
    add_quote(db, project.id, QuoteDraft("Good", day, "Orla Pretend"), today=day)
    add_apprentice(db, ApprenticeDraft("Wren Invented", "Manager", day))
    assert [one.text for one in people_terms(db)] == ["Ada Example", "Orla Pretend", "Wren Invented"]
    assert funding_terms(db) == people_terms(db)
