"""A survey whose every figure is known, from the files of two forms programs to the Word report and the workbook."""

import io
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import python_calamine
from docx import Document

from engagement.register import services
from engagement.register.council import set_council
from engagement.register.providers import add_provider
from engagement.register.vocabulary import ServiceKind
from resources.database import Database, change
from resources.files.forms.forms_file import read_forms_file
from resources.files.publication_workbook import save_publication
from resources.report.word import save_word
from tests.workforce.survey import known_survey as known
from workforce.survey.analysis.frame import WaveData, read_wave
from workforce.survey.analysis.frequencies import frequency
from workforce.survey.analysis.length_of_service import length_of_service
from workforce.survey.analysis.rates import Rate, rate_figures
from workforce.survey.answers.checking import check
from workforce.survey.answers.mapping import suggest
from workforce.survey.answers.taking_in import take_in
from workforce.survey.funnel.funnel import funnel
from workforce.survey.report.survey_report import survey_report
from workforce.survey.report.workbook import survey_publication
from workforce.survey.surveys import Survey
from workforce.survey.vocabulary import FUNNEL, LENGTHS_OF_SERVICE, Role, WaveKind
from workforce.survey.waves.planning import WaveDraft, plan_wave
from workforce.survey.waves.population import invite
from workforce.survey.waves.population_rule import PopulationRule
from workforce.survey.waves.waves import Wave

TODAY = date(2026, 11, 22)
INVITED = 80
NOW = datetime(2026, 10, 1, 9, tzinfo=UTC)
_KINDS = (ServiceKind.RESIDENTIAL_HOME, ServiceKind.HOME_CARE, ServiceKind.NURSING_HOME)


@pytest.fixture
def location_ids(db: Database) -> list[str]:
    """A register of services, of which the first so many will answer."""
    set_council(db, "Nottinghamshire")
    found = []
    with change(db, "Made a register"):
        for number in range(INVITED):
            provider = add_provider(db, name=f"Quillbrook Care {number} Ltd")
            key = f"1-{200_000_000 + number}"
            one = services.add_service(
                db, provider.id, name=f"Quillbrook House {number}", kind=_KINDS[number % 3],
                cqc_location_id=key, beds=20 + number,
            )  # fmt: skip
            db.update_row("service", one.id, {"district": "Bassetlaw", "authority": "Nottinghamshire"})
            found.append(key)
    return found[: known.RESPONSES]


@pytest.fixture
def wave(db: Database, survey: Survey, location_ids: list[str]) -> Wave:
    """The wave, with everybody invited."""
    draft = WaveDraft("Baseline 2026", WaveKind.BASELINE, date(2026, 9, 1), date(2026, 9, 30))
    planned = plan_wave(db, survey.id, draft)
    invite(db, planned.id, PopulationRule())
    return planned


SAVES = (known.save_microsoft_forms, known.save_limesurvey)


@pytest.fixture(params=SAVES, ids=["Microsoft Forms", "LimeSurvey"])
def taken_in(
    request: pytest.FixtureRequest, db: Database, wave: Wave, location_ids: list[str], tmp_path: Path
) -> WaveData:
    """The file written, read, mapped, checked and taken in as a person would who agrees to every suggestion."""
    save: Callable[..., None] = request.param
    path = tmp_path / ("answers.xlsx" if save is known.save_microsoft_forms else "answers.csv")
    save(path, known.responses(location_ids))
    file = read_forms_file(path)
    checked = check(db, wave.id, file, suggest(db, wave.id, file))
    assert (checked.refused, checked.undecided, len(checked.new)) == ((), [], known.RESPONSES)
    take_in(db, checked, now=NOW)
    return read_wave(db, wave.id)


def test_every_figure_comes_out_as_it_is_known(taken_in: WaveData) -> None:
    by_code = {one.question.code: one.question.id for one in taken_in.asked}
    for code, counts in {**known.SEVERAL, **known.ONE}.items():
        found = frequency(taken_in, by_code[code])
        assert {row.wording: row.share.count for row in found.rows if row.share.count} == dict(counts)
        assert (found.answered, found.dont_know, found.not_applicable) == (
            known.answered(code), known.DONT_KNOW.get(code, 0), known.NOT_APPLICABLE.get(code, 0),
        )  # fmt: skip
    totals = {one.stage: (one.low, one.high, one.providers) for one in funnel(taken_in).stages}
    assert totals == {
        role: (known.TOTALS[role.value], known.TOTALS[role.value], known.GIVE_COUNTS) for role in FUNNEL
    }
    attended = funnel(taken_in).step(Role.INVITED, Role.ATTENDED)
    assert attended is not None and attended.pooled is not None
    assert (attended.pooled.low.count, attended.pooled.low.base, attended.pooled.exact) == (420, 700, True)
    lengths = length_of_service(taken_in)
    assert lengths is not None
    assert [one.people.low for one in lengths.rows] == [
        known.STAFF[role.value] for role in LENGTHS_OF_SERVICE
    ]
    vacancy = rate_figures(taken_in, Rate.VACANCY).pooled
    assert vacancy is not None and vacancy.low == pytest.approx(200 / 2200)


def test_the_word_report_says_them(db: Database, wave: Wave, taken_in: WaveData, tmp_path: Path) -> None:
    save_word(survey_report(db, wave.id, today=TODAY), tmp_path / "report.docx", exempt_terms=())
    document = Document(str(tmp_path / "report.docx"))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for said in (
        "60 of 80 services invited answered (75.0%)",
        "Joint first: Perception of low pay and Not enough applicants, each 65% of 48.",
        "First: Online job boards, such as Indeed, 74% of 54.",
        "60% attended (420 of 700 people, 50 providers)",
        "of 2,000 staff",
        "The vacancy rate is 9.1% of all services together",
    ):
        assert said in text
    cells = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert ["Perception of low pay", "31", "65%", "56% to 73%", "joint 1"] in cells
    assert ["Less than 1 year", "500", "25%"] in [row[:3] for row in cells]


def test_the_workbook_holds_them(db: Database, wave: Wave, taken_in: WaveData, tmp_path: Path) -> None:
    save_publication(survey_publication(db, wave.id, today=TODAY), tmp_path / "tables.xlsx")
    with python_calamine.CalamineWorkbook.from_filelike(
        io.BytesIO((tmp_path / "tables.xlsx").read_bytes())
    ) as book:
        sheets = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    named = {str(rows[0][0]).partition(": ")[2].partition(" [")[0]: rows for rows in sheets.values()}
    reasons = named["What are the main reasons for your vacancies?"]
    assert ["Not enough applicants", 31.0, 65.0] in [row[:3] for row in reasons]
    assert ["Don’t know", 2.0, "[z]"] in [row[:3] for row in reasons]
    steps = named["From application to start"]
    assert ["Invited", "Attended", 50.0, 700.0, 700.0, 420.0, 420.0, 60.0, 60.0] in [row[:9] for row in steps]
