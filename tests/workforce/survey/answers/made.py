"""A small survey, a small register and small files for the tests of answers."""

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from engagement.register import providers, services
from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from resources.files.forms.forms_file import FormsFile, read_forms_file
from workforce.survey.questionnaire.editing import OptionDraft, QuestionDraft, add_question
from workforce.survey.questionnaire.questions import Option, Question
from workforce.survey.surveys import add_survey
from workforce.survey.vocabulary import AnswerState, AskedOf, Mode, QuestionKind, Role, Topic, WaveKind
from workforce.survey.waves.asked import Asked, AskedOption
from workforce.survey.waves.planning import WaveDraft, plan_wave
from workforce.survey.waves.waves import Wave

JOBS, MOUTH, RADIO = "Online job boards, such as Indeed", "Word of mouth", "Local newspaper or radio"
WHERE = "Where do you advertise your posts?"
BEST = "Which one brings the most people?"
STAFF = "How many staff do you employ?"
SHARE = "About how many of those invited attend?"
HARD = "How hard is it to fill your posts?"
THING = "What one thing would help you most?"
STEPS = ("Very easy", "Quite easy", "Neither easy nor hard", "Quite hard", "Very hard")


def drafts() -> tuple[QuestionDraft, ...]:
    """A question of every kind."""
    other = OptionDraft("Other", is_other=True)
    dont_know = OptionDraft("Don’t know", stands_for=AnswerState.DONT_KNOW)
    nowhere = OptionDraft("We do not advertise", stands_for=AnswerState.NOT_APPLICABLE)
    bands = (
        OptionDraft("About a quarter", "10", "37.5"),
        OptionDraft("About half", "37.5", "62.5"),
        dont_know,
    )
    return (
        QuestionDraft(
            WHERE, Topic.ADVERTISING, QuestionKind.SEVERAL_CHOICES, code="where", allow_other=True,
            options=(JOBS, MOUTH, RADIO, other, nowhere),
        ),
        QuestionDraft(
            BEST, Topic.ADVERTISING, QuestionKind.ONE_CHOICE, code="best",
            options=(JOBS, MOUTH, RADIO, other, dont_know)
        ),
        QuestionDraft(STAFF, Topic.ABOUT_YOU, QuestionKind.PEOPLE, code="staff", role=Role.STAFF),
        QuestionDraft(
            SHARE, Topic.INTERVIEWS, QuestionKind.BAND, code="share", unit="%", role=Role.SHARE_ATTENDED,
            options=bands,
        ),
        QuestionDraft(HARD, Topic.VACANCIES, QuestionKind.SCALE, code="hard", options=STEPS),
        QuestionDraft(THING, Topic.RETENTION, QuestionKind.TEXT, code="thing"),
    )  # fmt: skip


def asked_of(draft: QuestionDraft) -> Asked:
    """The question of a draft as a wave would ask it; each option is known by its words."""
    options = []
    for place, one in enumerate(draft.options, 1):
        given = OptionDraft(one) if isinstance(one, str) else one
        score = place if draft.kind is QuestionKind.SCALE else None
        options.append(
            Option(
                given.wording, draft.code, place, given.wording, score, given.low, given.high, given.is_other,
                given.stands_for,
            )
        )  # fmt: skip
    question = Question(
        draft.code, "survey", draft.code, draft.topic, draft.kind, 1, draft.wording, unit=draft.unit, role=draft.role,
        allow_other=draft.allow_other, options=tuple(options),
    )  # fmt: skip
    offered = tuple(AskedOption(one, one.wording) for one in options)
    return Asked("", "wave", question, 1, draft.wording, offered)


def asked(code: str) -> Asked:
    """One of the questions above by its code."""
    return asked_of(next(one for one in drafts() if one.code == code))


def made_wave(
    db: Database,
    *,
    questions: Sequence[QuestionDraft] | None = None,
    asked_of: AskedOf = AskedOf.SERVICE,
    name: str = "Baseline 2019",
) -> Wave:
    """A survey with these questions and a wave that asks them from 1 October 2019 on."""
    survey = add_survey(db, f"Survey of {name}")
    for one in drafts() if questions is None else questions:
        add_question(db, survey.id, one)
    return next_wave(db, survey.id, name, date(2019, 10, 1), asked_of=asked_of, kind=WaveKind.BASELINE)


def next_wave(
    db: Database,
    survey_id: str,
    name: str,
    opens_on: date,
    *,
    asked_of: AskedOf = AskedOf.SERVICE,
    kind: WaveKind = WaveKind.RE_EVALUATION,
) -> Wave:
    """One more wave of a survey."""
    draft = WaveDraft(name, kind, opens_on, mode=Mode.ONLINE, asked_of=asked_of)
    return plan_wave(db, survey_id, draft)


def made_register(db: Database) -> dict[str, str]:
    """Two providers: Elm Care with three homes, and Quillmere Ltd with one; keys by name."""
    keys: dict[str, str] = {}
    elm = providers.add_provider(db, name="Elm Care Limited", cqc_provider_id="1-101000001")
    quill = providers.add_provider(db, name="Quillmere Ltd", cqc_provider_id="1-101000002")
    keys |= {elm.name: elm.id, quill.name: quill.id}
    homes = (
        (elm.id, "Rose House", "1-200000001", "Rosie’s"),
        (elm.id, "Elm Lodge", "1-200000002", ""),
        (elm.id, "The Limes", "1-200000003", ""),
        (quill.id, "Quillmere Court", "1-200000004", ""),
    )
    for owner, name, number, also in homes:
        home = services.add_service(
            db,
            owner,
            name=name,
            kind=ServiceKind.RESIDENTIAL_HOME,
            cqc_location_id=number,
            also_known_as=also,
        )
        keys[name] = home.id
    return keys


def csv_file(path: Path, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> FormsFile:
    """A CSV of these rows, read as a forms file."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(headings)
        writer.writerows(rows)
    return read_forms_file(path)
