"""The ways of writing a name, and who is meant by a word in the names of several."""

from awards.judging.blind.hiding import hide
from awards.judging.blind.names import (
    Stand,
    address_forms,
    all_names,
    begun_names,
    full_name_forms,
    hidden_forms,
    home_forms,
    person_forms,
    place_forms,
)


def words(forms: object) -> set[str]:
    return {" ".join(one.words) for one in forms}  # type: ignore[attr-defined]


def test_the_nominee_comes_first_in_a_name_of_several() -> None:
    names = all_names(
        person_forms("Ada Marbley", Stand.NOMINATOR), person_forms("Ben Marbley", Stand.NOMINEE)
    )
    stands = {one.words: one.stand for one in names.forms}
    assert stands[("marbley",)] is Stand.NOMINEE
    assert stands[("ada",)] is Stand.NOMINATOR


def test_a_person_is_known_by_initials_titles_and_short_names() -> None:
    found = words(person_forms("Elizabeth Ann Marbley", Stand.NOMINEE, also="Bee"))
    assert {"elizabeth ann marbley", "marbley elizabeth ann", "e a marbley", "e marbley", "liz", "liz marbley", "bee",
            "bee marbley", "eam", "e a m", "ann", "elizabeth m"} <= found  # fmt: skip


def test_initials_that_are_an_abbreviation_too_are_found() -> None:
    names = all_names(person_forms("Mara Thimble", Stand.NOMINEE), person_forms("Cy Hall", Stand.NOMINATOR))
    assert hide("Ask MT and CH in the care home on the mount.", names).text == (
        "Ask [the nominee] and [the nominator] in the care home on the mount."
    )


def test_of_whom_is_not_near_only_the_full_name_counts() -> None:
    assert words(full_name_forms("Ada Marbley", Stand.PERSON)) == {"ada marbley", "marbley ada"}
    assert "ada" not in words(person_forms("Ada Marbley", Stand.PERSON, alone=False))


def test_the_beginning_of_a_first_name_is_no_ordinary_word() -> None:
    assert {"sam", "sammy", "sama"} <= set(begun_names("Samantha"))
    assert "and" not in begun_names("Andrew")


def test_homes_by_short_forms_and_buildings_are_doubtful() -> None:
    forms = {one.words: one for one in home_forms("The Grange Nursing Home")}
    assert forms[("grange",)].doubtful
    assert {"grange", "the grange nursing home"} <= words(home_forms("The Grange Nursing Home"))
    assert "rosewood" in words(home_forms("Rosewood Care Ltd"))
    assert words(home_forms("Care Home")) == {"care home"}


def test_places_and_addresses() -> None:
    found = words(address_forms("12 Sample Street, Kirkby-in-Ashfield", "Newark and Sherwood", "NG17 7QP"))
    assert {
        "12 sample street",
        "sample street",
        "kirkby in ashfield",
        "kirkby",
        "newark and sherwood",
        "ng17",
    } <= found
    assert "in" not in words(place_forms("Kirkby-in-Ashfield"))


def test_what_a_person_wrote_is_always_hidden() -> None:
    forms = list(hidden_forms("the May fair; Bees"))
    assert [(one.words, one.capitals, one.doubtful) for one in forms] == [
        (("the", "may", "fair"), False, False), (("bees",), False, False),
    ]  # fmt: skip


def test_telling_words_are_names_by_themselves() -> None:
    telling = all_names(person_forms("Ada Marbley", Stand.NOMINEE), home_forms("Rosewood Care Home")).telling
    assert {"marbley", "rosewood"} <= set(telling)
    assert "home" not in telling
