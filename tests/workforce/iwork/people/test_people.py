"""People are added under numbers, put right, closed and reopened; never named where nobody asked."""

from datetime import date

import pytest

from resources.database import Database, change, history
from resources.problem import FieldProblem, Problem
from workforce.iwork.people.people import (
    add_person,
    close_person,
    coaches,
    edit_person,
    people,
    person,
    person_by_reference,
    reopen_person,
)
from workforce.iwork.vocabulary import ClosedReason, KnownOrNot

TODAY = date(2026, 11, 23)


def test_a_new_person_has_the_next_number_and_the_usual_days(vault: Database) -> None:
    one = add_person(vault, " Ada ", date(2026, 11, 2), today=TODAY, family_name="Example", coach="Casey Sample",
                     learning_disability=True, long_term_support=KnownOrNot.YES)  # fmt: skip
    two = add_person(vault, "Wren", TODAY, today=TODAY)
    assert [one.told, one.name, two.told] == ["IW-001 A.E.", "Ada Example", "IW-002 W."]
    assert (one.review_on, one.delete_by) == (date(2027, 5, 2), date(2029, 11, 2))
    assert (
        one.learning_disability and one.long_term_support is KnownOrNot.YES and "We hold this" in one.why_held
    )
    assert [entry.action for entry in history.entries(vault)] == ["Added IW-002", "Added IW-001"]
    assert person(vault, one.id) == one and people(vault) == [one, two] and coaches(vault) == ["Casey Sample"]


def test_a_postcode_is_placed_or_kept_as_typed_never_guessed(vault: Database) -> None:
    one = add_person(vault, "Ada", TODAY, today=TODAY, postcode="ng2 7qp")
    assert (one.postcode, one.district, one.easting) == ("NG2 7QP", "Rushcliffe", 458185)
    half = edit_person(vault, one.id, today=TODAY, postcode="NG2")
    assert (half.postcode, half.district, half.easting, half.northing) == ("NG2", "", None, None)
    gone = edit_person(vault, one.id, today=TODAY, postcode="NG99 9ZZ")
    assert (gone.postcode, gone.district, gone.easting) == ("NG99 9ZZ", "", None)


def test_what_is_given_is_put_right_and_the_rest_stays(vault: Database) -> None:
    one = add_person(vault, "Ada", TODAY, today=TODAY, family_name="Example", phone="01632 960001")
    changed = edit_person(vault, one.id, today=TODAY, family_name="Specimen")
    assert (changed.family_name, changed.phone) == ("Specimen", "01632 960001")
    assert history.entries(vault)[0].action == "Changed IW-001"
    edit_person(vault, one.id, today=TODAY, family_name="Specimen")
    assert len(history.entries(vault)) == 2


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"given_name": " "}, "given_name"),
        ({"why_held": ""}, "why_held"),
        ({"referred_on": date(2026, 12, 1)}, "referred_on"),
        ({"born_on": date(2027, 1, 1)}, "born_on"),
        ({"delete_by": date(2026, 1, 1)}, "delete_by"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    vault: Database, given: dict[str, object], field: str
) -> None:
    one = add_person(vault, "Ada", TODAY, today=TODAY)
    with pytest.raises(FieldProblem) as told:
        edit_person(vault, one.id, today=TODAY, **given)  # type: ignore[arg-type]
    assert told.value.field == field and person(vault, one.id) == one


def test_closing_counts_until_when_the_record_is_kept(vault: Database) -> None:
    one = add_person(vault, "Ada", date(2026, 1, 5), today=TODAY)
    closed = close_person(vault, one.id, ClosedReason.MOVED, on=TODAY, today=TODAY)
    assert (closed.closed_reason, closed.delete_by) == (ClosedReason.MOVED, date(2029, 11, 23))
    assert people(vault) == [] and people(vault, closed=True) == [closed]
    with pytest.raises(Problem, match="closed on 23 November 2026 already"):
        close_person(vault, one.id, ClosedReason.MOVED, on=TODAY, today=TODAY)
    again = reopen_person(vault, one.id, today=TODAY)
    assert again.is_current and again.review_on == date(2027, 5, 23)
    with pytest.raises(Problem, match="is not closed"):
        reopen_person(vault, one.id, today=TODAY)
    with pytest.raises(FieldProblem, match="Closed on"):
        close_person(vault, one.id, ClosedReason.MOVED, on=date(2026, 1, 1), today=TODAY)


def test_nobody_is_closed_in_the_middle_of_a_placement(vault: Database) -> None:
    one = add_person(vault, "Ada", date(2026, 1, 5), today=TODAY)
    placed = {"id": "p", "person_id": one.id, "stage": "offered", "began_on": "2026-02-01"}
    with change(vault, "Placed"):
        vault.insert_row("placement", placed)
    for reason in ClosedReason:
        with pytest.raises(Problem, match="stands at “Offered”"):
            close_person(vault, one.id, reason, on=TODAY, today=TODAY)
    with change(vault, "Placed"):
        vault.update_row("placement", "p", {"stage": "in_post"})
    with pytest.raises(Problem, match="stands at “In post”"):
        close_person(vault, one.id, ClosedReason.MOVED, on=TODAY, today=TODAY)
    assert close_person(vault, one.id, ClosedReason.IN_WORK, on=TODAY, today=TODAY).closed_on == TODAY


def test_somebody_is_found_by_reference_however_it_is_typed(vault: Database) -> None:
    one = add_person(vault, "Ada", TODAY, today=TODAY)
    assert {person_by_reference(vault, said).id for said in ("IW-001", "iw-1", " 1 ", "IW 001")} == {one.id}
    for said in ("IW-002", "Ada", "", "²"):
        with pytest.raises(Problem, match="Give one such as IW-014"):
            person_by_reference(vault, said)
    with pytest.raises(LookupError):
        person(vault, "gone")
