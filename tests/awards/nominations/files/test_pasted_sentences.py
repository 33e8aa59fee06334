"""Whom, where and as what a text in sentences nominates."""

import pytest

from awards.nominations.files.fields import NominationField as F
from awards.nominations.files.pasted import read_pasted
from awards.nominations.files.pasted_draft import draft_of
from awards.nominations.files.pasted_sentences import by_sentences, consent_in
from awards.vocabulary import Consent, NominatorKind
from engagement.register.name_match import Places
from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from tests.awards.gala import Gala

MAIL = """Dear team,

I would like to nominate Ada Example, senior carer at Wobblecroft Care at Home, for the way she sits with Mum.
She never once looked at her watch. You may quote me.

Kind regards
Wren Specimen (daughter)
01632 960001
"""


def test_the_longest_name_of_the_register_is_the_place(db: Database) -> None:
    gala = Gala(db)
    home = add_service(db, gala.hazel, name="Wobblecroft Care at Home", kind=ServiceKind.HOME_CARE)
    add_service(db, gala.rosewood, name="Wobblecroft Care", kind=ServiceKind.RESIDENTIAL_HOME)
    draft = draft_of(db, gala.round_id, MAIL).draft
    assert (draft.nominee, draft.job_role, draft.service_id) == ("Ada Example", "senior carer", home.id)
    assert draft.place_told == "Wobblecroft Care at Home"
    assert (draft.nominator, draft.relation, draft.nominator_kind) == (
        "Wren Specimen", "daughter", NominatorKind.FAMILY,
    )  # fmt: skip
    assert draft.publish_words is Consent.YES


def test_a_home_that_is_not_in_the_register_keeps_at_home(db: Database) -> None:
    assert read_pasted(MAIL).said(F.PLACE) == "Wobblecroft Care at Home"


@pytest.mark.parametrize(
    ("told", "role"),
    [
        (
            "I nominate Ada Example who works as a night care assistant at Rosewood House.",
            "night care assistant",
        ),
        ("I nominate Ada Example, our registered manager, for the award.", "registered manager"),
        ("I nominate Ada Example (cook) at Rosewood House.", "cook"),
        ("I nominate Ada Example for the award. Our manager agrees.", ""),
    ],
)
def test_the_job_is_read_beside_the_name(told: str, role: str) -> None:
    found = by_sentences([told], "", Places(()))
    assert (found[F.NOMINEE].split(" (")[0], found.get(F.JOB_ROLE, "")) == ("Ada Example", role)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("She sings. You may quote me.", "Yes"),
        ("Please don’t quote me. Thanks", "No"),
        ("She is always ready with a quotation.", ""),
        ("You may quote me but only by my first name.", "You may quote me but only by my first name"),
        ("She quotes Shakespeare.", ""),
    ],
)
def test_whether_the_words_may_be_quoted(told: str, said: str) -> None:
    assert consent_in(told) == said
