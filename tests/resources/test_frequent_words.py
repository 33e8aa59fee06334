"""Words that come often in texts."""

from resources.frequent_words import frequent_words, singular, subject_words


def test_they_stand_in_two_texts_and_are_shown_in_their_commonest_form() -> None:
    some = ["More breaks and parking", "A longer break, with parking. Parking!", "Breaks"]
    assert frequent_words(some) == [("breaks", 3), ("parking", 2)]
    assert frequent_words(some, most=1) == [("breaks", 3)]


def test_words_of_every_text_tell_nothing() -> None:
    assert frequent_words(["the event was very useful"] * 3) == []
    assert frequent_words(["more staff buses", "staff, buses"], also_common=("staff",)) == [("buses", 2)]


def test_the_subject_words_of_one_text() -> None:
    assert subject_words("Too few buses at night, no BUSES") == {"buse": "buses", "night": "night"}
    assert subject_words("We do it all") == {}


def test_a_plural_counts_with_its_singular() -> None:
    assert singular("wages") == singular("wage")
    assert singular("business") == "business"
