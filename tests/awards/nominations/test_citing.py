"""What a citation may say, whoever writes it."""

import pytest

from awards.nominations.citing import COPIED, copied, named_in, quoted_unasked
from awards.nominations.entries import edit_entry
from awards.nominations.nominations import edit_nomination, nominations_of
from awards.vocabulary import Consent, NomineeKind
from resources.database import Database
from resources.problem import FieldProblem
from tests.awards.gala import TODAY, Gala

QUOTED = "Ada built a hive with her behind the kitchen, and bees came."


def test_a_quotation_is_found_whatever_its_capitals_and_marks() -> None:
    said = "Nobody else’s tea is as good, she says every single day."
    assert (
        copied("They say NOBODY ELSE'S tea is, as good; she knows", said)
        == "NOBODY ELSE'S tea is, as good; she"
    )
    assert copied("tea is as good she", said) == ""
    assert copied("", said) == copied("tea", "") == ""
    assert COPIED == 6


@pytest.mark.parametrize(
    ("text", "name", "kind", "said"),
    [
        ("Nobody forgets Ada’s patience.", "Ada Example", NomineeKind.INDIVIDUAL, "Ada"),
        ("It was example who came.", "Ada Example", NomineeKind.INDIVIDUAL, "Example"),
        ("An adamant worker.", "Ada Example", NomineeKind.INDIVIDUAL, ""),
        ("The kitchen is warm and the team is large.", "Kitchen Team", NomineeKind.TEAM, ""),
        ("Thanks to the KITCHEN TEAM.", "Kitchen Team", NomineeKind.TEAM, "Kitchen Team"),
    ],
)
def test_a_name_is_found_in_a_citation(text: str, name: str, kind: NomineeKind, said: str) -> None:
    assert named_in(text, name, kind) == said


def test_consent_that_is_withdrawn_is_withdrawn_for_the_citation_too(db: Database) -> None:
    gala = Gala(db)
    ada = gala.nominate(publish_words=Consent.YES)
    (voice,) = nominations_of(db, ada.id)
    edit_entry(db, ada.id, citation=QUOTED)
    assert quoted_unasked(db, ada.id, QUOTED) == ""
    edit_nomination(db, voice.id, publish_words=Consent.NO, publish_asked_on=TODAY)
    assert quoted_unasked(db, ada.id, QUOTED) == "built a hive with her behind the kitchen"
    assert edit_entry(db, ada.id, note="Rang", citation=QUOTED).note == "Rang"
    edit_entry(db, ada.id, citation="")
    with pytest.raises(FieldProblem, match="has not agreed to be quoted"):
        edit_entry(db, ada.id, citation=QUOTED)
    with pytest.raises(FieldProblem, match="does not wish to be named"):
        edit_entry(db, ada.id, citation="Ada is patient.", publish_name=Consent.NO)
    with pytest.raises(FieldProblem, match="Take out 1"):
        edit_entry(db, ada.id, citation="word " * 121)
