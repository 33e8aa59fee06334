from hypothesis import given
from hypothesis import strategies as some

from workforce.funding.unclaimed.likely import NO_FIGURE, Known, Workers, likely, together


def test_learners_times_what_the_fund_pays() -> None:
    found = likely(Known(next=2, most_pence=154_000))
    assert (found.pence, found.basis, found.people) == (308_000, "2 learners known × up to £1,540", 2)
    assert found.words == "up to £3,080"


def test_who_completed_it_is_said_first() -> None:
    assert likely(Known(completed=1, next=2, most_pence=69_000)).basis == (
        "1 learner has completed it and it is the next step of 2 more × up to £690"
    )
    assert likely(Known(completed=2, most_pence=69_000)).pence == 138_000


def test_workers_of_ascwds_count_where_there_are_more() -> None:
    found = likely(Known(next=2, workers=Workers(9, 12, 2), most_pence=154_000, places=3))
    assert found.basis == (
        "9 of 12 care-providing workers have no level 2 × up to £1,540, 3 places left this year at most"
    )
    assert (found.pence, found.people) == (462_000, 3)
    assert likely(Known(next=2, workers=Workers(1, 12, 2), most_pence=154_000)).people == 2
    assert Workers(1, 1, 2).words == "1 of 1 care-providing worker has no level 2"


def test_what_is_left_for_the_provider_caps_it() -> None:
    found = likely(Known(next=4, most_pence=100_000, pence_left=150_000))
    assert found.pence == 150_000
    assert found.basis.endswith("£1,500 left for the provider this year at most")
    assert likely(Known(next=1, most_pence=100_000, pence_left=0)).pence == 0


def test_no_figure_is_ever_invented() -> None:
    not_verified = likely(Known(next=2))
    assert (not_verified.pence, not_verified.words) == (None, NO_FIGURE)
    assert not_verified.basis == (
        "2 learners known; what the fund pays for one is not verified, so there is no figure yet"
    )
    nobody = likely(Known(most_pence=154_000, workers=Workers(0, 12, 2)))
    assert nobody.pence is None
    assert nobody.basis == (
        "No figure yet: up to £1,540 for each learner, and no learner is known here yet, and all 12 care-providing "
        "workers in ASC-WDS have a level 2"
    )
    assert likely(Known()).pence is None


@given(
    some.builds(
        Known, completed=some.integers(0, 9), next=some.integers(0, 9),
        workers=some.none() | some.integers(0, 30).flatmap(lambda of: some.builds(
            Workers, some.integers(0, of), some.just(of), some.just(2))),
        most_pence=some.none() | some.integers(1, 200_000), places=some.none() | some.integers(0, 12),
        pence_left=some.none() | some.integers(0, 500_000),
    )
)  # fmt: skip
def test_never_more_than_is_known_of(known: Known) -> None:
    found = likely(known)
    people = max(known.completed + known.next, known.workers.without if known.workers else 0)
    if known.most_pence is None or not people:
        assert found.pence is None
        return
    assert found.pence is not None
    caps = [people * known.most_pence]
    caps += [known.places * known.most_pence] if known.places is not None else []
    caps += [known.pence_left] if known.pence_left is not None else []
    assert found.pence == min(caps)


def test_what_a_provider_may_claim_in_all_is_counted_once() -> None:
    capped = [likely(Known(next=3, most_pence=800_00, pence_left=2_000_00)) for _ in range(6)]
    assert [one.pence for one in capped] == [2_000_00] * 6
    assert together(capped) == 2_000_00
    assert together([*capped, likely(Known(next=1, most_pence=50_00))]) == 2_050_00
    assert together([]) == together([likely(Known())]) == 0


def test_places_go_to_what_pays_most() -> None:
    rows = [likely(Known(next=3, most_pence=pence, places=4)) for pence in (100, 700)]
    assert together(rows) == 3 * 700 + 100
