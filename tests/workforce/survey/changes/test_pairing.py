from resources.database import change
from tests.workforce.survey.changes.two_waves import two_waves
from workforce.survey.analysis.frame import AnalysisFilter
from workforce.survey.changes.comparing import compare
from workforce.survey.changes.pairing import Tie, pairs, ties


def _tie(number, provider, *services):
    return Tie(number, provider, frozenset(services))


def test_the_same_service_is_the_same_whatever_the_number_of_its_response():
    assert pairs([_tie(1, "p", "a"), _tie(2, "q", "b")], [_tie(1, "q", "b"), _tie(2, "p", "a")]) == [
        (1, 2),
        (2, 1),
    ]


def test_another_service_of_the_same_provider_is_not_the_same():
    assert pairs([_tie(1, "p", "a")], [_tie(1, "p", "b")]) == []


def test_a_response_for_several_services_is_paired_once_with_the_one_that_shares_most():
    after = [_tie(1, "p", "a"), _tie(2, "p", "b", "c")]
    assert pairs([_tie(7, "p", "a", "b", "c")], after) == [(7, 2)]


def test_a_response_for_the_whole_provider_is_the_same_as_the_only_one_of_its_services():
    assert pairs([_tie(1, "p")], [_tie(4, "p", "a")]) == [(1, 4)]
    assert pairs([_tie(1, "p")], [_tie(4, "p")]) == [(1, 4)]
    assert pairs([_tie(1, "p")], [_tie(4, "p", "a"), _tie(5, "p", "b")]) == []


def test_nobody_is_paired_without_a_tie():
    assert pairs([_tie(1, None)], [_tie(1, None)]) == []


def test_the_ties_of_a_wave_are_those_of_the_responses_looked_at(db):
    made = two_waves(db, [({"staff": 4}, {"staff": 5}), ({"staff": 6}, None), (None, {"staff": 7})])
    before, after = (ties(db, key, [1, 2]) for key in made.keys)
    assert [one.number for one in before] == [1, 2]
    assert pairs(before, after) == [(1, 1)]
    assert ties(db, made.keys[0], [2])[0].services == {made.before.services[1]}


def test_a_filter_makes_nobody_the_same_provider_who_was_not_before(db):
    """A provider whose two homes answered, and later the whole provider: not the same, whatever a filter leaves."""
    made = two_waves(db, [({"staff": 4}, {"staff": 5}), ({"staff": 6}, None)])
    first, second = made.before.services
    with change(db, "One provider runs both homes of two kinds, and answered for both later"):
        provider = db.value("select provider_id from service where id = ?", (first,))
        db.update_row("service", second, {"provider_id": provider})
        db.update_row("survey_response", made.before.responses[1], {"provider_id": provider})
        for key, kind in zip((first, second), ("residential_home", "home_care"), strict=True):
            for (invited,) in list(db.rows("select id from survey_invited where service_id = ?", (key,))):
                db.update_row("survey_invited", invited, {"kind": kind, "provider_id": provider})
        for (key,) in list(
            db.rows(
                "select id from survey_response_service where response_id = ?", (made.after.responses[0],)
            )
        ):
            db.delete_row("survey_response_service", key)
    assert compare(db, *made.keys).pairs == 0
    found = compare(db, *made.keys, AnalysisFilter(kinds=("residential_home",)))
    assert (found.responses_before, found.responses_after, found.pairs) == (1, 1, 0)
