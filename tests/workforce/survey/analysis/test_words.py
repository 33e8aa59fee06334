"""What every table of a wave says of itself."""

from resources.statistics import Interval, share
from workforce.survey.analysis import words
from workforce.survey.analysis.frame import AnalysisFilter, WaveData, filtered


def test_a_filter_is_said_in_words() -> None:
    chosen = AnalysisFilter(
        ("home_care", "nursing_home"), ("Ashfield",), sizes=("micro",), good_and_outstanding=True
    )
    assert words.filter_words(chosen) == (
        "Home care or Nursing home; Ashfield; Micro, 1–9 staff; Good and Outstanding only"
    )
    assert words.filter_words(AnalysisFilter()) == ""


def test_only_a_filtered_wave_has_a_note_of_it(data: WaveData) -> None:
    assert words.filter_notes(data) == ()
    assert words.filter_notes(filtered(data, AnalysisFilter(districts=("Ashfield",)))) == ("Only: Ashfield.",)


def test_the_interval_note_names_the_population() -> None:
    assert "the 352 who could have answered" in words.interval_note(352)
    assert words.interval_note(None) == words.INTERVAL_RULE


def test_intervals_and_shares_mark_small_bases() -> None:
    assert words.interval_words(Interval(0.384, 0.561), share(40, 88)) == "38% to 56%"
    assert words.interval_words(Interval(0.1, 0.5), share(5, 20)) == "10% to 50%, small base"
    assert words.interval_words(Interval(0.45, 0.45), share(40, 88)) == "everybody answered"
    assert words.interval_words(None, share(3, 7)) == "base too small"
    assert words.interval_words(None, share(0, 0)) == ""
    told = [words.share_words(one) for one in (share(40, 88), share(5, 20), share(3, 7))]
    assert told == ["45% of 88", "25% of 20 (small base)", "3 of 7"]


def test_what_is_apart_from_the_base_is_said() -> None:
    assert words.apart_words(88, 4, 0, 13) == (
        "88 responses that answered this. Apart: don’t know 4, no answer 13."
    )
    assert words.apart_words(1, 0, 0, 0) == "1 response that answered this."


def test_figures_have_their_unit() -> None:
    assert [words.figure_words(one, "%") for one in (12.0, 12.5, None)] == ["12%", "12.5%", ""]


def test_small_bases_are_noted_only_where_there_are_any() -> None:
    assert words.small_notes([share(10, 40)]) == ()
    assert words.small_notes([share(10, 40), share(1, 20)]) == (words.SMALL_BASES,)


def test_a_wave_stands_as_at_its_last_day(data: WaveData) -> None:
    assert words.wave_day(data) == data.wave.opens_on
    assert words.wave_source(data) == "Survey, Wave of 2019-10-01"
