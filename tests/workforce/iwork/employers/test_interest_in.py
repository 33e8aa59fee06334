"""Interest told at forums: taken in once, with what is known of the employer kept."""

from dataclasses import replace
from datetime import date

from resources.database import Database, history
from workforce.iwork.employers.contacts import contacts_of, remove_contact
from workforce.iwork.employers.employers import add_employer, close_employer, employer, employers
from workforce.iwork.employers.interest_in import ToldInterest, not_here_yet, take_in_interests
from workforce.iwork.employers.tables import told_table
from workforce.iwork.vocabulary import InterestFrom

DAY = date(2026, 11, 23)
ONE = ToldInterest(
    "interest 1", DAY, "Door Helper", "event 1", "Provider forum, November 2026", "provider 1", "Rosewood Ltd",
    "service 1", "Rosewood House", "NG9 1AA", "Broxtowe", "Alex Example", "01632 960001", "alex@example.org", "Lunch.",
)  # fmt: skip
TWO = replace(ONE, id="interest 2", contact_name="Jo Specimen")
OTHER = replace(ONE, id="interest 3", service_id="", service="", provider_id="provider 2", provider="Elm Ltd")


def test_what_was_told_makes_employers(vault: Database) -> None:
    done = take_in_interests(vault, [ONE, TWO, OTHER])
    assert done.sentence == "Took in 3 interests: 2 new employers and 1 of employers that were here already"
    assert [one.name for one in employers(vault)] == ["Elm Ltd", "Rosewood House"]
    rosewood = employers(vault)[1]
    assert (rosewood.interest_from, rosewood.event_title, rosewood.contact_name, rosewood.district) == (
        InterestFrom.FORUM, "Provider forum, November 2026", "Alex Example", "Broxtowe",
    )  # fmt: skip
    words = [one.words for one in contacts_of(vault, rosewood.id)]
    assert sorted(words)[0].startswith("Alex Example expressed an interest in i-Work at Provider forum")


def test_it_never_comes_twice(vault: Database) -> None:
    take_in_interests(vault, [ONE])
    assert not_here_yet(vault, [ONE, OTHER]) == [OTHER]
    assert take_in_interests(vault, [ONE]).sentence == "Every interest told at forums is here already"
    assert len(employers(vault)) == 1


def test_undone_it_can_come_again(vault: Database) -> None:
    take_in_interests(vault, [ONE])
    history.undo(vault)
    assert employers(vault) == [] and not_here_yet(vault, [ONE]) == [ONE]
    take_in_interests(vault, [ONE])
    remove_contact(vault, ONE.id)
    assert not_here_yet(vault, [ONE]) == [ONE]


def test_an_employer_that_is_known_has_it_in_the_log_and_is_opened_again(vault: Database) -> None:
    held = add_employer(vault, today=DAY, name="Rosewood", service_id="service 1", contact_name="Pat Example")
    close_employer(vault, held.id, today=DAY)
    done = take_in_interests(vault, [ONE])
    assert (len(done.added), [one.id for one in done.known]) == (0, [held.id])
    now = employer(vault, held.id)
    assert (now.closed_on, now.name, now.contact_name) == (None, "Rosewood", "Pat Example")
    assert [one.id for one in contacts_of(vault, held.id)] == ["interest 1"]


def test_the_table_of_what_waits(vault: Database) -> None:
    rows = told_table([ONE, OTHER]).rows
    assert [row[1] for row in rows] == ["Rosewood House", "Elm Ltd"]
