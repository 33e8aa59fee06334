"""Checks held and applied for, and when they run out."""

from datetime import date, timedelta

import pytest

from resources.database import Database
from resources.problem import FieldProblem, Problem
from workforce.iwork.people.people import Person
from workforce.iwork.profile.checks import (
    CheckHeld,
    Standing,
    check_held,
    check_sentences,
    checks_of,
    remove_check,
    set_check,
    standing,
)
from workforce.iwork.vocabulary import CheckKind, CheckState

TODAY = date(2026, 11, 23)
_OUT = "DBS, enhanced ran out on 22 November 2026. Renew it, or take it away."
DBS, RIGHT = CheckKind.DBS_ENHANCED, CheckKind.RIGHT_TO_WORK


def test_a_check_is_set_brought_up_to_date_and_removed(vault: Database, ada: Person) -> None:
    applied = set_check(vault, ada.id, DBS, CheckState.APPLIED, dated_on=TODAY, note="by post")
    held = set_check(vault, ada.id, DBS, CheckState.HELD, until_on=TODAY + timedelta(days=100))
    assert (held.id, held.note, held.dated_on) == (applied.id, "by post", TODAY)
    set_check(vault, ada.id, RIGHT, CheckState.HELD)
    assert [one.kind for one in checks_of(vault, ada.id)] == [DBS, RIGHT]
    remove_check(vault, ada.id, DBS)
    with pytest.raises(Problem, match="IW-001 has no “DBS, enhanced” to remove"):
        remove_check(vault, ada.id, DBS)
    with pytest.raises(LookupError):
        check_held(vault, held.id)


def test_it_does_not_run_out_before_it_is_dated(vault: Database, ada: Person) -> None:
    with pytest.raises(FieldProblem, match="runs out on 22 November 2026, which is before"):
        set_check(vault, ada.id, DBS, CheckState.HELD, dated_on=TODAY, until_on=TODAY - timedelta(days=1))
    set_check(vault, ada.id, DBS, CheckState.HELD, dated_on=TODAY)
    with pytest.raises(FieldProblem):
        set_check(vault, ada.id, DBS, CheckState.HELD, until_on=TODAY - timedelta(days=1))


@pytest.mark.parametrize(
    ("state", "days", "stands", "said"),
    [
        (CheckState.HELD, None, Standing.HELD, ""),
        (CheckState.HELD, 61, Standing.HELD, ""),
        (CheckState.HELD, 60, Standing.SOON, "DBS, enhanced runs out on 22 January 2027. Begin to renew it."),
        (CheckState.HELD, 0, Standing.SOON, "DBS, enhanced runs out on 23 November 2026. Begin to renew it."),
        (CheckState.HELD, -1, Standing.RUN_OUT, _OUT),
        (CheckState.APPLIED, 60, Standing.APPLIED, ""),
    ],
)  # fmt: skip
def test_where_it_stands_on_a_day(state: CheckState, days: int | None, stands: Standing, said: str) -> None:
    until = None if days is None else TODAY + timedelta(days=days)
    one = CheckHeld("k", "p", DBS, state, until_on=until)
    assert standing(one, TODAY) is stands
    assert " ".join(check_sentences([one], TODAY)) == said
    assert one.counts_on(TODAY) is (stands in (Standing.HELD, Standing.SOON))
