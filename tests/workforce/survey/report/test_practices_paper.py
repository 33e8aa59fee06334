"""The page on practices to hand out at a forum."""

from datetime import date
from pathlib import Path

import pytest

from desktop.documents import save_public
from resources.database import Database
from resources.problem import Problem
from resources.report.document_text import passages
from tests.workforce.survey.written import Written
from workforce.survey.action_plan.practice_uses import UseDraft, add_use
from workforce.survey.action_plan.practices import practices
from workforce.survey.action_plan.standing import standings, waves_answered
from workforce.survey.report.practices_paper import practice_words, practices_paper
from workforce.survey.vocabulary import Works

TODAY = date(2019, 12, 9)


@pytest.fixture
def kept(db: Database) -> Written:
    return Written(db)


def test_it_says_what_helps_and_names_nobody(kept: Written, tmp_path: Path) -> None:
    first = kept.wave()
    for _ in range(12):
        chosen = ["Retention or attendance bonus"]
        kept.answer(first.id, choices={"retention_methods": chosen, "best_retention": chosen})
    provider, service = kept.home("Rosewood House")
    bonus = practices(kept.db)[0]
    draft = UseDraft(provider, Works.YES, TODAY, service, "Rosewood House lost nobody")
    add_use(kept.db, bonus.id, draft, today=TODAY)
    held, asked = standings(kept.db, kept.survey_id), waves_answered(kept.db, kept.survey_id)
    path = save_public(kept.db, practices_paper(held, asked, today=TODAY), tmp_path / "Practices.docx")
    text = "\n".join(one.text for one in passages(path.read_bytes()))
    assert "Tried by 1 provider, in 1 place: works in 1." in text
    assert "100% of 12 who answered do this, and 100% of 12 say it works best." in text
    assert "To recruit" in text and "To keep staff" in text and "8 practices" in text
    assert "Rosewood" not in text and "told each other" not in text
    assert "1 of them was tried by providers who told us how it went." in text
    assert "Nottinghamshire County Council’s committee in December 2019" in text


def test_a_practice_of_which_nothing_is_known_has_its_words_alone(kept: Written) -> None:
    testing = next(one for one in standings(kept.db, kept.survey_id) if "Psychometric" in one.practice.name)
    assert practice_words(testing, []) == f"Psychometric testing. {testing.practice.description}"
    with pytest.raises(Problem, match="No practice"):
        practices_paper([], [], today=TODAY)
