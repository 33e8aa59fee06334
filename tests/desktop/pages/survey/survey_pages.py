"""A wave whose figures are known, for the tests of the survey page's sides."""

from collections.abc import Sequence

from tests.workforce.survey.analysis.made_waves import DONT_KNOW, NOT_APPLICABLE, Home

PAY, FEW, BUS = "Perception of low pay", "Not enough applicants", "Transport, or the place is hard to reach"


def homes() -> Sequence[Home]:
    """50 invited of two kinds, of which 40 answered: 34 the reasons for vacancies, 36 how many staff they have."""
    residential = [
        Home(answers={"vacancy_reasons": (FEW, PAY) if at < 12 else (FEW,), "staff": 10 + at, "applied": 20,
                      "invited": 10, "attended": 6, "appointable": 3, "leavers": 2, "vacancies": 1})
        for at in range(20)
    ]  # fmt: skip
    care = [
        Home("home_care", "Mansfield", "outstanding" if at < 7 else "inadequate",
             answers={"vacancy_reasons": (BUS,), "staff": 60, "applied": 10, "invited": 8, "attended": 2,
                      "best_advertising": "Word of mouth"})
        for at in range(14)
    ]  # fmt: skip
    apart = [Home(answers={"vacancy_reasons": DONT_KNOW, "staff": 5, "invited": 3, "attended": 9}),
             Home(answers={"vacancy_reasons": NOT_APPLICABLE, "staff": 5}),
             *(Home(answers={"how_hard": "Very hard"}) for _ in range(4))]  # fmt: skip
    silent = [Home("home_care", "Mansfield") for _ in range(10)]
    return [*residential, *care, *apart, *silent]
