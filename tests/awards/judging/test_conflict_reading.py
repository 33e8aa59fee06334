"""Conflicts as the file knows them: register, declarations, nominators and rulings together."""

from awards.judging.conflict_reading import (
    conflicts_between,
    conflicts_in,
    found_between,
    judge_facts,
    nominee_facts,
    ruled_pairs,
)
from awards.judging.interests import declare_interest
from awards.judging.rulings import rule_on
from awards.nominations.entries import edit_entry
from awards.nominations.grouping import group
from awards.vocabulary import ConflictKind, EntryStatus, InterestKind
from engagement.register.providers import edit_provider
from engagement.register.services import edit_service
from resources.database import Database
from tests.awards.gala import NOW, TODAY, Gala


def kinds(db: Database, gala: Gala) -> dict[tuple[str, str], list[ConflictKind]]:
    return {pair: [one.kind for one in found] for pair, found in conflicts_in(db, gala.round_id).items()}


def test_every_pair_in_conflict_is_found_and_no_other(db: Database) -> None:
    gala = Gala(db)
    ada = gala.nominate("Ada Example")
    ben = gala.nominate("Ben Example", "Team", service_id=gala.hazel_care, nominator="Dee Invented",
                        nominator_email="dee@example.org")  # fmt: skip
    gala.judge("Uma Stranger")
    employed = gala.judge("Cy Invented", provider_id=gala.hazel)
    officer = gala.judge("Jo Officer")
    wren = gala.judge("W Specimen", email="WREN@example.org")
    mother = gala.judge("Fay Invented")
    edit_service(db, gala.house, portfolio_officer="Jo OFFICER")
    declare_interest(db, mother.id, on=TODAY, kind=InterestKind.RECEIVES_CARE, service_id=gala.house)
    assert kinds(db, gala) == {
        (employed.id, ben.id): [ConflictKind.EMPLOYER],
        (officer.id, ada.id): [ConflictKind.PORTFOLIO],
        (wren.id, ada.id): [ConflictKind.NOMINATOR],
        (mother.id, ada.id): [ConflictKind.DECLARED],
    }
    assert [one.kind for one in conflicts_between(db, mother.id, ada.id)] == [ConflictKind.DECLARED]
    assert conflicts_between(db, mother.id, ben.id) == ()


def test_the_group_of_the_employer_counts(db: Database) -> None:
    gala = Gala(db)
    ada, judge = gala.nominate("Ada Example"), gala.judge(provider_id=gala.hazel)
    assert kinds(db, gala) == {}
    for key in (gala.rosewood, gala.hazel):
        edit_provider(db, key, brand="BRAND Example Group")
    assert kinds(db, gala) == {(judge.id, ada.id): [ConflictKind.GROUP]}


def test_a_nominee_at_no_known_service_is_in_all_portfolios_of_the_provider(db: Database) -> None:
    gala = Gala(db)
    edit_service(db, gala.lodge, portfolio_officer="Jo Officer")
    ada = gala.nominate("Ada Example", service_id=None, provider_id=gala.rosewood)
    officer = gala.judge("Jo Officer")
    assert kinds(db, gala) == {(officer.id, ada.id): [ConflictKind.PORTFOLIO]}
    edit_entry(db, ada.id, service_id=gala.house)
    assert kinds(db, gala) == {}


def test_the_chairs_ruling_stands_above_what_was_found(db: Database) -> None:
    gala = Gala(db)
    ada, ben = gala.nominate("Ada Example"), gala.nominate("Ben Example", service_id=gala.hazel_care)
    judge = gala.judge(provider_id=gala.rosewood)
    rule_on(db, judge.id, ada.id, conflict=False, reason="Left in 2019", by="Ada Chair", on=TODAY)
    rule_on(db, judge.id, ben.id, conflict=True, reason="Neighbours", by="Ada Chair", on=TODAY)
    assert kinds(db, gala) == {(judge.id, ben.id): [ConflictKind.RULED]}
    assert [one.kind for one in found_between(db, judge.id, ada.id)] == [ConflictKind.EMPLOYER]
    assert set(ruled_pairs(db, gala.round_id)) == {(judge.id, ada.id), (judge.id, ben.id)}


def test_interests_and_conflicts_follow_a_nominee_into_a_group(db: Database) -> None:
    gala = Gala(db)
    kept, other = (
        gala.nominate("Ada Example"),
        gala.nominate("Ada Exampel", nominator="Ina Other", nominator_email=""),
    )
    friend, ruled_out, voice = gala.judge("Fay Invented"), gala.judge("Gus Invented"), gala.judge("Ina Other")
    declare_interest(db, friend.id, on=TODAY, kind=InterestKind.FRIEND, entry_id=other.id)
    rule_on(db, ruled_out.id, other.id, conflict=True, reason="Neighbours", by="Ada Chair", on=TODAY)
    group(db, kept.id, [other.id], now=NOW)
    assert kinds(db, gala) == {
        (friend.id, kept.id): [ConflictKind.DECLARED],
        (ruled_out.id, kept.id): [ConflictKind.RULED],
        (voice.id, kept.id): [ConflictKind.NOMINATOR],
    }


def test_who_is_out_is_not_read_unless_asked_for(db: Database) -> None:
    gala = Gala(db)
    ada = gala.nominate("Ada Example")
    gala.stands(ada.id, EntryStatus.WITHDRAWN)
    assert nominee_facts(db, gala.round_id) == []
    assert [one.nominee for one in nominee_facts(db, gala.round_id, entry_ids=(ada.id,))] == ["Ada Example"]


def test_judges_are_read_with_what_they_are_called(db: Database) -> None:
    gala = Gala(db)
    gala.judge("J. Smith")
    gala.judge("J. Smith", provider_id=gala.rosewood)
    assert [one.words for one in judge_facts(db, gala.round_id)] == [
        "Judge 1 – J. Smith",
        "Judge 2 – J. Smith",
    ]
