"""A table says what its percentages are of."""

from resources.tables import Column, Table


def test_the_base_is_a_line_of_its_own_where_there_is_one() -> None:
    columns = (Column("answer", "Answer"),)
    assert Table("Reasons", columns, [], "88 responses that answered this.").base_line == (
        "Base: 88 responses that answered this."
    )
    assert Table("Reasons", columns, []).base_line == ""
