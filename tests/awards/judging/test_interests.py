"""What members of the panel declare."""

import pytest

from awards.judging.interests import (
    declare_interest,
    declare_none,
    edit_interest,
    interest,
    interest_words,
    interests,
    interests_of,
    remove_interest,
)
from awards.judging.panel import member
from awards.vocabulary import InterestKind
from resources.database import Database
from resources.problem import FieldProblem, Problem
from tests.awards.gala import TODAY, Gala


def test_an_interest_says_in_what_it_lies(db: Database) -> None:
    gala = Gala(db)
    judge, ada = gala.judge(), gala.nominate("Ada Example")
    in_provider = declare_interest(
        db, judge.id, on=TODAY, kind=InterestKind.EMPLOYER, provider_id=gala.rosewood, words="until 2024"
    )
    in_service = declare_interest(
        db, judge.id, on=TODAY, kind=InterestKind.RECEIVES_CARE, service_id=gala.house
    )
    in_entry = declare_interest(db, judge.id, on=TODAY, kind=InterestKind.FRIEND, entry_id=ada.id)
    loose = declare_interest(db, judge.id, on=TODAY, words="Advises a home in Leeds")
    assert interest_words(db, in_provider) == "Works or worked there: Rosewood Example Homes (until 2024)"
    assert interest_words(db, in_service) == "Receives care there, or a relative does: Rosewood House"
    assert interest_words(db, in_entry) == "Friend: Ada Example"
    assert interest_words(db, loose) == "Other: Advises a home in Leeds"
    assert [in_provider.is_tied, loose.is_tied] == [True, False]
    assert (
        set(interests_of(db, judge.id))
        == set(interests(db, gala.round_id))
        == {in_provider, in_service, in_entry, loose}
    )
    assert member(db, judge.id).declared_on == TODAY


def test_none_is_declared_too_and_contradicts_none(db: Database) -> None:
    judge = Gala(db).judge()
    assert member(db, judge.id).declared_on is None
    declare_none(db, judge.id, on=TODAY)
    assert member(db, judge.id).declared_on == TODAY
    declare_interest(db, judge.id, on=TODAY, words="A friend")
    with pytest.raises(Problem, match="would contradict"):
        declare_none(db, judge.id, on=TODAY)


def test_what_cannot_be_is_refused(db: Database) -> None:
    gala = Gala(db)
    judge, elsewhere = gala.judge(), Gala(db, "Proud to Care 2025", year=2025).nominate("Ada Example")
    with pytest.raises(FieldProblem, match="Say in what the interest lies"):
        declare_interest(db, judge.id, on=TODAY, words=" ")
    with pytest.raises(FieldProblem, match="One interest is in one provider"):
        declare_interest(db, judge.id, on=TODAY, provider_id=gala.rosewood, service_id=gala.house)
    with pytest.raises(FieldProblem, match="not of this round"):
        declare_interest(db, judge.id, on=TODAY, entry_id=elsewhere.id)
    assert interests(db, gala.round_id) == []


def test_an_interest_is_put_right_and_taken_away(db: Database) -> None:
    gala = Gala(db)
    held = declare_interest(db, gala.judge().id, on=TODAY, provider_id=gala.rosewood)
    changed = edit_interest(db, held.id, provider_id=None, service_id=gala.lodge, kind=InterestKind.BUSINESS)
    assert (changed.provider_id, changed.service_id, changed.kind) == (
        None,
        gala.lodge,
        InterestKind.BUSINESS,
    )
    remove_interest(db, held.id)
    with pytest.raises(LookupError):
        interest(db, held.id)
