"""Two waves of one survey, most of it answered by the same services."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resources.database import Database, change, new_key
from tests.workforce.survey.analysis.made_waves import Home, MadeWave, Said, answer_of, ask, make_wave

Answers = Mapping[str, Said] | None


@dataclass(frozen=True)
class TwoWaves:
    """Both, made."""

    before: MadeWave
    after: MadeWave

    @property
    def keys(self) -> tuple[str, str]:
        """The waves' keys, the earlier first."""
        return self.before.wave_id, self.after.wave_id

    def id(self, code: str) -> str:
        """A question's key."""
        return self.before.id(code)


def two_waves(
    db: Database, answers: Sequence[tuple[Answers, Answers]], kind: str = "residential_home"
) -> TwoWaves:
    """Each pair is what one service answered before and after; None where it did not."""
    before = make_wave(db, [Home(kind=kind, answers=earlier) for earlier, _ in answers])
    after = later_wave(db, before, [later for _, later in answers])
    return TwoWaves(before, after)


def later_wave(
    db: Database, before: MadeWave, answers: Sequence[Answers], opens_on: str = "2020-10-01"
) -> MadeWave:
    """A wave of the same survey, asked of the same services in the same order."""
    made = MadeWave(before.survey_id, new_key(), before.questions)
    with change(db, "Planned a wave"):
        db.insert_row(
            "survey_wave",
            {"id": made.wave_id, "survey_id": made.survey_id, "name": f"Wave of {opens_on}", "kind": "re_evaluation",
             "opens_on": opens_on, "mode": "online", "asked_of": "service", "population_on": opens_on},
        )  # fmt: skip
        ask(db, made)
        for service, told in zip(before.services, answers, strict=True):
            if told is not None:
                _answer(db, made, service, told)
    return made


def _answer(db: Database, made: MadeWave, service: str, told: Mapping[str, Said]) -> None:
    response = new_key()
    made.responses.append(response)
    provider = db.value("select provider_id from service where id = ?", (service,))
    db.insert_row(
        "survey_response",
        {"id": response, "wave_id": made.wave_id, "number": len(made.responses), "provider_id": provider,
         "source": "typed"},
    )  # fmt: skip
    db.insert_row(
        "survey_response_service", {"id": new_key(), "response_id": response, "service_id": service}
    )
    for code, said in told.items():
        answer = answer_of(made.questions[code], said)
        if answer is None:
            continue
        key = new_key()
        db.insert_row(
            "survey_answer",
            {"id": key, "response_id": response, "question_id": made.id(code), "state": answer.state.value,
             "low": answer.low, "high": answer.high, "text": answer.text},
        )  # fmt: skip
        for option in answer.options:
            db.insert_row("survey_choice", {"id": new_key(), "answer_id": key, "option_id": option})
