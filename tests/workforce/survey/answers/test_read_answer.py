"""Cells of every kind of question, as people fill them in."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resources.files.forms.layout import NONE_TICKED
from resources.words import plain
from tests.workforce.survey.answers.made import HARD, JOBS, MOUTH, RADIO, STEPS, asked
from workforce.survey.answers.read_answer import Known, Reading, read
from workforce.survey.answers.responses import Answer
from workforce.survey.plain_words import words_key
from workforce.survey.vocabulary import AnswerState, QuestionKind
from workforce.survey.waves.asked import AskedOption

DONT_KNOW, NOT_APPLICABLE = AnswerState.DONT_KNOW, AnswerState.NOT_APPLICABLE


def known(**words: Known) -> dict[str, Known]:
    return {words_key(words_): meant for words_, meant in words.items()}


def test_several_choices_come_out_right_though_options_hold_commas() -> None:
    assert read(asked("where"), f"{JOBS};{MOUTH};") == Reading(Answer(options=(JOBS, MOUTH)))
    assert read(asked("where"), f"{JOBS}, {RADIO}") == Reading(Answer(options=(JOBS, RADIO)))


def test_what_other_says_is_kept_as_its_text() -> None:
    found = read(asked("where"), f"{MOUTH}; Other: the vicar")
    assert found.answer == Answer(
        options=(MOUTH, "Other"), text="the vicar", said=f"{MOUTH}; Other: the vicar"
    )


def test_words_of_no_option_are_named_and_kept_as_other() -> None:
    found = read(asked("where"), f"{MOUTH};Facebook;")
    assert found == Reading(Answer(options=(MOUTH, "Other"), text="Facebook"), unknown=("Facebook",))


def test_words_that_were_decided_are_read_as_decided() -> None:
    decided = {"facebook": Known(option_id=JOBS), "the vicar": Known(), "no idea": Known(state=DONT_KNOW)}
    told = "Facebook; Word of mouth"
    assert read(asked("where"), told, decided).answer == Answer(options=(MOUTH, JOBS), said=told)
    assert read(asked("where"), "Facebook", decided).answer == Answer(options=(JOBS,), said="Facebook")
    assert read(asked("where"), "The vicar", decided).answer == Answer(options=("Other",), text="The vicar")
    assert read(asked("where"), "No idea", decided).answer == Answer(DONT_KNOW, said="No idea")


def test_words_decided_to_be_the_option_other_are_its_text() -> None:
    known = {"the parish magazine": Known("Other")}
    for code, told, options in (
        ("best", "The parish magazine", ("Other",)),
        ("where", "The parish magazine", ("Other",)),
        ("where", f"{MOUTH}; The parish magazine", (MOUTH, "Other")),
    ):
        answer = read(asked(code), told, known).answer
        assert answer is not None and (answer.options, answer.text) == (options, "The parish magazine")


def test_an_option_that_stands_for_a_state_is_no_answer_unless_another_is_chosen() -> None:
    assert read(asked("where"), "We do not advertise").answer == Answer(NOT_APPLICABLE)
    found = read(asked("where"), f"{MOUTH}; We do not advertise")
    assert found.answer == Answer(options=(MOUTH,))
    assert found.notes == ("“We do not advertise” was chosen beside other options, and is left out",)


def test_dont_know_not_applicable_and_nothing_are_three_things() -> None:
    for code in ("where", "best", "staff", "share", "hard", "thing"):
        assert read(asked(code), "") == Reading()
        silent = read(asked(code), "Prefer not to say")
        assert (silent.answer, silent.notes) == (None, ("“Prefer not to say” counts as not answered",))
        told = read(asked(code), "don't know").answer
        assert told is not None and (told.state, told.options) == (DONT_KNOW, ())
        assert read(asked(code), "N/A").answer == Answer(NOT_APPLICABLE, said="N/A")


def test_none_ticked_is_an_answer_and_dashes_are_none() -> None:
    assert read(asked("where"), NONE_TICKED) == Reading(Answer())
    assert read(asked("best"), "–") == Reading()
    assert read(asked("staff"), "-") == Reading()


def test_one_choice_is_an_option_or_words_to_decide() -> None:
    assert read(asked("best"), "word of  MOUTH").answer == Answer(options=(MOUTH,))
    assert read(asked("best"), "Other: the vicar").answer == Answer(
        options=("Other",), text="the vicar", said="Other: the vicar"
    )
    assert read(asked("best"), "Facebook") == Reading(
        Answer(options=("Other",), text="Facebook"), ("Facebook",)
    )


@pytest.mark.parametrize(
    ("told", "low", "high", "said"),
    [
        ("12", "12", "12", ""),
        ("12.0", "12", "12", ""),
        ("1,200", "1200", "1200", ""),
        ("twelve", "12", "12", "twelve"),
        ("about 12", "12", "12", "about 12"),
        ("10-20", "10", "20", "10-20"),
        ("between 10 and 20", "10", "20", "between 10 and 20"),
        ("over 50", "51", None, "over 50"),
        ("under 10", "0", "9", "under 10"),
        ("none", "0", "0", "none"),
    ],
)
def test_people_are_whole_numbers_or_bounds(told: str, low: str, high: str | None, said: str) -> None:
    assert read(asked("staff"), told) == Reading(Answer(low=low, high=high, said=said))


def test_what_is_no_number_of_people_is_to_decide_or_refused() -> None:
    for told in ("a few", "50%", "half", "2/3", "it varies"):
        assert read(asked("staff"), told) == Reading(Answer(text=told), unknown=(told,))
    assert read(asked("staff"), "12.5").problem == "“12.5” is not a whole number of people"
    assert read(asked("staff"), "-3").problem == "“-3” is less than nobody"
    decided = {"a few": Known(low="3", high="5"), "12.5": Known(state=DONT_KNOW)}
    assert read(asked("staff"), "A few", decided) == Reading(Answer(low="3", high="5", said="A few"))
    assert read(asked("staff"), "12.5", decided) == Reading(Answer(DONT_KNOW, said="12.5"))


@pytest.mark.parametrize(
    ("told", "low", "high", "said"),
    [
        ("50%", "50", "50", "50%"),
        ("50", "50", "50", ""),
        ("half", "50", "50", "half"),
        ("a third", "33.33", "33.33", "a third"),
        ("2/3", "66.67", "66.67", "2/3"),
        ("10-20", "10", "20", "10-20"),
        ("between 10 and 20%", "10", "20", "between 10 and 20%"),
        ("over 50", "50", "100", "over 50"),
        ("0", "0", "0", ""),
    ],
)
def test_a_band_may_be_answered_by_a_figure(told: str, low: str, high: str, said: str) -> None:
    assert read(asked("share"), told) == Reading(Answer(low=low, high=high, said=said))


def test_a_band_chosen_has_its_bounds() -> None:
    assert read(asked("share"), "about half").answer == Answer(
        options=("About half",), low="37.5", high="62.5"
    )
    assert read(asked("share"), "Don’t know").answer == Answer(DONT_KNOW)
    assert read(asked("share"), "most") == Reading(Answer(text="most"), unknown=("most",))


def test_half_or_half_a_per_cent_is_asked_and_then_read_as_said() -> None:
    open_ = read(asked("share"), "0.5")
    assert open_ == Reading(Answer(text="0.5"), may_be_share=True)
    assert read(asked("share"), "0.5", shares=True).answer == Answer(low="50", high="50", said="0.5")
    assert read(asked("share"), "1", shares=True).answer == Answer(low="100", high="100", said="1")
    assert read(asked("share"), "0.5", shares=False).answer == Answer(low="0.5", high="0.5")
    assert read(asked("share"), "0.5%").answer == Answer(low="0.5", high="0.5", said="0.5%")
    assert read(asked("share"), "120%").problem == "“120%” is not from 0 to 100 per cent"


def test_steps_of_a_scale_are_read_by_their_words_or_numbers() -> None:
    for told in ("Quite hard", "quite HARD "):
        assert read(asked("hard"), told).answer == Answer(options=("Quite hard",))
    for told in ("4", "4.0", "4 - Quite hard", "4/5", "4 out of 5", "★★★★☆", "4+"):
        assert read(asked("hard"), told).answer == Answer(options=("Quite hard",), said=told)
    assert read(asked("hard"), "7").problem == "“7” is not a step from 1 to 5"
    assert read(asked("hard"), "4/10").problem == "“4/10” is out of 10, and the question out of 5"
    assert (
        read(asked("hard"), "4 - Very easy").problem
        == "“4 - Very easy” says one step in figures and another in words"
    )
    assert read(asked("hard"), "Impossible") == Reading(Answer(text="Impossible"), unknown=("Impossible",))


def test_steps_of_a_usual_scale_are_read_by_the_words_that_other_forms_use() -> None:
    held = asked("hard")
    words = ("Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree")
    options = tuple(
        AskedOption(replace(one.option, wording=wording), wording)
        for one, wording in zip(held.options, words, strict=True)
    )
    agree = replace(held, options=options)
    assert read(agree, "Tend to agree").answer == Answer(options=(STEPS[3],), said="Tend to agree")
    assert read(held, "Tend to agree").unknown == ("Tend to agree",)
    assert held.wording == HARD


def test_the_words_of_the_wave_count_and_so_do_those_of_the_questionnaire() -> None:
    held = asked("best")
    renamed = replace(
        held, options=(AskedOption(held.options[1].option, "From people they know"), *held.options[2:])
    )
    assert read(renamed, "From people they know").answer == Answer(options=(MOUTH,))
    assert read(renamed, MOUTH).answer == Answer(options=(MOUTH,))


def test_html_goes_out_of_texts_and_what_was_sent_is_kept() -> None:
    found = read(asked("thing"), "<p>Better pay &amp; rotas</p>")
    assert found.answer == Answer(text="Better pay & rotas", said="<p>Better pay &amp; rotas</p>")
    assert read(asked("thing"), "Lepsza płaca\nza noce").answer == Answer(text="Lepsza płaca\nza noce")


_LETTERS = st.characters(blacklist_characters="<&", blacklist_categories=("Cc", "Cf", "Cs"))
_CODES = st.sampled_from(("where", "best", "staff", "share", "hard", "thing"))


@settings(deadline=None)
@given(_CODES, st.text())
def test_no_cell_raises_and_a_problem_names_its_words(code: str, told: str) -> None:
    found = read(asked(code), told)
    assert found.unknown or not found.problem


@settings(deadline=None)
@given(_CODES, st.text(alphabet=_LETTERS, max_size=60))
def test_no_words_are_lost(code: str, told: str) -> None:
    """What was not understood is kept, and so is what was understood as something else."""
    found = read(asked(code), told)
    if found.answer is not None and not told.strip().casefold().startswith("other"):
        kept = (
            found.answer.said or found.answer.text or " ".join(found.answer.options) or found.answer.low or ""
        )
        assert set(plain(told).split()) <= set(plain(kept).split())


@pytest.mark.parametrize("told", ["6 months", "2 years", "£12", "5²", "3 and 5"])
def test_a_figure_of_something_else_than_people_is_to_be_decided(told: str) -> None:
    assert read(asked("staff"), told) == Reading(Answer(text=told), unknown=(told,))
    assert read(asked("share"), told).unknown == (told,)


def test_a_number_is_read_with_the_unit_it_is_asked_in() -> None:
    staff = asked("staff")
    months = replace(staff, question=replace(staff.question, kind=QuestionKind.NUMBER, unit="months"))
    assert read(months, "6 months").answer == Answer(low="6", high="6", said="6 months")
    assert read(months, "2 years").unknown == ("2 years",)


def test_an_option_with_a_semicolon_is_told_among_commas() -> None:
    where = asked("where")
    first = where.options[0]
    friends = "Word of mouth, friends; family"
    renamed = replace(where, options=(replace(first, wording=friends), *where.options[1:]))
    found = read(renamed, f"{MOUTH}, {friends}, {RADIO}")
    assert found == Reading(Answer(options=(MOUTH, JOBS, RADIO)))
