"""The list of conflicts that somebody works through."""

from awards.judging.conflict_lines import (
    GIVEN_ALL_THE_SAME,
    KEPT_APART,
    RULED_NONE,
    conflict_lines,
    loose_interests,
)
from awards.judging.interests import declare_interest
from awards.judging.panel import stand_down
from awards.judging.rulings import rule_on
from resources.database import Database
from tests.awards.gala import TODAY, Gala


def test_what_a_judge_has_all_the_same_comes_first(db: Database) -> None:
    gala = Gala(db)
    ada, ben, cy = (
        gala.nominate(name, nominator="", nominator_email="") for name in ("Ada Ex", "Ben Ex", "Cy Ex")
    )
    judge = gala.judge(provider_id=gala.rosewood)
    rule_on(db, judge.id, ben.id, conflict=False, reason="Left in 2019", by="Ada Chair", on=TODAY)
    gala.give(judge.id, cy.id)
    lines = conflict_lines(db, gala.round_id)
    assert [(one.entry_id, one.state) for one in lines] == [
        (cy.id, GIVEN_ALL_THE_SAME), (ada.id, KEPT_APART), (ben.id, RULED_NONE),
    ]  # fmt: skip
    assert lines[2].why == (
        "Jo Judge works for Rosewood Example Homes, and so does the nominee. "
        "Ada Chair ruled that there is no conflict: Left in 2019"
    )
    assert {one.kinds for one in lines} == {"Employer"}
    stand_down(db, judge.id, today=TODAY, reason="Is ill")
    assert conflict_lines(db, gala.round_id) == []


def test_a_conflict_that_was_ruled_alone_is_listed(db: Database) -> None:
    gala = Gala(db)
    judge, ada = gala.judge(), gala.nominate("Ada Example")
    rule_on(db, judge.id, ada.id, conflict=True, reason="Neighbours", by="Ada Chair", on=TODAY)
    (line,) = conflict_lines(db, gala.round_id)
    assert (line.kinds, line.state, line.holds, line.key) == (
        "The chair’s ruling", KEPT_APART, True, f"{judge.id}/{ada.id}",
    )  # fmt: skip


def test_interests_that_name_nobody_here_are_told(db: Database) -> None:
    gala = Gala(db)
    gala.nominate("Ada Example")
    judge = gala.judge()
    declare_interest(db, judge.id, on=TODAY, words="Knows Ada Example well")
    declare_interest(db, judge.id, on=TODAY, words="Advises a home in Leeds")
    declare_interest(db, judge.id, on=TODAY, provider_id=gala.hazel)
    assert loose_interests(db, gala.round_id) == [("Jo Judge", "Advises a home in Leeds")]
