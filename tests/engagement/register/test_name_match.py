"""Whom a name means, by names alone."""

import pytest

from engagement.register.name_match import (
    Certainty,
    NamesTold,
    Place,
    Places,
    decided_as,
    match_name,
    names_in,
)

ROSE = Place("elm", "rose", "Rose House", "Elm Care", ("Rosie’s",))
LODGE = Place("elm", "lodge", "Elm Lodge Residential Care Home", "Elm Care")
LIMES = Place("elm", "limes", "The Limes", "Elm Care")
ELM = Place("elm", None, "Elm Care Limited", "Provider", (), "", False, ("rose", "lodge", "limes"))
OAKS = Place("quill", "oaks", "Oaks and Acorns", "Quillmere")
ROSE_TOO = Place("quill", "rose2", "Rosewood House", "Quillmere")
QUILL = Place("quill", None, "Quillmere Ltd", "Provider", (), "", False, ("oaks", "rose2"))
PLACES = Places((ROSE, LODGE, LIMES, ELM, OAKS, ROSE_TOO, QUILL))


def test_the_same_name_is_sure_whatever_its_marks_and_company_words() -> None:
    for said, key in (("ROSE HOUSE", "rose"), ("Rosies", "rose"), ("Oaks & Acorns", "oaks")):
        match = match_name(said, PLACES)
        assert (match.certainty, match.best and match.best.service_id) == (Certainty.SURE, key)
    match = match_name("Elm Care", PLACES)
    assert (match.certainty, match.best and match.best.provider_id) == (Certainty.SURE, "elm")


def test_a_name_that_is_only_like_one_is_to_be_looked_at() -> None:
    match = match_name("Elm Lodge", PLACES)
    assert match.certainty is not Certainty.SURE and match.best is not None
    assert match.best.name == "Elm Lodge Residential Care Home" and match.best.reasons
    typed = match_name("Quilmere", PLACES)
    assert (typed.certainty, typed.best and typed.best.name) == (Certainty.LIKELY, "Quillmere Ltd")


def test_a_name_that_fits_two_is_nobodys_until_somebody_says_so() -> None:
    same = Places((ROSE, Place("quill", "other", "Rose House", "Quillmere")))
    assert match_name("Rose House", same).certainty is Certainty.SEVERAL


def test_an_archived_place_of_the_same_name_gives_way() -> None:
    old = Place("quill", "old", "Rose House", "Quillmere", archived=True)
    match = match_name("Rose House", Places((old, ROSE)))
    assert match.best is not None and match.best.service_id == "rose"
    assert "It is archived." in (match_name("Rose House", Places((old,))).candidates[0].reasons)


def test_a_provider_and_its_only_home_of_one_name_are_the_home() -> None:
    alike = Places((Place("p", None, "Rowan Ltd", services=("s",)), Place("p", "s", "Rowan")))
    match = match_name("Rowan", alike)
    assert (match.certainty, match.best and match.best.service_id) == (Certainty.SURE, "s")


def test_nobody_is_nobody() -> None:
    for said in ("", "!!", "Harbour View Ltd", "Care Home"):
        assert match_name(said, PLACES).certainty is not Certainty.SURE
    assert match_name("Harbour View Ltd", PLACES).candidates == ()


def test_a_number_in_only_one_of_two_names_parts_them() -> None:
    assert match_name("The Limes 2", PLACES).certainty is not Certainty.SURE


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("Rose House", ("Rose House",)),
        ("Rose House; Elm Lodge Residential Care Home", ("Rose House", "Elm Lodge Residential Care Home")),
        ("Rose House\nThe Limes", ("Rose House", "The Limes")),
        ("Rose House, The Limes and Oaks and Acorns", ("Rose House", "The Limes", "Oaks and Acorns")),
        ("Rose House & The Limes", ("Rose House", "The Limes")),
        ("Oaks and Acorns", ("Oaks and Acorns",)),
        ("Rose House and Somewhere Else", ("Rose House", "Somewhere Else")),
        ("Bread and Butter Care", ("Bread and Butter Care",)),
        ("", ()),
    ],
)
def test_several_homes_in_one_cell_are_told_apart(cell: str, parts: tuple[str, ...]) -> None:
    assert names_in(cell, PLACES) == NamesTold(parts)


@pytest.mark.parametrize(
    "cell",
    ["Elm Care, all 5 homes", "Elm Care (all homes)", "All our homes – Elm Care", "Elm Care - both services"],
)
def test_all_of_a_providers_homes_may_be_meant(cell: str) -> None:
    assert names_in(cell, PLACES) == NamesTold(("Elm Care",), all_of_them=True)


def test_all_five_homes_alone_names_nobody() -> None:
    assert names_in("all 5 homes", PLACES) == NamesTold((), all_of_them=True)


def test_what_somebody_said_counts() -> None:
    match = match_name("Harbour View", PLACES)
    said = decided_as(ROSE, match, remembered=False)
    assert said.is_sure and said.decided and said.best is not None and said.best.service_id == "rose"
    nobody = decided_as(None, match, remembered=True)
    assert nobody.is_sure and nobody.remembered and nobody.best is None
