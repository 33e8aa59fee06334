"""What became of each question between two waves, from what each asked alone."""

from dataclasses import replace

from workforce.survey.questionnaire.matching import Decision, Match, QuestionMatch, match_waves
from workforce.survey.questionnaire.questions import Option, Question
from workforce.survey.vocabulary import QuestionKind, Topic
from workforce.survey.waves.asked import Asked, AskedOption

YES, NO, PART = (Option(key, "q1", at, key.capitalize()) for at, key in enumerate(("yes", "no", "partly"), 1))
PAY = Question("q1", "s", "pay", Topic.RETENTION, QuestionKind.ONE_CHOICE, 1, "Do you pay more?",
               options=(YES, NO, PART))  # fmt: skip
TEXT = Question("q2", "s", "help", Topic.RETENTION, QuestionKind.TEXT, 2, "What would help?")


def asked(one: Question, wave: str, wording: str = "", options: tuple[tuple[Option, str], ...] = ()) -> Asked:
    offered = tuple(AskedOption(option, words or option.wording) for option, words in options)
    return Asked(f"{wave}-{one.id}", wave, one, one.position, wording or one.wording, offered)


BOTH = ((YES, ""), (NO, ""))
EARLIER = asked(PAY, "w1", options=BOTH)


def only(earlier: Asked, later: Asked, **decided: Decision) -> QuestionMatch:
    (found,) = match_waves([earlier], [later], decided)
    return found


def test_capitals_spaces_and_punctuation_alone_are_no_change() -> None:
    later = asked(PAY, "w2", "Do you – PAY  more", ((NO, "NO."), (YES, "yes")))
    found = only(EARLIER, later)
    assert found == QuestionMatch("q1", EARLIER, later, Match.SAME)
    assert (found.comparable, found.decided, found.is_break) == (True, False, False)


def test_a_reworded_question_is_a_break_until_a_person_says_otherwise() -> None:
    later = asked(PAY, "w2", "Do you pay above the minimum?", BOTH)
    found = only(EARLIER, later)
    assert (found.match, found.what_changed) == (Match.REWORDED, ("It was asked as “Do you pay more?”.",))
    assert (found.comparable, found.is_break) == (False, True)
    agreed = only(EARLIER, later, q1=Decision(True, "It means the same"))
    assert (agreed.comparable, agreed.decided) == (True, True)


def test_a_question_that_stayed_can_be_called_a_break() -> None:
    found = only(EARLIER, asked(PAY, "w2", options=BOTH), q1=Decision(False, "Asked of others"))
    assert (found.match, found.comparable, found.is_break) == (Match.SAME, False, True)


def test_options_added_renamed_and_gone_are_named() -> None:
    found = only(EARLIER, asked(PAY, "w2", options=((YES, "Yes, always"), (PART, ""))))
    assert (found.match, found.what_changed) == (
        Match.OPTIONS_CHANGED,
        ("“Yes” became “Yes, always”.", "Added: Partly.", "No longer offered: No."),
    )


def test_both_changes_are_told() -> None:
    found = only(EARLIER, asked(PAY, "w2", "Do you pay less?", ((YES, ""),)))
    assert found.match is Match.REWORDED_AND_OPTIONS
    assert found.what_changed == ("It was asked as “Do you pay more?”.", "No longer offered: No.")


def test_new_ones_stand_in_order_and_dropped_ones_last() -> None:
    other = replace(TEXT, id="q3", wording="Anything else?")
    found = match_waves([EARLIER, asked(TEXT, "w1")], [asked(other, "w2"), EARLIER], {"q3": Decision(True)})
    assert [(one.question, one.match, one.comparable, one.decided) for one in found] == [
        ("q3", Match.NEW, False, False),
        ("q1", Match.SAME, True, False),
        ("q2", Match.DROPPED, False, False),
    ]


def test_a_question_asked_anew_in_the_same_words_is_known_and_stays_a_break() -> None:
    again = replace(PAY, id="q9", kind=QuestionKind.TEXT, options=())
    found = only(EARLIER, asked(again, "w2"), q9=Decision(True, "The same words"))
    assert (found.match, found.comparable, found.can_be_decided) == (Match.OPTIONS_CHANGED, False, False)
    assert found.what_changed == (
        "It was answered by “One choice”, and now by “In words”.",
        "It is kept as two questions, one for each wave.",
    )
