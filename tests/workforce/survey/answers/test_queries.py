"""Answers that cannot all be right."""

import pytest

from resources.database import Database
from tests.workforce.survey.answers.made import asked_of, made_wave
from workforce.survey.answers.queries import impossible_answers, queries, queries_of
from workforce.survey.answers.recording import add_response
from workforce.survey.answers.responses import Answer, responses
from workforce.survey.questionnaire.editing import QuestionDraft
from workforce.survey.vocabulary import AnswerState, QuestionKind, Role, Topic
from workforce.survey.waves.asked import asked_of_wave

ROLES = (Role.STAFF, Role.VACANCIES, Role.INVITED, Role.ATTENDED, Role.UNDER_1_YEAR, Role.FROM_1_TO_2,
         Role.FROM_3_TO_5, Role.FROM_6_TO_10, Role.OVER_10)  # fmt: skip
DRAFTS = tuple(
    QuestionDraft(role.label, Topic.INTERVIEWS, QuestionKind.PEOPLE, code=role.value, role=role)
    for role in ROLES
)
ASKED = [asked_of(one) for one in DRAFTS]


def said(**figures: str) -> list[str]:
    answers = {}
    for code, told in figures.items():
        low, _, high = told.partition("-")
        answers[code] = Answer(low=low, high=high or low)
    return [sentence for sentence, _ in impossible_answers(answers, ASKED)]


def test_more_cannot_attend_than_were_invited() -> None:
    assert said(invited="6", attended="9") == ["9 attended of 6 invited cannot be."]
    assert said(invited="6-12", attended="9") == []


@pytest.mark.parametrize(
    ("figures", "sentences"),
    [
        ({"staff": "10", "under_1_year": "8", "over_10": "4"},
         ["The lengths of service come to 12 people, and the staff are 10."]),
        ({"staff": "10", "under_1_year": "8-9", "over_10": "1-4"}, []),
        ({"staff": "10", "under_1_year": "2", "from_1_to_2": "1", "from_3_to_5": "1", "from_6_to_10": "1",
          "over_10": "1"},
         ["The lengths of service come to 6 people, fewer than the staff, who are 10."]),
        ({"staff": "10", "vacancies": "40"}, ["40 posts are vacant, more than 3 times the staff, who are 10."]),
        ({"staff": "0", "vacancies": "2"}, []),
        ({}, []),
    ],
)  # fmt: skip
def test_people_are_no_more_than_the_staff(figures: dict[str, str], sentences: list[str]) -> None:
    assert said(**figures) == sentences


def test_shares_and_counts_of_people_keep_to_what_can_be() -> None:
    share = asked_of(QuestionDraft("Share", Topic.INTERVIEWS, QuestionKind.NUMBER, code="share", unit="%"))
    people = ASKED[0]
    answers = {"share": Answer(low="120", high="120", said="120%"), "staff": Answer(low="1.5", high="1.5")}
    assert impossible_answers(answers, [share, people]) == [
        ("“Share” is above 100%: 120%.", ("share",)),
        (f"“{people.wording}” is not a whole number of people: 1.5.", ("staff",)),
    ]
    assert impossible_answers({"staff": Answer(low="-1", high="3")}, [people])[0][0].endswith(
        "is below 0: -1."
    )


def test_no_answer_and_an_open_end_ask_nothing() -> None:
    answers = {
        "invited": Answer(AnswerState.DONT_KNOW),
        "attended": Answer(low="51"),
        "staff": Answer(text="a few"),
    }
    assert impossible_answers(answers, ASKED) == []


def test_the_queries_of_a_wave_name_the_response_and_its_questions(db: Database) -> None:
    wave = made_wave(db, questions=DRAFTS)
    keys = {one.question.code: one.question.id for one in asked_of_wave(db, wave.id)}
    add_response(db, wave.id, {keys["invited"]: Answer(low="1", high="1")})
    wrong = {keys["invited"]: Answer(low="6", high="6"), keys["attended"]: Answer(low="9", high="9")}
    add_response(db, wave.id, wrong)
    (query,) = queries(db, wave.id)
    assert (query.response.number, query.questions) == (2, (keys["invited"], keys["attended"]))
    assert queries_of(responses(db, wave.id)[1], asked_of_wave(db, wave.id)) == [query]
