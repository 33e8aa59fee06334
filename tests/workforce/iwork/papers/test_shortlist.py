"""The shortlist of a post says who fits and who could, by reference, and is marked."""

from resources.database import Database
from resources.report.blocks import Report
from tests.workforce.iwork.matching.team import TODAY, a_team
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.matching.reading import read_pool
from workforce.iwork.matching.rules_by_hand import pin
from workforce.iwork.papers.shortlist import shortlist_name, shortlist_report


def _report(vault: Database, key: str) -> Report:
    pool = read_pool(vault, today=TODAY, every=True)
    return shortlist_report(pool, pool.post(key))


def test_it_says_who_fits_who_could_and_who_is_asked_first(vault: Database) -> None:
    team = a_team(vault)
    pin(vault, team["Ada"], team["post"], "They know the cook", today=TODAY)
    made = _report(vault, team["post"])
    said = repr(made.blocks)
    assert made.marking == (IDENTITY,) and made.title == "Shortlist for P-001"
    assert "Pinned to this post by hand. Likes 1 and would try 0 of its 2 tasks." in said
    assert "IW-002, score" in said and "start 30 minutes later" in said
    assert "1 person has not agreed to be matched to posts" in said and "IW-003" not in said
    assert "For 1 other person this post is not right now." in said
    assert not [name for name in ("Ada", "Bel", "Example", "Dee") if name in said]
    assert shortlist_name(read_pool(vault, today=TODAY).post(team["post"])) == "Shortlist P-001 - EXEMPT"


def test_nobody_fits_and_nobody_could(vault: Database) -> None:
    team = a_team(vault)
    vault_people = [team[name] for name in ("Ada", "Bel", "Dee")]
    pool = read_pool(vault, today=TODAY, every=True)
    without = type(pool)(
        tuple(one for one in pool.people if one.key not in vault_people), pool.posts, pool.rules
    )
    said = repr(shortlist_report(without, pool.post(team["post"])).blocks)
    assert "Nobody fits as the post and the people stand now." in said
    assert "There is nobody for whom we would ask for a change." in said
