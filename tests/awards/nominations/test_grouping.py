"""Grouped nominees are one, with all voices and names; taken apart, each has its own voices again."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from awards.nominations.entries import edit_entry, entries, entry
from awards.nominations.grouping import group, ungroup
from awards.nominations.moving import move_entry, steps_of
from awards.nominations.nominations import nomination, nominations, nominations_of
from awards.nominations.returning import mark_duplicate
from awards.vocabulary import EntryStatus, NominationStatus, RoundPhase
from resources.database import Database
from resources.database.history import undo
from resources.problem import Problem
from tests.awards.gala import NOW, Gala

S = EntryStatus


@pytest.fixture
def gala(db: Database) -> Gala:
    return Gala(db)


def test_voices_follow_and_names_are_kept_for_the_blind_copy(gala: Gala) -> None:
    ada = gala.nominate("Ada Example", service_id=None)
    twice = gala.nominate("Example, Addie", job_role="Nurse", also_known_as="Mrs E.", email="ada@example.org")
    kept = group(gala.db, ada.id, [twice.id], now=NOW)
    assert kept.other_names == ("Example, Addie", "Mrs E.")
    assert (kept.job_role, kept.email, kept.service_id, kept.provider_id) == (
        "Nurse", "ada@example.org", gala.house, gala.rosewood,
    )  # fmt: skip
    assert len(nominations_of(gala.db, ada.id)) == 2
    gone = entry(gala.db, twice.id)
    assert (gone.status, gone.merged_into_id) == (S.MERGED, ada.id)
    undo(gala.db)
    assert entry(gala.db, ada.id) == ada
    assert entry(gala.db, twice.id) == twice


def test_what_the_kept_one_knows_stays(gala: Gala) -> None:
    ada = edit_entry(gala.db, gala.nominate("Ada Example").id, job_role="Cook")
    twice = gala.nominate("ADA EXAMPLE", job_role="Nurse", service_id=gala.hazel_care)
    kept = group(gala.db, ada.id, [twice.id], now=NOW)
    assert (kept.job_role, kept.service_id, kept.also_known_as) == ("Cook", gala.house, "")


def test_taken_apart_each_has_its_own_voices_again(gala: Gala) -> None:
    ada, twice = gala.nominate("Ada Example"), gala.nominate("Addie Example")
    move_entry(gala.db, twice.id, S.QUALIFYING, now=NOW)
    mine, theirs = nominations_of(gala.db, ada.id)[0], nominations_of(gala.db, twice.id)[0]
    group(gala.db, ada.id, [twice.id], now=NOW)
    mark_duplicate(gala.db, theirs.id, mine.id, reason="Sent twice.")
    back = ungroup(gala.db, twice.id, now=NOW, reason="They are sisters.")
    assert (back.status, back.merged_into_id) == (S.QUALIFYING, None)
    assert [one.id for one in nominations_of(gala.db, twice.id)] == [theirs.id]
    assert nomination(gala.db, theirs.id).status is NominationStatus.SUBMITTED
    assert steps_of(gala.db, twice.id)[-1].reason == "They are sisters."
    with pytest.raises(Problem, match="grouped with nobody"):
        ungroup(gala.db, ada.id, now=NOW, reason="Again.")


def test_a_group_joins_another_with_all_that_is_in_it(gala: Gala) -> None:
    one, two, three = (gala.nominate(name) for name in ("Ada Example", "Addie Example", "A. Example"))
    group(gala.db, two.id, [three.id], now=NOW)
    group(gala.db, one.id, [two.id], now=NOW)
    assert entry(gala.db, three.id).merged_into_id == one.id
    assert len(nominations_of(gala.db, one.id)) == 3
    ungroup(gala.db, three.id, now=NOW, reason="Somebody else.")
    assert len(nominations_of(gala.db, three.id)) == 1


def test_only_nominees_of_one_round_and_category_who_stand_are_grouped(gala: Gala) -> None:
    ada, team = gala.nominate("Ada Example"), gala.nominate("Night Team", "Team")
    out, draft = gala.nominate("Ben Specimen"), gala.nominate("Cal Specimen", as_draft=True)
    move_entry(gala.db, out.id, S.WITHDRAWN, now=NOW, reason="Asked for.")
    other = Gala(gala.db, "Proud to Care 2025", year=2025).nominate("Ada Example")
    for others, sentence in (
        ([], "Choose at least one other"), ([team.id], "another category"), ([out.id], "is withdrawn"),
        ([draft.id], "is a draft"), ([other.id], "another round"), ([ada.id], "chosen twice"),
    ):  # fmt: skip
        with pytest.raises(Problem, match=sentence):
            group(gala.db, ada.id, others, now=NOW)
    assert entry(gala.db, ada.id) == ada


def test_those_with_the_judges_are_grouped_only_with_a_reason(gala: Gala) -> None:
    ada, twice = gala.nominate("Ada Example"), gala.nominate("Addie Example")
    gala.at(RoundPhase.SCORE)
    gala.judging(ada.id, twice.id)
    with pytest.raises(Problem, match="only with a reason"):
        group(gala.db, ada.id, [twice.id], now=NOW)
    assert entry(gala.db, twice.id).status is S.JUDGING
    group(gala.db, ada.id, [twice.id], now=NOW, reason="Found by a judge.")
    assert entry(gala.db, twice.id).status is S.MERGED


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=some.lists(some.tuples(some.booleans(), some.integers(0, 4), some.integers(0, 4)), max_size=12))
def test_however_nominees_are_grouped_no_voice_is_lost_and_none_counts_twice(
    gala: Gala, acts: list[tuple[bool, int, int]]
) -> None:
    held = [gala.nominate(f"Ada Example {number}").id for number in range(5)]
    voices = {one.id for key in held for one in nominations_of(gala.db, key)}
    for joins, first, second in acts:
        try:
            if joins:
                group(gala.db, held[first], [held[second]], now=NOW)
            else:
                ungroup(gala.db, held[first], now=NOW, reason="Apart.")
        except Problem:
            continue
    assert {one.id for one in nominations(gala.db, gala.round_id)} >= voices
    for one in entries(gala.db, gala.round_id):
        assert (one.merged_into_id is None) == bool(nominations_of(gala.db, one.id))
        if one.merged_into_id is not None:
            assert entry(gala.db, one.merged_into_id).status is not S.MERGED
