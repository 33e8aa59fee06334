"""Each check of the gate, and each part of one, taken away: something that it alone held gets through."""

import re
from dataclasses import replace

import pytest

from resources.report import leak_gate
from resources.report.exempt_names import ExemptTerm
from resources.report.gate import numbers
from resources.report.gate.checks import CHECKS, leaks_of
from resources.report.gate.known import HeldBack, Looked
from tests.resources.report.gate.catalogue import ALL, CATALOGUE, CLEAN, EXEMPT, NURSING, file
from tests.resources.report.gate.made_county import said
from tests.resources.report.made_packages import body, paragraph, zipped

DOCUMENTS = [
    pytest.param(check, number, id=f"{check} {number}")
    for check, some in CATALOGUE.items()
    for number in range(1, len(some) + 1)
]


def test_every_check_has_documents_of_its_own():
    assert list(CATALOGUE) == [check.name for check in CHECKS]


@pytest.mark.parametrize(("name", "number"), DOCUMENTS)
def test_without_its_check_a_document_gets_through(name, number):
    looked = CATALOGUE[name][number - 1]
    assert leaks_of(looked, ALL)
    assert leaks_of(looked, ALL, [check for check in CHECKS if check.name != name]) == []


@pytest.mark.parametrize("looked", CLEAN, ids=("report", "picture", "file"))
def test_what_is_public_gets_through(looked):
    assert leaks_of(looked, ALL) == []


NOTHING = re.compile(r"(?!)")
KNOWN = replace(
    ALL,
    services=tuple(
        ExemptTerm(name, "contract suspended", telling)
        for name, telling in (
            ("Elm Inn", ()),
            ("Al In", ()),
            ("O'B In", ()),
            ("Quillmere House", ()),
            ("Velvet Care", ("velvet",)),
        )
    ),
    held_back=(
        HeldBack("It was given late on three nights without anybody asking.", "a comment in confidence"),
    ),
)


def of_body(xml):
    return lambda: file(body(xml))


def part(name, xml):
    return lambda: file(zipped({"word/document.xml": "<a/>", name: xml}))


def text(*some, **more):
    return lambda: said(*some, **more)


def runs(kind):
    return of_body(f"<w:p><w:r><w:{kind}>Elm I</w:{kind}></w:r><w:r><w:{kind}>nn</w:{kind}></w:r></w:p>")


def nothing(*_given, **_named):
    return ()


