"""A list that leaves out nobody but the exempt tells who they are."""

from dataclasses import replace

import pytest

from resources.report.document_text import Passage
from resources.report.gate.known import Earlier, Known, Place
from resources.report.gate.whole_lists import (
    Population,
    exempt_left_out,
    left_out_of_lists,
    left_out_since_before,
    populations,
)
from tests.resources.report.gate.made_county import EXEMPT_NAMES, KNOWN, PLACES, said


def population(members, exempt):
    return Population("p", frozenset(members), frozenset(exempt))


@pytest.mark.parametrize(
    ("members", "exempt", "named", "given_away"),
    [
        ("abcdef", "f", "abcde", "f"),
        ("abcdef", "f", "abcd", "f"),
        ("abcdef", "ef", "abcd", "ef"),
        ("abcdefgh", "h", "abcde", ""),
        ("abcdefghijkl", "l", "abcdefghi", ""),
        ("abcd", "d", "abc", ""),
        ("abcdef", "", "abcde", ""),
        ("abcdef", "f", "abcdef", ""),
    ],
)
def test_what_is_given_away(members, exempt, named, given_away):
    assert exempt_left_out(population(members, exempt), named) == frozenset(given_away)


def named(places):
    return [one.names[0] for one in places if not one.is_exempt]


def test_all_but_the_suspended_tell_who_is_suspended_in_one_list_or_over_several():
    names = named(PLACES)
    (leak,) = [one for one in left_out_of_lists(said(", ".join(names)), KNOWN) if "contract" in one.excerpt]
    assert set(EXEMPT_NAMES) == set(leak.term.text.replace(" and ", ", ").split(", "))
    assert leak.excerpt == "all services with a contract: 42 of 45 are named"
    assert leak.where == "paragraph 1"
    assert list(left_out_of_lists(said(", ".join(names[:20]), "in between", *names[20:]), KNOWN))


def test_a_list_of_one_kind_in_one_district_tells_too():
    nursing = [one for one in PLACES if (one.kind, one.district) == ("nursing_home", "Ashfield")]
    leaks = list(left_out_of_lists(said(*named(nursing)), KNOWN))
    assert (
        leaks[0].excerpt
        == "all services of one kind in one district (nursing home, Ashfield): 5 of 6 are named"
    )


@pytest.mark.parametrize(
    "written",
    [
        lambda name: name.split()[0],
        lambda name: name.split()[0].casefold(),
        lambda name: name.casefold(),
        lambda name: name.replace(" ", ""),
        lambda name: name.replace(" ", "-"),
    ],
    ids=("short", "short in small letters", "in small letters", "run together", "hyphenated"),
)
def test_a_list_of_names_written_otherwise_tells_too(written):
    names = [written(name) for name in named(PLACES)]
    (leak,) = [one for one in left_out_of_lists(said(", ".join(names)), KNOWN) if "contract" in one.excerpt]
    assert leak.excerpt == "all services with a contract: 42 of 45 are named"


def test_words_that_several_bear_or_that_are_a_town_or_ordinary_name_nobody():
    some = [
        Place(id=str(at), names=(f"{word} House",), provider=provider, towns=towns, is_exempt=not at)
        for at, (word, provider, towns) in enumerate([
            ("Quillmere", "", frozenset()), ("Larkmere", "Larkmere Ltd", frozenset()), ("Ollerton", "", frozenset()),
            ("Garden", "", frozenset()), ("Thistle", "", frozenset({"Ollerton"})), ("Thistle", "", frozenset()),
        ])
    ]  # fmt: skip
    text = "In Ollerton Larkmere has a garden in which thistle grows. Thistle, Garden, Ollerton and Larkmere met."
    assert list(left_out_of_lists(said(text), Known(places=tuple(some)))) == []


def test_some_names_tell_nothing():
    assert list(left_out_of_lists(said(*named(PLACES)[::3]), KNOWN)) == []
    assert list(left_out_of_lists(said("Nobody is named."), KNOWN)) == []
    nothing_exempt = Known(places=tuple(replace(one, is_exempt=False) for one in PLACES))
    assert list(left_out_of_lists(said(*named(PLACES)), nothing_exempt)) == []


def test_providers_are_a_list_of_their_own():
    some = tuple(replace(one, provider=f"Provider {one.id} Ltd") for one in PLACES[:8])
    known = Known(places=some)
    assert sum(one.is_exempt for one in some) == 2
    texts = [one.provider for one in some if not one.is_exempt]
    assert [leak.excerpt for leak in left_out_of_lists(said(*texts), known)] == [
        "all providers: 6 of 8 are named"
    ]


def test_who_stood_in_the_report_before_and_stands_in_this_one_no_more():
    nursing = [one for one in PLACES if one.kind == "nursing_home"][:7]
    before = Earlier("September", tuple(Passage(one.names[0], "paragraph 1") for one in nursing))
    known = replace(KNOWN, earlier=(before,), places=(*nursing, *PLACES[20:]))
    names = named(nursing)
    assert [leak.excerpt for leak in left_out_since_before(said(*names), known)] == [
        "those that stood in “September”: 5 of 7 are named"
    ]
    assert list(left_out_since_before(said(*names[:2]), known)) == []


def test_populations_are_those_that_a_reader_can_list():
    names = {one.name.partition(" (")[0] for one in populations(PLACES)}
    assert names == {
        "all services with a contract", "all services of one kind", "all services of one district",
        "all services of one kind in one district", "all services with one rating",
        "all services of one kind with one rating", "all providers",
    }  # fmt: skip
