from engagement.register.contacts import add_contact, archive_contact
from engagement.register.duplicates import find_duplicates, mark_not_duplicates
from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import change, history, new_key

POSTCODE = "NG2 7QP"


def test_duplicates_of_the_register_are_found_until_they_are_marked_as_different(db):
    firm = add_provider(db, name="Invented Care Ltd", phone="0115 496 0001").id
    again = add_provider(db, name="Invented Care", phone="0115 496 0001").id
    home, same = (
        add_service(db, firm, name=name, kind=ServiceKind.NURSING_HOME, postcode=POSTCODE).id
        for name in ("Rosewood House", "Rosewood Care Home")
    )
    ann, anne = (add_contact(db, firm, name="Ann Invented", email="ann@example.org").id for _ in range(2))
    found = find_duplicates(db)
    assert [(pair.table, {pair.one, pair.other}) for pair in found] == [
        ("contact", {ann, anne}),
        ("provider", {firm, again}),
        ("service", {home, same}),
    ]
    mark_not_duplicates(db, "service", same, home)
    mark_not_duplicates(db, "service", home, same)
    assert find_duplicates(db, ["service"]) == []
    assert history.next_undo(db).action == "Marked Rosewood Care Home and Rosewood House as different"
    archive_contact(db, ann, today=history.entries(db)[0].at.date())
    assert find_duplicates(db, ["contact"]) == []


def test_a_service_is_listed_while_a_period_is_open(db):
    firm = add_provider(db, name="Invented Care").id
    for number, until_on in enumerate((None, None, "2019-01-01")):
        key = add_service(
            db, firm, name="Rosewood House", kind=ServiceKind.NURSING_HOME, postcode=POSTCODE,
            cqc_location_id=f"1-{number}",
        ).id  # fmt: skip
        with change(db, "Read a file"):
            db.insert_row(
                "service_period",
                {"id": new_key(), "service_id": key, "from_on": "2015-01-01", "until_on": until_on,
                 "kind": "nursing_home"},
            )  # fmt: skip
    assert len(find_duplicates(db, ["service"])) == 2
