"""The questionnaire on paper: every question once, with boxes or room to write, as a wave asks it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from desktop.documents import save_public
from engagement.register.letterhead import Letterhead, set_letterhead
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import Block, Heading, House, Paragraph, Report, TickBoxes, WritingRoom
from workforce.survey.questionnaire.questions import Question, questions
from workforce.survey.report.questionnaire_paper import questionnaire_paper, wave_paper
from workforce.survey.surveys import Survey, add_survey
from workforce.survey.vocabulary import AskedOf
from workforce.survey.waves.asking import drop_asked, set_asked_wording
from workforce.survey.waves.planning import edit_wave
from workforce.survey.waves.waves import Wave

TODAY = date(2020, 1, 6)
Asked = Callable[[str], Question]


def beneath(report: Report, wording: str) -> list[Block]:
    """What stands beneath a question, until the next one or heading."""
    at = next(
        place
        for place, one in enumerate(report.blocks)
        if isinstance(one, Paragraph) and one.text.startswith(wording)
    )
    found: list[Block] = []
    for one in report.blocks[at + 1 :]:
        if isinstance(one, Paragraph | Heading):
            break
        found.append(one)
    return found


def test_every_question_is_numbered_beneath_its_topic(db: Database, survey: Survey) -> None:
    report = questionnaire_paper(db, survey.id, today=TODAY)
    asked = [one.text for one in report.blocks if isinstance(one, Paragraph) and one.numbered]
    wordings = [one.wording for one in questions(db, survey.id)]
    assert len(asked) == len(wordings) + 1  # and whether it may be quoted
    assert all(text.startswith(wording) for text, wording in zip(asked, wordings, strict=False))
    headings = [one.text for one in report.blocks if isinstance(one, Heading)]
    assert len(headings) == len(set(headings))
    assert headings[:3] == ["Who answers", "About the service", "Reasons for vacancies"]


def test_boxes_are_ticked_and_figures_written(db: Database, survey: Survey) -> None:
    report = questionnaire_paper(db, survey.id, today=TODAY)
    assert beneath(report, "How many people applied") == [WritingRoom("People")]
    assert beneath(report, "How many posts are vacant") == [WritingRoom("Posts")]
    assert beneath(report, "What one thing") == [WritingRoom("Your answer", 4)]
    boxes, other = beneath(report, "Where do you advertise your posts? Choose all that apply.")
    assert isinstance(boxes, TickBoxes) and boxes.items[:2] == (
        "Online job boards, such as Indeed",
        "Jobcentre Plus",
    )
    assert other == WritingRoom("If other, which")
    assert beneath(report, "About how many of the people you invite") == [
        TickBoxes(
            (
                "None or hardly any (0% to 10%)", "About a quarter (10% to 37.5%)", "About half (37.5% to 62.5%)",
                "About three quarters (62.5% to 90%)", "All or nearly all (90% to 100%)", "Don’t know",
            ),
            leads=True,
        ),
        WritingRoom("Or, if you know it: per cent"),
    ]  # fmt: skip
    assert any(
        isinstance(one, Paragraph) and one.text == "How hard is it to fill your posts? Tick one."
        for one in report.blocks
    )


def test_a_wave_is_printed_as_it_asks(db: Database, wave: Wave, asked: Asked) -> None:
    set_letterhead(
        db, Letterhead("Example County Council", "Market team", "County Hall", email="market@example.gov.uk")
    )
    edit_wave(db, wave.id, asked_of=AskedOf.PROVIDER, closes_on=date(2019, 10, 31))
    set_asked_wording(db, wave.id, asked("how_hard").id, "How difficult is it?")
    drop_asked(db, wave.id, asked("one_thing").id)
    report = wave_paper(db, wave.id)
    assert (report.title, report.subtitle, report.house) == (
        "Recruitment survey",
        "Baseline 2019",
        House("Example County Council", "Market team", "market@example.gov.uk"),
    )
    texts = [one.text for one in report.blocks if isinstance(one, Paragraph)]
    assert texts[1] == "Answers reach us in time until 31 October 2019."
    assert texts[2] == (
        "Send your answers to Market team, Example County Council, County Hall, or by e-mail to market@example.gov.uk."
    )
    assert "Answers are counted; nobody is named in what is published." in texts
    assert texts[-2:] == texts[1:3]
    assert "How difficult is it? Tick one." in texts and texts[-1].endswith("market@example.gov.uk.")
    assert not any(text.startswith("What one thing") for text in texts)
    assert WritingRoom("Name of the organisation") in report.blocks


def test_what_is_not_known_of_sending_back_is_left_to_be_written(db: Database, survey: Survey) -> None:
    rooms = [WritingRoom("Send your answers back by"), WritingRoom("Send your answers to")]
    report = questionnaire_paper(db, survey.id, today=TODAY)
    assert [one for one in report.blocks if one in rooms] == rooms
    set_letterhead(db, Letterhead("Example County Council", email="market@example.gov.uk"))
    report = questionnaire_paper(db, survey.id, today=TODAY)
    assert [one for one in report.blocks if one in rooms] == rooms[:1]


def test_a_questionnaire_without_questions_is_not_printed(db: Database) -> None:
    with pytest.raises(Problem, match="no question to print yet"):
        questionnaire_paper(db, add_survey(db, "Exit survey").id, today=TODAY)


def test_it_is_saved_as_a_public_document(db: Database, survey: Survey, tmp_path: Path) -> None:
    import docx

    saved = save_public(db, questionnaire_paper(db, survey.id, today=TODAY), tmp_path / "paper")
    told = docx.Document(str(saved))
    styles = {one.style.name for one in told.paragraphs if one.style is not None}
    assert {"Numbered Paragraph", "Tick Box", "Writing Line", "Heading 1"} <= styles
