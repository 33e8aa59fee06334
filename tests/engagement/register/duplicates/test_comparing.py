from engagement.register.contacts import add_contact
from engagement.register.duplicates.comparing import Compared, side_by_side
from engagement.register.providers import add_provider
from engagement.register.vocabulary import ConsentBasis, ContactRole


def test_facts_stand_side_by_side_the_name_first_and_last_what_each_has(db):
    one = add_provider(db, name="Rosewood Care", phone="0115 496 0001", website="rosewood.example")
    other = add_provider(db, name="Rosewood Care Ltd", phone="0115 496 0001")
    add_contact(db, one.id, name="Zoë Example", role=ContactRole.OTHER, consent=ConsentBasis.NOT_RECORDED)
    compared = side_by_side(db, "provider", one.id, other.id)
    said = {each.heading: (each.one, each.other, each.differs) for each in compared}
    assert compared[0].heading == "Name" and compared[0].differs
    assert said[compared[-1].heading] == ("1 contact", "", False)
    assert ("0115 496 0001", "0115 496 0001", False) in said.values()
    assert ("rosewood.example", "", False) in said.values()


def test_a_fact_differs_where_both_have_it_and_not_the_same():
    pairs = [("a", "b"), ("a", "a"), ("a", ""), ("", "")]
    assert [Compared("Fact", *pair).differs for pair in pairs] == [True, False, False, False]
