"""Fields that several of the register's forms share."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from desktop.widgets.forms.fields import ChoiceField, Pick, PickField, TextField
from engagement.register.providers import Provider, find_providers
from engagement.register.services import services_of
from resources.database import Database
from resources.words import Word


def words_field(words: type[Word], *, without: Sequence[Word] = ()) -> ChoiceField:
    """One of the vocabulary's words."""
    return ChoiceField([(word, word.label) for word in words if word not in without])


def provider_field(db: Database) -> PickField:
    """A provider, by some letters of its name, brand or number."""
    return PickField(partial(_find, db))


def _find(db: Database, text: str) -> list[Pick]:
    return [provider_pick(each) for each in find_providers(db, text)]


def provider_pick(provider: Provider) -> Pick:
    """An organisation as a PickField shows it: the number tells two of one name apart."""
    what = "" if provider.is_care_provider else provider.organisation.label
    return Pick(provider.id, provider.name, what or provider.cqc_provider_id or provider.postcode)


def service_options(db: Database, provider: str) -> list[tuple[str, str]]:
    """A provider's services, after "all of it"."""
    return [("", "The provider as a whole"), *((each.id, each.name) for each in services_of(db, provider))]


def suggesting(field: TextField, known: Sequence[str]) -> TextField:
    """A text field that offers what was typed there before."""
    completer = QCompleter(list(known), field.line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    field.line.setCompleter(completer)
    return field
