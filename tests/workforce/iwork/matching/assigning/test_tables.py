"""The best assignment and what could be asked, as tables that are for nobody outside."""

from dataclasses import replace

from tests.workforce.iwork.matching.assigning.many import RULES
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.matching.assigning.planning import plan_of
from workforce.iwork.matching.assigning.tables import Given, given_of, plan_table, what_if_table
from workforce.iwork.matching.assigning.what_if import post_what_if, register_what_if
from workforce.iwork.matching.facts import Hours, MatchPerson, MatchPost
from workforce.iwork.matching.ranking import SUGGESTION
from workforce.iwork.matching.reading import Pool
from workforce.iwork.vocabulary import BuddyNeed

LUNCH = MatchPost("lunch", 7, "Lunch service", employer_name="Rosewood House", shifts=(Hours(0, 690, 840),))
PEOPLE = (MatchPerson("p1", 1), MatchPerson("p2", 2), MatchPerson("p3", 3, consents=False),
          MatchPerson("p4", 4, buddy=BuddyNeed.MUST))  # fmt: skip
POOL = Pool(PEOPLE, (LUNCH,), RULES)
TOLD = {"p1": "IW-001 A.E."}


def test_everybody_has_a_row_those_with_a_post_first() -> None:
    table = plan_table(plan_of(POOL), TOLD)
    assert [(*row[:3], row[5]) for row in table.rows] == [
        ("IW-001 A.E.", "Suggested, a tie", "P-007 Lunch service", "Rosewood House"),
        ("IW-002", "Every place taken", "", ""),
        ("IW-003", "No consent to match", "", ""),
        ("IW-004", "No post fits", "", ""),
    ]
    assert (table.exempt, table.notes[0]) == (IDENTITY, SUGGESTION)
    assert table.base.startswith("1 of 4 people could be placed in 1 free place.")


def test_a_pin_is_said_to_be_one() -> None:
    pinned = replace(POOL, rules=replace(RULES, pins=frozenset([("p2", "lunch")])))
    assert [given_of(one) for one in plan_of(pinned).people][:2] == [Given.PINNED, Given.TAKEN]


def test_what_could_be_asked_says_of_whom_and_what_would_come_of_it() -> None:
    alone = replace(POOL, people=PEOPLE[3:])
    register = what_if_table(register_what_if(alone), TOLD, "What if")
    assert [row[1:] for row in register.rows] == [("P-007", 1, 1, "IW-004", "A buddy")]
    two = replace(POOL, people=(PEOPLE[3], replace(PEOPLE[3], key="p5", number=5)))
    (row,) = what_if_table(register_what_if(two), TOLD, "What if").rows
    who = "Would fit: IW-004 and IW-005. Would be placed: IW-004"
    assert row[1:] == ("P-007", 1, 2, who, "A buddy"), "two would fit, there is one place"
    of_post = what_if_table(post_what_if(alone, LUNCH), TOLD, "What if: P-007")
    assert [row[1:] for row in of_post.rows] == [("P-007", None, 1, "IW-004", "A buddy")]
    assert of_post.exempt == IDENTITY
