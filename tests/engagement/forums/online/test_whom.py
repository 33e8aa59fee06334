"""Who is whom: several lines of one person, and what holds where nobody has said anything."""

from collections.abc import Callable

import pytest

from engagement.forums.online.review import Review
from engagement.forums.online.whom import LeftOut, SameAs, Whom
from resources.problem import Problem
from tests.engagement.forums.online.online_files import teams

DAY = "10/12/2019, "


@pytest.fixture
def whom(contact: dict[str, str], review: Callable[..., Review]) -> Whom:
    """Ada, of whom the register is sure; Ben, spelt otherwise; Zed, whom nobody knows."""
    joins = [
        (name, f"{DAY}10:00:00", f"{DAY}12:00:00", "", email)
        for name, email in (
            ("Ada Example", "ada@larkmeadow.example"), ("Ben Sampel", ""), ("Zed Stranger", ""),
        )
    ]  # fmt: skip
    return review(teams(joins, joins)).whom


def test_what_is_sure_holds_until_somebody_says_otherwise(whom: Whom, contact: dict[str, str]) -> None:
    assert [whom.is_sure(key) for key in "123"] == [True, False, False]
    assert whom.identity("1") == f"contact {contact['Ada Example']}"
    assert (whom.settled("2"), whom.identity("2")) == (None, "line 2")
    left_out = Whom(whom.found, {"1": LeftOut()})
    assert left_out.settled("1") is None and list(left_out.together) == ["line 2", "line 3"]


def test_a_line_is_followed_to_the_person_whom_it_was_said_to_be(whom: Whom) -> None:
    said = Whom(whom.found, {"3": SameAs("2"), "2": SameAs("1")})
    assert [said.root(key) for key in "123"] == ["1", "1", "1"]
    ((who, lines),) = said.together.items()
    assert who == whom.identity("1") and [one.key for one in lines] == ["1", "2", "3"]
    with pytest.raises(Problem, match="not as itself"):
        said.refuse_circle("1", SameAs("3"))


def test_whom_a_line_is_taken_for_is_asked_until_it_is_said(whom: Whom) -> None:
    ada, ben, zed = whom.found.people
    assert [whom.said(one) for one in (ada, ben, zed)] == [
        "Ada Example, Larkmeadow House", "Ben Sample, Larkmeadow House?", "",
    ]  # fmt: skip
    assert Whom(whom.found, {"3": SameAs("1")}).said(zed) == "The same as “Ada Example”"
