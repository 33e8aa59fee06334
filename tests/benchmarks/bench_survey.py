"""The survey: a wave read into memory, and all its tables with intervals, beside pandas' bare count of the answers."""

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.capabilities import CAPABILITIES
from engagement.register.vocabulary import GRADES, ServiceKind
from resources.database import Database, change, new_key, new_keys, open_file
from tests.benchmarks.measure import Figure, milliseconds
from workforce.survey.analysis.frame import AnalysisFilter, WaveData, filtered, read_wave
from workforce.survey.analysis.groups import GroupBy
from workforce.survey.analysis.tables_of_wave import all_tables
from workforce.survey.analysis.weighting import weights_of
from workforce.survey.questionnaire.questions import Question, questions
from workforce.survey.starting import start_survey
from workforce.survey.vocabulary import QuestionKind

_KINDS = [kind.value for kind in list(ServiceKind)[:4]]
_DISTRICTS = (
    "Ashfield",
    "Bassetlaw",
    "Broxtowe",
    "Gedling",
    "Mansfield",
    "Newark and Sherwood",
    "Rushcliffe",
)
_INVITED = (
    "id", "wave_id", "provider_id", "service_id", "kind", "district", "rating", "beds", "active",
)  # fmt: skip


@contextmanager
def _wave(responses: int) -> Iterator[tuple[Database, str]]:
    """The questionnaire that comes ready, asked of twice as many services as answered, every question answered."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        file = open_file(Path(folder) / "office.providerdesk", CAPABILITIES, who="Benchmark", create=True)
        chance = random.Random(1)
        survey = start_survey(file.db)
        wave_id, asked = new_key(), questions(file.db, survey.id)
        with change(file.db, "Planned a wave"):
            _ask(file.db, survey.id, wave_id, asked)
            homes = _invite(file.db, wave_id, responses * 2, chance)
        with change(file.db, "Took answers in"):
            _answer(file.db, wave_id, asked, homes[:responses], chance)
        yield file.db, wave_id
        file.close()


def _ask(db: Database, survey_id: str, wave_id: str, asked: list[Question]) -> None:
    db.insert_row(
        "survey_wave",
        {"id": wave_id, "survey_id": survey_id, "name": "Baseline", "kind": "baseline", "opens_on": "2019-10-01",
         "mode": "online", "asked_of": "service", "population_on": "2019-10-01"},
    )  # fmt: skip
    for one in asked:
        key = new_key()
        db.insert_row(
            "survey_asked",
            {"id": key, "wave_id": wave_id, "question_id": one.id, "position": one.position, "wording": one.wording},
        )  # fmt: skip
        db.insert_rows(
            "survey_asked_option",
            ("id", "asked_id", "option_id", "position", "wording"),
            [(new_key(), key, option.id, option.position, option.wording) for option in one.options],
        )


def _invite(db: Database, wave_id: str, services: int, chance: random.Random) -> list[tuple[str, str]]:
    owners, homes = new_keys(services), new_keys(services)
    kinds, districts = chance.choices(_KINDS, k=services), chance.choices(_DISTRICTS, k=services)
    db.insert_rows("provider", ("id", "name"), [(key, f"Example Care {at}") for at, key in enumerate(owners)])
    db.insert_rows(
        "service",
        ("id", "provider_id", "name", "kind", "district", "authority"),
        [(one, owners[at], f"House {at}", kinds[at], districts[at], "Nottinghamshire") for at, one in enumerate(homes)],
    )  # fmt: skip
    db.insert_rows(
        "survey_invited",
        _INVITED,
        [
            (new_key(), wave_id, owners[at], home, kinds[at], districts[at], chance.choice(GRADES).value, at % 60,
             int(at % 5 > 0))
            for at, home in enumerate(homes)
        ],
    )  # fmt: skip
    return list(zip(owners, homes, strict=True))


def _answer(
    db: Database, wave_id: str, asked: list[Question], homes: list[tuple[str, str]], chance: random.Random
) -> None:
    keys = new_keys(len(homes))
    db.insert_rows(
        "survey_response",
        ("id", "wave_id", "number", "provider_id", "source"),
        [(key, wave_id, at, owner, "typed") for at, (key, (owner, _)) in enumerate(zip(keys, homes, strict=True), 1)],
    )  # fmt: skip
    db.insert_rows(
        "survey_response_service",
        ("id", "response_id", "service_id"),
        [(new_key(), key, home) for key, (_, home) in zip(keys, homes, strict=True)],
    )
    answers, choices = [], []
    for key in keys:
        for question in asked:
            answer = new_key()
            figure = str(chance.randrange(1, 60)) if question.kind is QuestionKind.PEOPLE else None
            text = f"Better pay, {chance.randrange(50)}" if question.kind is QuestionKind.TEXT else ""
            answers.append((answer, key, question.id, "answered", figure, figure, text))
            if question.kind.has_options:
                several = 4 if question.kind is QuestionKind.SEVERAL_CHOICES else 1
                offered = [one for one in question.options if one.stands_for is None]
                choices += [(new_key(), answer, one.id) for one in chance.sample(offered, several)]
    db.insert_rows(
        "survey_answer", ("id", "response_id", "question_id", "state", "low", "high", "text"), answers
    )
    db.insert_rows("survey_choice", ("id", "answer_id", "option_id"), choices)


def _bare(data: WaveData) -> object:
    """How often each answer was given, as pandas says it."""
    return data.choices.value_counts(["question", "option"]), data.answers.value_counts(["question", "state"])


def bench_analysis(smoke: bool) -> Iterator[Figure]:
    """A thousand responses to the questionnaire that comes ready: everything that a page or a report draws from."""
    import pandas  # noqa: F401  # loaded before anything is measured

    with _wave(20 if smoke else 1_000) as (db, wave_id):
        data = read_wave(db, wave_id)
        answers = len(data.answers)
        bare = min(milliseconds(lambda: _bare(data)) for _ in range(3))
        named = "pandas' bare value_counts"
        plain = min(milliseconds(lambda: all_tables(read_wave(db, wave_id), by=())) for _ in range(3))
        yield Figure(f"{answers:,} answers read, all tables with intervals", plain, "ms", 500, named, bare)
        crossed = min(milliseconds(lambda: all_tables(read_wave(db, wave_id))) for _ in range(3))
        yield Figure("the same, each question also by four groups", crossed, "ms", 500, named, bare)
        if not smoke:
            weighted = min(
                milliseconds(lambda: weights_of(data, (GroupBy.KIND, GroupBy.RATING))) for _ in range(3)
            )
            yield Figure("weights by kind and rating", weighted, "ms", 500)


def bench_many_answers(smoke: bool) -> Iterator[Figure]:
    """A hundred thousand answers: read from the file, filtered, and all their tables."""
    import pandas  # noqa: F401  # loaded before anything is measured

    with _wave(40 if smoke else 4_000) as (db, wave_id):
        rows = "select question_id, state, text from survey_answer"
        fetched = min(milliseconds(lambda: db.rows(rows)) for _ in range(3))
        read = min(milliseconds(lambda: read_wave(db, wave_id)) for _ in range(3))
        data = read_wave(db, wave_id)
        what = f"{len(data.answers):,} answers read from the file"
        yield Figure(what, read, "ms", 1_000, "the bare rows fetched", fetched)
        bare = min(milliseconds(lambda: _bare(data)) for _ in range(3))
        named = "pandas' bare value_counts"
        yield Figure("their tables with intervals", _fresh(data, by=()), "ms", None, named, bare)
        yield Figure(
            "each question also by four groups", _fresh(data, by=tuple(GroupBy)), "ms", None, named, bare
        )
        one = AnalysisFilter(kinds=(_KINDS[0],))
        yield Figure(
            "a filter set", min(milliseconds(lambda: filtered(data, one)) for _ in range(3)), "ms", 100
        )


def _fresh(data: WaveData, *, by: tuple[GroupBy, ...]) -> float:
    """Without what an earlier run left in memory."""
    everybody = AnalysisFilter(kinds=tuple(_KINDS))
    return min(milliseconds(lambda: all_tables(filtered(data, everybody), by=by)) for _ in range(3))
