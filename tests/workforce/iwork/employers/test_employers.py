"""Employers: from the register of providers or typed, changed, closed and opened again."""

from datetime import date

import pytest

from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from resources.problem import FieldProblem, Problem
from workforce.iwork.employers.employers import (
    add_employer,
    close_employer,
    edit_employer,
    employer,
    employer_of_service,
    employers,
    find_employers,
    is_employer,
    reopen_employer,
)
from workforce.iwork.posts.moving import move_post
from workforce.iwork.posts.posts import add_post
from workforce.iwork.vocabulary import EmployerStage, InterestFrom, PostStatus

TODAY = date(2026, 11, 23)


def home(db: Database) -> str:
    owner = add_provider(db, name="Rosewood Homes Ltd")
    return add_service(
        db, owner.id, name="Rosewood House", kind=ServiceKind.NURSING_HOME, postcode="NG9 1AA"
    ).id


def test_a_home_of_the_register_of_providers_brings_its_name_and_place(vault: Database, db: Database) -> None:
    key = home(db)
    made = add_employer(vault, db, today=TODAY, service_id=key)
    assert (made.name, made.postcode, made.district, made.service_id) == (
        "Rosewood House",
        "NG9 1AA",
        "Broxtowe",
        key,
    )
    assert made.provider_id and made.easting is not None
    assert (made.stage, made.interest_on) == (EmployerStage.INTEREST, TODAY)
    assert employer_of_service(vault, key) == made and is_employer(vault, made.id)


def test_what_is_typed_goes_before_what_the_register_says(vault: Database, db: Database) -> None:
    made = add_employer(
        vault, db, today=TODAY, service_id=home(db), name="Rosewood kitchen", postcode="NG1 7DD"
    )
    assert (made.name, made.postcode) == ("Rosewood kitchen", "NG1 7DD")


def test_a_provider_as_a_whole_is_an_employer_too(vault: Database, db: Database) -> None:
    owner = add_provider(db, name="Rosewood Homes Ltd")
    assert add_employer(vault, db, today=TODAY, provider_id=owner.id).name == "Rosewood Homes Ltd"


def test_one_home_is_one_employer(vault: Database, db: Database) -> None:
    key = home(db)
    add_employer(vault, db, today=TODAY, service_id=key)
    with pytest.raises(FieldProblem, match="is an employer here already"):
        add_employer(vault, db, today=TODAY, service_id=key)
    assert len(employers(vault)) == 1


def test_one_that_is_only_typed_needs_a_name(vault: Database) -> None:
    with pytest.raises(FieldProblem, match="Name: nothing is written"):
        add_employer(vault, today=TODAY, postcode="NG1 7DD")
    assert employers(vault, closed=True) == []


def test_facts_are_put_right(vault: Database) -> None:
    made = add_employer(vault, today=TODAY, name="The Invented Café", postcode="NG9 1AA")
    changed = edit_employer(
        vault,
        made.id,
        name="  The  Tea Room ",
        postcode="",
        interest_from=InterestFrom.VISIT,
        next_step="Visit",
    )
    assert (changed.name, changed.postcode, changed.easting, changed.next_step) == (
        "The Tea Room",
        "",
        None,
        "Visit",
    )
    assert edit_employer(vault, made.id) == changed
    assert edit_employer(vault, made.id, stage=EmployerStage.VISITED).stage is EmployerStage.VISITED


def test_a_day_without_a_step_is_refused(vault: Database) -> None:
    made = add_employer(vault, today=TODAY, name="The Invented Café")
    with pytest.raises(FieldProblem, match="Next step: nothing is written"):
        edit_employer(vault, made.id, next_step="", next_on=TODAY)


def test_closing_waits_for_its_posts(vault: Database) -> None:
    made = add_employer(vault, today=TODAY, name="The Invented Café")
    post = add_post(vault, made.id, "Washing up", today=TODAY)
    with pytest.raises(Problem, match="neither closed nor withdrawn"):
        close_employer(vault, made.id, today=TODAY)
    move_post(vault, post.id, PostStatus.WITHDRAWN, today=TODAY, reason="No longer wanted")
    assert close_employer(vault, made.id, today=TODAY).closed_on == TODAY
    assert employers(vault) == [] and len(employers(vault, closed=True)) == 1
    with pytest.raises(Problem, match="closed already"):
        close_employer(vault, made.id, today=TODAY)
    assert reopen_employer(vault, made.id).closed_on is None
    with pytest.raises(Problem, match="is not closed"):
        reopen_employer(vault, made.id)


def test_employers_are_found_by_words(vault: Database) -> None:
    first = add_employer(vault, today=TODAY, name="Rosewood House")
    add_employer(vault, today=TODAY, name="Elm House")
    assert find_employers(vault, "rosewood") == [first]
    assert len(find_employers(vault, "house")) == 2
    with pytest.raises(LookupError):
        employer(vault, "gone")
