"""Which practices may be published, and why the others may not.

A practice is published under its provider's name or not at all: without consent nothing of it is, for in a district of
a few homes "a nursing home in Bassetlaw" is known to every reader. One of a service that is or was under a contract
status which is exempt is kept back whatever was agreed, and so is one whose words or names would tell of such a
service. Why it is kept back is exempt itself, and is said to the team alone.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engagement.good_practice.practices import Practice
from engagement.good_practice.vocabulary import PracticeConsent
from engagement.register.contracts import exempt_terms, fixed_labels, public_names
from engagement.register.facts import key_list
from engagement.register.person_names import contacts_ever_of, names_ever, person_terms
from engagement.register.vocabulary import ContractStatus
from resources.database import Database
from resources.report.leak_gate import ExemptTerm, search
from resources.wording import and_list, shortened
from resources.words import sql_values


@dataclass(frozen=True)
class Publication:
    """Whether a practice may be published; `exempt` when the reason against it may not be published either.

    `because` is why one that was agreed to is left out, as a part of a sentence.
    """

    allowed: bool
    reason: str
    exempt: bool = False
    because: str = ""

    @property
    def words(self) -> str:
        """May be published, or may not, as a pill says it."""
        return "May be published" if self.allowed else "Not published"


_AGREED = Publication(True, "The provider agreed to have it published.")
_NOT_ASKED = Publication(False, "The provider has not been asked whether it may be published.")
_REFUSED = Publication(False, "The provider did not agree to have it published.")
_ARCHIVED = Publication(False, "It is archived.")
_SERVICE = Publication(
    False, "The service is, or was, under a contract status that is exempt from publication.", exempt=True,
    because="of a contract status that is exempt from publication",
)  # fmt: skip
_NAMES = Publication(
    False,
    "Its words or names would tell of a service under a contract status that is exempt from publication.",
    exempt=True,
    because="of a contract status that is exempt from publication",
)
_PERSON = Publication(
    False, "It names somebody at the provider. Take the name out of the words to have it published.",
    because="it names somebody at the provider",
)  # fmt: skip


def publication(db: Database, practice: Practice) -> Publication:
    """Whether one practice may be published."""
    return publications(db, [practice])[practice.id]


def publications(db: Database, practices: Sequence[Practice]) -> dict[str, Publication]:
    """The same of several, by key."""
    said = {one.id: _by_consent(one) for one in practices}
    agreed = [one for one in practices if said[one.id].allowed]
    if not agreed:
        return said
    barred = _ever_exempt(db, {one.service_id for one in agreed if one.service_id})
    said |= {one.id: _SERVICE for one in agreed if one.service_id in barred}
    left = [one for one in agreed if said[one.id].allowed]
    said |= dict.fromkeys(_telling(left, exempt_terms(db), fixed_labels(db), public_names(db)), _NAMES)
    said |= dict.fromkeys(_naming_people(db, [one for one in left if said[one.id].allowed]), _PERSON)
    return said


def agreed_but_left_out(db: Database, practices: Sequence[Practice]) -> dict[str, list[Practice]]:
    """What was agreed to and is kept back all the same, by why."""
    said = publications(db, practices)
    found: dict[str, list[Practice]] = {}
    for one in practices:
        if because := said[one.id].because:
            found.setdefault(because, []).append(one)
    return found


def left_out_words(db: Database, practices: Sequence[Practice]) -> str:
    """1 left out because it names somebody at the provider; without a full stop, '' where nothing was."""
    parts = [
        f"{len(some):,} left out because {why if len(some) == 1 else why.replace('it names', 'they name')}"
        for why, some in agreed_but_left_out(db, practices).items()
    ]
    return "; ".join(parts)


def naming_people(db: Database, practices: Sequence[Practice]) -> list[Practice]:
    """Those agreed to that are left out because their words name somebody at the provider."""
    return agreed_but_left_out(db, practices).get(_PERSON.because, [])


def naming_words(some: Sequence[Practice]) -> str:
    """Which they are, in a sentence for the list; '' for none."""
    if not some:
        return ""
    said = and_list([f"“{shortened(one.what, 40)}” ({one.place})" for one in some[:5]])
    more = f" and {len(some) - 5:,} more" if len(some) > 5 else ""
    what = "Agreed, but left out of what is published because it names"
    what = what if len(some) == 1 else what.replace("it names", "they name")
    return f"{what} somebody at the provider: {said}{more}."


def people_terms(db: Database, practices: Iterable[Practice]) -> list[ExemptTerm]:
    """The full names of everybody at these providers: no public document of their practice may hold one."""
    found = _people_of(db, {one.provider_id for one in practices})
    return list(dict.fromkeys(term for terms in found.values() for term in terms))


def _people_of(db: Database, providers: set[str]) -> dict[str, list[ExemptTerm]]:
    contacts = contacts_ever_of(db, providers)
    names = names_ever(db, [key for keys in contacts.values() for key in keys])
    return {
        provider: person_terms(
            sorted(name for key in keys for name in names[key]), "name of somebody at the provider"
        )
        for provider, keys in contacts.items()
    }


def _by_consent(one: Practice) -> Publication:
    if one.archived_on is not None:
        return _ARCHIVED
    return {PracticeConsent.YES: _AGREED, PracticeConsent.NO: _REFUSED}.get(one.consent, _NOT_ASKED)


def _ever_exempt(db: Database, services: Iterable[str | None]) -> set[str]:
    exempt = sql_values(status for status in ContractStatus if status.is_exempt_when_named)
    rows = db.rows(
        f"select distinct service_id from contract_status where status in ({exempt}) "
        "and service_id in (select value from json_each(?))",
        (key_list(str(key) for key in services),),
    )
    return {str(key) for (key,) in rows}


def _telling(
    practices: Sequence[Practice], terms: list[ExemptTerm], labels: set[str], public: frozenset[str]
) -> list[str]:
    """All are searched at once, then each only for what was found."""
    found = list(
        {
            leak.term: None
            for leak in search(_as_csv(practices), terms, fixed_labels=labels, public_names=public)
        }
    )
    return [
        one.id
        for one in practices
        if found and search(_as_csv([one]), found, fixed_labels=labels, public_names=public)
    ]


def _naming_people(db: Database, practices: Sequence[Practice]) -> list[str]:
    people = _people_of(db, {one.provider_id for one in practices})
    return [one.id for one in practices if search(_words_csv(one), people[one.provider_id])]


def _as_csv(practices: Iterable[Practice]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows((one.provider, one.service, one.theme, one.what) for one in practices)
    return text.getvalue().encode()


def _words_csv(one: Practice) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerow((one.theme, one.what))
    return text.getvalue().encode()
