"""The wording: shipped, changed, brought back, filled; unknown fields refused with those that are known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagement.forums.mailing.shipped_words import SHIPPED
from engagement.forums.mailing.vocabulary import Purpose
from engagement.forums.mailing.words import (
    FIELDS,
    bring_back,
    check,
    edit_wording,
    fill,
    wording_for,
)
from engagement.forums.vocabulary import EventKind
from resources.database import Database, history
from resources.problem import FieldProblem
from resources.wordings import Wording, fields_in

VALUES = {name: f"<{name}>" for name in FIELDS}
TRAINING = EventKind.TRAINING_SESSION


def test_each_shipped_wording_is_one_that_could_be_kept() -> None:
    for wording in SHIPPED.values():
        check(wording)
        filled = fill(wording, VALUES)
        assert "{" not in filled.subject + filled.body
    assert {purpose for purpose, kind in SHIPPED if kind is None} == set(Purpose)


def test_a_kind_with_its_own_wording_has_it_and_others_the_general_one(db: Database) -> None:
    assert wording_for(db, Purpose.INVITATION, TRAINING).wording.subject == "A place at {event}"
    assert wording_for(db, Purpose.REMINDER, TRAINING).kind is None


def test_a_changed_wording_is_kept_for_its_kind_and_undone_as_one(db: Database) -> None:
    own = Wording("Come to {event}", "Dear {name}\n\nDo come.")
    edit_wording(db, Purpose.REMINDER, TRAINING, own)
    assert wording_for(db, Purpose.REMINDER, TRAINING).wording == own
    assert not wording_for(db, Purpose.REMINDER, EventKind.PROVIDER_FORUM).changed
    history.undo(db)
    assert not wording_for(db, Purpose.REMINDER, TRAINING).changed


def test_the_shipped_wording_kept_again_leaves_nothing_of_the_teams_own(db: Database) -> None:
    shipped = wording_for(db, Purpose.INVITATION, None).wording
    edit_wording(db, Purpose.INVITATION, None, Wording("Other", "Other"))
    edit_wording(db, Purpose.INVITATION, None, Wording(f" {shipped.subject} ", f"{shipped.body}\n"))
    assert db.value("select count(*) from mailing_words") == 0


def test_bringing_back_says_whether_there_was_anything(db: Database) -> None:
    assert not bring_back(db, Purpose.THANKS, None)
    edit_wording(db, Purpose.THANKS, None, Wording("Other", "Other"))
    assert bring_back(db, Purpose.THANKS, None)
    assert wording_for(db, Purpose.THANKS, None).wording == SHIPPED[Purpose.THANKS, None]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Dear {nmae}", "{nmae} is no field of a wording. The fields are {name}, {first name},"),
        ("{one} and {two}", "{one} and {two} are no fields"),
        ("Dear {name", "A brace in the text has no other"),
        ("  ", "There is no text."),
    ],
)
def test_what_cannot_be_filled_is_refused_beside_its_field(text: str, says: str) -> None:
    with pytest.raises(FieldProblem) as refused:
        check(Wording("Subject", text))
    assert says in refused.value.sentence
    assert refused.value.field == "body"


def test_capitals_and_spaces_of_a_field_do_not_matter() -> None:
    assert fill(Wording("{ Event }", "{FIRST  name}"), VALUES) == Wording("<event>", "<first name>")


def test_a_line_whose_fields_are_all_empty_is_left_out() -> None:
    values = {**VALUES, "online link": ""}
    text = "Where: {where}\nJoin online: {online link}\n\n{online link}\n\nBye {online link}{name}"
    assert fill(Wording("S", text), values).body == "Where: <where>\n\nBye <name>"


@given(st.sampled_from(sorted(FIELDS)), st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_what_a_field_is_filled_with_is_never_read_as_a_wording(name: str, value: str) -> None:
    filled = fill(Wording("S", f"x{{{name}}}x"), {**VALUES, name: f"{value}{{event}}"})
    assert filled.body.startswith("x") and "{event}x" in filled.body
    assert fields_in("x") == []
