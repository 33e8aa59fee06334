"""The history speaks of mailings in the team's words."""

from desktop.capabilities import ROW_WORDS
from engagement.forums.mailing.row_words import FIELDS
from resources.database import Database


def test_every_column_that_is_shown_is_there_and_every_word_can_be_said(db: Database) -> None:
    for table, fields in FIELDS.items():
        columns = {name for (name,) in db.rows(f"select name from pragma_table_info('{table}')")}
        assert set(fields) == columns - {"id"}
    say = FIELDS["mailing"]["how"].say
    assert say is not None and say("email_draft") == "E-mail draft" and say("other") == "other"
    made = FIELDS["mailing"]["made_at"].say
    assert made is not None and made("2019-11-20T09:00:00+00:00") == "20 November 2019 at 9am"


def test_a_participants_history_shows_the_door_and_what_was_written() -> None:
    assert {table for table, _ in ROW_WORDS.shown_with["participant"]} >= {"check_in", "mailing"}
