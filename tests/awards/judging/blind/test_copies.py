"""Blind copies of a round: whom the file knows is hidden, as far as judges read, as a person decided."""

from datetime import date

import pytest

from awards.judging.blind.checking import left_in, left_in_copy, refuse_unhidden
from awards.judging.blind.choices import choices_of, choose
from awards.judging.blind.copies import blind_copies, blind_copy
from awards.judging.blind.names import all_names
from awards.judging.blind.names_reading import names_in, names_of
from awards.nominations.entries import edit_entry
from awards.nominations.nominations import nominations_of, rule_over_limit
from awards.rounds.rounds import archive_round
from awards.vocabulary import OverLimit
from engagement.register.contacts import add_contact
from engagement.register.services import edit_service
from engagement.register.vocabulary import ConsentBasis, ContactRole
from resources.database import Database
from resources.problem import Problem
from tests.awards.gala import Gala

TODAY = date(2026, 9, 2)


def text_of(db: Database, entry_id: str) -> str:
    return "\n".join(one.hidden.text for one in blind_copy(db, entry_id).voices)


@pytest.fixture
def gala(db: Database) -> Gala:
    made = Gala(db)
    edit_service(
        db, made.house, address="1 Sample Road, Kirkby", postcode="NG17 7QP", registered_manager="Mara Quill",
        also_known_as="The Old Dairy",
    )  # fmt: skip
    return made


def test_whoever_the_file_knows_is_hidden(db: Database, gala: Gala) -> None:
    add_contact(
        db, gala.rosewood, name="Caleb Nutmegson", role=ContactRole.DEPUTY_MANAGER, service_id=gala.house,
        consent=ConsentBasis.CONTRACT_CONTACT,
    )  # fmt: skip
    other = gala.nominate("Ulrike Satchel", service_id=gala.hazel_care)
    entry = gala.nominate(
        "Ada Marbley", also_known_as="Bee",
        statement=(
            "Ada (Bee to us) keeps Rosewood House going; at The Old Dairy in Kirkby, where Mara Quill and Caleb work, "
            "all know her. Rosewood Lodge and Rosewood Example Homes too. Ulrike Satchel learnt from her. "
            "Yours, Wren Specimen"
        ),
    )  # fmt: skip
    assert text_of(db, entry.id) == (
        "[the nominee] ([the nominee] to us) keeps [the home] going; at [the home] in [a place], where [a person] and "
        "[a person] work, all know her. [the home] and [the home] too. [a person] learnt from her. "
        "Yours, [the nominator]"
    )
    assert left_in_copy(blind_copy(db, entry.id)) == []
    assert set(blind_copies(db, gala.round_id)) == {entry.id, other.id}
    assert names_in(db, gala.round_id)[entry.id] == names_of(db, entry.id)


def test_everybody_else_nominated_is_hidden_however_they_are_written(db: Database, gala: Gala) -> None:
    other = gala.nominate("Ulrike Satchel", service_id=gala.hazel_care)
    gala.nominate("Grace Hope", service_id=gala.hazel_care)
    entry = gala.nominate(
        service_id=gala.hazel_care,
        statement="It was UlrikeSatchel, then Satchel, Ulrike, and with Grace Hope; at RosewoodHouse all know it.",
    )
    assert text_of(db, entry.id) == (
        "It was [a person], then [a person], and with [a person]; at [the home] all know it."
    )
    edit_entry(db, other.id, nominee="Ulrike Pannier")
    again = gala.nominate("Ada Satchel", statement="Ulrike Pannier knows it, and Ulrike Satchel.")
    assert text_of(db, again.id) == "[a person] knows it, and [a person] [the nominee]."


def test_what_was_read_is_read_once_while_nothing_changes(db: Database, gala: Gala) -> None:
    entry = gala.nominate("Ada Marbley", statement="Ada knows Theo Placeholder.")
    first, again = (blind_copy(db, entry.id).voices[0].hidden for _ in range(2))
    assert again is first and first.text == "[the nominee] knows [a person]."
    gala.nominate("Theo Placeholder", service_id=gala.hazel_care)
    assert text_of(db, entry.id) == "[the nominee] knows [a person]."
    assert blind_copy(db, entry.id).undecided == 0


def test_of_a_stranger_a_person_decides(db: Database, gala: Gala) -> None:
    entry = gala.nominate("Ada Marbley", statement="Ada sang with Patience Tinselman and Vera Lynne.")
    assert text_of(db, entry.id) == "[the nominee] sang with [a person] and [a person]."
    (voice,) = nominations_of(db, entry.id)
    choose(db, voice.id, "vera lynne", 1, hide=False, on=TODAY)
    assert text_of(db, entry.id) == "[the nominee] sang with [a person] and Vera Lynne."
    refuse_unhidden([blind_copy(db, entry.id)])


