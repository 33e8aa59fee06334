"""Making the recruitment survey of the sample county: a baseline and a re-evaluation, each one change."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from resources.database import Database, change
from workforce.sample.by_hand import insert_invited, insert_response, insert_wave
from workforce.sample.replying import Replies, Service
from workforce.sample.truth import BASELINE, RE_EVALUATION, Truth
from workforce.survey.answers.responses import Answer
from workforce.survey.surveys import Survey, start_survey
from workforce.survey.vocabulary import QuoteConsent, Role, WaveKind
from workforce.survey.waves.asked import Asked, asked_of_wave

_SEED = "the recruitment survey"
BASELINE_RESPONSES, LATER_RESPONSES, IN_BOTH = 110, 95, 64
"""How many services answer; of those of the re-evaluation, so many had answered before."""
_UNTIED = ("Sunny Bank", "The Larches (Mansfield)", "home care office", "A1 Care")
_BIG_HOME, _SMALL_HOME = 62, 24


@dataclass(frozen=True)
class Planned:
    """One wave: what is true in it, and what goes wrong with its answers."""

    name: str
    kind: WaveKind
    days_ago: int
    truth: Truth
    impossible: int
    untied: Sequence[str]
    duplicates: int


_WAVES = (
    Planned("Baseline", WaveKind.BASELINE, 425, BASELINE, 1, _UNTIED[:2], 1),
    Planned("Re-evaluation", WaveKind.RE_EVALUATION, 66, RE_EVALUATION, 2, _UNTIED[2:], 1),
)


def add_survey(db: Database, *, today: date, rnd: random.Random | None = None) -> Survey:
    """Two waves, 14 months and 2 months ago, of the services in the register of the sample county."""
    rnd = rnd or random.Random(_SEED)
    survey = start_survey(db)
    first, again = _WAVES
    with change(db, "Made the sample county: the survey’s baseline"):
        wave = insert_wave(db, survey.id, first.name, first.kind, today - timedelta(days=first.days_ago))
        people = _services(db, wave, rnd)
        chosen = rnd.sample(list(people), min(BASELINE_RESPONSES, len(people)))
        _answers(db, wave, first, [people[key] for key in chosen], rnd, today)
    with change(db, "Made the sample county: the survey’s re-evaluation"):
        wave = insert_wave(db, survey.id, again.name, again.kind, today - timedelta(days=again.days_ago))
        now = _services(db, wave, rnd, known=people)
        stayed = [key for key in chosen if key in now]
        others = [key for key in now if key not in set(chosen)]
        answering = [
            *rnd.sample(stayed, min(IN_BOTH, len(stayed))),
            *rnd.sample(others, min(LATER_RESPONSES - IN_BOTH, len(others))),
        ]
        _answers(db, wave, again, [now[key] for key in answering], rnd, today)
    return survey


def _services(
    db: Database, wave_id: str, rnd: random.Random, known: Mapping[str, Service] | None = None
) -> dict[str, Service]:
    """Those invited, each with as many staff as its beds ask for; who was asked before is as it was."""
    found = {}
    for key, provider, name, kind, beds in insert_invited(db, wave_id):
        staff = round((beds or rnd.choice((12, 18, 30, 45, 70))) * rnd.uniform(0.8, 1.3)) + 3
        found[key] = (known or {}).get(key) or Service(key, provider, name, kind, beds, staff)
    return found


def _answers(
    db: Database,
    wave_id: str,
    planned: Planned,
    answering: Sequence[Service],
    rnd: random.Random,
    today: date,
) -> None:
    asked = asked_of_wave(db, wave_id)
    replies = Replies(planned.truth, asked, rnd)
    opened = today - timedelta(days=planned.days_ago)
    said = [(one, replies.of(one)) for one in answering]
    said += [(one, replies.of(one)) for one in answering[: planned.duplicates]]
    number = 0
    for service, answers in said:
        number += 1
        if number <= planned.impossible:
            answers = impossible(asked, answers)
        insert_response(
            db, wave_id, number, answers, provider_id=service.provider, services=(service.key,),
            received_on=opened + timedelta(days=rnd.randrange(21)), quote_consent=_consent(rnd),
            said_name=service.name,
        )  # fmt: skip
    for name, like in zip(planned.untied, answering, strict=False):
        number += 1
        insert_response(
            db, wave_id, number, replies.of(replace(like, leanings={})), provider_id=None, services=(),
            received_on=opened + timedelta(days=21), quote_consent=_consent(rnd), said_name=name,
        )  # fmt: skip


def _consent(rnd: random.Random) -> QuoteConsent:
    return rnd.choices((QuoteConsent.YES, QuoteConsent.NO, QuoteConsent.NOT_ASKED), (6, 3, 1))[0]


def impossible(asked: Sequence[Asked], answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The same answers with more people at the interviews than were invited."""
    by_role = {one.question.role: one.question.id for one in asked}
    return {
        **answers,
        by_role[Role.APPLIED]: Answer(low="20", high="20"),
        by_role[Role.INVITED]: Answer(low="9", high="9"),
        by_role[Role.ATTENDED]: Answer(low="14", high="14"),
    }
