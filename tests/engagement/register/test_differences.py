from datetime import date

from engagement.register.contacts import add_contact, move_contact
from engagement.register.differences import describe_differences, row_history
from engagement.register.providers import add_provider
from engagement.register.services import add_service, edit_service
from engagement.register.vocabulary import ServiceKind
from resources.database import history

RUSHCLIFFE, MANSFIELD = "NG2 7QP", "NG19 7DR"


def test_the_history_of_a_row_reads_in_plain_words(db):
    firm, other = (add_provider(db, name=name).id for name in ("Invented Care", "Other Care"))
    home = add_service(db, firm, name="Rosewood House", kind=ServiceKind.NURSING_HOME, postcode=RUSHCLIFFE).id
    edit_service(
        db, home, kind=ServiceKind.RESIDENTIAL_HOME, postcode=MANSFIELD, dormant=True, beds=12,
        registered_on=date(2019, 12, 9),
    )  # fmt: skip
    newest, oldest = row_history(db, "service", home)
    assert (newest.action, newest.who) == ("Changed Rosewood House", "Test Officer")
    assert newest.lines == (
        "Kind: Nursing home → Residential home",
        "Postcode: NG2 7QP → NG19 7DR",
        "District: Rushcliffe → Mansfield",
        "Beds: nothing → 12",
        "Registered: nothing → 9 December 2019",
        "Dormant: No → Yes",
    )
    assert oldest.lines[:3] == ("Provider: Invented Care", "Name: Rosewood House", "Kind: Nursing home")

    ann = add_contact(db, firm, name="Ann").id
    move_contact(db, ann, other)
    assert row_history(db, "contact", ann)[0].lines == ("Provider: Invented Care → Other Care",)
    version = history.of_row(db, "contact", ann)[0]
    assert describe_differences(version, "contact") == ["Provider: another one → another one"]
    history.undo(db)
    history.undo(db)
    assert row_history(db, "contact", ann)[0].lines == ("Removed.",)