def test_names_of_e_mail_addresses_are_hidden(db: Database, gala: Gala) -> None:
    entry = gala.nominate(
        "A. Marbley", email="ada.fletcherson@example.org", nominator="",
        nominator_email="robin.nightingale84@example.org",
        statement="Ada Fletcherson is kind, Fletcherson always. Yours, Robin",
    )  # fmt: skip
    assert text_of(db, entry.id) == "[the nominee] is kind, [the nominee] always. Yours, [the nominator]"


def test_what_was_let_stand_stays_where_it_was_and_is_asked_again_when_names_change(
    db: Database, gala: Gala
) -> None:
    entry = gala.nominate(
        "Eve Trialson", also_known_as="Hope",
        statement="Hope springs eternal in us. Hope asked for her. Hope won.",
    )  # fmt: skip
    (voice,) = nominations_of(db, entry.id)
    choose(db, voice.id, "hope", 2, hide=False, on=TODAY)
    kept = "[the nominee] springs eternal in us. Hope asked for her. [the nominee] won."
    assert text_of(db, entry.id) == kept
    edit_entry(db, entry.id, also_hide="Hope springs")
    assert text_of(db, entry.id) == "[hidden] eternal in us. Hope asked for her. [the nominee] won."
    edit_entry(db, entry.id, place_told="Quillmere")
    assert text_of(db, entry.id) == "[hidden] eternal in us. [the nominee] asked for her. [the nominee] won."
    assert choices_of(db, voice.id) == []


def test_what_a_person_hides_besides(db: Database, gala: Gala) -> None:
    entry = gala.nominate(statement="The bees of Brinsley miss Doris.")
    assert blind_copy(db, entry.id).capitals == ["Brinsley", "Doris"]
    edit_entry(db, entry.id, also_hide="Brinsley; Doris")
    assert text_of(db, entry.id) == "The bees of [hidden] miss [hidden]."


def test_judges_read_up_to_the_limit_unless_the_chair_lets_them_read_all(db: Database, gala: Gala) -> None:
    entry = gala.nominate(statement="word " * 20_000)
    (voice,) = nominations_of(db, entry.id)
    (blind,) = blind_copy(db, entry.id).voices
    assert (len(blind.hidden.text.split()), blind.of_words) == (300, 20_000)
    rule_over_limit(db, voice.id, OverLimit.WHOLE)
    (blind,) = blind_copy(db, entry.id).voices
    assert (len(blind.hidden.text.split()), blind.of_words) == (20_000, 0)


def test_a_person_decides_of_a_doubtful_word(db: Database, gala: Gala) -> None:
    entry = gala.nominate("Grace Marbley", statement="Grace is what she has. Grace sang.")
    (voice,) = nominations_of(db, entry.id)
    assert blind_copy(db, entry.id).undecided == 2
    choose(db, voice.id, "grace", 1, hide=False, on=TODAY)
    made = choose(db, voice.id, "grace", 2, hide=True, on=TODAY)
    assert (made.chosen_by, made.hide) == (db.who, True)
    assert text_of(db, entry.id) == "Grace is what she has. [the nominee] sang."
    assert blind_copy(db, entry.id).undecided == 0
    refuse_unhidden([blind_copy(db, entry.id)])
    choose(db, voice.id, "grace", 1, hide=True, on=TODAY)
    assert [(one.word, one.occurrence, one.hide) for one in choices_of(db, voice.id)] == [
        ("grace", 1, True), ("grace", 2, True),
    ]  # fmt: skip
    with pytest.raises(Problem, match="always hidden"):
        choose(db, voice.id, "", 0, hide=False, on=TODAY)


def test_a_text_that_names_somebody_is_found(db: Database, gala: Gala) -> None:
    names = names_of(db, gala.nominate().id)
    assert [one.written for one in left_in("[the nominee] thanked Wren.", names)] == ["Wren"]
    assert left_in("[the nominee] thanked [the nominator].", names) == []
    assert all_names().forms == ()


def test_in_a_round_that_was_put_away_no_word_is_chosen(db: Database, gala: Gala) -> None:
    voice = nominations_of(db, gala.nominate("Grace Marbley").id)[0]
    archive_round(db, gala.round_id, today=TODAY)
    with pytest.raises(Problem, match="is archived, so it stays as it is"):
        choose(db, voice.id, "grace", 1, hide=False, on=TODAY)
    assert choices_of(db, voice.id) == []
    with pytest.raises(LookupError):
        choose(db, "nowhere", "grace", 1, hide=False, on=TODAY)
