import pytest

from engagement.market.market_sentences import (
    among_region,
    market_sentences,
    number_sentence,
    rating_sentence,
)
from engagement.market.market_table import RATINGS, RatedService, from_published, market_by_authority
from engagement.register.vocabulary import MarketKind, Rating

NURSING, RESIDENTIAL, DOMICILIARY = MarketKind
AMONG = among_region("East Midlands")


def counted(figures):
    """A market counted from numbers of services per rating, for each area and kind."""
    return market_by_authority(
        RatedService(area, kind, rating)
        for (area, kind), counts in figures.items()
        for rating, count in zip(RATINGS, counts, strict=True)
        for _ in range(count)
    )


def test_the_reports_sentences_come_out_with_its_missed_ties_put_right(published):
    assert [s.text for s in market_sentences(published, "Nottinghamshire", among=AMONG)] == [
        "Nottinghamshire has the highest % of Outstanding nursing homes in the East Midlands (7%).",
        "Nottinghamshire has the second highest % of Outstanding residential homes in the East Midlands (6%).",
        "Nottinghamshire has the joint second highest % of Outstanding home care agencies in the East Midlands "
        "(6%, with Nottingham).",
        "Nottinghamshire has the highest % of Inadequate nursing homes in the East Midlands (10%).",
        "Nottinghamshire has the second highest % of Inadequate residential homes in the East Midlands (3%).",
        "Nottinghamshire has the joint second highest % of Inadequate home care agencies in the East Midlands "
        "(1%, with Derbyshire).",
    ]


@pytest.mark.parametrize(
    ("area", "kind", "rating", "place", "tied_with"),
    [
        ("Lincolnshire", DOMICILIARY, Rating.OUTSTANDING, 1, ()),
        ("Nottingham", DOMICILIARY, Rating.OUTSTANDING, 2, ("Nottinghamshire",)),
        ("Northamptonshire", RESIDENTIAL, Rating.OUTSTANDING, 1, ()),
        ("Nottinghamshire", RESIDENTIAL, Rating.OUTSTANDING, 2, ()),
        ("Leicester", RESIDENTIAL, Rating.OUTSTANDING, 3, ("Nottingham",)),
        ("Nottinghamshire", NURSING, Rating.INADEQUATE, 1, ()),
        ("Derbyshire", RESIDENTIAL, Rating.INADEQUATE, 1, ()),
        ("Nottinghamshire", RESIDENTIAL, Rating.INADEQUATE, 2, ()),
        ("Lincolnshire", RESIDENTIAL, Rating.INADEQUATE, 3, ("Nottingham",)),
        ("Derby", DOMICILIARY, Rating.OUTSTANDING, 4, ()),
    ],
)
def test_places_of_the_published_table(published, area, kind, rating, place, tied_with):
    sentence = rating_sentence(published, area, kind, rating, AMONG)
    assert (sentence.place, sentence.from_lowest, sentence.tied_with) == (place, False, tied_with)


def test_the_figures_compared_are_carried_along(published):
    sentence = rating_sentence(published, "Nottinghamshire", DOMICILIARY, Rating.OUTSTANDING, AMONG)
    assert sentence.reasons == (
        "Outstanding home care agencies, % of rated, as at 1 August 2019: Lincolnshire 8%, Nottingham 6%, "
        "Nottinghamshire 6%, Derby 5%, Leicestershire 4%, Northamptonshire 3%, Leicester 1%, Derbyshire 0%, "
        "Rutland 0%.",
    )


def test_the_lowest_are_said_from_their_end(published):
    said = rating_sentence(published, "Nottinghamshire", NURSING, Rating.GOOD, AMONG)
    assert said.text == ("Nottinghamshire has the lowest % of Good nursing homes in the East Midlands (60%).")
    assert (said.place, said.from_lowest) == (1, True)
    joint = rating_sentence(published, "Leicester", NURSING, Rating.GOOD, AMONG)
    assert joint.text == (
        "Leicester has the joint second lowest % of Good nursing homes in the East Midlands (62%, with Nottingham)."
    )
    unrated = rating_sentence(published, "Nottingham", RESIDENTIAL, Rating.NOT_RATED, AMONG)
    assert unrated.text == (
        "Nottingham has the highest % of residential homes not yet rated in the East Midlands (14%)."
    )


def test_nought_is_not_ranked(published):
    published_zero = rating_sentence(published, "Derby", NURSING, Rating.OUTSTANDING, AMONG)
    assert published_zero.text == (
        "To the nearest whole number, 0% of rated nursing homes in Derby are Outstanding."
    )
    assert published_zero.place is None
    market = counted({("Derby", NURSING): (0, 0, 30, 0, 0), ("Rutland", NURSING): (0, 0, 299, 1, 4)})
    said = [rating_sentence(market, a, NURSING, Rating.OUTSTANDING, AMONG).text for a in ("Derby", "Rutland")]
    assert said == [
        "No nursing home in Derby is rated Outstanding.",
        "1 of Rutland's 300 rated nursing homes is Outstanding, less than 0.5%.",
    ]
    assert rating_sentence(market, "Derby", NURSING, Rating.NOT_RATED, AMONG).text == (
        "Every nursing home in Derby is rated."
    )


