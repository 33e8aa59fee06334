"""Short names of categories tell the seven apart."""

from awards.category_words import category_column, short_category
from awards.rounds.shipped import CATEGORIES


def test_what_the_seven_share_is_left_out():
    assert [short_category(one.name) for one in CATEGORIES] == [
        "Deliver Excellent Person Centred Care",
        "Care Team Award",
        "Learning and Development Champion",
        "Engaging with the Community",
        "Delivering Innovative Care Services",
        "Lead a Successful Caring Service",
        "Support Excellent Care Delivery",
    ]


def test_another_name_stays_as_it_is():
    assert short_category("Kindness of the year") == "Kindness of the year"
    assert short_category("Proud to ") == "Proud to "


def test_a_column_of_categories_leaves_it_out_too():
    column = category_column("Scored in", width=200)
    assert (column.name, column.heading, column.width) == ("category", "Scored in", 200)
    assert column.leads[0] == "Proud to be a "
