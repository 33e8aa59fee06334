"""Conflicts between a judge and a nominee: every kind, what is close and none, and what is doubtful."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awards.judging.conflicts import (
    InterestFact,
    JudgeFacts,
    NominatorFact,
    NomineeFacts,
    conflicts,
    lies_in,
    ruled,
)
from awards.vocabulary import ConflictKind as Kind
from awards.vocabulary import InterestKind

ADA = NomineeFacts(
    "ada", "Ada Example", also_known_as=("Addie Example",), email="ada@example.org", contact_id="c-ada",
    service_id="house", service="Rosewood House", provider_id="rosewood", provider="Rosewood Example Homes Ltd",
    brand="BRAND Rosewood", place_told="The Rosewood", officers=("Jo Officer",),
    nominators=(NominatorFact("Wren Specimen", "wren@example.org", "c-wren", "hazel"),),
)  # fmt: skip


def judge(name: str = "Cy Invented", **facts: object) -> JudgeFacts:
    return JudgeFacts("j", name, **facts)  # type: ignore[arg-type]


def kinds(one: JudgeFacts, nominee: NomineeFacts = ADA) -> list[Kind]:
    return [each.kind for each in conflicts(one, nominee)]


def declared(**facts: object) -> JudgeFacts:
    return judge(interests=(InterestFact(InterestKind.FAMILY, **facts),))  # type: ignore[arg-type]


def test_nothing_in_common_is_no_conflict() -> None:
    stranger = judge(
        email="cy@example.org", organisation="Example University", provider_id="other", brand="BRAND Other"
    )
    assert conflicts(stranger, ADA) == ()


@pytest.mark.parametrize(
    "one",
    [
        declared(entry_id="ada"),
        declared(service_id="house", of_provider="rosewood"),
        declared(provider_id="rosewood"),
        declared(words="My mother lives at the Rosewood House in Ashfield"),
        declared(words="Ada Example is my cousin"),
        declared(words="Trustee of Rosewood Example Homes"),
    ],
)
def test_what_was_declared(one: JudgeFacts) -> None:
    assert kinds(one) == [Kind.DECLARED]


def test_a_provider_declared_stands_for_all_its_services() -> None:
    assert kinds(declared(provider_id="rosewood"), NomineeFacts("b", "Ben", service_id="lodge", provider_id="rosewood",
                                                                provider="Rosewood")) == [Kind.DECLARED]  # fmt: skip


def test_a_service_declared_is_one_service_but_all_of_it_where_nobody_knows_which() -> None:
    mine = declared(service_id="house", of_provider="rosewood")
    elsewhere = NomineeFacts("b", "Ben", service_id="lodge", provider_id="rosewood", provider="Rosewood")
    unknown = NomineeFacts("b", "Ben", provider_id="rosewood", provider="Rosewood")
    assert (kinds(mine, elsewhere), kinds(mine, unknown)) == ([], [Kind.DECLARED])


@pytest.mark.parametrize(
    "one", [declared(entry_id="ben"), declared(provider_id="hazel"), declared(words="A home in Leeds")]
)
def test_an_interest_elsewhere_is_none(one: JudgeFacts) -> None:
    assert conflicts(one, ADA) == ()


def test_the_sentence_of_what_was_declared() -> None:
    one = judge(
        "J. Smith", called="Judge 2 – J. Smith",
        interests=(InterestFact(InterestKind.RECEIVES_CARE, service_id="house", words="in May"),),
    )  # fmt: skip
    assert conflicts(one, ADA)[0].sentence == (
        "Judge 2 – J. Smith declared an interest in Rosewood House: receives care there, or a relative does (“in May”)."
    )


@pytest.mark.parametrize(
    ("one", "found"),
    [
        (judge(provider_id="rosewood"), [Kind.EMPLOYER]),
        (judge(provider_id="hazel"), [Kind.EMPLOYER]),  # the provider that nominated
        (judge(organisation="Rosewood Example Homes Limited"), [Kind.EMPLOYER]),
        (judge(organisation="the rosewood"), [Kind.EMPLOYER]),
        (judge(provider_id="sister", brand="brand rosewood"), [Kind.GROUP]),
        (judge("Jo Officer"), [Kind.PORTFOLIO]),
        (judge("Officer, Jo"), [Kind.PORTFOLIO]),
        (judge(contact_id="c-ada"), [Kind.NOMINEE]),
        (judge(email="ADA@example.org"), [Kind.NOMINEE]),
        (judge("Mrs Ada Example"), [Kind.NOMINEE]),
        (judge("Addie Example"), [Kind.NOMINEE]),
        (judge(contact_id="c-wren"), [Kind.NOMINATOR]),
        (judge(email="wren@example.org "), [Kind.NOMINATOR]),
        (judge("wren specimen"), [Kind.NOMINATOR]),
    ],
)
def test_what_follows_from_the_file(one: JudgeFacts, found: list[Kind]) -> None:
    assert kinds(one) == found


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("W. Specimen", "W. Specimen may be Wren Specimen, somebody who nominated them."),
        ("A Example", "A Example may be Ada Example, the nominee."),
        ("J Officer", "J Officer may be Jo Officer, in whose portfolio Rosewood House is."),
    ],
)
def test_initials_are_doubtful_and_count(name: str, said: str) -> None:
    assert [one.sentence for one in conflicts(judge(name), ADA)] == [said]


@pytest.mark.parametrize(
    "name", ["B. Example", "Wren Example-Smith", "Amy Example", "Example", "Wrena Specimen", ""]
)
def test_a_surname_alone_or_another_name_is_nobody(name: str) -> None:
    assert not [one for one in kinds(judge(name)) if one is Kind.NOMINATOR or one is Kind.NOMINEE]


def test_the_same_brand_as_the_own_provider_is_said_once() -> None:
    assert kinds(judge(provider_id="rosewood", brand="BRAND Rosewood")) == [Kind.EMPLOYER]


def test_no_brand_is_no_group() -> None:
    plain = NomineeFacts("b", "Ben Plain", provider_id="p", provider="Plain Care")
    assert conflicts(judge(provider_id="q"), plain) == ()


def test_an_untied_interest_lies_in_what_it_names() -> None:
    assert lies_in(InterestFact(InterestKind.OTHER, words="rosewood house"), ADA) == "Rosewood House"
    assert lies_in(InterestFact(InterestKind.OTHER, words="Rosewoods housed"), ADA) == ""


def test_a_ruling_says_so() -> None:
    assert ruled(judge(), "Too close").sentence == (
        "The chair ruled that Cy Invented does not judge this nominee: Too close"
    )


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_name_is_itself_and_names_are_compared_both_ways(one: str, other: str) -> None:
    nominee = NomineeFacts("n", other)
    back = NomineeFacts("n", one)
    assert bool(conflicts(judge(one), nominee)) == bool(conflicts(judge(other), back))
    if one.strip():
        assert kinds(judge(one), back) == [Kind.NOMINEE]
