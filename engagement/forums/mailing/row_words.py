"""How people read the columns of the mailings' tables, for the history of their rows."""

from collections.abc import Mapping

from engagement.forums.mailing.vocabulary import Purpose, Way
from engagement.forums.vocabulary import EventKind
from resources.differences import FieldWords, said_moment, said_word

KINDS: Mapping[str, str] = {"mailing": "Mailing", "mailing_words": "Wording"}
FIELDS: Mapping[str, Mapping[str, FieldWords]] = {
    "mailing_words": {
        "purpose": FieldWords("For", said_word(Purpose)),
        "event_kind": FieldWords("Kind of event", said_word(EventKind)),
        "subject": FieldWords("Subject"),
        "body": FieldWords("Text"),
    },
    "mailing": {
        "event_id": FieldWords("Event", refers_to="event"),
        "participant_id": FieldWords("Participant", refers_to="participant"),
        "purpose": FieldWords("For", said_word(Purpose)),
        "how": FieldWords("By", said_word(Way)),
        "made_at": FieldWords("Made", said_moment),
    },
}
