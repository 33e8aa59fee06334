"""What the sample county’s team did with the answers: codes, an action plan, and what was tried where."""

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time, timedelta

from resources.database import Database
from resources.wording import from_london
from workforce.sample.replying import Service
from workforce.sample.words import CODES, OFFERED, ONE_THING, THEMES_FOR
from workforce.survey.action_plan.actions import ActionDraft, add_action, close_action
from workforce.survey.action_plan.practice_uses import UseDraft, add_use
from workforce.survey.action_plan.practices import practices
from workforce.survey.coding.codes import add_code
from workforce.survey.coding.text_key import text_key
from workforce.survey.coding.texts import code, fits_none, texts
from workforce.survey.questionnaire.questions import Question
from workforce.survey.vocabulary import Measure, Works
from workforce.survey.waves.waves import Wave

_FITS_NONE = "More hours in the day!"


def code_texts(db: Database, asked: Mapping[str, Question], *, today: date) -> None:
    """A good part of what was written; the rest waits."""
    now = from_london(today - timedelta(days=20), time(10))
    for question, option, written in _codings(db, asked):
        held = {one.text_key for one in texts(db, question)}
        keys = [key for key in map(text_key, written) if key in held]
        if keys:
            code(db, question, dict.fromkeys(keys), (option,), now=now)
    one_thing = asked[THEMES_FOR].id
    if text_key(_FITS_NONE) in {one.text_key for one in texts(db, one_thing)}:
        fits_none(db, one_thing, (text_key(_FITS_NONE),), now=now)


def _codings(db: Database, asked: Mapping[str, Question]) -> Iterator[tuple[str, str, Sequence[str]]]:
    """A question, an option or code of it, and the texts that say it."""
    for of, name, written in CODES:
        yield asked[of].id, add_code(db, asked[of].id, name).id, written
    for of, text, option in OFFERED:
        yield asked[of].id, _option(asked[of], option), (text,)
    themes: dict[str, list[str]] = {}
    for text, theme in ONE_THING:
        if theme:
            themes.setdefault(theme, []).append(text)
    for theme, texts_of in themes.items():
        yield asked[THEMES_FOR].id, add_code(db, asked[THEMES_FOR].id, theme).id, texts_of


def _option(of: Question, begins: str) -> str:
    return next(one.id for one in of.options if one.wording.startswith(begins))


def plan_actions(
    db: Database, survey_id: str, asked: Mapping[str, Question], first: Wave, again: Wave, *, today: date
) -> None:
    """Six, made after the baseline: one is done, one is late, one was given up."""

    def share_of(code: str, option: str) -> dict[str, object]:
        return {
            "measure": Measure.SHARE,
            "question_id": asked[code].id,
            "option_id": _option(asked[code], option),
        }

    def by(measure: Measure) -> dict[str, object]:
        return {"measure": measure}

    for action, finding, owner, due, measure, status in (
        ("Publish what a career in care pays, with pensions and benefits, on the Proud to Care website",
         "Pay is the reason given most for vacancies", "Workforce team", -120,
         share_of("vacancy_reasons", "Perception"), "done"),
        ("Text message reminders for interviews: a template for all providers",
         "Almost half of those invited to interview do not come", "Workforce team", -30, by(Measure.ATTENDED), ""),
        ("Values-based recruitment: two workshops a year at the provider forum",
         "Fewer than half of those who attend can be appointed", "Market Management", 45,
         share_of("retention_methods", "Values-based"), ""),
        ("A first-week pack for new starters, with a named colleague for each",
         "Three in ten who start have left after 90 days", "Providers’ reference group", 75,
         by(Measure.STILL_THERE), ""),
        ("Refer a friend scheme shared by small providers", "Word of mouth works, and small homes have no scheme",
         "Market Management", 120, share_of("advertising_methods", "Refer"), ""),
        ("A stand at every college open day", "Few people come through schools and colleges", "Workforce team", -60,
         share_of("advertising_methods", "Schools"), "dropped"),
    ):  # fmt: skip
        draft = ActionDraft(
            action, finding, owner, today + timedelta(days=due), baseline_wave_id=first.id, wave_id=again.id,
            **measure,  # type: ignore[arg-type]
        )  # fmt: skip
        made = add_action(db, survey_id, draft)
        if status:
            note = "The colleges asked for one county stand a year." if status == "dropped" else ""
            close_action(
                db, made.id, on=today + timedelta(days=due - 5), dropped=status == "dropped", note=note
            )


_EFFECTS = {
    Works.YES: ("Four more came to interview in a month.", "Nobody has left since spring.", ""),
    Works.PARTLY: ("It helps with care workers, not with nurses.", ""),
    Works.NO: ("Nobody asked for it.",),
    Works.TOO_EARLY: ("Began in the summer.", ""),
}


def note_practices(db: Database, services: Sequence[Service], rnd: random.Random, *, today: date) -> None:
    """What some of them said at the last recruitment event."""
    for practice in practices(db):
        for service in rnd.sample(services, min(rnd.randint(1, 4), len(services))):
            works = rnd.choices(tuple(_EFFECTS), (6, 3, 1, 2))[0]
            draft = UseDraft(
                service.provider, works, today - timedelta(days=rnd.randint(40, 90)), service.key,
                rnd.choice(_EFFECTS[works]),
            )  # fmt: skip
            add_use(db, practice.id, draft, today=today)
