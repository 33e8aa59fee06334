"""What about the survey wants doing: actions that are due, a wave that closes, responses of nobody, twice or wrong."""

from datetime import date, datetime, timedelta

from resources.attention import Attention, Urgency
from resources.database import Database
from resources.wording import count_of, date_words, in_london, shortened
from workforce.survey.action_plan.actions import PlanAction, actions
from workforce.survey.answers.duplicates import counted_twice
from workforce.survey.answers.queries import queried_that_count
from workforce.survey.surveys import surveys
from workforce.survey.waves.waves import Wave, waves

PAGE = "survey"
MOST_NAMED = 5
"""With more than so many overdue they are one line: the plan itself is the list of all."""
CLOSES_SOON = timedelta(days=7)


def survey_attention(db: Database, now: datetime) -> list[Attention]:
    """The lines for Home."""
    today = in_london(now).date()
    return [*_action_lines(db, today), *_closing(db, today), *_untied(db), *_twice(db), *_queried(db)]


def _action_lines(db: Database, today: date) -> list[Attention]:
    found = [one for one in actions(db, only_open=True) if _is_kept(db, one)]
    late = [one for one in found if one.is_overdue(today)]
    soon = [one for one in found if one.is_due_soon(today)]
    lines = [_several(late)] if len(late) > MOST_NAMED else [_late(one) for one in late]
    return lines + [_due(one, today) for one in soon[:MOST_NAMED]]


def _is_kept(db: Database, one: PlanAction) -> bool:
    return db.value("select archived_on from survey where id = ?", (one.survey_id,)) is None


def _late(one: PlanAction) -> Attention:
    return _line(one, "Overdue", "It was due on", Urgency.DUE)


def _due(one: PlanAction, today: date) -> Attention:
    if one.due_on == today:
        return _line(one, "Due today", "It is due on", Urgency.TODAY)
    return _line(one, "Due soon", "It is due on", Urgency.SOON)


def _line(one: PlanAction, what: str, due: str, urgency: Urgency) -> Attention:
    assert one.due_on is not None
    owner = f"{one.owner}. " if one.owner else ""
    detail = f"{owner}{due} {date_words(one.due_on)}. Action plan of the survey"
    return Attention(
        urgency, f"{what}: {shortened(one.action, 80)}", detail, PAGE, one.id, "Open the action", one.due_on
    )


def _several(late: list[PlanAction]) -> Attention:
    first = late[0]
    assert first.due_on is not None
    what = f"{count_of(len(late), 'action')} of the survey’s plan are overdue"
    longest = f"The longest: {shortened(first.action)} ({first.owner or 'no owner'})"
    detail = f"{longest}, due on {date_words(first.due_on)}."
    return Attention(Urgency.DUE, what, detail, PAGE, first.id, "Open the actions", first.due_on)


def _closing(db: Database, today: date) -> list[Attention]:
    rows = db.rows(
        """select survey_wave.id, survey_wave.name, closes_on,
            (select count(*) from survey_invited where wave_id = survey_wave.id),
            (select count(*) from survey_response where wave_id = survey_wave.id and counts)
        from survey_wave join survey on survey.id = survey_id
        where opens_on <= ?1 and closes_on between ?1 and ?2 and survey_wave.archived_on is null
            and survey.archived_on is null order by closes_on, survey_wave.id""",
        (today.isoformat(), (today + CLOSES_SOON).isoformat()),
    )
    return [_closes(*row, today=today) for row in rows]


def _closes(key: str, name: str, closes: str, invited: int, answered: int, *, today: date) -> Attention:
    day = date.fromisoformat(closes)
    asked = f" of {invited:,} invited" if invited else ""
    urgency = Urgency.TODAY if day == today else Urgency.SOON
    when = "today" if day == today else f"on {date_words(day)}"
    detail = f"{count_of(answered, 'response')}{asked} so far. Those who have not answered can be reminded"
    return Attention(urgency, f"{name} closes {when}", detail, PAGE, key, "Open the wave", day)


def _untied(db: Database) -> list[Attention]:
    rows = db.rows(
        """select survey_wave.name, count(*), min(survey_response.id) from survey_response
        join survey_wave on survey_wave.id = wave_id join survey on survey.id = survey_id
        where provider_id is null and counts and survey_wave.archived_on is null and survey.archived_on is null
        group by wave_id order by opens_on"""
    )
    return [
        Attention(
            Urgency.WHEN_YOU_CAN, f"{count_of(number, 'response')} to {name} {_is(number)} not tied to a provider",
            "Say whose they are, and they count with their kind, district and rating", PAGE, key, "Open the response",
        )
        for name, number, key in rows
    ]  # fmt: skip


def _twice(db: Database) -> list[Attention]:
    found = counted_twice(db)
    return [
        Attention(
            Urgency.WHEN_YOU_CAN,
            f"{count_of(found[one.id].units, one.asked_of.noun)} answered {one.name} twice",
            "All of their responses count until it is said which one does", PAGE, found[one.id].response_id,
            "Open the response",
        )
        for one in _waves(db)
        if one.id in found
    ]  # fmt: skip


def _queried(db: Database) -> list[Attention]:
    found = {one: queried_that_count(db, one.id) for one in _waves(db)}
    return [
        Attention(
            Urgency.WHEN_YOU_CAN,
            f"{count_of(len(keys), 'response')} to {one.name} {_has(len(keys))} figures that cannot be right",
            "They are left out of the steps that they concern until they are put right", PAGE, keys[0],
            "Open the response",
        )
        for one, keys in found.items()
        if keys
    ]  # fmt: skip


def _waves(db: Database) -> list[Wave]:
    return [one for held in surveys(db) for one in waves(db, held.id)]


def _has(number: int) -> str:
    return "has" if number == 1 else "have"


def _is(number: int) -> str:
    return "is" if number == 1 else "are"
