"""What the pick fields of the forums' dialogs find: people and providers of the register."""

from collections.abc import Callable

from desktop.widgets.forms.fields import Pick
from engagement.forums.at_the_door.door_search import HomeLine, find_homes
from engagement.register.listings import CONTACTS
from engagement.register.vocabulary import OrganisationKind
from resources.database import Condition, Database, Query

_CURRENT = (Condition("state", ("Current",)),)


def people_finder(db: Database, *, but: str = "") -> Callable[[str], list[Pick]]:
    """People who are not archived, by the beginnings of words; `but` leaves one of them out."""

    def find(text: str) -> list[Pick]:
        rows = CONTACTS.page(db, Query(text, _CURRENT), offset=0, limit=9)
        return [Pick(row[0], row[1], f"{row[2]}, {row[4] or row[3]}") for row in rows if row[0] != but]

    return find


def provider_finder(db: Database) -> Callable[[str], list[Pick]]:
    """Providers, by their own name or that of a home of theirs."""

    def find(text: str) -> list[Pick]:
        found = {line.provider_id: line for line in find_homes(db, text, limit=24)}
        return [Pick(key, line.provider, _what(line)) for key, line in found.items()]

    return find


def _what(line: HomeLine) -> str:
    """What an organisation is that is no care provider."""
    care = line.organisation is OrganisationKind.CARE_PROVIDER
    return "" if care else line.organisation.label


def home_words(line: HomeLine) -> tuple[str, str]:
    """A home's name, and its provider's where that says more."""
    if not line.service:
        return line.provider, _what(line).lower() or "provider"
    return line.service, line.provider if line.provider != line.service else ""
