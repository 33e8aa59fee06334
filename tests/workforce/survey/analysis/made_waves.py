"""A wave with providers, services, a population and answers, written as rows: what is made is what is counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from resources.database import Database, change, new_key, new_keys
from workforce.survey.answers.responses import Answer
from workforce.survey.questionnaire.questions import Option, Question, questions
from workforce.survey.starting import start_survey
from workforce.survey.vocabulary import AnswerState, Role

Said = str | int | tuple[str, ...] | tuple[int, int] | Answer | None
"""An answer as a test writes it: option words, a figure, bounds, a text, or the answer itself."""

DONT_KNOW = Answer(AnswerState.DONT_KNOW)
NOT_APPLICABLE = Answer(AnswerState.NOT_APPLICABLE)


@dataclass(frozen=True)
class Home:
    """An invited service of a provider of its own, and what it answered."""

    kind: str = "residential_home"
    district: str = "Ashfield"
    rating: str = "good"
    beds: int | None = 20
    active: bool = True
    answers: Mapping[str, Said] | None = None
    invited: bool = True


@dataclass
class MadeWave:
    """The keys of what was made."""

    survey_id: str
    wave_id: str
    questions: dict[str, Question]
    responses: list[str] = field(default_factory=list)
    services: list[str] = field(default_factory=list)

    def id(self, code: str) -> str:
        """A question's key by its code."""
        return self.questions[code].id

    def option(self, code: str, words: str) -> Option:
        """An option by its words."""
        return next(one for one in self.questions[code].options if one.wording == words)

    def of_role(self, role: Role) -> str:
        """The key of the question that measures this."""
        return next(one.id for one in self.questions.values() if one.role is role)


def make_wave(
    db: Database, homes: Sequence[Home], *, survey_id: str = "", opens_on: str = "2019-10-01"
) -> MadeWave:
    """The recruitment survey as it ships, asked of these homes."""
    kind = "re_evaluation" if survey_id else "baseline"
    survey_id = survey_id or start_survey(db).id
    held = {one.code: one for one in questions(db, survey_id)}
    made = MadeWave(survey_id, new_key(), held)
    with change(db, "Planned a wave"):
        db.insert_row(
            "survey_wave",
            {"id": made.wave_id, "survey_id": survey_id, "name": f"Wave of {opens_on}", "kind": kind,
             "opens_on": opens_on, "mode": "online", "asked_of": "service", "population_on": opens_on},
        )  # fmt: skip
        ask(db, made)
    add_homes(db, made, homes)
    return made


def ask(db: Database, made: MadeWave) -> None:
    """The questions as they stand, asked in the wave."""
    for question in made.questions.values():
        key = new_key()
        db.insert_row(
            "survey_asked",
            {"id": key, "wave_id": made.wave_id, "question_id": question.id, "position": question.position,
             "wording": question.wording},
        )  # fmt: skip
        for option in question.options:
            db.insert_row(
                "survey_asked_option",
                {"id": new_key(), "asked_id": key, "option_id": option.id, "position": option.position,
                 "wording": option.wording},
            )  # fmt: skip


def add_homes(db: Database, made: MadeWave, homes: Sequence[Home]) -> None:
    """Each home with its provider, its place in the population and its response."""
    providers, services = new_keys(len(homes)), new_keys(len(homes))
    rows: dict[str, list[tuple[object, ...]]] = {
        "provider": [], "service": [], "survey_invited": [], "survey_response": [], "survey_response_service": [],
        "survey_answer": [], "survey_choice": [],
    }  # fmt: skip
    for at, (home, provider, service) in enumerate(zip(homes, providers, services, strict=True), 1):
        rows["provider"].append((provider, f"Example Care {at} {service[-6:]}"))
        rows["service"].append(
            (service, provider, f"House {at}", home.kind, home.district, "Nottinghamshire")
        )
        if home.invited:
            rows["survey_invited"].append(
                (new_key(), made.wave_id, provider, service, home.kind, home.district, home.rating, home.beds,
                 int(home.active))
            )  # fmt: skip
        if home.answers is None:
            continue
        response = new_key()
        made.responses.append(response)
        rows["survey_response"].append((response, made.wave_id, len(made.responses), provider, "typed"))
        rows["survey_response_service"].append((new_key(), response, service))
        for code, said in home.answers.items():
            _add_answer(rows, made.questions[code], response, said)
    made.services += services
    with change(db, "Filled the wave"):
        for table, held in rows.items():
            db.insert_rows(table, _COLUMNS[table], held)


_COLUMNS = {
    "provider": ("id", "name"),
    "service": ("id", "provider_id", "name", "kind", "district", "authority"),
    "survey_invited": ("id", "wave_id", "provider_id", "service_id", "kind", "district", "rating", "beds", "active"),
    "survey_response": ("id", "wave_id", "number", "provider_id", "source"),
    "survey_response_service": ("id", "response_id", "service_id"),
    "survey_answer": ("id", "response_id", "question_id", "state", "low", "high", "text"),
    "survey_choice": ("id", "answer_id", "option_id"),
}  # fmt: skip


def _add_answer(
    rows: dict[str, list[tuple[object, ...]]], question: Question, response: str, said: Said
) -> None:
    answer = answer_of(question, said)
    if answer is None:
        return
    key = new_key()
    rows["survey_answer"].append(
        (key, response, question.id, answer.state.value, answer.low, answer.high, answer.text)
    )
    rows["survey_choice"] += [(new_key(), key, option) for option in answer.options]


def answer_of(question: Question, said: Said) -> Answer | None:
    """What a test's words mean as an answer to this question."""
    if said is None or isinstance(said, Answer):
        return said
    if isinstance(said, int):
        return Answer(low=str(said), high=str(said))
    if isinstance(said, tuple) and said and isinstance(said[0], int):
        return Answer(low=str(said[0]), high=str(said[1]))
    words = (said,) if isinstance(said, str) else tuple(str(one) for one in said)
    held = {one.wording: one for one in question.options}
    options = tuple(held[one].id for one in words if one in held)
    text = "; ".join(one for one in words if one not in held)
    bounds = next(((held[one].low, held[one].high) for one in words if one in held), (None, None))
    return Answer(options=options, text=text, low=bounds[0], high=bounds[1])


def untie(db: Database, made: MadeWave, responses: int) -> None:
    """The first of the responses come to be of nobody known."""
    with change(db, "Untied responses"):
        for key in made.responses[:responses]:
            _name_no_service(db, key)
            db.update_row("survey_response", key, {"provider_id": None})


def of_the_whole_provider(db: Database, made: MadeWave, responses: int, more: int) -> None:
    """The first of the responses name no service, and of each of their providers so many more services were invited."""
    with change(db, "Invited more services"):
        for key in made.responses[:responses]:
            _name_no_service(db, key)
            provider = str(db.value("select provider_id from survey_response where id = ?", (key,)))
            keys = new_keys(more)
            services = [
                (one, provider, f"Lodge {one[-6:]}", "home_care", "Ashfield", "Nottinghamshire")
                for one in keys
            ]
            db.insert_rows("service", _COLUMNS["service"], services)
            invited = [
                (new_key(), made.wave_id, provider, one, "home_care", "Ashfield", "good", None, 1)
                for one in keys
            ]
            db.insert_rows("survey_invited", _COLUMNS["survey_invited"], invited)


def _name_no_service(db: Database, response: str) -> None:
    for (key,) in db.rows("select id from survey_response_service where response_id = ?", (response,)):
        db.delete_row("survey_response_service", key)
