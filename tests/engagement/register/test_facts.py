from datetime import date

import pytest

from engagement.register import facts
from engagement.register.facts import Fact
from resources.problem import FieldProblem

POSTCODE = Fact("postcode", "Postcode", facts.postcode)


@pytest.mark.parametrize(
    ("check", "given", "cell"),
    [
        (facts.text, "  Elm View ", "Elm View"),
        (facts.text, None, ""),
        (facts.optional, " ", None),
        (facts.optional, " 1-101 ", "1-101"),
        (facts.postcode, "ng27qp", "NG2 7QP"),
        (facts.postcode, "", ""),
        (facts.email, " a.b@example.org ", "a.b@example.org"),
        (facts.day, date(2019, 12, 9), "2019-12-09"),
        (facts.day, "2019-12-09", "2019-12-09"),
        (facts.day, "", None),
        (facts.count, " 12 ", 12),
        (facts.count, 0, 0),
        (facts.count, "", None),
        (facts.flag, "yes", 1),
        (facts.flag, "", 0),
    ],
)
def test_what_is_given_becomes_the_cell_that_is_kept(check, given, cell):
    assert check(POSTCODE, given) == cell


@pytest.mark.parametrize(
    ("check", "given", "words"),
    [
        (facts.needed, "  ", "nothing was entered"),
        (facts.postcode, "NG2", "is not a whole postcode"),
        (facts.email, "a@b", "is not a whole address"),
        (facts.email, "a b@example.org", "is not a whole address"),
        (facts.day, "9 Dec", "is not a date"),
        (facts.count, "-1", "is not a whole number"),
        (facts.count, "1234567", "is not a whole number"),
    ],
)
def test_what_cannot_be_kept_is_said_under_the_facts_heading(check, given, words):
    with pytest.raises(FieldProblem, match=words) as refused:
        check(POSTCODE, given)
    assert refused.value.field == "postcode"
    assert refused.value.sentence.startswith("Postcode: ")
