"""Sentences, and the words in them that say what they are about."""

from resources.report.document_text import Passage
from resources.report.gate.sentences import is_little, sentences, singular


def test_a_passage_is_parted_where_its_sentences_end():
    passage = Passage("One at St. marys was closed. Two were not!\n“Three” (see 4.5) were", "p")
    assert [one.text for one in sentences([passage])] == [
        "One at St. marys was closed.", "Two were not!", "“Three” (see 4.5) were",
    ]  # fmt: skip


def test_what_a_sentence_is_about_are_its_rare_words_and_those_of_a_contract_in_trouble():
    (one,) = sentences([Passage("In June the home at Quillmere was suspended over medicines", "p")])
    assert one.telling == {"quillmere", "suspended", "medicine"}


def test_two_sentences_are_about_the_same_by_one_rare_word_or_two_common_ones():
    rare, same, common, other = sentences(
        [
            Passage(text, "p")
            for text in ("Medicines for staff", "Of medicines", "The agency staff", "Staff of an agency")
        ]
    )
    assert rare.is_about(same)
    assert not rare.is_about(common)
    assert common.is_about(other)
    assert not common.is_about(other, but=frozenset({"staff"}))


def test_words_after_a_place_go_as_far_as_the_clause():
    (one,) = sentences([Passage("14 of the older residents: and more", "p")])
    assert one.after(2, 3) == ["older", "resident"]


def test_plurals_and_little_words():
    assert [singular(word) for word in ("agencies", "homes", "illness", "gas")] == [
        "agency",
        "home",
        "illness",
        "gas",
    ]
    assert is_little("of")
    assert not is_little("home")
