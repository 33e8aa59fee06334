"""Facts for matching are what the register holds, and name nobody."""

from dataclasses import fields
from datetime import UTC, date, datetime

import pytest

from resources.database import Database
from tests.workforce.iwork.matching.team import TODAY, a_team
from workforce.iwork.matching import shipped
from workforce.iwork.matching.facts import Hours, MatchPerson
from workforce.iwork.matching.ranking import Standing, match
from workforce.iwork.matching.reading import read_people, read_pool, read_posts, read_rules
from workforce.iwork.matching.rules_by_hand import ban_from_employer, pin
from workforce.iwork.people.people import close_person
from workforce.iwork.people.purge import ask_purge
from workforce.iwork.placements.moving import begin
from workforce.iwork.placements.moving import match as put_forward
from workforce.iwork.posts.offers import set_offers
from workforce.iwork.vocabulary import ClosedReason, Offer, Stage, TravelMode


def test_a_person_is_read_with_all_that_matching_needs(vault: Database) -> None:
    team = a_team(vault)
    ada = next(one for one in read_people(vault, today=TODAY) if one.key == team["Ada"])
    assert (ada.number, ada.current, ada.consents, ada.placed) == (1, True, True, False)
    assert ada.available == tuple(Hours(day, 660, 900) for day in (0, 2, 4))
    assert (ada.minutes_wanted, ada.minutes_most, ada.room) == (450, 480, 480)
    assert ada.likes == ada.done_before == {team["Laying tables"]}
    assert ada.suits == (3, None, None, None) and ada.place is not None
    assert [(way.mode, way.most_minutes) for way in ada.ways] == [(TravelMode.BUS, 60)]
    assert ada.ready_from == date(2026, 10, 1)


def test_nothing_that_names_anybody_is_read(vault: Database) -> None:
    a_team(vault)
    told = repr(read_pool(vault, today=TODAY).people)
    assert "Ada" not in told and "Example" not in told
    assert not {"given_name", "family_name"} & {one.name for one in fields(MatchPerson)}


def test_a_post_without_a_postcode_lies_where_its_employer_does(vault: Database) -> None:
    team = a_team(vault)
    set_offers(vault, team["post"], {team["list"]: Offer.POSSIBLE})
    (post,) = read_posts(vault)
    assert post.place == read_people(vault, today=TODAY)[0].place is not None
    assert (post.open, post.places, post.employer_name) == (True, 3, "Rosewood House")
    assert [(one.task_id, one.core) for one in post.tasks] == [
        (team["Laying tables"], True),
        (team["Washing up"], False),
    ]
    assert post.offer_of(team["list"]) is Offer.POSSIBLE and post.levels == (2, None, None, None)


def test_closed_people_and_those_to_be_deleted_are_left_out(vault: Database) -> None:
    team = a_team(vault)
    close_person(vault, team["Dee"], ClosedReason.MOVED, on=TODAY, today=TODAY)
    ask_purge(vault, team["Cy"], "Asked for it", by="Test Coach", now=datetime(2026, 11, 23, 9, tzinfo=UTC))
    assert {one.key for one in read_pool(vault, today=TODAY).people} == {team["Ada"], team["Bel"]}
    everybody = read_pool(vault, today=TODAY, every=True)
    assert len(everybody.people) == 4
    gone = everybody.person(team["Dee"])
    assert match(gone, everybody.post(team["post"]), everybody.rules).standing is Standing.NOT_NOW
    with pytest.raises(LookupError):
        everybody.person("nobody")
    with pytest.raises(LookupError):
        everybody.post("nothing")


def test_somebody_matched_is_not_looking_and_their_place_is_spoken_for(vault: Database) -> None:
    team = a_team(vault)
    begin(vault, team["Ada"], today=TODAY, stage=Stage.JOB_READY)
    assert team["Ada"] in {one.key for one in read_pool(vault, today=TODAY).looking}
    put_forward(vault, team["Ada"], team["post"], today=TODAY)
    pool = read_pool(vault, today=TODAY)
    ada = pool.person(team["Ada"])
    assert ada.placed and ada.at_posts == {team["post"]} and ada not in pool.looking
    assert pool.post(team["post"]).places == 2 and pool.post(team["post"]).open


def test_rules_are_those_that_stand(vault: Database) -> None:
    team = a_team(vault)
    pin(vault, team["Ada"], team["post"], "They know the cook", today=TODAY)
    ban_from_employer(vault, team["Dee"], team["home"], "It did not go well", today=TODAY)
    rules = read_rules(vault, today=TODAY)
    assert rules.pins == {(team["Ada"], team["post"])}
    (post,) = read_posts(vault)
    dee = next(one for one in read_people(vault, today=TODAY) if one.key == team["Dee"])
    assert rules.banned(dee, post)
    assert (rules.weights, rules.speeds) == (shipped.WEIGHTS, shipped.SPEEDS)
    assert (
        rules.task(team["Washing up"]) == "“Washing up”" and rules.easily(team["Washing up"]) == "washing up"
    )
    assert rules.adjustment("gone") == "“Another adjustment”"
