"""To whom something is written, by purpose and way, and why the others are left out."""

from datetime import timedelta

import pytest

from engagement.forums import events
from engagement.forums.at_the_door import door
from engagement.forums.mailing import mailings
from engagement.forums.mailing.recipients import (
    Correspondent,
    address_lines,
    barred_people,
    choose,
    correspondents,
    days_since,
    fitting_purpose,
    left_out_table,
    refuse_nobody,
)
from engagement.forums.mailing.vocabulary import Purpose, Way, Whom
from engagement.forums.people import invitations
from engagement.forums.vocabulary import Confidentiality
from engagement.forums.vocabulary import ParticipantStatus as S
from engagement.register import providers
from resources.database import Database, change
from resources.problem import Problem
from tests.engagement.forums.conftest import NOW, STARTS
from tests.engagement.forums.mailing.conftest import Keys

Asked = tuple[str, Keys]


def names(people: tuple[Correspondent, ...]) -> list[str]:
    return [one.person.name for one in people]


def test_each_way_leaves_out_whom_it_cannot_reach_and_says_why(db: Database, asked: Asked) -> None:
    event, _ = asked
    reach = {way: names(choose(db, event, Purpose.INVITATION, way).people) for way in Way}
    assert reach[Way.LETTER] == reach[Way.LABEL] == ["Dr Zoë O’Hara", "Ada Example"]
    assert reach[Way.EMAIL_DRAFT] == ["Cy Moss", "Ada Example"]
    assert reach[Way.MAIL_MERGE] == ["Cy Moss", "Dr Zoë O’Hara", "Ada Example"]
    found = choose(db, event, Purpose.INVITATION, Way.LETTER)
    assert {one.person.name: one.reason for one in found.left_out} == {
        "Cy Moss": "Neither the service nor the provider has a postal address.",
        "Di Nye": "How they agreed to be contacted is not recorded.",
        "Ed Orr": "Asked not to be contacted.",
        "Flo Parr": "The contact is archived.",
    }
    assert found.words == "2 people; 4 are left out"
    assert len(found.reasons()) == 4
    assert left_out_table(found, "x", Confidentiality.OPEN).rows[0] == (
        "Cy Moss", "Ash Court", "Neither the service nor the provider has a postal address.",
    )  # fmt: skip


def test_an_address_that_cannot_be_written_to_is_left_out(db: Database, asked: Asked) -> None:
    event, keys = asked
    contact = db.value("select contact_id from participant where id = ?", (keys["Cy Moss"],))
    for address in (
        "cy moss@example.org",
        "cy@@example.org",
        "cyéa@example.org",
        "cy@example",
        "<cy@example.org",
    ):
        with change(db, "As an old file may have it"):
            db.update_row("contact", contact, {"email": address})
        found = choose(db, event, Purpose.INVITATION, Way.EMAIL_DRAFT)
        reasons = {one.person.name: one.reason for one in found.left_out}
        assert reasons["Cy Moss"] == "The e-mail address is not one that can be written to."


def test_a_provider_gives_its_address_where_the_service_has_none(db: Database, asked: Asked) -> None:
    event, keys = asked
    owner = db.value("select provider_id from participant where id = ?", (keys["Cy Moss"],))
    providers.edit_provider(db, owner, address="9 Head Office, Leeds", postcode="LS1 1UR")
    (one,) = [one for one in correspondents(db, event) if one.person.name == "Cy Moss"]
    assert one.address == ("9 Head Office", "Leeds", "LS1 1UR")


def test_invitations_go_to_the_unanswered_and_reminders_also_to_maybes_and_offers(
    db: Database, asked: Asked
) -> None:
    event, keys = asked
    invitations.record_reply(db, [keys["Ada Example"]], S.TENTATIVE, now=NOW)
    invitations.record_reply(db, [keys["Cy Moss"]], S.ACCEPTED, now=NOW)
    merge = Way.MAIL_MERGE
    assert names(choose(db, event, Purpose.INVITATION, merge).people) == ["Dr Zoë O’Hara"]
    assert names(choose(db, event, Purpose.REMINDER, merge).people) == ["Dr Zoë O’Hara", "Ada Example"]


def test_chosen_people_are_written_to_unless_the_purpose_does_not_fit(db: Database, asked: Asked) -> None:
    event, keys = asked
    invitations.record_reply(db, [keys["Ada Example"]], S.ACCEPTED, now=NOW)
    chosen = [keys["Ada Example"], keys["Dr Zoë O’Hara"]]
    found = choose(db, event, Purpose.INVITATION, Way.LETTER, whom=Whom.CHOSEN, chosen=chosen)
    assert len(found.people) == 2
    found = choose(db, event, Purpose.REMINDER, Way.LETTER, whom=Whom.CHOSEN, chosen=chosen)
    assert found.left_out[0].reason == "Has answered (accepted), so there is nothing to remind of."
    found = choose(db, event, Purpose.THANKS, Way.LETTER, whom=Whom.CHOSEN, chosen=chosen)
    assert {one.reason for one in found.left_out} == {"Did not come; thanks are for those who came."}


