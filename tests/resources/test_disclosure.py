"""What percentages give away, against trying everything that would be printed so."""

from fractions import Fraction
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from resources.disclosure import Percentage, PublishedRow, given_away
from resources.statistics import share


def _row(base, *counts, name="Home care", **facts):
    shares = tuple(Percentage(f"answer {at}", count) for at, count in enumerate(counts, 1))
    return PublishedRow(name, base, shares, **facts)


def test_two_percentages_of_one_hidden_base_give_it_away():
    (base, first, second) = given_away([_row(13, 12, 8, at_most=20)])
    assert (base.least, base.most) == (13, 13)
    assert base.sentence == "Home care: 92% and 62% fit a base of 13 alone, and it is not shown."
    assert [first.sentence, second.sentence] == [
        "Home care, answer 1: 92% can only be 12.", "Home care, answer 2: 62% can only be 8.",
    ]  # fmt: skip


def test_without_an_end_to_what_the_base_may_be_nothing_is_given_away():
    assert given_away([_row(13, 12, 8)]) == []
    assert given_away([_row(13, 12, 8, at_most=40)]) == []  # 26 fits as well


def test_a_count_that_is_shown_gives_the_base_away():
    row = PublishedRow("Home care", 13, (Percentage("answer", 12, shows_count=True),))
    assert [one.least for one in given_away([row])] == [13]
    assert given_away([row])[0].sentence == "Home care: 92% fits a base of 13 alone, and it is not shown."


def test_a_small_count_of_people_shows_through_its_percentage():
    (found,) = given_away([_row(60, 2, shows_base=True, people=True)])
    assert (found.least, found.most) == (2, 2)
    assert found.sentence == "Home care, answer 1: 3% can only be 2 people."
    (found,) = given_away([_row(300, 4, shows_base=True, people=True)])
    assert found.sentence == "Home care, answer 1: 1% can only be 2 to 4 people."
    assert given_away([_row(60, 2, shows_base=True)]) == []  # of providers that is no secret
    assert given_away([_row(900, 4, shows_base=True, people=True)]) == []  # 0% may be nobody


def test_so_does_a_small_rest():
    (found,) = given_away([_row(60, 58, shows_base=True, people=True)])
    assert found.sentence == "Home care, answer 1: 97% leaves only 2 people who are not in it."


def test_a_count_that_was_hidden_to_protect_another_must_not_be_known():
    hidden = Percentage("answer", 20, hides_count=True)
    assert [one.least for one in given_away([PublishedRow("Home care", 40, (hidden,), shows_base=True)])] == [
        20
    ]
    large = Percentage("answer", 200, hides_count=True)
    assert given_away([PublishedRow("Home care", 400, (large,), shows_base=True)]) == []


def test_the_shown_bases_and_their_total_tell_what_a_hidden_base_can_be():
    rows = [_row(100, 50, shows_base=True), _row(13, 12, 8, name="Day care"), _row(5, 2, name="Shared Lives")]
    assert [one.row for one in given_away(rows, total=118)] == ["Day care"] * 3
    assert given_away(rows) == []


def test_nothing_published_gives_nothing_away():
    assert given_away([PublishedRow("Home care", 0, (Percentage("answer", 0),), at_most=9)]) == []


# --- against trying everything --------------------------------------------------------------------------------


@st.composite
def rows(draw):
    base = draw(st.integers(1, 10))
    adds_up = draw(st.booleans())
    if adds_up:
        cuts = sorted(draw(st.lists(st.integers(0, base), min_size=1, max_size=2)))
        counts = [after - before for before, after in zip([0, *cuts], [*cuts, base], strict=True)]
    else:
        counts = draw(st.lists(st.integers(0, base), min_size=1, max_size=3))
    shows_base = draw(st.booleans())
    units = st.sampled_from([1, 1, 5, 10, Fraction(1, 10), None])
    return PublishedRow(
        "Row", base,
        tuple(
            Percentage(str(at), count, draw(st.booleans()) and draw(st.booleans()), draw(units), draw(st.booleans()))
            for at, count in enumerate(counts)
        ),
        shows_base=shows_base, adds_up=adds_up, people=draw(st.booleans()), at_most=draw(st.integers(base, 12)),
    )  # fmt: skip


def _worlds(row):
    """Every base and counts that would be printed as the row is."""
    printed = [row.printed(one) for one in row.percentages]
    for base in [row.base] if row.shows_base else range(row.at_least, row.at_most + 1):
        choices = [
            [
                count
                for count in ([one.count] if one.shows_count else range(base + 1))
                if count <= base and (told is None or _said(count, base, one.unit) == told)
            ]
            for one, told in zip(row.percentages, printed, strict=True)
        ]
        for counts in product(*choices):
            if not row.adds_up or sum(counts) == base:
                yield base, counts


def _said(count, base, unit):
    return round(Fraction(100 * count, base) / Fraction(unit)) * Fraction(unit)


def _expected(row, below):
    worlds = list(_worlds(row))
    bases = {base for base, _ in worlds}
    assert (row.base, tuple(one.count for one in row.percentages)) in worlds
    if all(row.printed(one) is None for one in row.percentages):
        return set()
    found = set()
    small = row.people and max(bases) < below <= row.at_most
    if not row.shows_base and row.at_most > 1 and (len(bases) == 1 or small):
        found.add(("", min(bases), max(bases)))
    for at, one in enumerate(row.percentages):
        counts = {counts[at] for _, counts in worlds}
        rest = {base - counts[at] for base, counts in worlds}
        if one.shows_count or row.printed(one) is None:
            continue
        known = len(counts) == 1 and (one.hides_count or (counts != {0} and not row.shows_base))
        tiny = row.people and (counts <= set(range(1, below)) or rest <= set(range(1, below)))
        if known or tiny:
            found.add((one.name, min(counts), max(counts)))
    return found


@settings(max_examples=400, deadline=None)
@given(rows(), st.sampled_from([5, 7]))
def test_it_finds_what_trying_everything_finds(row, below):
    found = {(one.percentage, one.least, one.most) for one in given_away([row], below=below)}
    assert found == _expected(row, below)


@given(st.integers(1, 400).flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base))))
def test_percentages_are_printed_as_everywhere(pair):
    row = _row(pair[1], pair[0])
    assert row.printed(row.percentages[0]) == share(*pair).percent
