"""The best assignment as a list: who is suggested where, ties, and why somebody is not placed."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop.pages.iwork.best_assignment_part import BestAssignmentPart
from desktop.shell.page import Desk
from desktop.widgets.detail import Detail
from desktop.widgets.empty import EmptyPage
from tests.desktop.pages.training.pane_words import pane_words
from tests.workforce.iwork.matching.assigning.many import RULES
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.matching.facts import Hours, MatchPerson, MatchPost
from workforce.iwork.matching.ranking import Match
from workforce.iwork.matching.reading import Pool
from workforce.iwork.vocabulary import BuddyNeed

LUNCH = MatchPost("lunch", 7, "Lunch service", employer_name="Rosewood House", shifts=(Hours(0, 690, 840),))
PEOPLE = (MatchPerson("p1", 1), MatchPerson("p2", 2), MatchPerson("p3", 3, consents=False),
          MatchPerson("p4", 4, buddy=BuddyNeed.MUST))  # fmt: skip
POOL = Pool(PEOPLE, (LUNCH,), RULES)


@pytest.fixture
def looked() -> list[str]:
    return []


@pytest.fixture
def part(desk: Desk, looked: list[str], qtbot: QtBot) -> BestAssignmentPart:
    def draw(one: Match) -> Detail:
        return Detail(f"{one.person.reference} and {one.post.reference}")

    made = BestAssignmentPart(desk, EmptyPage("Nobody is looking."), draw, looked.append)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    return made


def test_a_suggestion_is_a_pair_and_a_tie_is_shown_as_a_tie(part: BestAssignmentPart) -> None:
    part.show_pool(POOL, {"p1": "IW-001 A.E."})
    pair = part.chosen()
    assert pair is not None
    assert (pair.person.key, pair.post.key) == ("p1", "lunch")
    said = pane_words(part.detail)
    assert "IW-001 and P-007" in said and "Just as good for everybody together" in said
    assert part.sentence.startswith("1 of 4 people could be placed in 1 free place.")


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("p2", "They fit P-007."),
        ("p3", "They have not agreed to be matched"),
        ("p4", "Agree a buddy"),
    ],
)
def test_why_somebody_is_not_placed_is_said_and_who_looked_is_noted(
    part: BestAssignmentPart, looked: list[str], key: str, words: str, qtbot: QtBot
) -> None:
    part.show_pool(POOL, {})
    part.show_row(key)
    qtbot.waitUntil(lambda: words in pane_words(part.detail))
    assert part.chosen() is None
    assert looked[-1] == key


def test_pins_to_look_at_and_places_left_are_said_above(part: BestAssignmentPart) -> None:
    rules = replace(RULES, pins=frozenset([("p4", "lunch")]))
    part.show_pool(Pool(PEOPLE[3:], (replace(LUNCH, places=2),), rules), {})
    assert "IW-004 is pinned to P-007, though something is in the way." in part.sentence
    assert part.sentence.endswith("Posts: 1 with places left.")
    assert part.shown().exempt == IDENTITY
    assert part.shown().rows[0][1] == "Pinned together"


def test_where_nobody_looks_the_empty_page_says_so(part: BestAssignmentPart) -> None:
    assert part.sentence == ""
    part.show_pool(Pool((), (), RULES), {})
    assert not part.has_rows
    assert part.sentence == "Nobody is looking for a post."
