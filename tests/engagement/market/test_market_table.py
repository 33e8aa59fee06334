import csv
import io
from datetime import date

import pytest

from engagement.market.market_table import (
    RATINGS,
    RatedService,
    change_table,
    compare,
    from_published,
    kind_table,
    market_by_authority,
    market_by_district,
    wide_table,
)
from engagement.register.vocabulary import (
    KeyQuestion,
    MarketKind,
    Rating,
    key_question_from_cqc,
    kind_from_service_types,
    market_kind,
    read_rating,
)
from resources.problem import Problem
from resources.statistics import Verdict

NURSING, RESIDENTIAL, DOMICILIARY = MarketKind
IA, RI, GO, OU, NR = RATINGS


def services(authority, kind, *counts, district=""):
    """As many services of each rating as the counts say, in the order IA, RI, GO, OU, not rated."""
    return [
        RatedService(authority, kind, rating, district)
        for rating, count in zip(RATINGS, counts, strict=True)
        for _ in range(count)
    ]


def test_grades_are_of_rated_services_and_not_yet_rated_is_of_all():
    market = market_by_authority(services("Oldham", NURSING, 0, 2, 8, 0, 1))
    profile = market.profile("Oldham", NURSING)
    assert profile.figures == (0, 20, 80, 0, 9)
    assert (profile.rated, profile.all, profile.small) == (10, 11, True)
    assert profile.share(NR).base == 11


def test_an_area_with_nothing_rated_has_no_percentages():
    market = market_by_authority(
        services("Rutland", NURSING, 0, 0, 0, 0, 2), authorities=["Rutland", "Derby"]
    )
    assert market.profile("Rutland", NURSING).figures == (None, None, None, None, 100)
    assert market.profile("Derby", NURSING).figures == (None,) * 5
    assert market.profile("Elsewhere", NURSING).figures == (None,) * 5
    assert market.areas == ("Rutland", "Derby")


def test_districts_of_one_authority_can_be_the_rows():
    made = [
        *services("Nottinghamshire", NURSING, 1, 0, 0, 0, 0, district="Gedling"),
        *services("Nottinghamshire", NURSING, 0, 0, 1, 0, 0),
        *services("Derby", NURSING, 0, 0, 5, 0, 0, district="Derby"),
    ]
    market = market_by_district(made, "Nottinghamshire", districts=["Ashfield", "Gedling"])
    assert market.areas == ("Ashfield", "Gedling", "District not known")
    assert market.profile("Gedling", NURSING).counts == (1, 0, 0, 0, 0)
    assert market_by_district(made, "Derby").areas == ("Derby",)


def test_the_table_of_a_kind_carries_its_bases_and_notes():
    made = [*services("Derby", NURSING, 1, 1, 1, 0, 1), *services("Oldham", NURSING, 0, 20, 20, 0, 0)]
    table = kind_table(market_by_authority(made, as_at=date(2019, 8, 1)), NURSING)
    assert [column.heading for column in table.columns] == [
        "Local authority", "Inadequate (%)", "Requires improvement (%)", "Good (%)", "Outstanding (%)",
        "Rated services", "Not yet rated (% of all)", "All services", "Base",
    ]  # fmt: skip
    assert table.rows == [
        ("Derby", 33, 33, 33, 0, 3, 25, 4, "Small base"),
        ("Oldham", 0, 50, 50, 0, 40, 0, 40, ""),
    ]
    assert table.notes == (
        "Percentages are rounded, so 1 of the 2 sets of ratings adds up to 99, not 100.",
        "Small base, fewer than 30 rated services: nursing homes in Derby.",
    )
    assert (table.as_at, table.title) == (date(2019, 8, 1), "Nursing homes: CQC ratings by local authority")


def test_a_published_table_is_entered_as_figures(published):
    table = wide_table(published)
    assert (len(table.columns), len(table.rows)) == (16, 9)
    assert table.columns[1].heading == "Nursing: IA"
    assert table.columns[15].heading == "Home care: Not yet rated"
    assert table.rows[7] == ("Nottinghamshire", 10, 23, 60, 7, 3, 3, 15, 77, 6, 9, 1, 7, 86, 6, 17)
    assert table.notes[1:] == (
        "Percentages are rounded, so 7 of the 27 sets of ratings add up to 99 or 101, not 100.",
        "The numbers of services behind these percentages are not known.",
    )
    assert not published.has_counts
    assert len(kind_table(published, NURSING).columns) == 6


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ((1, 2, 3), "Five figures"),
        ((0, 0, 101, 0, 0), "from 0 to 100"),
        ((10, 10, 10, 10, 0), "add up to 40"),
    ],
)
def test_figures_that_cannot_be_are_refused_in_a_sentence(row, says):
    with pytest.raises(Problem, match=says):
        from_published({("Derby", NURSING): row})


