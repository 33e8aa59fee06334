"""A hundred and fifty homes with answers by chance, always the same: what tests compute by hand from."""

import random
from functools import cache

from engagement.register.vocabulary import Rating
from tests.workforce.survey.analysis.made_waves import DONT_KNOW, NOT_APPLICABLE, Home, Said
from workforce.survey.questionnaire.shipped import SHIPPED
from workforce.survey.vocabulary import QuestionKind

KINDS = ("nursing_home", "residential_home", "home_care", "supported_living")
DISTRICTS = ("Ashfield", "Bassetlaw", "Mansfield")
INVITED, ANSWERED = 150, 100


@cache
def homes() -> tuple[Home, ...]:
    """Every home invited; the first hundred answered."""
    chance = random.Random(7)
    return tuple(_home(chance, answered=at < ANSWERED) for at in range(INVITED))


def answered_homes() -> list[Home]:
    """Those that answered, in the order of their numbers."""
    return [one for one in homes() if one.answers is not None]


def _home(chance: random.Random, *, answered: bool) -> Home:
    kind = chance.choices(KINDS, weights=(1, 4, 2, 2) if answered else (4, 1, 2, 2))[0]
    rating = chance.choice([one.value for one in Rating])
    beds = chance.choice((None, 8, 25, 44, 80))
    return Home(
        kind,
        chance.choice(DISTRICTS),
        rating,
        beds,
        chance.random() < 0.7,
        _answers(chance) if answered else None,
    )


def _answers(chance: random.Random) -> dict[str, Said]:
    found: dict[str, Said] = {}
    for question in sorted(SHIPPED, key=lambda one: one.code):  # whatever order they are asked in
        fate = chance.random()
        if fate < 0.08:
            continue
        if fate < 0.14:
            found[question.code] = DONT_KNOW
        elif fate < 0.18:
            found[question.code] = NOT_APPLICABLE
        else:
            offered = [one.wording for one in question.options if one.stands_for is None]
            found[question.code] = _said(chance, question.kind, offered)
    return found


def _said(chance: random.Random, kind: QuestionKind, offered: list[str]) -> Said:
    if kind is QuestionKind.TEXT:
        return chance.choice(("Better pay", "Parking", "More drivers"))
    if kind is QuestionKind.SEVERAL_CHOICES:
        return tuple(chance.sample(offered, chance.randint(1, 4)))
    if kind is QuestionKind.PEOPLE:
        return chance.randrange(1, 60)
    return chance.choice(offered)
