"""The question that each column answers, with what is known of its words."""

from pathlib import Path

from resources.database import Database, change
from tests.workforce.survey.answers.made import BEST, MOUTH, WHERE, csv_file, made_wave
from workforce.survey.answers.checks.asked_columns import asked_columns, decision_of, known_of, new_option_key
from workforce.survey.answers.decisions import NOTHING_DECIDED, Decisions, Means, WordsDecision
from workforce.survey.answers.mapping import NEW, suggest
from workforce.survey.answers.read_answer import Known
from workforce.survey.answers.words.known_words import remember_words
from workforce.survey.vocabulary import AnswerState
from workforce.survey.waves.asked import asked_of_wave


def test_decisions_and_what_is_kept_of_them_say_the_same() -> None:
    for decision in (
        WordsDecision(Means.OPTION, "a"),
        WordsDecision(Means.OTHER),
        WordsDecision(Means.DONT_KNOW),
        WordsDecision(Means.NOT_APPLICABLE),
        WordsDecision(Means.FIGURE, low="1", high="2"),
    ):
        assert decision_of(known_of(decision)) == decision
    assert known_of(WordsDecision(Means.NEW_OPTION), "b") == Known("b")
    assert known_of(WordsDecision(Means.DONT_KNOW)) == Known(state=AnswerState.DONT_KNOW)


def test_a_new_option_stands_beside_the_others_in_the_words_of_the_file(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    file = csv_file(tmp_path / "a.csv", (BEST, WHERE), [("FaceBook", MOUTH)])
    uses = suggest(db, wave.id, file)
    best = file.columns[0].key
    decisions = Decisions(words={(best, "facebook"): WordsDecision(Means.NEW_OPTION)})
    found = asked_columns(db, wave, file, uses, decisions)
    added = found.asked[best].options[-1]
    assert (added.option.id, added.wording) == (new_option_key(best, "facebook"), "FaceBook")
    assert found.readers[best].read("facebook").answer is not None


def test_a_new_question_has_words_and_a_code_that_no_other_has(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    file = csv_file(
        tmp_path / "a.csv", ("", "best[x]. " + BEST + " []", "tell. What then?"), [("1", "Red", "a")]
    )
    uses = dict.fromkeys((one.key for one in file.columns), NEW)
    first, second = asked_columns(db, wave, file, uses, NOTHING_DECIDED).drafts.values()
    assert (first.code, first.wording) == ("best_Baseline 2019", f"{BEST} (Baseline 2019)")
    assert (second.code, second.wording) == ("tell", "What then?")


def test_options_of_the_file_that_the_question_lacks_are_named_though_nobody_ticked_them(
    db: Database, tmp_path: Path
) -> None:
    wave = made_wave(db)
    headings = (
        "",
        f"where[A1]. {WHERE} [{MOUTH}]",
        f"where[A2]. {WHERE} [Church]",
        f"where[other]. {WHERE} [Other]",
    )
    file = csv_file(tmp_path / "a.csv", headings, [("1", "Yes", "No", "")])
    found = asked_columns(db, wave, file, suggest(db, wave.id, file), NOTHING_DECIDED)
    assert [(one.said, one.times) for one in found.not_offered(file.columns[0])] == [("Church", 0)]


def test_words_decided_before_are_listed_where_the_file_has_them(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    question = next(one.question for one in asked_of_wave(db, wave.id) if one.question.code == "best")
    with change(db, "Decided"):
        remember_words(
            db, question.id, {"facebook": ("Facebook", Known()), "the vicar": ("The vicar", Known())}
        )
    file = csv_file(tmp_path / "a.csv", (BEST, WHERE), [("FACEBOOK", MOUTH)])
    found = asked_columns(db, wave, file, suggest(db, wave.id, file), NOTHING_DECIDED)
    (one,) = found.decided(file.columns[0])
    assert (one.said, one.times, one.remembered) == ("FACEBOOK", 1, True)
    assert one.decision == WordsDecision(Means.OTHER)