def test_counted_figures_are_said_with_their_base_and_a_small_one_is_noted():
    market = counted(
        {
            ("Derby", NURSING): (0, 0, 9, 1, 0),
            ("Rutland", NURSING): (0, 0, 18, 2, 0),
            ("Oldham", NURSING): (0, 0, 40, 0, 0),
        }
    )
    sentence = rating_sentence(market, "Derby", NURSING, Rating.OUTSTANDING, AMONG)
    assert sentence.text == (
        "Derby has the joint highest % of Outstanding nursing homes in the East Midlands "
        "(10%, 1 of 10; with Rutland)."
    )
    assert sentence.small_base
    assert sentence.reasons[-1] == "Small base: 10 rated nursing homes in Derby."


def test_many_who_share_a_place_are_counted_and_not_named():
    figures = {(f"Area {n}", NURSING): (0, 0, 90, 10, 0) for n in range(6)}
    market = from_published({**figures, ("Derby", NURSING): (0, 0, 100, 0, 0)})
    sentence = rating_sentence(market, "Area 0", NURSING, Rating.OUTSTANDING, "in England")
    assert sentence.text == (
        "Area 0 has the joint highest % of Outstanding nursing homes in England (10%, with 5 others)."
    )


def test_nobody_to_compare_with_is_said():
    market = from_published({("Derby", NURSING): (0, 10, 83, 7, 0), ("Rutland", NURSING): (None,) * 5})
    sentence = rating_sentence(market, "Derby", NURSING, Rating.OUTSTANDING, AMONG)
    assert sentence.text == (
        "7% of rated nursing homes in Derby are Outstanding; there is no other figure in the East Midlands "
        "to compare it with."
    )
    assert sentence.reasons[-1] == "No figure to compare: Rutland."
    missing = rating_sentence(market, "Rutland", NURSING, Rating.OUTSTANDING, AMONG)
    assert missing.text == "There is no figure for nursing homes in Rutland."


def test_all_alike_have_no_place():
    market = counted({("Derby", NURSING): (0, 0, 5, 0, 0), ("Rutland", NURSING): (0, 0, 3, 0, 1)})
    sentence = rating_sentence(market, "Derby", NURSING, Rating.GOOD, AMONG)
    assert sentence.text == (
        "100% of rated nursing homes in Derby are Good (5 of 5), the same as everywhere else in the East Midlands."
    )
    assert sentence.place is None


def test_an_area_without_rated_services_says_so():
    market = counted({("Derby", NURSING): (0, 0, 0, 0, 2), ("Rutland", NURSING): (0, 0, 3, 0, 1)})
    assert rating_sentence(market, "Derby", NURSING, Rating.GOOD, AMONG).text == (
        "There are no rated nursing homes in Derby."
    )


def test_the_number_of_rated_services_is_ranked(published):
    market = counted(
        {
            ("Derby", NURSING): (0, 0, 5, 0, 0),
            ("Derby", DOMICILIARY): (0, 0, 5, 0, 9),
            ("Rutland", NURSING): (0, 0, 3, 0, 1),
        }
    )
    assert number_sentence(market, "Derby", among=AMONG).text == (
        "Derby has the highest number of CQC rated services in the East Midlands (10)."
    )
    assert number_sentence(market, "Rutland", among=AMONG).place == 2
    assert number_sentence(published, "Derby", among=AMONG) is None


def test_regions_take_their_article():
    assert [among_region(name) for name in ("North West", "London", "Yorkshire and The Humber")] == [
        "in the North West",
        "in London",
        "in Yorkshire and The Humber",
    ]


def test_a_sentence_keeps_its_figures_and_what_they_rest_on(published):
    said = rating_sentence(published, "Nottingham", DOMICILIARY, Rating.OUTSTANDING, AMONG)
    assert said.told.key == "outstanding.domiciliary"
    assert [(one.name, one.words, one.value, one.base, one.rows) for one in said.figures] == [
        ("place", "joint second highest", 2, None, "compared.domiciliary"),
        ("share", "6%", 6, None, "compared.domiciliary"),
    ]
    for one in market_sentences(published, "Nottinghamshire", among=AMONG):
        assert all(figure.words in one.text for figure in one.figures)


def test_a_counted_share_keeps_its_exact_value_and_its_base():
    rated = [Rating.GOOD, Rating.GOOD, Rating.OUTSTANDING]
    market = market_by_authority([RatedService("Derby", NURSING, rating) for rating in rated])
    said = rating_sentence(market, "Derby", NURSING, Rating.OUTSTANDING, AMONG)
    (share,) = said.figures
    assert (share.words, round(share.value or 0, 3), share.base) == ("33%", 33.333, 3)
    assert share.rows == "services.nursing"
