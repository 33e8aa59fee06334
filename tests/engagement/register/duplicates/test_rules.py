from engagement.register.duplicates.rules import REGISTER_RULES, MergeRules, fill_blanks
from engagement.register.vocabulary import ConsentBasis, ContactRole


def test_blanks_are_filled_and_nothing_else_is_taken():
    kept = {"id": "1", "phone": "", "beds": 0, "website": "a.example", "archived_on": None}
    removed = {"id": "2", "phone": "0115", "beds": 9, "website": "b.example", "archived_on": "2019-12-09"}
    assert fill_blanks(kept, removed) == {"phone": "0115"}


def test_both_capabilities_rules_stand_together():
    both = MergeRules(
        {"service": fill_blanks}, titles={"service": "One"}, key_lists=(("a", "b"),)
    ) | MergeRules({"contact": fill_blanks}, key_lists=(("c", "d"),))
    assert set(both.survivors) == {"service", "contact"}
    assert (both.key_lists, both.titles) == ((("a", "b"), ("c", "d")), {"service": "One"})


def test_a_removed_name_is_kept_among_the_other_names_once():
    kept = {"id": "1", "name": "Elm View", "also_known_as": "The Elms", "archived_on": None}
    removed = {"id": "2", "name": "Elm Court", "also_known_as": "The Elms|Elm View", "archived_on": None}
    assert REGISTER_RULES.survivors["service"](kept, removed)["also_known_as"] == "The Elms|Elm Court"


def test_who_asked_not_to_be_contacted_has_asked():
    row = {
        "id": "1",
        "provider_id": "p",
        "service_id": None,
        "role": ContactRole.OTHER.value,
        "archived_on": None,
    }
    kept = row | {"consent": ConsentBasis.EMAIL_OPT_IN.value, "consent_on": "2018-01-01"}
    removed = row | {"consent": ConsentBasis.WITHDRAWN.value, "consent_on": "2019-01-01"}
    cells = REGISTER_RULES.survivors["contact"](kept, removed)
    assert (cells["consent"], cells["consent_on"]) == (ConsentBasis.WITHDRAWN.value, "2019-01-01")


def test_a_registration_without_an_end_goes_on():
    rule = REGISTER_RULES.survivors["service_period"]
    assert rule({"until_on": "2019-12-09"}, {"until_on": None}) == {"until_on": None}
    assert rule({"until_on": None}, {"until_on": "2019-12-09"}) == {}