def test_those_written_to_can_be_passed_over(db: Database, asked: Asked) -> None:
    event, keys = asked
    mailings.record(db, event, [keys["Ada Example"]], Purpose.INVITATION, Way.LETTER, now=NOW)
    found = choose(db, event, Purpose.INVITATION, Way.LETTER, whom=Whom.NOT_WRITTEN_TO)
    assert names(found.people) == ["Dr Zoë O’Hara"]


def test_thanks_are_for_those_who_came(db: Database, asked: Asked) -> None:
    event, keys = asked
    door.check_in(db, event, keys["Ada Example"], now=STARTS, device="Laptop", nonce="a")
    assert names(choose(db, event, Purpose.THANKS, Way.LETTER).people) == ["Ada Example"]
    found = choose(db, event, Purpose.INVITATION, Way.LETTER, whom=Whom.CHOSEN, chosen=[keys["Ada Example"]])
    assert found.left_out[0].reason == "Came already (attended)."


def test_nobody_is_invited_to_what_is_cancelled_or_over(db: Database, asked: Asked) -> None:
    event, _ = asked
    events.cancel_event(db, event)
    with pytest.raises(Problem, match="is cancelled, so nobody is invited"):
        choose(db, event, Purpose.REMINDER, Way.LETTER)
    events.plan_again(db, event, now=NOW)
    door.close_event(db, event, now=STARTS + timedelta(hours=3))
    with pytest.raises(Problem, match="only thanks can be written"):
        choose(db, event, Purpose.INVITATION, Way.LETTER)
    assert choose(db, event, Purpose.THANKS, Way.LETTER).people == ()


def test_nothing_is_made_for_nobody(db: Database, asked: Asked) -> None:
    event, keys = asked
    found = choose(db, event, Purpose.INVITATION, Way.LETTER, whom=Whom.CHOSEN, chosen=[keys["Ed Orr"]])
    with pytest.raises(Problem, match="There is nobody to make any letter for") as refused:
        refuse_nobody(found, "any letter")
    assert refused.value.details == ("1: Asked not to be contacted.",)


def test_a_letter_speaks_to_the_first_name_but_to_titles_with_the_whole(db: Database, asked: Asked) -> None:
    found = {one.person.name: one for one in correspondents(db, asked[0])}
    assert found["Ada Example"].first_name == "Ada"
    assert found["Dr Zoë O’Hara"].first_name == "Dr Zoë O’Hara"
    assert found["Ada Example"].reachable == "E-mail and post"
    assert found["Cy Moss"].reachable == "E-mail"
    assert found["Dr Zoë O’Hara"].reachable == "Post"


def test_address_lines_hold_each_part_once() -> None:
    assert address_lines("1 A Street,\nWorksop, Worksop , S80 1AA", "S80 1AA") == (
        "1 A Street",
        "Worksop",
        "S80 1AA",
    )
    assert address_lines("", "S80 1AA") == ()
    assert address_lines("1 A Street", "") == ("1 A Street",)


def test_days_are_counted_on_londons_calendar() -> None:
    assert days_since("2019-11-19T23:30:00+00:00", NOW) == 1
    assert days_since(None, NOW) is None


def test_whoever_no_way_reaches_is_listed_with_the_reason(db: Database, asked: Asked) -> None:
    found = barred_people(db, asked[0])
    assert {one.person.name for one in found.left_out} == {"Di Nye", "Ed Orr", "Flo Parr"}
    assert found.people == ()


def test_a_reminder_fits_once_all_who_can_be_written_to_were(db: Database, asked: Asked) -> None:
    event, keys = asked
    assert fitting_purpose(db, event) is Purpose.INVITATION
    reached = [keys[name] for name in ("Ada Example", "Dr Zoë O’Hara", "Cy Moss")]
    mailings.record(db, event, reached[:2], Purpose.INVITATION, Way.LETTER, now=NOW)
    assert fitting_purpose(db, event) is Purpose.INVITATION
    mailings.record(db, event, reached[2:], Purpose.INVITATION, Way.EMAIL_DRAFT, now=NOW)
    assert fitting_purpose(db, event) is Purpose.REMINDER
    door.check_in(db, event, reached[0], now=STARTS, device="L", nonce="1")
    door.close_event(db, event, now=STARTS + timedelta(hours=4))
    assert fitting_purpose(db, event) is Purpose.THANKS