PNG = b"\x89PNG\r\n\x1a\n" + (7).to_bytes(4, "big") + b"tEXtElm Inn0000"
PARTS = {
    # what is read of a file
    "text of runs": ("document_text:_RUN_TEXT", frozenset({"delText"}), runs("t")),
    "text that was struck out": ("document_text:_RUN_TEXT", frozenset({"t"}), runs("delText")),
    "codes of fields": ("document_text:_FIELD_TEXT", frozenset(), runs("instrText")),
    "pictures": ("document_text:_png_texts", nothing, part("word/media/image1.png", PNG)),
    "files inside": ("document_text:_of_binary", nothing, part("word/media/image1.png", b"Elm Inn")),
    # how names are compared
    "characters that nobody sees": ("letters:_UNSEEN", NOTHING, text("at A\u200dl In")),
    "letters that look alike": ("letters:_LATIN_FOR", {}, text("at \u0395lm Inn")),
    "apostrophes": ("letters:_APOSTROPHES", NOTHING, text("at O\u2019B In")),
    "abbreviations": ("letters:ABBREVIATIONS", {}, text("at Quillmere Hse")),
    "a word alone": ("hits:_looks_like_a_name", lambda _hit: False, text("at Velvet today")),
    "surname first": ("exempt_names:_spelt", lambda _spelling: [], text("Example, Ada")),
    "the search itself": ("leak_gate:Search.leaks", nothing, text("at Elm Inn")),
    "addresses however spaced": ("gate.names:bare_address", str.strip, text("Ring 0115 4960123.")),
    "words of a refusal": ("gate.names:_REFUSED", NOTHING, text("The claim of Quixotic Care was refused.")),
    # numbers and days
    "shortened sums": ("gate.numbers:_SHORT", dict.fromkeys(numbers._SHORT, 1), text("It was £12k.", exempt=EXEMPT)),
    "numbers in words": ("gate.numbers:_spelt", lambda _words: 0, text("There are fourteen enquiries.", exempt=EXEMPT)),
    "days in figures": ("gate.numbers:_DATES", (), text("Suspended on 03/06/2019.", exempt=EXEMPT)),
    "plurals": ("gate.sentences:singular", lambda word: word, text("14 enquiry forms", exempt=("14 enquiries",))),
    "words of a contract in trouble": (
        "gate.sentences:STATUS_WORDS", frozenset(), text("Suspended 3 June.", exempt=EXEMPT),
    ),
    "rows read with their headings": ("gate.exempt_facts:_NOUNS", 0, text("14 enquiries", exempt=EXEMPT)),
    "numbers in a row of words": (
        "gate.sentences:numbers_in", lambda _text: [], text("It was given late on 3 nights"),
    ),
    "how long a run of words is": (
        "gate.exempt_facts:PHRASE", 60, text("they were given late on three nights without anybody"),
    ),
    "what is counted on every page": (
        "gate.sentences:_SHARED", 99, text("£500 went to agency staff.", exempt=("A further £500 for agency staff.",)),
    ),
    # subtraction
    "nearly all of a list": ("gate.whole_lists:NEARLY_ALL", 2, lambda: CATALOGUE["lists that leave out"][0]),
    "words that one alone bears": (
        "gate.whole_lists:_alone", lambda _places: {},
        text(*(one.names[0].split()[0] for one in NURSING if not one.is_exempt)),
    ),
    "the fewest names of a list": ("gate.whole_lists:FEWEST_NAMED", 99, lambda: CATALOGUE["lists that leave out"][0]),
    "one of the two": ("gate.small_counts:_OF", NOTHING, text("1 of the 2 homes that opened is suspended.")),
    "those that are not": (
        "gate.small_counts:_NOT", NOTHING, text("In Rushcliffe 0 of the 2 nursing homes are not suspended."),
    ),
    "those in good standing": (
        "gate.small_counts:_IN_ORDER", NOTHING, text("In Rushcliffe one of the two nursing homes is in good standing."),
    ),
    "of these": (
        "gate.small_counts:_OF_THESE", NOTHING, text("Two nursing homes are in Rushcliffe. Of them one is suspended."),
    ),
    "all of them": ("gate.small_counts:_ALL", NOTHING, text("Every home care agency in Ashfield is suspended.")),
    "one of them": ("gate.small_counts:_ONE", NOTHING, text("A nursing home in Rushcliffe is suspended.")),
    "parts of a total": (
        "gate.small_counts:_PARTED", NOTHING,
        text("Three are suspended: two home care agencies in Ashfield and one nursing home in Rushcliffe."),
    ),
    "counts after the status": ("gate.small_counts:_AFTER", NOTHING, text("Suspended nursing homes in Rushcliffe: 1.")),
    "shares": (
        "gate.small_counts:_Reading._share", lambda *_: None, text("50% of nursing homes in Rushcliffe are suspended."),
    ),
    "fractions": (
        "gate.small_counts:fractions_in", nothing, text("Half of nursing homes in Rushcliffe are suspended."),
    ),
    "placements that stopped": (
        "gate.statuses:_PLACEMENTS", NOTHING, text("One nursing home in Rushcliffe has had placements stopped."),
    ),
    "what a contract in trouble is called": (
        "gate.statuses:_STATUS", NOTHING, text("One of two nursing homes in Rushcliffe has lost its contract."),
    ),
    "of those that are suspended": (
        "gate.small_counts:_OF_THE_SUSPENDED", NOTHING,
        text("Of the ten suspended, one is a nursing home in Rushcliffe."),
    ),
    "how many beds": ("gate.small_counts:_BEDS", NOTHING, text("A 62-bed nursing home in Ashfield is suspended.")),
    "towns": (
        "gate.small_counts:Register.narrowed", lambda _self, scope, _text: scope,
        text("A home in Ollerton is suspended."),
    ),
    "how few tell": ("gate.small_counts:FEWEST", 0, text("One of the two nursing homes in Rushcliffe is suspended.")),
    "divisions of a total": (
        "gate.small_counts:_divided", nothing, lambda: CATALOGUE["small counts left over"][0],
    ),
    # what travels unseen
    "the parts written": ("gate.unseen:WRITTEN", re.compile(".*", re.DOTALL), part("word/comments.xml", "<a/>")),
    "signs of what is hidden": (
        "gate.unseen:_SIGNS", (), of_body("<w:r><w:rPr><w:vanish/></w:rPr></w:r>"),
    ),
    "the marking": ("gate.unseen:MARKING", "another", of_body(paragraph("EXEMPT: not for publication"))),
}  # fmt: skip


@pytest.mark.parametrize("name", PARTS)
def test_without_a_part_of_it_something_gets_through(name, monkeypatch):
    target, instead, looked = PARTS[name]
    module, _, attribute = target.partition(":")
    assert leaks_of(_afresh(looked()), KNOWN)
    monkeypatch.setattr(f"resources.report.{module}.{attribute}", instead)
    _forget()
    got_through = leaks_of(_afresh(looked()), replace(KNOWN)) == []
    _forget()
    assert got_through


def _forget():
    leak_gate._setting.cache_clear()


def _afresh(looked):
    """The same, with nothing of it remembered."""
    return Looked(**{one: getattr(looked, one) for one in Looked.__dataclass_fields__})
