"""What a response that was taken in before says otherwise now: answers, consent, whose it is, language, day. Pure."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date

from resources.files.forms.answer_words import yes_or_no
from resources.files.headers import heading_keys
from resources.wording import date_words
from workforce.survey.answers.checked import Difference, FactDifference, NewFacts
from workforce.survey.answers.responses import Answer, Response
from workforce.survey.answers.who_answered import Whose
from workforce.survey.vocabulary import AnswerState, ColumnUse, QuoteConsent
from workforce.survey.waves.asked import Asked

_NAMED = (ColumnUse.PROVIDER_NAME, ColumnUse.LOCATION_ID, ColumnUse.PROVIDER_ID)
NOT_SAID, NOBODY, NOT_COMPLETED = "Not said", "Nobody known", "Not completed"


def same_answer(one: Answer | None, other: Answer | None) -> bool:
    """Whether two answers say the same, in whatever order the options stand and whatever words they were sent in."""
    if one is None or other is None:
        return one is other
    return replace(one, options=tuple(sorted(one.options)), said="") == replace(
        other, options=tuple(sorted(other.options)), said=""
    )


def consent_of(text: str) -> QuoteConsent:
    """Yes, no, or nothing that says either."""
    first = heading_keys(text)[0].split()[:1]
    yes = yes_or_no(text)
    if yes is None and first in (["yes"], ["no"]):
        yes = first == ["yes"]
    if yes is None:
        return QuoteConsent.NOT_ASKED
    return QuoteConsent.YES if yes else QuoteConsent.NO


def differing_answers(
    asked: Mapping[str, Asked],
    held: Response,
    answers: Mapping[str, Answer],
    open_columns: AbstractSet[str] = frozenset(),
) -> tuple[Difference, ...]:
    """The answers of the columns that the file has, beside those taken in before; what was emptied among them.

    `open_columns` are those of whose answer it is not decided what it says: it never replaces one that is clear.
    """
    found = []
    for column, one in asked.items():
        before, after = held.answers.get(one.question.id), answers.get(column)
        if not same_answer(before, after):
            waits = column in open_columns and before is not None and _is_clear(one, before)
            found.append(Difference(column, before, after, waits))
    return tuple(found)


def _is_clear(asked: Asked, answer: Answer) -> bool:
    """Whether an answer is more than words that stand for nothing yet."""
    others = {one.id for one in asked.question.options if one.is_other}
    chosen = [one for one in answer.options if one not in others]
    figure = answer.low is not None or answer.high is not None
    return answer.state is not AnswerState.ANSWERED or figure or bool(chosen)


def differing_facts(
    held: Response,
    uses: AbstractSet[ColumnUse],
    whose: Whose,
    consent: QuoteConsent,
    language: str,
    day: date | None,
    place_words: Callable[[str | None, tuple[str, ...]], str],
) -> NewFacts:
    """What the file says otherwise of a response; `uses` are those of its columns."""
    found: list[FactDifference] = []
    new = NewFacts()
    if ColumnUse.QUOTE_CONSENT in uses and consent is not held.quote_consent:
        new = replace(new, consent=consent)
        found.append(FactDifference(ColumnUse.QUOTE_CONSENT.label, held.quote_consent.label, consent.label))
    if _another(held, uses, whose):
        new = replace(new, whose=whose)
        before = _of(held.said_name, held.said_id, place_words(held.provider_id, held.services))
        after = _of(whose.said_name, whose.said_id, place_words(whose.provider_id, whose.services))
        found.append(FactDifference("Whose it is", before, after))
    if language and language != held.language:
        new = replace(new, language=language)
        found.append(FactDifference(ColumnUse.LANGUAGE.label, held.language or NOT_SAID, language))
    if day is not None and day != held.received_on:
        new = replace(new, received_on=day)
        if held.received_on is None:
            found.append(FactDifference("Received on", NOT_COMPLETED, date_words(day)))
    return replace(new, words=tuple(found))


def _another(held: Response, uses: AbstractSet[ColumnUse], whose: Whose) -> bool:
    """Whether the file names somebody else than it did; what was said by hand of the same words stays."""
    if not any(one in uses for one in _NAMED) or not (whose.said_name or whose.said_id) or whose.to_look_at:
        return False
    said = (held.said_name, held.said_id)
    now = (
        whose.said_name if ColumnUse.PROVIDER_NAME in uses else held.said_name,
        whose.said_id if uses & {*_NAMED[1:]} else held.said_id,
    )
    if said == now:
        return False
    return (whose.provider_id, set(whose.services)) != (held.provider_id, set(held.services))


def _of(name: str, number: str, place: str) -> str:
    said = ", ".join(part for part in (name, number) if part)
    return f"{place or NOBODY} ({said})" if said else place or NOBODY
