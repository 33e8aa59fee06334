"""People for a post and posts for a person, in order, each with its standing; tables that are for nobody outside."""

from resources.database import Database
from tests.workforce.iwork.matching.team import TODAY, a_team
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.matching.facts import MustHave
from workforce.iwork.matching.ranking import ASK_FIRST, NO_CHANGE, Standing, match, people_for, posts_for
from workforce.iwork.matching.reading import read_pool
from workforce.iwork.matching.rules_by_hand import ban_from_post, end_rule, pin
from workforce.iwork.matching.tables import (
    changes_table,
    factors_table,
    findings_table,
    headline,
    matches_table,
    rules_table,
    speeds_table,
    told_post,
    weights_table,
)
from workforce.iwork.placements.moving import begin
from workforce.iwork.placements.moving import match as put_forward
from workforce.iwork.vocabulary import Stage


def test_those_who_fit_come_first_then_those_who_could(vault: Database) -> None:
    team = a_team(vault)
    pool = read_pool(vault, today=TODAY)
    post = pool.post(team["post"])
    found = people_for(pool, post)
    assert [(one.person.reference, one.standing) for one in found] == [
        ("IW-001", Standing.TO_ASK),
        ("IW-002", Standing.COULD_FIT),
        ("IW-003", Standing.CONSENT_FIRST),
        ("IW-004", Standing.NOT_NOW),
    ]
    assert (
        headline(found, post)
        == "1 person fits P-001 as it stands; 1 more could. 1 person is to be asked for consent first."
    )
    assert found[0].to_ask == "Setting" and found[0].easiest == "" and not found[0].in_the_way
    assert found[2].easiest == ASK_FIRST
    assert found[1].changes[0].for_team == (
        "Monday, Wednesday and Friday: start 30 minutes later, midday to 2:30pm. "
        "Agree an adjustment: “Written list of tasks”."
    )
    assert found[3].easiest == NO_CHANGE
    assert "heart of the post" in found[3].in_the_way


def test_a_pin_goes_first_and_a_ban_last(vault: Database) -> None:
    team = a_team(vault)
    pin(vault, team["Dee"], team["post"], "They are friends", today=TODAY)
    ban_from_post(vault, team["Ada"], team["post"], "It did not go well", today=TODAY)
    pool = read_pool(vault, today=TODAY)
    found = people_for(pool, pool.post(team["post"]))
    assert found[0].person.key == team["Dee"] and found[0].fit.pinned
    assert found[-1].person.key == team["Ada"] and found[-1].standing is Standing.BANNED
    assert found[-1].changes == ()
    (one,) = posts_for(pool, pool.person(team["Ada"]))
    assert one.standing is Standing.BANNED


def test_tables_tell_people_by_reference_and_are_not_for_publication(vault: Database) -> None:
    team = a_team(vault)
    held = pin(vault, team["Ada"], team["post"], "They know the cook", today=TODAY)
    pool = read_pool(vault, today=TODAY)
    found = people_for(pool, pool.post(team["post"]))
    by_post = matches_table(vault, found, "People for P-001", of_post=True)
    by_person = matches_table(vault, found, "Posts", of_post=False)
    made = [
        by_post,
        by_person,
        findings_table(found[0].fit.findings),
        factors_table(found[0].fit, pool.rules.weights),
        changes_table(found[1]),
        rules_table(vault),
    ]
    assert all(one.exempt is IDENTITY for one in made)
    assert all(len(row) == len(one.columns) for one in made for row in one.rows)
    assert by_post.rows[0][:2] == ("IW-001 A.E.", "Fits, with things to ask, pinned")
    assert told_post(found[0].post) == "P-001 Lunch service assistant"
    assert "Ada" not in repr([one.rows for one in made])
    end_rule(vault, held.id, "They left", today=TODAY)
    assert rules_table(vault).rows == [] and len(rules_table(vault, ended=True).rows) == 1
    assert len(weights_table(vault).rows) == len(speeds_table(vault).rows) == 7


def test_of_somebody_who_has_not_agreed_nothing_is_said_but_that(vault: Database) -> None:
    team = a_team(vault)
    pool = read_pool(vault, today=TODAY)
    one = match(pool.person(team["Cy"]), pool.post(team["post"]), pool.rules)
    assert one.score is None and [found.kind for found in one.findings] == [MustHave.CONSENT]
    (row,) = matches_table(vault, [one], "People", of_post=True).rows
    assert row[1:4] == ("Consent first", None, ASK_FIRST) and row[6:] == (None,) * 7


def test_a_post_that_somebody_has_already_is_told_as_that(vault: Database) -> None:
    team = a_team(vault)
    begin(vault, team["Bel"], today=TODAY, stage=Stage.JOB_READY)
    put_forward(vault, team["Bel"], team["post"], today=TODAY)
    pool = read_pool(vault, today=TODAY)
    (one,) = posts_for(pool, pool.person(team["Bel"]))
    assert one.standing is Standing.HERE and one.easiest == ""
    assert MustHave.HOURS not in {found.kind for found in one.findings}
    assert people_for(pool, one.post, every=True)[-1].person.key == team["Bel"]
    assert team["Bel"] not in [found.person.key for found in people_for(pool, one.post)]
