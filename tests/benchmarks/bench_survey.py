"""The survey: a wave read into memory, and what its page and its documents make of it, beside plainer work."""

import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

from desktop.capabilities import CAPABILITIES
from desktop.pages.survey.funnel_figures import funnel_figures
from desktop.pages.survey.question_figures import question_part
from desktop.pages.survey.results_entries import entries
from desktop.pages.survey.wave_figures import is_of_wave, wave_figures
from engagement.register.vocabulary import GRADES, ServiceKind
from resources.database import Database, change, new_key, new_keys, open_file
from tests.benchmarks.measure import Figure, milliseconds
from workforce.survey.analysis.frame import AnalysisFilter, WaveData, filtered, read_wave
from workforce.survey.analysis.groups import GroupBy
from workforce.survey.analysis.weighting import weights_of
from workforce.survey.changes.comparing import compare_data
from workforce.survey.funnel.funnel import funnel
from workforce.survey.questionnaire.questions import Question, questions
from workforce.survey.report.survey_report import survey_report
from workforce.survey.report.workbook import survey_publication
from workforce.survey.starting import start_survey
from workforce.survey.vocabulary import FUNNEL, QuestionKind

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
def _waves(responses: int) -> Iterator[tuple[Database, str, str]]:
    """The questionnaire that comes ready, asked twice of twice as many services as answer, each of them everything."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        file = open_file(Path(folder) / "office.providerdesk", CAPABILITIES, who="Benchmark", create=True)
        chance = random.Random(1)
        survey = start_survey(file.db)
        asked, waves = questions(file.db, survey.id), [new_key(), new_key()]
        with change(file.db, "Planned the waves"):
            homes = _services(file.db, responses * 2, chance)
            for number, wave_id in enumerate(waves):
                _ask(file.db, survey.id, wave_id, asked, number)
                _invite(file.db, wave_id, homes, chance)
        for wave_id in waves:
            with change(file.db, "Took answers in"):
                _answer(file.db, wave_id, asked, [home[:2] for home in homes[:responses]], chance)
        yield file.db, waves[0], waves[1]
        file.close()


def _ask(db: Database, survey_id: str, wave_id: str, asked: list[Question], number: int) -> None:
    name, day = f"Wave {number + 1}", f"{2019 + number}-10-01"
    db.insert_row(
        "survey_wave",
        {"id": wave_id, "survey_id": survey_id, "name": name, "kind": "re_evaluation" if number else "baseline",
         "opens_on": day, "mode": "online", "asked_of": "service", "population_on": day},
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


Home = tuple[str, str, str, str]
"""A provider, its service, its kind and its district."""


def _services(db: Database, services: int, chance: random.Random) -> list[Home]:
    owners, homes = new_keys(services), new_keys(services)
    kinds, districts = chance.choices(_KINDS, k=services), chance.choices(_DISTRICTS, k=services)
    db.insert_rows("provider", ("id", "name"), [(key, f"Example Care {at}") for at, key in enumerate(owners)])
    db.insert_rows(
        "service",
        ("id", "provider_id", "name", "kind", "district", "authority"),
        [(one, owners[at], f"House {at}", kinds[at], districts[at], "Nottinghamshire") for at, one in enumerate(homes)],
    )  # fmt: skip
    return list(zip(owners, homes, kinds, districts, strict=True))


def _invite(db: Database, wave_id: str, homes: list[Home], chance: random.Random) -> None:
    db.insert_rows(
        "survey_invited",
        _INVITED,
        [
            (new_key(), wave_id, *home, chance.choice(GRADES).value, at % 60, int(at % 5 > 0))
            for at, home in enumerate(homes)
        ],
    )


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
        people = 120
        for question in asked:
            answer, figure = new_key(), None
            if question.role in FUNNEL:
                people = chance.randint(people // 2, people)
                figure = str(people)
            elif question.kind is QuestionKind.PEOPLE:
                figure = str(chance.randrange(1, 60))
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


TODAY = date(2021, 1, 4)


def bench_analysis(smoke: bool) -> Iterator[Figure]:
    """A thousand responses to the questionnaire that comes ready: read, each line of Results, and all tables."""
    import pandas  # noqa: F401  # loaded before anything is measured

    with _waves(20 if smoke else 1_000) as (db, _, wave_id):
        data = read_wave(db, wave_id)
        bare = _best(lambda: _bare(data))
        named = "pandas' bare value_counts"
        read = _best(lambda: read_wave(db, wave_id))
        yield Figure(f"{len(data.answers):,} answers read", read, "ms", 500, named, bare)
        yield from _results(data, 100, named, bare)
        tables = _best(lambda: survey_publication(db, wave_id, today=TODAY))
        yield Figure("read, and all tables with intervals", tables, "ms", 500, named, bare)
        if not smoke:
            weighted = _best(lambda: weights_of(data, (GroupBy.KIND, GroupBy.RATING)))
            yield Figure("weights by kind and rating", weighted, "ms", 500)


def _results(data: WaveData, budget: float, named: str, bare: float) -> Iterator[Figure]:
    """Each line of the list on the Results page as the page makes it, and as it is split; the slowest of them."""
    lines = {entry.key: _best(partial(_shown, data, entry.key, None)) for entry in entries(data)}
    split = [_best(partial(_shown, data, key, GroupBy.KIND)) for key in lines if not is_of_wave(key)]
    slowest = max(lines.values())
    yield Figure(f"the slowest of {len(lines)} lines of Results", slowest, "ms", budget, named, bare)
    yield Figure("the slowest question by kind of service", max(split), "ms", budget, named, bare)


def _shown(data: WaveData, key: str, split: GroupBy | None) -> object:
    """Without what an earlier line left in memory."""
    fresh = filtered(data, _EVERYBODY)
    return wave_figures(fresh, key) if is_of_wave(key) else question_part(fresh, key, split, None)


def bench_many_answers(smoke: bool) -> Iterator[Figure]:
    """A hundred thousand answers in each of two waves: what the page and the documents run."""
    import pandas  # noqa: F401  # loaded before anything is measured

    with _waves(40 if smoke else 4_000) as (db, earlier, wave_id):
        rows = """select question_id, state, text from survey_answer
            join survey_response on survey_response.id = response_id where wave_id = ?"""
        fetched = _best(lambda: db.rows(rows, (wave_id,)))
        read = _best(lambda: read_wave(db, wave_id))
        data, before = read_wave(db, wave_id), read_wave(db, earlier)
        what = f"{len(data.answers):,} answers read from the file"
        yield Figure(what, read, "ms", 1_000, "the bare rows fetched", fetched)
        bare = _best(lambda: _bare(data))
        named = "pandas' bare value_counts"
        one = AnalysisFilter(kinds=(_KINDS[0],))
        yield Figure("a filter set", _best(lambda: filtered(data, one)), "ms", 100)
        yield from _results(data, 500, named, bare)
        drawn = _best(lambda: funnel_figures(funnel(filtered(data, _EVERYBODY))))
        yield Figure("the funnel", drawn, "ms", 1_000, named, bare)
        compared = _best(lambda: compare_data(db, before, data, _EVERYBODY))
        yield Figure("what changed, two such waves", compared, "ms", 3_000, named, bare)
        tables = milliseconds(lambda: survey_publication(db, wave_id, today=TODAY))
        yield Figure("the tables to publish", tables, "ms", None, named, bare)
        whole = milliseconds(lambda: survey_report(db, wave_id, today=TODAY))
        yield Figure("the report with its charts", whole, "ms", None, named, bare)


_EVERYBODY = AnalysisFilter(kinds=tuple(_KINDS))
"""A filter that leaves nobody out, but makes everything anew."""


def _best(work: Callable[[], object]) -> float:
    return min(milliseconds(work) for _ in range(3))
