"""What the register and the forums say on the page, and from which day it is news."""

from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.one_pager import engagement_topics as topics
from desktop.one_pager.subject import Subject, subject_of
from desktop.one_pager.topics import Topic
from engagement.forums import events
from engagement.forums.events import EventDraft
from engagement.forums.meeting.actions import ActionDraft, raise_action
from engagement.forums.people.invitations import invite_by_hand
from engagement.forums.vocabulary import EventKind, ParticipantStatus
from engagement.good_practice.practices import PracticeDraft, add_practice, archive_practice
from engagement.register.contacts import add_contact
from engagement.register.contracts import set_contract_status
from engagement.register.providers import add_provider
from engagement.register.ratings import record_rating
from engagement.register.services import add_service
from engagement.register.vocabulary import ContactRole, ContractStatus, KeyQuestion, Rating, ServiceKind
from resources.database import Database, change

TODAY, SINCE = date(2020, 1, 6), date(2019, 9, 9)


class Office:
    """A provider with two homes and a contact at each, and one for the whole of it."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.owner = add_provider(db, name="Larkmeadow Care Ltd").id
        kind = ServiceKind.NURSING_HOME
        self.house = add_service(db, self.owner, name="Larkmeadow House", kind=kind, district="Ashfield").id
        self.court = add_service(db, self.owner, name="Teacup Court", kind=kind).id
        self.ada = self._contact("Ada Larkson", None)
        self.bo = self._contact("Bo Larkson", self.house)
        self.cy = self._contact("Cy Larkson", self.court)

    def _contact(self, name: str, service: str | None) -> str:
        role = ContactRole.REGISTERED_MANAGER if service else ContactRole.NOMINATED_INDIVIDUAL
        return add_contact(self.db, self.owner, name=name, role=role, service_id=service).id

    def event(self, day: date, *people: tuple[str, ParticipantStatus]) -> str:
        starts = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
        title = f"Forum of {day:%B}"
        key = events.plan_event(
            self.db, EventDraft(EventKind.PROVIDER_FORUM, title, starts, starts + timedelta(hours=2))
        )
        for contact, status in people:
            one = invite_by_hand(self.db, key, contact, now=starts - timedelta(days=20))
            with change(self.db, "Came or not"):
                self.db.update_row("participant", one, {"status": status.value})
        return key

    def page(self, key: str = "", *, since: date = SINCE) -> Subject:
        return subject_of(self.db, None, key or self.owner, since=since, today=TODAY)


@pytest.fixture
def office(db: Database) -> Office:
    return Office(db)


CAME, MISSED = ParticipantStatus.ATTENDED, ParticipantStatus.NO_SHOW


def test_a_place_without_a_district_says_so(office: Office) -> None:
    (first, *people) = topics.who(office.page()).lines
    assert first == (
        "2 services in use: Larkmeadow House (nursing home, Ashfield), Teacup Court (nursing home, no district known)."
    )
    assert people[0] == "Registered manager: Bo Larkson."
    assert people[-1] == "Nominated individual: Ada Larkson."
    assert topics.who(office.page(office.court)).lines[1:] == (
        "Registered manager: Cy Larkson.", "Nominated individual: Ada Larkson.",
    )  # fmt: skip


def test_ratings_are_overall_and_news_when_they_were_published_after_the_day(office: Office) -> None:
    record_rating(office.db, office.house, Rating.GOOD, date(2018, 3, 1), today=TODAY)
    record_rating(office.db, office.house, Rating.REQUIRES_IMPROVEMENT, date(2019, 9, 10), today=TODAY)
    record_rating(office.db, office.court, Rating.GOOD, SINCE, today=TODAY)
    safe = KeyQuestion.SAFE
    record_rating(office.db, office.court, Rating.INADEQUATE, date(2019, 12, 1), today=TODAY, question=safe)
    assert topics.ratings(office.page()) == Topic(
        "Ratings",
        (
            "Requires improvement, published 10 September 2019, Good before (Larkmeadow House).",
            "Good, published 9 September 2019 (Teacup Court).",
        ),
        "New ratings: Requires improvement (Larkmeadow House).",
        ("What has changed since the rating Requires improvement (Larkmeadow House)?",),
    )


def test_many_new_ratings_are_counted_the_worst_first(office: Office) -> None:
    for number, rating in enumerate((Rating.GOOD, Rating.INADEQUATE, Rating.GOOD, Rating.GOOD)):
        home = add_service(office.db, office.owner, name=f"Home {number}", kind=ServiceKind.HOME_CARE).id
        record_rating(office.db, home, rating, date(2019, 12, 1), today=TODAY)
    assert topics.ratings(office.page()).since == "New ratings: 1 Inadequate, 3 Good."


def test_contracts_that_are_not_in_good_standing_come_first_with_why(office: Office) -> None:
    set_contract_status(office.db, office.house, ContractStatus.ACTIVE, SINCE, today=TODAY)
    set_contract_status(
        office.db, office.court, ContractStatus.SUSPENDED, date(2019, 9, 10), today=TODAY, reason="Medicines."
    )
    add_service(office.db, office.owner, name="Quill House", kind=ServiceKind.HOME_CARE)
    assert topics.contract(office.page()) == Topic(
        "Contract",
        (
            "Suspended since 10 September 2019 (Teacup Court). Medicines.",
            "Active since 9 September 2019 (Larkmeadow House).",
            "1 service has no contract with the council.",
        ),
        "Contract: Suspended (Teacup Court).",
        ("What is still to be done before the suspension can end (Teacup Court)?",),
    )


def test_forums_of_a_year_are_counted_once_each_without_those_cancelled(office: Office) -> None:
    office.event(date(2019, 1, 5), (office.ada, CAME))
    office.event(date(2019, 6, 1), (office.ada, CAME), (office.bo, CAME))
    office.event(SINCE, (office.ada, CAME))
    office.event(date(2019, 10, 1), (office.ada, MISSED), (office.bo, ParticipantStatus.LEFT_EARLY))
    office.event(date(2019, 11, 1), (office.ada, MISSED))
    events.cancel_event(office.db, office.event(date(2019, 12, 1), (office.ada, ParticipantStatus.INVITED)))
    office.event(date(2020, 2, 1), (office.ada, ParticipantStatus.ACCEPTED))
    told = topics.forums(office.page())
    assert told.lines == (
        "Came to 3 of 4 events in the last year.",
        "Forum of October, 1 October 2019.",
        "Forum of September, 9 September 2019.",
        "Forum of June, 1 June 2019.",
    )
    assert told.since == "Came to 1 event."
    assert (
        topics.forums(office.page(office.house)).lines[0]
        == "The provider came to 3 of 4 events in the last year."
    )


def test_news_of_more_than_a_year_count_all_of_it(office: Office) -> None:
    office.event(date(2018, 10, 1), (office.ada, CAME))
    office.event(date(2019, 10, 1), (office.ada, CAME))
    told = topics.forums(office.page(since=date(2018, 9, 9)))
    assert told.lines[0] == "Came to 1 of 1 event in the last year."
    assert told.since == "Came to 2 events."


def test_whoever_did_not_come_is_asked_why(office: Office) -> None:
    assert topics.forums(office.page()) == Topic("Forums", ("Asked to no event in the last year.",))
    office.event(date(2019, 10, 1), (office.ada, MISSED))
    told = topics.forums(office.page())
    assert (told.lines, told.since) == (("Came to 0 of 1 event in the last year.",), "")
    assert told.ask == ("What would make a forum worth coming to?",)


def test_open_actions_come_by_their_day_and_those_of_another_home_are_not_of_this_one(office: Office) -> None:
    before, after = office.event(SINCE), office.event(date(2019, 10, 1))
    assert topics.actions(office.page()) is None
    raise_action(office.db, before, ActionDraft("Write a page.", owner_contact_id=office.ada))
    late = ActionDraft("Send the rota", owner_contact_id=office.bo, due_on=date(2019, 12, 1))
    raise_action(office.db, after, late)
    raise_action(office.db, after, ActionDraft("Ask the cooks", owner_contact_id=office.cy))
    told = topics.actions(office.page())
    assert told is not None
    assert told.lines == (
        "Send the rota, due 1 December 2019 (overdue).",
        "Write a page, no day agreed.",
        "Ask the cooks, no day agreed.",
    )
    assert told.since == "Took on 2 actions."
    assert told.ask == ("What holds up 1 action from the forums?",)
    at_house = topics.actions(office.page(office.house))
    assert at_house is not None and "cooks" not in " ".join(at_house.lines)


def test_good_practice_is_told_unless_it_was_put_away(office: Office) -> None:
    def share(what: str, on: date, service: str | None = None) -> str:
        draft = PracticeDraft(office.owner, "Activities", what, on, service)
        return add_practice(office.db, draft, today=TODAY).id

    share("A calendar.", SINCE)
    share("A choir.", date(2019, 10, 1), office.court)
    archive_practice(office.db, share("A band.", date(2019, 10, 2)), today=TODAY)
    told = topics.good_practice(office.page())
    assert told is not None
    assert told.lines == ("Activities: A choir.", "Activities: A calendar.")
    assert told.since == "Shared 1 example of good practice."
    at_house = topics.good_practice(office.page(office.house))
    assert at_house is not None and at_house.lines == ("Activities: A calendar.",)
