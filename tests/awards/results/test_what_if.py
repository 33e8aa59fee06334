from dataclasses import replace
from fractions import Fraction
from random import Random

from awards.judging.scheme import Scale, Scheme
from awards.results.scoring import Marks, summarise
from awards.results.what_if import leaders, place_all, what_if, what_if_words
from awards.vocabulary import TieRule

SCHEME = Scheme((Scale("care", "Care", 10, 0, 1000), Scale("lead", "Leadership", 10, 0, 1000)))
NAMES = {"ada": "Ada Example", "ben": "Ben Specimen"}
JUDGES = {"1": "Judge 1", "2": "Judge 2", "3": "Judge 3"}
CRITERIA = {"care": "Care", "lead": "Leadership"}


def _marks(*given: tuple[str, str, int, int]) -> list[Marks]:
    return [Marks(judge, nominee, {"care": care, "lead": lead}) for judge, nominee, care, lead in given]


ONE_JUDGE_DECIDES = _marks(
    ("1", "ada", 500, 500), ("2", "ada", 1000, 1000), ("3", "ada", 500, 500),
    ("1", "ben", 600, 600), ("2", "ben", 600, 600), ("3", "ben", 600, 600),
)  # fmt: skip


def _words(marks: list[Marks], rule: TieRule = TieRule.CHAIR) -> list[str]:
    return what_if_words(what_if(SCHEME, marks, rule), nominee=NAMES, judge=JUDGES, criterion=CRITERIA)


def test_without_judge_two_another_would_stand_first() -> None:
    assert _words(ONE_JUDGE_DECIDES) == [
        "Without Judge 2, Ben Specimen would stand first.",
        "If any one weight moved by 10%, the same nominee would stand first.",
    ]


def test_a_weight_that_moves_can_change_it() -> None:
    marks = _marks(
        ("1", "ada", 800, 410), ("1", "ben", 400, 800), ("2", "ada", 800, 410), ("2", "ben", 400, 800)
    )
    assert _words(marks) == [
        "If “Care” weighed 10% less, Ben Specimen would stand first.",
        "If “Leadership” weighed 10% more, Ben Specimen would stand first.",
        "Without any one of the 2 judges, the same nominee would stand first.",
    ]


def test_where_nothing_changes_it_that_is_said_once() -> None:
    marks = _marks(
        ("1", "ada", 900, 900), ("2", "ada", 900, 900), ("1", "ben", 100, 100), ("2", "ben", 100, 100)
    )
    assert _words(marks) == [
        "Without any one of the 2 judges and if any one weight moved by 10%, the same nominee would stand first."
    ]


def test_a_tie_is_a_change_of_its_own() -> None:
    marks = _marks(
        ("1", "ada", 500, 500), ("2", "ada", 600, 600), ("1", "ben", 500, 500), ("2", "ben", 500, 500)
    )
    assert _words(marks)[0] == "Without Judge 2, Ada Example and Ben Specimen would share the first place."


def test_of_nobody_nothing_is_said() -> None:
    assert _words([]) == []
    assert _words(_marks(("1", "ada", 500, 500)))[0] == "Without Judge 1, nobody would have a score."


def test_one_criterion_alone_has_no_weight_to_move() -> None:
    scheme = Scheme(SCHEME.scales[:1])
    assert what_if(scheme, [Marks("1", "ada", {"care": 500})], TieRule.CHAIR).weights == ()


def test_only_those_who_can_win_are_asked_about() -> None:
    marks = [*ONE_JUDGE_DECIDES, *_marks(("1", "out", 1000, 1000))]
    assert what_if(SCHEME, marks, TieRule.CHAIR).first == ("out",)
    assert what_if(SCHEME, marks, TieRule.CHAIR, among=("ada", "ben")).first == ("ada",)


def test_each_case_is_what_counting_anew_gives() -> None:
    rnd = Random(3)
    scales = tuple(Scale(str(n), str(n), rnd.randint(5, 30), 0, 1000) for n in range(4))
    scheme = Scheme(scales)
    for rule in TieRule:
        marks = [
            Marks(f"j{judge}", f"n{nominee}", {one.key: 100 * rnd.randint(4, 6) for one in scales})
            for nominee in range(6)
            for judge in range(4)
        ]

        def first(of: Scheme, given: list[Marks], rule: TieRule = rule) -> tuple[str, ...]:
            by_nominee: dict[str, list[Marks]] = {}
            for one in given:
                by_nominee.setdefault(one.nominee, []).append(one)
            return leaders(place_all(of, summarise(of, given), by_nominee, rule))

        found = what_if(scheme, marks, rule)
        assert found.first == first(scheme, marks)
        for case in found.judges:
            assert case.first == first(scheme, [one for one in marks if one.judge != case.judge])
        for case in found.weights:
            moved = tuple(
                replace(one, weight=int(one.weight * 10 * (case.factor if one.key == case.criterion else 1)))
                for one in scales
            )
            assert case.first == first(Scheme(moved), marks)
        assert {case.factor for case in found.weights} == {Fraction(9, 10), Fraction(11, 10)}
