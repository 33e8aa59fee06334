"""Figures pointed out in sentences that are written already."""

from resources.report.pointing import pointed, standing_in
from resources.report.told import Figure, Shown


def test_figures_stand_in_the_order_of_the_sentence_and_as_whole_words() -> None:
    told = pointed(
        "work", "Of 12 people, 2 (17%) work 1,200 hours.",
        hours=Shown("1,200", 1200), people=Shown("2", 2, 12, "people"), of=Shown("12", 12), share=Shown("17%", 16.7),
    )  # fmt: skip
    assert [(one.name, one.words) for one in told.figures] == [
        ("of", "12"), ("people", "2"), ("share", "17%"), ("hours", "1,200"),
    ]  # fmt: skip
    assert told.figures[1] == Figure("people", "2", 2, 12, "people")


def test_what_does_not_stand_in_it_is_left_out() -> None:
    told = pointed(
        "one", "On 3.5 and £30 and 2% nothing is said.",
        three=Shown("3"), pounds=Shown("30"), two=Shown("2"), none=Shown(""),
    )  # fmt: skip
    assert told.figures == ()


def test_the_same_words_have_a_place_each() -> None:
    told = pointed("one", "4 came and 4 went.", came=Shown("4", 4), went=Shown("4", 4), stayed=Shown("4", 4))
    assert [one.name for one in told.figures] == ["came", "went"]


def test_a_figure_at_the_end_of_a_sentence_is_found() -> None:
    assert pointed("end", "There were 7.", seven=Shown("7", 7)).figures[0].words == "7"


def test_of_words_that_somebody_wrote_a_figure_stands_in_them_as_a_whole() -> None:
    two, twelve = Figure("two", "2", 2), Figure("twelve", "12", 12)
    assert standing_in("Of 12 people some came.", [two, twelve]) == (twelve,)
    assert standing_in("2 of 12 people came.", [two, twelve]) == (two, twelve)
