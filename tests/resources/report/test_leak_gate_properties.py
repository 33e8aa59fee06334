"""Whatever an exempt name is made of and however it is written, it is found; what is public is not."""

import csv
import io
from collections import Counter
from collections.abc import Callable

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from resources.report.exempt_names import ExemptTerm, KnownWords, telling_words, words_of
from resources.report.leak_gate import search
from resources.report.letters import LOOK_ALIKES
from resources.report.ordinary_words import ORDINARY_WORDS

FIRST = ("Quill", "Thistle", "Lark", "Wobble", "Treacle", "Gingham", "Velvet", "Saffron", "Nutmeg", "Bobbin")
SECOND = ("mere", "down", "wick", "thorpe", "combe", "spinney", "glade", "hurst", "lea", "stile")
KINDS = (
    "Care Home",
    "Nursing Home",
    "Residential Home",
    "House",
    "Court",
    "Lodge",
    "Homecare Ltd",
    "Supported Living",
)
LABELS = ("Good", "Outstanding", "Nursing homes", "Home care agencies", "Bassetlaw", "Suspended", "Overall")
SENTENCES = (
    "As at 4 March 2026 285 services have a contract with the Council.",
    "Of these one is suspended and none is under an improvement notice.",
    "Good or Outstanding: from 62% (13 of 21) in Bassetlaw to 88% in Rushcliffe",
    "Table 1: Nursing homes by rating",
    "Care was given in every home. People were asked first.",
)
UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u034f\u2064"

stems = st.builds(str.__add__, st.sampled_from(FIRST), st.sampled_from(SECOND))
places = st.sampled_from(("", "The ", "St ", "Old "))
names = st.one_of(
    st.builds("{}{} {}".format, places, stems, st.sampled_from(KINDS)),
    st.builds("{}{} & {} {}".format, places, stems, stems, st.sampled_from(KINDS)),
    st.builds("{}'s {}".format, stems, st.sampled_from(KINDS)),
    stems,
)
Way = Callable[[str], str]


def look_alikes(text: str) -> str:
    return "".join(LOOK_ALIKES[letter][0] if letter in LOOK_ALIKES else letter for letter in text)


def full_width(text: str) -> str:
    return "".join(chr(ord(letter) + 0xFEE0) if letter.isalpha() else letter for letter in text)


def shortened(text: str) -> str:
    for long, short in (
        ("Nursing Home", "NH"), ("Residential Home", "Res. Home"), ("Care Home", "CH"), ("St ", "Saint "),
        ("&", "and"), ("House", "Hse"), ("Court", "Ct"),
    ):  # fmt: skip
        text = text.replace(long, short)
    return text


def plural_owner(text: str) -> str:
    return f"{text}' " if text.endswith("s") else f"{text}s\u2019 "


def split(text: str) -> str:
    return text if len(text) < 12 else f"{text[:5]}-{text[5:]}"


WAYS: tuple[Way, ...] = (
    str,
    str.upper,
    str.lower,
    look_alikes,
    full_width,
    shortened,
    plural_owner,
    split,
    "{}'s".format,
    "\u2018{}\u2019".format,
    lambda text: text.replace(" ", "\u00a0"),
    lambda text: text.replace(" ", "-"),
    lambda text: text.replace(" ", ""),
    lambda text: text.replace(" & ", " + "),
    lambda text: text.replace("'", "\u2019"),
    lambda text: text.replace("'", ""),
    lambda text: UNSEEN[1].join(text),
    lambda text: "".join(f"{letter}\u0336" for letter in text),
    lambda text: text.replace("l", "I"),
    lambda text: text.replace("ll", "l1"),
)
unseen_ways = st.builds(lambda one: lambda text: f"{text[:2]}{one}{text[2:]}", st.sampled_from(UNSEEN))


def found(texts: list[str], terms: list[ExemptTerm], public: list[str]) -> bool:
    file = io.StringIO()
    csv.writer(file).writerows([text] for text in texts)
    return bool(search(file.getvalue().encode(), terms, fixed_labels=LABELS, public_names=public))


def term_of(name: str, public: list[str]) -> ExemptTerm:
    bearers = Counter(word for one in public for word in words_of(one))
    return ExemptTerm(name, "contract suspended", telling_words(name, KnownWords(bearers=bearers)))


around = st.tuples(st.sampled_from((*SENTENCES, "")), st.sampled_from(("It was ", "at ", "“", "(", "")))


@settings(max_examples=400, deadline=None)
@given(names, st.one_of(st.sampled_from(WAYS), unseen_ways), around, st.lists(names, max_size=5))
def test_an_exempt_name_is_found_in_whatever_way_it_is_written(
    name: str, way: Way, around: tuple[str, str], public: list[str]
) -> None:
    sentence, before = around
    # A public name with the exempt one in it covers it by right; what is written as a public name is one.
    assume(not any(set(words_of(name)) <= set(words_of(one)) for one in public))
    assert found([f"{sentence} {before}{way(name)} as was said."], [term_of(name, public)], public)


@settings(max_examples=300, deadline=None)
@given(names, st.sampled_from((str, str.upper, look_alikes, full_width, plural_owner, "{}'s".format)), around)
def test_a_telling_word_is_found_alone(name: str, way: Way, around: tuple[str, str]) -> None:
    sentence, before = around
    term = term_of(name, [])
    assert term.telling
    for word in term.telling:
        assert found([f"{sentence} {before}{way(word.capitalize())} as was said."], [term], [])


@settings(max_examples=300, deadline=None)
@given(st.lists(names, min_size=1, max_size=4), st.lists(names, max_size=8), st.data())
def test_a_document_of_public_names_and_fixed_labels_is_let_through(
    exempt: list[str], public: list[str], data: st.DataObject
) -> None:
    # A public name that holds no other words than an exempt one may be either, and stops the document.
    own = [set(words_of(name)) | {"the", "ltd"} for name in exempt]
    allowed = [name for name in public if not any(set(words_of(name)) <= words for words in own)]
    terms = [term_of(name, allowed) for name in exempt]
    named = [f"{name}{after}" for name in allowed for after in ("", " came", "'s roof", " and others")]
    texts = st.sampled_from((*SENTENCES, *LABELS, *named))
    assert not found(data.draw(st.lists(texts, max_size=8)), terms, allowed)


ordinary = st.lists(
    st.sampled_from(sorted(word for word in ORDINARY_WORDS if len(word) > 2)), min_size=1, max_size=3
)


@settings(max_examples=300, deadline=None)
@given(ordinary)
def test_a_name_of_ordinary_words_is_found_as_a_name_and_never_in_small_letters(some: list[str]) -> None:
    name = " ".join(word.capitalize() for word in some)
    # What is written as a label is the label, wherever it stands.
    assume(not set(" ".join(LABELS).split()) & set(name.split()))
    term = ExemptTerm(name, "contract suspended", ())
    assert found([f"it was said of {name} and others"], [term], [])
    assert found([f"{name} is suspended"], [term], [])
    assert not found([f"It was said of {name.lower()} and others"], [term], [])
    assert not found(list(SENTENCES[1:2]), [term], [])