def test_published_noughts_mean_that_nothing_was_rated():
    market = from_published({("Derby", NURSING): (0, 0, 0, 0, 100)})
    assert market.profile("Derby", NURSING).figures == (None, None, None, None, 100)


def test_a_change_is_shown_in_numbers_and_points_and_judged():
    before = market_by_authority(services("Derby", RESIDENTIAL, 20, 40, 40, 0, 0), as_at=date(2019, 5, 1))
    after = market_by_authority(services("Derby", RESIDENTIAL, 2, 20, 70, 8, 0), as_at=date(2019, 8, 1))
    table = change_table(before, after)
    assert table.title == "Change in CQC ratings from 1 May 2019 to 1 August 2019"
    assert [row for row in table.rows if row[1] == "Residential homes"] == [
        ("Derby", "Residential homes", "Inadequate", 20, 2, 20, 2, -18, "Improved"),
        ("Derby", "Residential homes", "Requires improvement", 40, 20, 40, 20, -20, "Improved"),
        ("Derby", "Residential homes", "Good", 40, 70, 40, 70, 30, "Improved"),
        ("Derby", "Residential homes", "Outstanding", 0, 8, 0, 8, 8, "Improved"),
        ("Derby", "Residential homes", "Not yet rated", 0, 0, 0, 0, 0, "No clear change"),
    ]
    assert any("Newcombe" in note for note in table.notes)


def test_leaving_good_for_outstanding_is_not_worse():
    before = market_by_authority(services("Derby", RESIDENTIAL, 0, 0, 100, 0, 0))
    after = market_by_authority(services("Derby", RESIDENTIAL, 0, 0, 60, 40, 0))
    verdicts = {one.rating: one.change.verdict for one in compare(before, after) if one.kind is RESIDENTIAL}
    assert (verdicts[GO], verdicts[OU]) == (Verdict.NO_CLEAR_CHANGE, Verdict.IMPROVED)


def test_published_figures_are_compared_without_a_verdict(published):
    counted = market_by_authority(services("Derby", NURSING, 0, 10, 90, 0, 0))
    first = compare(published, counted)[1]
    assert (first.change.points, first.change.verdict) == (-2, Verdict.BASE_NOT_KNOWN)


def _rows(file, header_cell):
    text = file.read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    start = next(number for number, row in enumerate(rows) if header_cell in row)
    return [dict(zip(rows[start], row, strict=False)) for row in rows[start + 1 :] if any(row)]


def _oldham(folder, day):
    """Oldham's services, by joining the directory (for the kind) to the ratings."""
    ratings = {
        row["Location ID"]: read_rating(row["Latest Rating"]).rating
        for row in _rows(folder / f"oldham_{day}_Latest_ratings_long.csv", "Location ID")
        if key_question_from_cqc(row["Domain"]) is KeyQuestion.OVERALL
        and row["Service / Population Group"] == "Overall"
    }
    for row in _rows(folder / f"oldham_{day}_CQC_directory.csv", "Service types"):
        kind = kind_from_service_types(row["Service types"].split("|"))
        if kind and market_kind(kind):
            location = row["CQC Location ID (for office use only)"]
            yield RatedService("Oldham", market_kind(kind), ratings.get(location) or Rating.NOT_RATED)


# 4 of 32 residential homes required improvement on 1 May 2019: exactly 12.5%, known as 12%: a half goes to the even
# neighbour, and the figures add up to 99.
@pytest.mark.parametrize(
    ("day", "profiles"),
    [
        ("2019-05-01", {NURSING: (0, 11, 89, 0), RESIDENTIAL: (3, 12, 84, 0), DOMICILIARY: (4, 8, 85, 4)}),
        ("2019-08-01", {NURSING: (0, 20, 80, 0), RESIDENTIAL: (0, 16, 84, 0), DOMICILIARY: (4, 7, 81, 7)}),
    ],
)
def test_oldhams_two_tables_are_those_that_are_known(day, profiles, shared_data):
    market = market_by_authority(_oldham(shared_data / "cqc", day))
    assert {kind: market.profile("Oldham", kind).grades for kind in MarketKind} == profiles
    bases = [
        (market.profile("Oldham", kind).rated, market.profile("Oldham", kind).all) for kind in MarketKind
    ]
    if day == "2019-08-01":
        assert bases == [(10, 11), (32, 32), (27, 30)]
    else:
        assert bases[0][0] == 9
