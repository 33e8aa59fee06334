"""What is still to ask of somebody, and which of their wishes do not go together. Shown, never in the way."""

from dataclasses import dataclass
from datetime import date

from resources.wording import and_list, count_of, date_words, lower_first
from workforce.iwork.profile.checks import check_sentences
from workforce.iwork.profile.meetings import Part
from workforce.iwork.profile.whole import WholeProfile
from workforce.iwork.times import hours_said
from workforce.iwork.vocabulary import BuddyNeed, Need, Sense, TaskWish, TravelMode
from workforce.iwork.weeks import minutes_of

_MANY = 6
_BY_FOOT = frozenset({TravelMode.WALK, TravelMode.CYCLE})


@dataclass(frozen=True)
class StillToAsk:
    """A question that the profile has no answer to yet; `matters` where nobody can be matched without it."""

    part: Part
    question: str
    matters: bool = False


# --- what is still to ask -------------------------------------------------------------------------------------


def missing(whole: WholeProfile) -> tuple[StillToAsk, ...]:
    """In the order in which a profile is usually talked about."""
    return (*_missing_words(whole), *_missing_tasks(whole), *_missing_setting(whole), *_missing_rest(whole))


def _missing_words(whole: WholeProfile) -> list[StillToAsk]:
    held = whole.profile
    asked = (
        (held.strengths, Part.STRENGTHS, "What are they good at?"),
        (held.interests, Part.STRENGTHS, "What do they like doing?"),
        (
            held.experience,
            Part.EXPERIENCE,
            "What have they done before: jobs, volunteering, at home, at college?",
        ),
        (held.communication, Part.COMMUNICATION, "How is it best to tell them things?"),
    )
    return [StillToAsk(part, question) for text, part, question in asked if not text]


def _missing_tasks(whole: WholeProfile) -> list[StillToAsk]:
    found = []
    if not whole.wished(TaskWish.LIKES) and not whole.wished(TaskWish.WOULD_TRY):
        found.append(StillToAsk(Part.TASKS, "Which tasks do they like, or would they try?", matters=True))
    if not whole.wished(TaskWish.AVOID):
        found.append(StillToAsk(Part.TASKS, "Is there any task that they want to avoid?"))
    return found


def _missing_setting(whole: WholeProfile) -> list[StillToAsk]:
    unsaid = [lower_first(sense.label) for sense in Sense if whole.profile.level(sense) is None]
    if not unsaid:
        return []
    return [StillToAsk(Part.SETTING, f"How much of it suits them: {and_list(unsaid)}?")]


def _missing_rest(whole: WholeProfile) -> list[StillToAsk]:
    held = whole.profile
    asked = (
        (held.minutes_wanted, Part.HOURS, "How many hours a week do they want to work?", False),
        (held.minutes_most, Part.HOURS, "How many hours a week at most?", True),
        (whole.week, Part.HOURS, "On which days, and at what times, can they work?", True),
        (whole.ways, Part.TRAVEL, "How can they get to work, and how far or how long?", True),
        (whole.has_postcode, Part.TRAVEL, "What is their postcode? Without it no distance is known.", False),
        (held.buddy is not BuddyNeed.NOT_ASKED, Part.SUPPORT, "Do they need a colleague beside them?", False),
        (whole.needs or held.support_at_work, Part.SUPPORT, "What helps them at work?", False),
        (whole.checks, Part.CHECKS, "Which checks do they hold, such as a DBS check?", False),
    )
    return [StillToAsk(part, question, matters) for answer, part, question, matters in asked if not answer]


# --- what does not go together ------------------------------------------------------------------------------


def contradictions(whole: WholeProfile, *, today: date) -> tuple[str, ...]:
    """Sentences for the team: what to ask again. Nothing is changed by them, and nobody is left out for them."""
    return (
        *_torn_about_tasks(whole), *_hours(whole), *_travel(whole), *_support(whole), *_ready(whole, today),
        *check_sentences(whole.checks, today),
    )  # fmt: skip


def _torn_about_tasks(whole: WholeProfile) -> list[str]:
    avoided = {one.task.id for one in whole.wished(TaskWish.AVOID)}
    found = []
    for wish, said in ((TaskWish.LIKES, "liked"), (TaskWish.WOULD_TRY, "to be tried")):
        both = [one.task.name for one in whole.wished(wish) if one.task.id in avoided]
        if both:
            are = "is" if len(both) == 1 else "are"
            found.append(f"{and_list(both)} {are} {said} and avoided alike. Ask which of the two it is.")
    return found


def _hours(whole: WholeProfile) -> list[str]:
    wanted, most = whole.profile.minutes_wanted, whole.profile.minutes_most
    found = []
    if wanted and most and wanted > most:
        found.append(
            f"They want {hours_said(wanted)} hours a week and can do {hours_said(most)} at most. Ask which holds."
        )
    free = minutes_of(whole.week)
    if wanted and whole.week and wanted > free:
        found.append(
            f"They want {hours_said(wanted)} hours a week, but the times they can work come to {hours_said(free)}. "
            "Ask for more times, or fewer hours."
        )
    return found


def _travel(whole: WholeProfile) -> list[str]:
    found = []
    if whole.ways and not whole.has_postcode:
        found.append("How they travel is known, but no place from where. Ask for the postcode.")
    modes = {one.mode for one in whole.ways}
    if modes and modes <= _BY_FOOT and not any(one.most_minutes or one.most_tenths for one in whole.ways):
        found.append(
            "They come on foot or by cycle, and no most is set, so any distance would count. Ask how far."
        )
    if whole.is_begun and whole.week and not whole.ways:
        found.append("When they can work is known, but no way to get there. Ask how they travel.")
    return found


def _support(whole: WholeProfile) -> list[str]:
    must = whole.needed(Need.MUST)
    if len(must) > _MANY:
        return [
            f"{count_of(len(must), 'adjustment')} are marked as must have, so few posts can fit. Ask which of them "
            "help, and which the job cannot do without."
        ]
    return []


def _ready(whole: WholeProfile, today: date) -> list[str]:
    ready = whole.profile.ready_from
    if ready is None or ready >= today:
        return []
    unanswered = sum(one.matters for one in missing(whole))
    if not unanswered:
        return []
    verb = "is" if unanswered == 1 else "are"
    return [
        f"They are ready from {date_words(ready)}, which has passed, but {count_of(unanswered, 'question')} that "
        f"matching needs {verb} not answered yet."
    ]
