"""What may be quoted: written by those who agreed to it, and telling nobody who they are."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from resources.statistics import BASES_OF_PROVIDERS
from resources.wording import count_of
from workforce.survey.coding.codes import Code
from workforce.survey.coding.naming import names_in
from workforce.survey.coding.text_key import text_key
from workforce.survey.coding.texts import texts
from workforce.survey.vocabulary import QuoteConsent
from workforce.survey.waves.facts import facts_of_responses

LEAST_OF_A_KIND = 5
"""Of a kind of service of which fewer providers answered a quote does not say that it is of that kind."""
LEAST_TO_QUOTE = BASES_OF_PROVIDERS.flag
"""Of fewer responses that a filter leaves nothing is quoted: words tell more of whom they are the fewer they may be."""
ANYBODY = "A provider"
MAY, NAMES = "May be quoted", "Names somebody"


@dataclass(frozen=True)
class Quote:
    """Words of a response whose writer agreed to be quoted. `attribution` says no more than what group they are of.

    `names` is whom or what the words name: with any it is not to be published.
    """

    answer_id: str
    response_id: str
    wave_id: str
    number: int
    question_id: str
    text: str
    attribution: str
    names: tuple[str, ...] = ()
    codes: tuple[Code, ...] = ()

    @property
    def is_quotable(self) -> bool:
        """Whether it may stand in a public document."""
        return not self.names

    @property
    def standing(self) -> str:
        """As a pill says it."""
        return MAY if self.is_quotable else NAMES


def quotes(
    db: Database, wave_id: str, question_id: str = "", *, among: Collection[int] | None = None
) -> list[Quote]:
    """What those who agreed to be quoted wrote in a wave, first what names nobody; of one question if given.

    `among` are the numbers of the responses looked at, where those are not all: who wrote is one of them.
    """
    rows = db.rows(
        """select survey_answer.id, response_id, number, question_id, text, said_name, said_id
        from survey_answer join survey_response on survey_response.id = response_id
        join survey_question on survey_question.id = question_id
        where wave_id = ?1 and (?2 = '' or question_id = ?2) and quote_consent = ?3 and counts
        and text <> '' and state = 'answered' order by position, number""",
        (wave_id, question_id, QuoteConsent.YES.value),
    )
    rows = [row for row in rows if among is None or row[2] in among]
    said = _attributions(db, wave_id, among)
    own = [name for *_, name, key in rows for name in (name, key) if name]
    named = names_in(db, [row[4] for row in rows], also=own)
    codes = {key: _codes_of(db, key) for key in {row[3] for row in rows}}
    found = [
        Quote(answer, response, wave_id, number, asked, text, said.get(response, ANYBODY), named[text],
              codes[asked].get(text_key(text), ()))
        for answer, response, number, asked, text, _, _ in rows
    ]  # fmt: skip
    return sorted(found, key=lambda one: bool(one.names))


def quotable(
    db: Database, wave_id: str, question_id: str = "", *, among: Collection[int] | None = None
) -> list[Quote]:
    """Those that may be published: none of so few responses as are hardly more than their writers."""
    if among is not None and len(among) < LEAST_TO_QUOTE:
        return []
    return [one for one in quotes(db, wave_id, question_id, among=among) if one.is_quotable]


def said_by(kind: str, of_the_kind: int) -> str:
    """A residential home; a provider, where the kind is not known or has so few that it would tell who it is."""
    if of_the_kind < LEAST_OF_A_KIND:
        return ANYBODY
    return _SPOKEN.get(kind, ANYBODY)


_SPOKEN: Mapping[str, str] = {
    ServiceKind.NURSING_HOME.value: "A nursing home",
    ServiceKind.RESIDENTIAL_HOME.value: "A residential home",
    ServiceKind.HOME_CARE.value: "A home care service",
    ServiceKind.SUPPORTED_LIVING.value: "A supported living service",
    ServiceKind.EXTRA_CARE.value: "An extra care service",
    ServiceKind.SHARED_LIVES.value: "A Shared Lives service",
    ServiceKind.DAY_CARE.value: "A day care service",
    ServiceKind.MICRO_PROVIDER.value: "A micro-provider",
}


def _attributions(db: Database, wave_id: str, among: Collection[int] | None) -> dict[str, str]:
    """By response. Two responses of one provider are one that may be meant, and one that does not count is none."""
    facts = facts_of_responses(db, wave_id)
    providers: dict[str, set[str]] = {}
    for key, number, provider in db.rows(
        "select id, number, provider_id from survey_response where wave_id = ? and counts and provider_id <> ''",
        (wave_id,),
    ):
        if key in facts and (among is None or number in among):
            providers.setdefault(facts[key].kind, set()).add(provider)
    return {key: said_by(one.kind, len(providers.get(one.kind, ()))) for key, one in facts.items()}


def _codes_of(db: Database, question_id: str) -> dict[str, tuple[Code, ...]]:
    return {one.text_key: one.codes for one in texts(db, question_id)}


def none_words(db: Database, wave_id: str, held: Sequence[Quote], question_id: str = "") -> str:
    """Why there is nothing to quote: how many wrote something, none of whom agreed."""
    if held:
        return ""
    number = db.value(
        """select count(distinct response_id) from survey_answer
        join survey_response on survey_response.id = response_id
        where wave_id = ?1 and (?2 = '' or question_id = ?2) and text <> '' and state = 'answered' and counts""",
        (wave_id, question_id),
    )
    if not number:
        return "Nobody wrote anything to this question in this wave." if question_id else _NOTHING_WRITTEN
    wrote = count_of(number, "response has", "responses have")
    return f"{wrote} something written, but nobody who wrote it agreed to be quoted."


_NOTHING_WRITTEN = "Nobody wrote anything in this wave."
