"""A form that was corrected after it was sent off: nothing of it is lost in silence."""

from datetime import UTC, datetime

import pytest

from awards.nominations.entries import edit_entry
from awards.nominations.files.preview import preview_groups
from awards.nominations.files.taking_in import take_in
from awards.nominations.moving import move_category
from awards.nominations.nominations import edit_nomination, nominations
from awards.vocabulary import Consent
from resources.database import Database
from tests.awards.gala import Gala
from tests.awards.nominations.files import made_nominations as made
from tests.awards.nominations.files.conftest import Look

NOW = datetime(2026, 9, 30, 9, tzinfo=UTC)


def test_what_is_as_it_was_is_not_told(db: Database, look: Look) -> None:
    rows = [
        made.row(1),
        made.row(2, "Ben Specimen; Cy Sample", quote="No"),
        made.row(3, "Kitchen Team", category=made.TEAM),
    ]
    take_in(db, look(rows), now=NOW)
    again = look(rows)
    assert (len(again.already), again.changed, again.asked.changed) == (3, (), 0)


@pytest.mark.parametrize(
    ("given", "what", "told"),
    [
        ({"nominee": "Somebody Else"}, "Nominee", "Somebody Else"),
        ({"category": made.TEAM}, "Category", made.TEAM),
        ({"name": "Other Nominator"}, "Nominator", "Other Nominator"),
        ({"email": "other@example.org"}, "E-mail address", "other@example.org"),
        ({"relation": "Neighbour"}, "Relation", "Neighbour"),
        ({"quote": "No"}, "May be quoted", "No"),
        ({"nominee": ""}, "Response", "The row names nobody who is nominated."),
        ({"why": ""}, "Response", "Nothing says why they are nominated."),
    ],
)
def test_each_correction_is_told(
    db: Database, look: Look, given: dict[str, str], what: str, told: str
) -> None:
    take_in(db, look([made.row(1)]), now=NOW)
    found = look([made.row(1, **given)])
    assert (what, told) in [(one.what, one.told) for one in found.changed]
    (group,) = [one for one in preview_groups(found) if one.name == "Changed since"]
    assert any(what in row and told in row for row in group.table.rows)


def test_a_consent_that_was_withdrawn_is_taken_over_whatever_is_chosen(
    db: Database, look: Look, gala: Gala
) -> None:
    take_in(db, look([made.row(1)]), now=NOW)
    found = look([made.row(1, quote="No", relation="Neighbour")])
    assert (found.edited, found.asked.changed) == (1, 1)
    take_in(db, found, now=NOW)
    (voice,) = nominations(db, gala.round_id)
    assert (voice.publish_words, voice.relation) == (Consent.NO, "Daughter")
    edit_nomination(db, voice.id, publish_words=Consent.YES)
    assert [one.what for one in look([made.row(1, quote="No")]).changed] == []


def test_corrections_are_taken_where_that_is_chosen(db: Database, look: Look, gala: Gala) -> None:
    take_in(db, look([made.row(1)]), now=NOW)
    rows = [made.row(1, why="Quite other words.", name="Other Nominator", relation="Neighbour")]
    assert take_in(db, look(rows, take_changed=True), now=NOW).changed == 1
    (voice,) = nominations(db, gala.round_id)
    assert (voice.statement, voice.nominator, voice.relation) == (
        "Quite other words.",
        "Other Nominator",
        "Neighbour",
    )
    assert look(rows).changed == ()


def test_somebody_more_or_fewer_in_one_response_is_told(db: Database, look: Look) -> None:
    take_in(db, look([made.row(1, "Ada Example; Ben Specimen")]), now=NOW)
    fewer = look([made.row(1, "Ada Example")]).changed
    assert [(one.nominee, one.told) for one in fewer] == [("Ben Specimen", "No longer named in the response")]
    (more,) = look([made.row(1, "Ada Example; Ben Specimen; Cy Sample")]).changed
    assert (more.nominee, more.refused) == ("Cy Sample", "Add the nomination by hand, where it is one.")


def test_what_was_put_right_here_is_not_told_again(db: Database, look: Look, gala: Gala) -> None:
    take_in(db, look([made.row(1)]), now=NOW)
    (voice,) = nominations(db, gala.round_id)
    edit_entry(db, voice.entry_id, nominee="Adaline Examplar")
    edit_nomination(db, voice.id, nominator="Wren S. Specimen", nominator_email="w@example.org")
    move_category(db, voice.entry_id, gala.category("Learning").id, now=NOW, reason="Fits better")
    assert look([made.row(1)]).changed == ()
