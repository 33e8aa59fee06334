"""How people read the columns of the mailings' tables, for the history of their rows."""

from collections.abc import Callable, Mapping

from engagement.forums.mailing.vocabulary import Purpose, Way
from engagement.forums.vocabulary import EventKind
from resources.differences import FieldWords
from resources.tables import Cell
from resources.wording import moment_words
from resources.words import Word


def _word(words: type[Word]) -> Callable[[Cell], str]:
    def say(cell: Cell) -> str:
        known = words.read(str(cell))
        return known.label if known else str(cell)

    return say


def _moment(cell: Cell) -> str:
    return moment_words(str(cell))


FIELDS: Mapping[str, Mapping[str, FieldWords]] = {
    "mailing_words": {
        "purpose": FieldWords("For", _word(Purpose)),
        "event_kind": FieldWords("Kind of event", _word(EventKind)),
        "subject": FieldWords("Subject"),
        "body": FieldWords("Text"),
    },
    "mailing": {
        "event_id": FieldWords("Event", refers_to="event"),
        "participant_id": FieldWords("Participant", refers_to="participant"),
        "purpose": FieldWords("For", _word(Purpose)),
        "how": FieldWords("By", _word(Way)),
        "made_at": FieldWords("Made", _moment),
    },
}
