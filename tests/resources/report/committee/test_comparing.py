"""Two reports held against each other."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.report.blocks import Block, Bullets, Heading, Paragraph, Recommendations, Report, TableBlock
from resources.report.committee.comparing import Difference, Kind, What, compare
from resources.report.committee.composing import Composed, Origin, SentenceState
from resources.report.committee.parts import Part
from resources.report.exemption import Exemption
from resources.report.told import Figure
from resources.tables import Cell, Column, ColumnKind, Table

MADE = Origin(section="forums", item="1")
TYPED = Origin(state=SentenceState.TYPED, item="2")
EXEMPT = Exemption(3, "It names a provider.")


def report(*pairs: tuple[Block, Origin]) -> Composed:
    blocks = (Heading("Information"), *(block for block, _ in pairs))
    return Composed(Report("Progress", blocks=blocks), (Origin(), *(origin for _, origin in pairs)))


def sentence(text: str, *figures: Figure, key: str = "held") -> tuple[Block, Origin]:
    return Paragraph(text, numbered=True, key=key, figures=figures), replace(MADE, sentence=key)


def table(*rows: tuple[Cell, ...], title: str = "Ratings on 9 December 2019") -> tuple[Block, Origin]:
    columns = (
        Column("kind", "Kind"), Column("homes", "Homes", ColumnKind.NUMBER),
        Column("share", "Share", ColumnKind.PERCENT), Column("paid", "Paid", ColumnKind.MONEY),
    )  # fmt: skip
    return TableBlock(Table(title, columns, rows), "Ratings."), MADE


def only(found: tuple[Difference, ...]) -> Difference:
    (one,) = found
    return one


def test_a_report_does_not_differ_from_itself() -> None:
    one = report(sentence("12 events were held.", Figure("events", "12", 12)), table(("Homes", 1, 2.0, 3)))
    assert compare(one, one) == ()


def test_a_figure_that_changed_is_told_with_by_how_much() -> None:
    then = report(sentence("12 events were held.", Figure("events", "12 events", 12)))
    now = report(sentence("9 events were held.", Figure("events", "9 events", 9)))
    found = only(compare(then, now))
    assert (found.kind, found.what, found.where) == (Kind.FIGURES, What.SENTENCE, "Information")
    assert [one.words for one in found.figures] == ["12 events → 9 events (−3)"]


@pytest.mark.parametrize(
    ("was", "now", "by"),
    [
        (Figure("share", "7%", 7.14, 42), Figure("share", "9.5%", 9.52, 42), "+2.4 percentage points"),
        (Figure("paid", "£1,000", 100_000), Figure("paid", "£1,250.50", 1250.5), "+£250.50"),
        (Figure("paid", "£12,000", 1_200_000), Figure("paid", "£9,000", 900_000), "−£3,000"),
        (Figure("share", "3 of 4", 75, 4), Figure("share", "62% (25 of 40)", 62.5, 40), "−12.5 percentage points"),
        (Figure("share", "3 of 4", 75, 4), Figure("share", "2 of 4", 50, 4), ""),
        (Figure("came", "98 of 321", 98, 321), Figure("came", "57 of 325", 57, 325), "−41"),
        (Figure("place", "joint fifth highest", 5), Figure("place", "sixth highest", 6), ""),
        (Figure("held", "three events", 3), Figure("held", "12 events", 12), "+9"),
        (Figure("said", "none", None), Figure("said", "3", 3), ""),
    ],
    ids=[
        "percentage points", "pounds whatever they are kept in", "fewer pounds", "a share and a percentage",
        "small shares", "counts of a whole", "places", "a number in words", "no value",
    ],
)  # fmt: skip
def test_differences_are_told_as_what_the_figures_are(was: Figure, now: Figure, by: str) -> None:
    found = only(compare(report(sentence(was.words, was)), report(sentence(now.words, now))))
    assert found.figures[0].by == by


def test_new_and_gone_sentences_stand_in_the_order_of_the_report() -> None:
    then = report(sentence("A.", key="a"), sentence("B.", key="b"), sentence("C.", key="c"))
    now = report(sentence("A.", key="a"), sentence("D.", key="d"), sentence("C.", key="c"))
    assert [(one.kind, one.name) for one in compare(then, now)] == [(Kind.NEW, "d"), (Kind.GONE, "b")]


def test_the_same_key_in_another_section_is_another_sentence() -> None:
    block, origin = sentence("A.")
    other = report((block, replace(origin, section="awards")))
    assert [one.kind for one in compare(report((block, origin)), other)] == [Kind.NEW, Kind.GONE]


def test_an_edited_sentence_is_said_differently() -> None:
    found = only(
        compare(report(sentence("12 events were held.")), report(sentence("A dozen events were held.")))
    )
    assert (found.kind, found.was, found.now) == (
        Kind.CHANGED,
        "12 events were held.",
        "A dozen events were held.",
    )


def test_a_provider_renamed_between_the_two_is_told_as_such() -> None:
    renamed = {"Elm Inn": "Elm House"}
    then = report(sentence("Elm Inn is outstanding."), table(("Elm Inn", 1, 2.0, 3)))
    now = report(sentence("Elm House (formerly Elm Inn) is outstanding."), table(("Elm House", 1, 2.0, 3)))
    assert [one.kind for one in compare(then, now, renamed=renamed)] == [Kind.RENAMED, Kind.RENAMED]
    assert [one.kind for one in compare(then, now)] == [Kind.CHANGED, Kind.FIGURES]


def test_tables_are_known_whatever_day_their_captions_say() -> None:
    then = table(("Nursing", 40, 50.0, 100_000), ("Home care", 3, 1.0, 0))
    now = table(
        ("Nursing", 42, 52.5, 90_000), ("Day care", 1, 1.0, 0), title="Ratings on 3 March 2020"
    )  # fmt: skip
    found = only(compare(report(then), report(now)))
    assert [(one.name, one.words) for one in found.figures] == [
        ("Nursing: Homes", "40 → 42 (+2)"),
        ("Nursing: Share", "50% → 52.5% (+2.5 percentage points)"),
        ("Nursing: Paid", "£1,000 → £900 (−£100)"),
        ("Day care", "no row → a new row"),
        ("Home care", "a row → no row"),
    ]


def test_parts_recommendations_and_typed_words() -> None:
    then = report(
        (Paragraph("To tell members of progress."), Origin(part=Part.PURPOSE)),
        (Paragraph("Winter brought more people to the forums than ever."), TYPED),
        (Recommendations(("members note the progress", "members agree a review in June")), Origin()),
    )
    now = report(
        (Paragraph("To seek approval."), Origin(part=Part.PURPOSE)),
        (Paragraph("Winter brought fewer people to the forums than ever."), TYPED),
        (Recommendations(("members note the progress", "members agree a review in September")), Origin()),
    )
    assert [(one.kind, one.what) for one in compare(then, now)] == [
        (Kind.CHANGED, What.PART),
        (Kind.CHANGED, What.TYPED),
        (Kind.CHANGED, What.RECOMMENDATION),
    ]


def test_the_words_of_the_house_style_are_no_difference() -> None:
    lead = (Paragraph("That:", leads=True), Origin(state=SentenceState.TYPED))
    assert compare(report(lead), report()) == compare(report(), report(lead)) == ()


def test_the_same_typed_words_twice_are_two_things() -> None:
    once, twice = (Paragraph("Noted."), TYPED), (Bullets(("Noted.",)), TYPED)
    assert [one.kind for one in compare(report(once), report(once, twice))] == [Kind.NEW]


def test_what_is_exempt_in_either_is_exempt_in_the_difference() -> None:
    block, origin = sentence("Three are suspended.")
    hidden = (replace(block, exempt=EXEMPT), origin)
    assert only(compare(report(hidden), report(sentence("Two are suspended.")))).exempt == EXEMPT
    assert only(compare(report(sentence("Two.")), report(hidden))).exempt == EXEMPT
    assert only(compare(report(hidden), report())).exempt == EXEMPT


SAID = st.dictionaries(
    st.sampled_from("abcdefgh"), st.sampled_from(["1 event.", "2 events.", "None."]), max_size=8
)


@given(SAID, SAID)
def test_looked_at_from_the_other_end_what_is_new_is_gone(then: dict[str, str], now: dict[str, str]) -> None:
    old, new = (report(*(sentence(text, key=key) for key, text in said.items())) for said in (then, now))
    there, back = compare(old, new), compare(new, old)
    mirror = {Kind.NEW: Kind.GONE, Kind.GONE: Kind.NEW}
    assert {(one.name, one.kind) for one in there} == {
        (one.name, mirror.get(one.kind, one.kind)) for one in back
    }
    assert {one.name for one in there} == {
        key for key in then.keys() | now.keys() if then.get(key) != now.get(key)
    }
