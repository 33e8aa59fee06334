"""Where the letters of an exempt name are a hit, what the leak says of it, and where they name nobody."""

from collections.abc import Callable

import pytest

from resources.report.exempt_names import ExemptTerm
from resources.report.leak_gate import search

Found = Callable[[str], list[str]]


@pytest.fixture
def found() -> Found:
    """How 'Quillmere Care Home' is found in a text, beside public names."""
    term = ExemptTerm("Quillmere Care Home", "contract suspended", ("quillmere",))
    public = ("Quillmere Lodge", "Quillmere Care", "Quillmere's Cottage Ltd")

    def found(text: str) -> list[str]:
        return [leak.found_as for leak in search(text.encode(), [term], public_names=public)]

    return found


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("the Quillmere Care Home", "in full"),
        ("Quillmere CH", "in full"),
        ("Quillmere Care Home's roof", "in full, as a possessive"),
        ("at Quillmere today", "by a word of it alone"),
        ("Quillmere's roof", "by a word of it alone, as a possessive"),
        ("The Quillmeres came", "by a word of it alone"),
        ("Quill-mere", "by a word of it alone"),
        ("Quill Mere", "by a word of it alone"),
        (
            "Qui\u200bllmere",
            "by a word of it alone, in letters that only look like it or with unseen characters",
        ),
        ("QuiIlmere", "by a word of it alone, in letters that only look like it or with unseen characters"),
        ("Quil1mere", "by a word of it alone, in letters that only look like it or with unseen characters"),
        (
            "\u051auillmere",
            "by a word of it alone, in letters that only look like it or with unseen characters",
        ),
        ("Write to hello@quillmere.example now", "by a word of it alone"),
        ("The picture is quillmere.png", "by a word of it alone"),
        ("Write to info@quillmerecare.example now", "by a word of it alone"),
        ("quillmere", "by a word of it alone"),
        ("As for quillmere it is suspended", "by a word of it alone"),
        ("Quillmere Care", "by a word of it alone"),
        ("Quillmere House", "by a word of it alone"),
        ("Quillmere Lodge and Quillmere", "by a word of it alone"),
    ],
)
def test_a_telling_word_is_found_alone_and_the_leak_says_as_what(found: Found, text: str, how: str) -> None:
    assert found(text) == [how]


@pytest.mark.parametrize(
    "text",
    [
        "Quillmere Lodge",
        "QUILLMERE LODGE",
        "Quillmere-Lodge's garden",
        "Of these Quillmere Lodge and Quillmere's Cottage Ltd are open",
        "A quillmere is no word of ours",
        "Quillmerely",
        "a care home",
    ],
)
def test_a_telling_word_within_a_public_name_or_another_word_is_no_hit(found: Found, text: str) -> None:
    assert found(text) == []


def test_a_whole_name_within_a_longer_public_name_is_no_hit_unless_it_is_a_persons() -> None:
    public = ("Oakfield Lodge", "Ada Example Homes")
    assert not search(b"Oakfield Lodge", [ExemptTerm("Oakfield", "x", ())], public_names=public)
    assert search(b"Oakfield", [ExemptTerm("Oakfield", "x", ())], public_names=public)
    assert search(b"Ada Example Homes", [ExemptTerm("Ada Example", "x")], public_names=public)


LABELS = ("Care Quality Commission", "Home care", "Good")


def names(text: str, name: str) -> bool:
    return bool(search(text.encode(), [ExemptTerm(name, "contract suspended", ())], fixed_labels=LABELS))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the manager of Care said", "Care"),
        ("Care's manager said", "Care"),
        ("Care is suspended", "Care"),
        ("Two were there: “Care”.", "Care"),
        ("CARE", "Care"),
        ("Of these The Home is open", "The Home"),
        ("The Home is open", "The Home"),
        ("the Home", "The Home"),
        ("Home Care Ltd", "Home Care"),
        ("Home Care", "Home Care Ltd"),
        ("a Care-Home", "Care Home"),
        ("of the People First group", "People First"),
        ("Write to people.first@example.org", "People First"),
        ("Yesterday Care was shut", "Care"),
    ],
)
def test_a_name_of_ordinary_words_is_found_where_its_capitals_name_it(text: str, name: str) -> None:
    assert names(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a home for care", "Care"),
        ("Care was given by all", "Care"),
        ("Table 1: Care homes by rating", "Care"),
        ("the Care Quality Commission", "Care"),
        ("Larkmeadow Care and Example Care Group", "Care"),
        ("care is suspended", "Care"),
        ("one care home is suspended", "Care Home"),
        ("Care homes", "Care Home"),
        ("The home is open", "The Home"),
        ("the people first asked", "People First"),
        ("help@care.example", "Care"),
    ],
)
def test_ordinary_words_that_name_nobody_are_no_hit(text: str, name: str) -> None:
    assert not names(text, name)
