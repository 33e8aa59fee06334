from datetime import date
from pathlib import Path

import pytest

from desktop.survey_files import save_csv_to_publish, save_report, save_sections, save_workbook
from engagement.register.contacts import add_contact
from engagement.register.vocabulary import ContactRole
from resources.database import Database, change
from resources.problem import Problem
from tests.desktop.pages.survey.survey_pages import homes
from tests.workforce.survey.analysis.made_waves import MadeWave, make_wave
from workforce.survey.questionnaire.options import edit_option
from workforce.survey.report.choice import ReportChoice
from workforce.survey.waves.asking import set_asked_options

TODAY = date(2019, 12, 9)
EVERYTHING = ReportChoice()


@pytest.fixture
def made(db: Database) -> MadeWave:
    return make_wave(db, homes())


SAVES = (
    (save_report, ".docx"), (save_sections, ".docx"), (save_workbook, ".xlsx"), (save_csv_to_publish, ".csv"),
)  # fmt: skip


@pytest.mark.parametrize(("save", "ending"), SAVES)
def test_a_name_without_an_ending_gets_that_of_its_kind(
    db: Database, made: MadeWave, tmp_path: Path, save: object, ending: str
) -> None:
    assert callable(save)
    assert save(db, made.wave_id, EVERYTHING, tmp_path / "wave", today=TODAY) == tmp_path / f"wave{ending}"
    assert (tmp_path / f"wave{ending}").stat().st_size > 1000


@pytest.mark.parametrize(("save", "ending"), SAVES)
def test_nothing_that_names_a_person_of_the_register_is_saved(
    db: Database, made: MadeWave, tmp_path: Path, save: object, ending: str
) -> None:
    assert callable(save)
    provider = str(db.value("select id from provider order by id limit 1"))
    add_contact(db, provider, name="Amina Larkson", role=ContactRole.REGISTERED_MANAGER)
    option = made.option("vacancy_reasons", "Perception of low pay")
    edit_option(db, option.id, wording="Low pay, says Amina Larkson")
    offered = {one.id: one.wording for one in made.questions["vacancy_reasons"].options}
    wordings = {**offered, option.id: "Low pay, says Amina Larkson"}
    set_asked_options(db, made.wave_id, made.id("vacancy_reasons"), wordings)
    with pytest.raises(Problem) as refused:
        save(db, made.wave_id, EVERYTHING, tmp_path / "wave", today=TODAY)
    assert any("Amina Larkson" in detail for detail in refused.value.details)
    assert list(tmp_path.glob("wave*")) == [] and ending


@pytest.mark.parametrize(("save", "ending"), SAVES)
def test_somebody_called_as_a_statistician_or_a_word_of_the_survey_stops_nothing(
    db: Database, made: MadeWave, tmp_path: Path, save: object, ending: str
) -> None:
    assert callable(save)
    provider = str(db.value("select id from provider order by id limit 1"))
    for name in ("Sarah Wilson", "Peter Holm", "Retirement Posters"):
        add_contact(db, provider, name=name, role=ContactRole.REGISTERED_MANAGER)
    assert save(db, made.wave_id, EVERYTHING, tmp_path / "wave", today=TODAY).suffix == ending


@pytest.mark.parametrize(("save", "ending"), SAVES)
def test_a_name_that_was_given_with_an_answer_is_not_saved(
    db: Database, made: MadeWave, tmp_path: Path, save: object, ending: str
) -> None:
    assert callable(save)
    with change(db, "Gave a name"):
        db.update_row(
            "survey_response", made.responses[0], {"said_name": "Nettlebank Lodge", "provider_id": None}
        )
    option = made.option("vacancy_reasons", "Perception of low pay")
    edit_option(db, option.id, wording="As at Nettlebank Lodge")
    offered = {one.id: one.wording for one in made.questions["vacancy_reasons"].options}
    wordings = {**offered, option.id: "As at Nettlebank Lodge"}
    set_asked_options(db, made.wave_id, made.id("vacancy_reasons"), wordings)
    with pytest.raises(Problem) as refused:
        save(db, made.wave_id, EVERYTHING, tmp_path / "wave", today=TODAY)
    assert any("Nettlebank Lodge" in detail for detail in refused.value.details)
    assert list(tmp_path.glob("wave*")) == [] and ending
