"""Each kind of change that the window offers, made in the sample county, undone and done again, byte for byte."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from awards.board.moving import move_on_board
from awards.board.states import BoardState
from awards.ceremony import guests as ceremony_guests
from awards.ceremony import running_order
from awards.ceremony.citations import set_citation
from awards.ceremony.gathering import GuestsFrom, gather_guests
from awards.ceremony.letter_words import set_wording as set_letter_wording
from awards.judging import assignments as judge_assignments
from awards.judging import interests, panel, rulings
from awards.judging import scores as award_scores
from awards.judging.blind.choices import choose as choose_word
from awards.judging.panel_categories import set_categories
from awards.judging.planning import assign_panel
from awards.judging.workbook_in.checking import check_scores
from awards.judging.workbook_in.reading import read_score_file
from awards.judging.workbook_in.taking_in import take_in_scores
from awards.nominations import nominations
from awards.nominations.files.checked import Choices as NominationChoices
from awards.nominations.files.checking import check as check_nominations
from awards.nominations.files.mapping import suggest as suggest_parts
from awards.nominations.files.taking_in import take_in as take_in_nominations
from awards.nominations.nominations import NominationDraft
from awards.qualifying import checks
from awards.qualifying import qualify as qualifying
from awards.qualifying.employment import record_employed
from awards.results import notes as panel_notes
from awards.results.deciding.announcing import announce
from awards.results.deciding.deciding import decide as decide_honour
from awards.results.deciding.shortlisting import shortlist
from awards.results.deciding.withdrawing import withdraw_honour
from awards.rounds import categories as award_categories
from awards.rounds import checklist
from awards.rounds import criteria as award_criteria
from awards.rounds import rounds as award_rounds
from awards.rounds.categories import categories
from awards.rounds.copying import next_round
from awards.rounds.moving_on import move_phase
from awards.rounds.phase_plan import set_phase
from awards.rounds.rounds import start_round
from awards.vocabulary import (
    CeremonyItemKind,
    CeremonyLetter,
    CheckAnswer,
    Consent,
    EntryStatus,
    GuestAnswer,
    NomineeKind,
    Outcome,
    PanelRole,
    RoundPhase,
    ScoresSeen,
)
from desktop import ceremony_invitations as ceremony
from desktop.capabilities import CAPABILITIES, MERGE_RULES
from engagement import sample
from engagement.committee import deadlines as report_deadlines
from engagement.committee import edits as report_edits
from engagement.committee import following, from_outlines, outline_files, plain_words
from engagement.committee import issues as report_issues
from engagement.committee import items as report_items
from engagement.committee import looks as report_looks
from engagement.committee import meetings as committee_meetings
from engagement.committee import recommendations as committee_asks
from engagement.committee import report_parts as committee_parts
from engagement.committee import reports as committee_reports
from engagement.committee.meetings import add_meeting as add_committee_meeting
from engagement.committee.reports import begin_report
from engagement.committee.vocabulary import Progress, RecommendationOutcome
from engagement.cqc_files.taking_in import prepare, take_in
from engagement.forums import events, series
from engagement.forums.at_the_door import door, interest
from engagement.forums.at_the_door.door import WalkIn
from engagement.forums.door_files.bringing_back import bring_back
from engagement.forums.door_files.returned import read_returned
from engagement.forums.door_files.taking import take as take_door_file
from engagement.forums.events import EventDraft, events_to_come
from engagement.forums.feedback import comments, responses, themes
from engagement.forums.feedback import questions as feedback_questions
from engagement.forums.feedback.checking import check as check_feedback
from engagement.forums.feedback.mapping import LEFT_OUT, suggest
from engagement.forums.feedback.questions import SHIPPED, QuestionDraft
from engagement.forums.feedback.read_value import DONT_KNOW, Answer
from engagement.forums.feedback.taking_in import take_in as take_in_feedback_file
from engagement.forums.feedback.vocabulary import AnswerKind, AnswerState
from engagement.forums.mailing import words as mailing_words
from engagement.forums.mailing.answers_read import keep_answers, read_answers
from engagement.forums.mailing.making import Mailing, make
from engagement.forums.mailing.vocabulary import Purpose, Way
from engagement.forums.meeting import actions, agenda, minutes
from engagement.forums.meeting.actions import ActionDraft
from engagement.forums.meeting.first_agenda import ItemDraft
from engagement.forums.meeting.minutes import Minutes
from engagement.forums.online import taking_in as online_attendance
from engagement.forums.online.taking_in import start_review
from engagement.forums.online.whom import LeftOut, NewPerson
from engagement.forums.people import audience, invitations, participants, places
from engagement.forums.people.audience_rule import AudienceRule, Each
from engagement.forums.reach.answering import reach
from engagement.forums.reach.inviting import invite_services
from engagement.forums.reach.question import asked
from engagement.forums.reach.tables import reason_of
from engagement.forums.vocabulary import Confidentiality, EventKind, ParticipantRole, ParticipantStatus
from engagement.good_practice import practices
from engagement.good_practice.buddies import pairs
from engagement.good_practice.buddies.finder import BuddyLimits
from engagement.good_practice.buddies.limits import set_buddy_limits
from engagement.good_practice.practices import PracticeDraft
from engagement.good_practice.vocabulary import MetHow, PracticeConsent
from engagement.market.published import read_published, remove_published, take_in_published
from engagement.register import contacts, contracts, council, notes, providers, ratings, services
from engagement.register.contracts import contract_history
from engagement.register.duplicates import (
    mark_not_duplicates,
    merge_contacts,
    merge_providers,
    merge_services,
)
from engagement.register.letterhead import Letterhead, set_letterhead
from engagement.register.ratings import ratings_of
from engagement.register.vocabulary import (
    ConsentBasis,
    ContactRole,
    ContractStatus,
    KeyQuestion,
    OrganisationKind,
    Rating,
    ServiceKind,
)
from resources.database import Database, change, history, new_key, open_file
from resources.database.history import logical_dump
from resources.files.forms.forms_file import read_forms_file
from resources.report.blocks import Report as CommitteeDocument
from resources.report.committee.composing import Composed
from resources.report.committee.parts import Part
from resources.report.exemption import Exemption
from resources.report.looks import DEFAULT_LOOKS
from resources.spans import Span
from resources.wordings import Wording
from tests.awards.gala import Gala
from tests.awards.judging.panelled import Panelled
from tests.awards.nominations.files import made_nominations as nomination_rows
from tests.awards.results.scored import Scored
from tests.desktop.pages.survey import answers_files as survey_files
from tests.engagement.forums.online.online_files import teams, write
from tests.journeys.two_months import write_two_months
from tests.resources.files.forms import made_forms as forms
from tests.workforce.ascwds import bulk_files as ascwds_files
from workforce.ascwds import workplaces as ascwds_workplaces
from workforce.ascwds.checking import check as check_ascwds
from workforce.ascwds.reading import read_files as read_ascwds_files
from workforce.ascwds.taking_in import take_in as take_in_ascwds
from workforce.funding.claims import approving as claim_steps
from workforce.funding.claims import claims
from workforce.funding.claims import evidence as claim_evidence
from workforce.funding.claims.claims import ClaimDraft
from workforce.funding.claims.files.checking import check as check_claims
from workforce.funding.claims.files.reading import read as read_claims
from workforce.funding.claims.files.taking_in import take_in as take_in_claims
from workforce.funding.decisions import answering as fund_answers
from workforce.funding.decisions.keeping import keep_decision
from workforce.funding.funds import allocations as fund_allocations
from workforce.funding.funds import cut_offs
from workforce.funding.funds import funds as grant_funds
from workforce.funding.funds import items as fund_items
from workforce.funding.funds import spending as fund_spending
from workforce.funding.funds import variations as fund_variations
from workforce.funding.funds.balance import Passed, Pot
from workforce.funding.funds.funds import add_fund
from workforce.funding.projects import apprentices, funder_reports, milestones, taking_part
from workforce.funding.projects import outcomes as project_outcomes
from workforce.funding.projects import projects as funding_projects
from workforce.funding.projects import quotes as project_quotes
from workforce.funding.projects.apprentices import ApprenticeDraft
from workforce.funding.projects.funder_reports import FunderReportDraft
from workforce.funding.projects.milestones import MilestoneDraft
from workforce.funding.projects.outcomes import OutcomeDraft
from workforce.funding.projects.projects import ProjectDraft
from workforce.funding.projects.quotes import QuoteDraft
from workforce.funding.projects.taking_part import TakingPartDraft
from workforce.funding.rulebook import editing as rulebook
from workforce.funding.rulebook import shipped as rulebook_shipped
from workforce.funding.rulebook.deciding import decide
from workforce.funding.rulebook.editing import RuleDraft, add_rule
from workforce.funding.unclaimed import approaches
from workforce.funding.unclaimed.gathering import facts_of_services
from workforce.funding.vocabulary import (
    ApprenticeStatus,
    AskedBy,
    CutOffKind,
    DsptLevel,
    FundKind,
    FundStatus,
    Operator,
    ProjectStatus,
)
from workforce.funding.vocabulary import QuoteConsent as ProjectQuoteConsent
from workforce.survey import starting, surveys
from workforce.survey.action_plan import actions as plan_actions
from workforce.survey.action_plan import practice_uses
from workforce.survey.action_plan import practices as survey_practices
from workforce.survey.action_plan.actions import ActionDraft as PlanActionDraft
from workforce.survey.action_plan.practice_uses import UseDraft
from workforce.survey.action_plan.practices import PracticeDraft as SurveyPracticeDraft
from workforce.survey.answers import recording as survey_answers
from workforce.survey.answers.checking import check as check_answers
from workforce.survey.answers.decisions import Decisions, Means, WhoDecision, WordsDecision
from workforce.survey.answers.duplicates import count_all, count_this
from workforce.survey.answers.mapping import rest_as_new
from workforce.survey.answers.mapping import suggest as suggest_columns
from workforce.survey.answers.remembered import forget, remembered
from workforce.survey.answers.responses import Answer as SurveyAnswer
from workforce.survey.answers.taking_in import take_in as take_in_answers
from workforce.survey.coding import codes as survey_codes
from workforce.survey.coding import texts as survey_texts
from workforce.survey.questionnaire import editing as survey_questions
from workforce.survey.questionnaire import options as survey_options
from workforce.survey.questionnaire.editing import QuestionDraft as SurveyQuestionDraft
from workforce.survey.questionnaire.options import OptionDraft
from workforce.survey.vocabulary import (
    AskedOf,
    Measure,
    PracticeTopic,
    QuestionKind,
    Role,
    Topic,
    WaveKind,
    Works,
)
from workforce.survey.waves import asking, comparability, planning, population
from workforce.survey.waves.planning import WaveDraft
from workforce.training import attendance, learners
from workforce.training import bookings as training_bookings
from workforce.training import courses as training_courses
from workforce.training import records as training_records
from workforce.training import requirements as training_required
from workforce.training import sessions as training_sessions
from workforce.training.learners import PostFacts
from workforce.training.packages import offers as package_offers
from workforce.training.packages import packages as package_kept
from workforce.training.packages import sessions as package_sessions
from workforce.training.records_file import read_records_file
from workforce.training.records_file_checking import Choices as RecordChoices
from workforce.training.records_file_checking import check_records
from workforce.training.records_file_taking_in import take_in_records
from workforce.training.same_learner import merge_learners
from workforce.training.shipped_courses import add_shipped_courses
from workforce.training.vocabulary import JobRole, OfferStatus

TODAY = date(2019, 4, 9)
NOW = datetime(2019, 4, 9, 9, tzinfo=UTC)
STARTS = datetime(2019, 4, 16, 9, tzinfo=UTC)
HOME = ServiceKind.RESIDENTIAL_HOME


@dataclass
class Story:
    """The county, and the keys of what the acts before have made."""

    db: Database
    folder: Path
    keys: dict[str, str] = field(default_factory=dict)
    people: list[str] = field(default_factory=list)

    def at_the_door(self, minutes: int) -> dict:
        return {"now": STARTS + timedelta(minutes=minutes), "device": "laptop", "nonce": new_key()}

    def listed(self, number: int) -> str:
        """One of the services that CQC lists in the county and that the acts have not made."""
        return str(
            self.db.value(
                "select id from service where cqc_location_id is not null and authority = 'Nottinghamshire' "
                "and archived_on is null order by id limit 1 offset ?",
                (number,),
            )
        )


Act = Callable[[Story], object]
ACTS: list[Act] = []


def act(made: Act) -> Act:
    """One thing done by a person: the acts follow each other as they stand here."""
    ACTS.append(made)
    return made


# --- the register -------------------------------------------------------------------------------------------


@act
def add_provider_with_service(story: Story) -> None:
    facts = {"name": "Invented Lodge", "kind": HOME, "postcode": "DN22 6RZ", "beds": 24}
    added = providers.add_provider_with_service(story.db, {"name": "Invented Lodge Limited"}, facts)
    story.keys |= {"service": added.id, "provider": added.provider_id}


@act
def add_partner(story: Story) -> None:
    made = providers.add_provider(story.db, name="Invented Board", organisation=OrganisationKind.PARTNER)
    story.keys["partner"] = made.id


@act
def edit_partner(story: Story) -> None:
    providers.edit_provider(story.db, story.keys["partner"], organisation=OrganisationKind.COUNCIL)


@act
def add_service(story: Story) -> None:
    made = services.add_service(story.db, story.keys["provider"], name="Invented Annexe", kind=HOME)
    story.keys["annexe"] = made.id


@act
def edit_service(story: Story) -> None:
    services.edit_service(
        story.db, story.keys["service"], name="Invented Grange", postcode="NG17 0DJ", beds=None
    )


@act
def edit_provider(story: Story) -> None:
    providers.edit_provider(
        story.db, story.keys["provider"], name="Invented Grange Limited", brand="Invented"
    )


@act
def add_contact(story: Story) -> None:
    made = contacts.add_contact(
        story.db, story.keys["provider"], service_id=story.keys["service"], name="Ada Example",
        role=ContactRole.REGISTERED_MANAGER, consent=ConsentBasis.EMAIL_OPT_IN, consent_on=TODAY,
    )  # fmt: skip
    story.keys["ada"] = made.id


@act
def edit_contact(story: Story) -> None:
    contacts.edit_contact(
        story.db, story.keys["ada"], email="ada@example.org", notes="Prefers “mornings”,\nnot noon"
    )


@act
def archive_contact(story: Story) -> None:
    contacts.archive_contact(story.db, story.keys["ada"], today=TODAY)


@act
def restore_contact(story: Story) -> None:
    contacts.restore_contact(story.db, story.keys["ada"])


@act
def set_contract(story: Story) -> None:
    contracts.set_contract_status(
        story.db, story.keys["service"], ContractStatus.ACTIVE, date(2018, 4, 1), today=TODAY
    )


@act
def suspend_contract(story: Story) -> None:
    contracts.set_contract_status(
        story.db, story.keys["service"], ContractStatus.SUSPENDED, date(2019, 4, 1), "An audit", today=TODAY
    )


@act
def add_past_contract(story: Story) -> None:
    contracts.add_past_status(
        story.db,
        story.keys["service"],
        ContractStatus.ACTIVE,
        date(2016, 4, 1),
        date(2017, 4, 1),
        "Held before",
        today=TODAY,
    )


@act
def correct_contract(story: Story) -> None:
    newest = contract_history(story.db, story.keys["service"])[0]
    contracts.correct(story.db, newest.id, today=TODAY, reason="An audit in March")


@act
def remove_contract(story: Story) -> None:
    contracts.remove_status(story.db, contract_history(story.db, story.keys["service"])[-1].id)


@act
def set_officer_of_several(story: Story) -> None:
    keys = [story.keys["service"], story.keys["annexe"], *(story.listed(number) for number in range(40))]
    services.set_portfolio_officer(story.db, keys, "Wren Invented")


@act
def note_on_service(story: Story) -> None:
    made = notes.write_note(
        story.db, story.keys["provider"], "The lift is out of use.", now=NOW, service=story.keys["service"]
    )
    story.keys["note"] = made.id


@act
def note_on_provider(story: Story) -> None:
    notes.write_note(story.db, story.keys["provider"], "Rang about the forum.", now=NOW)


@act
def change_note(story: Story) -> None:
    notes.edit_note(story.db, story.keys["note"], "The lift is mended.")


@act
def remove_note(story: Story) -> None:
    notes.remove_note(story.db, story.keys["note"])


@act
def record_ratings(story: Story) -> None:
    published = {KeyQuestion.OVERALL: Rating.GOOD, KeyQuestion.SAFE: Rating.REQUIRES_IMPROVEMENT}
    ratings.record_ratings(story.db, story.keys["service"], published, date(2019, 3, 1), today=TODAY)


@act
def correct_rating(story: Story) -> None:
    key = ratings_of(story.db, story.keys["service"])[0].id
    ratings.correct_rating(story.db, key, today=TODAY, published_on=date(2019, 3, 2))


@act
def remove_rating(story: Story) -> None:
    ratings.remove_rating(story.db, ratings_of(story.db, story.keys["service"])[-1].id)


@act
def archive_service(story: Story) -> None:
    services.archive_service(story.db, story.keys["annexe"], today=TODAY)


@act
def restore_service(story: Story) -> None:
    services.restore_service(story.db, story.keys["annexe"])


@act
def archive_provider(story: Story) -> None:
    providers.archive_provider(story.db, story.keys["provider"], today=TODAY)


@act
def restore_provider(story: Story) -> None:
    providers.restore_provider(story.db, story.keys["provider"])


@act
def add_second_provider(story: Story) -> None:
    facts = {"name": "Invented Lodge (copy)", "kind": HOME, "cqc_location_id": "1-000000001"}
    added = providers.add_provider_with_service(story.db, {"name": "Invented Lodge Ltd"}, facts)
    story.keys |= {"copied service": added.id, "copied provider": added.provider_id}


@act
def add_second_contact(story: Story) -> None:
    made = contacts.add_contact(
        story.db, story.keys["copied provider"], name="A. Example", phone="01777 000000"
    )
    story.keys["copied ada"] = made.id


@act
def move_service(story: Story) -> None:
    services.move_service(story.db, story.keys["annexe"], story.keys["copied provider"])


@act
def move_contact(story: Story) -> None:
    contacts.move_contact(story.db, story.keys["ada"], story.keys["copied provider"])


@act
def move_contact_back(story: Story) -> None:
    contacts.move_contact(story.db, story.keys["ada"], story.keys["provider"], service=story.keys["service"])


@act
def choose_council(story: Story) -> None:
    council.set_council(story.db, "Derbyshire")


@act
def mark_as_different(story: Story) -> None:
    mark_not_duplicates(story.db, "service", story.listed(0), story.listed(1))


@act
def enter_published_figures(story: Story) -> None:
    path = story.folder / "published.csv"
    grades = ("Inadequate", "Requires improvement", "Good", "Outstanding", "Not yet rated")
    kinds = ("Nursing", "Residential", "Domiciliary")
    rows = [
        ["Local authority", *(f"{kind} {grade}" for kind in kinds for grade in grades)],
        ["Derby", *["1", "20", "75", "4", "3"] * 3],
        ["Rutland", *["0", "10", "90", "0", "0"] * 3],
    ]
    path.write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
    take_in_published(story.db, read_published(path, date(2019, 3, 1)))


@act
def remove_published_figures(story: Story) -> None:
    remove_published(story.db, date(2019, 3, 1))


# --- forums -------------------------------------------------------------------------------------------------


@act
def plan_event(story: Story) -> None:
    draft = EventDraft(
        kind=EventKind.PROVIDER_FORUM, title="Provider forum, April 2019", starts=STARTS,
        ends=STARTS + timedelta(hours=2), place="Retford Town Hall", capacity=200,
    )  # fmt: skip
    story.keys["event"] = events.plan_event(story.db, draft)


@act
def make_series(story: Story) -> None:
    story.keys["series"] = series.series_from_event(story.db, story.keys["event"], "Quarterly forum")


@act
def edit_series(story: Story) -> None:
    held = series.get(story.db, story.keys["series"])
    facts = {name: getattr(held, name) for name in series.SeriesDraft.__dataclass_fields__}
    series.edit_series(story.db, held.id, series.SeriesDraft(**(facts | {"place": "Mansfield Civic Centre"})))


@act
def plan_next_of_series(story: Story) -> None:
    story.keys["next event"] = series.plan_next(story.db, story.keys["series"], date(2019, 7, 16))


@act
def cancel_event(story: Story) -> None:
    events.cancel_event(story.db, story.keys["next event"])


@act
def plan_event_again(story: Story) -> None:
    events.plan_again(story.db, story.keys["next event"], now=NOW)


@act
def archive_event(story: Story) -> None:
    events.archive_event(story.db, story.keys["next event"], on=TODAY)


@act
def restore_event(story: Story) -> None:
    events.restore_event(story.db, story.keys["next event"])


@act
def archive_series(story: Story) -> None:
    series.archive_series(story.db, story.keys["series"], on=TODAY)


@act
def restore_series(story: Story) -> None:
    series.restore_series(story.db, story.keys["series"])


@act
def keep_the_audience(story: Story) -> None:
    rule = AudienceRule(
        kinds=(ServiceKind.NURSING_HOME,), districts=("Bassetlaw", "Mansfield"), each=Each.EVERYBODY,
        added_contacts=(story.keys["ada"], story.keys["copied ada"]),
    )  # fmt: skip
    draft = replace(events.get(story.db, story.keys["event"]).draft(), audience=rule)
    events.edit_event(story.db, story.keys["event"], draft, now=NOW)


@act
def invite(story: Story) -> None:
    rule = events.get(story.db, story.keys["event"]).audience
    people = audience.people(story.db, rule, STARTS.date())
    assert len(people) >= 12
    invitations.invite(story.db, story.keys["event"], people, now=NOW)
    story.people = [
        one.id
        for one in participants.of_event(story.db, story.keys["event"])
        if one.contact_id != story.keys["ada"]
    ]


@act
def accept(story: Story) -> None:
    invitations.record_reply(story.db, story.people[:6], ParticipantStatus.ACCEPTED, now=NOW)


@act
def accept_with_a_note(story: Story) -> None:
    invitations.record_reply(
        story.db, story.people[:1], ParticipantStatus.ACCEPTED, now=NOW, note="Brings a poster"
    )


@act
def make_the_room_smaller(story: Story) -> None:
    draft = replace(events.get(story.db, story.keys["event"]).draft(), capacity=6)
    events.edit_event(story.db, story.keys["event"], draft, now=NOW)


@act
def wait_for_a_place(story: Story) -> None:
    done = invitations.record_reply(story.db, story.people[6:9], ParticipantStatus.ACCEPTED, now=NOW)
    assert len(done.waiting) == 3


@act
def decline_and_so_offer_a_place(story: Story) -> None:
    done = invitations.record_reply(story.db, story.people[:1], ParticipantStatus.DECLINED, now=NOW)
    assert len(done.offered) == 1


@act
def offer_runs_out(story: Story) -> None:
    assert places.expire_offers(story.db, now=STARTS - timedelta(hours=1))


@act
def say_tentative(story: Story) -> None:
    invitations.record_reply(story.db, story.people[9:10], ParticipantStatus.TENTATIVE, now=NOW)


@act
def send_apologies(story: Story) -> None:
    invitations.record_reply(story.db, story.people[10:11], ParticipantStatus.APOLOGIES, now=NOW)


@act
def withdraw_invitation(story: Story) -> None:
    invitations.withdraw(story.db, story.people[11:12], now=NOW)


@act
def send_a_substitute(story: Story) -> None:
    person = participants.get(story.db, story.people[1])
    key = contacts.add_contact(
        story.db, person.provider_id, service_id=person.service_id, name="Dot Deputy"
    ).id
    invitations.substitute(story.db, person.id, key, now=NOW)


@act
def say_who_chairs(story: Story) -> None:
    assert invitations.set_role(story.db, story.people[4:6], ParticipantRole.FACILITATOR)


@act
def withhold_names(story: Story) -> None:
    event = events.get(story.db, story.keys["event"])
    draft = replace(event.draft(), confidentiality=Confidentiality.NAMES_WITHHELD)
    events.edit_event(story.db, event.id, draft, now=NOW)


# --- the door -----------------------------------------------------------------------------------------------


@act
def check_in(story: Story) -> None:
    door.check_in(story.db, story.keys["event"], story.people[2], **story.at_the_door(1))


@act
def check_in_of_the_register(story: Story) -> None:
    door.check_in_contact(story.db, story.keys["next event"], story.keys["ada"], **story.at_the_door(2))


@act
def party(story: Story) -> None:
    coming = door.expected_but_absent(story.db, story.keys["event"])
    came = door.party(
        story.db, story.keys["event"], provider_id=coming[0].provider_id, **story.at_the_door(3)
    )
    assert came


@act
def undo_at_the_door(story: Story) -> None:
    assert door.undo_last(story.db, story.keys["event"], **story.at_the_door(4))


@act
def walk_in(story: Story) -> None:
    who = WalkIn("Eve Walker", new_provider="Brand New Care")
    done = door.walk_in(story.db, story.keys["event"], who, **story.at_the_door(5))
    story.keys["walker"] = done.participant_id


@act
def check_out(story: Story) -> None:
    assert door.check_out(story.db, story.keys["event"], story.keys["walker"], **story.at_the_door(6))


@act
def undo_one_person(story: Story) -> None:
    assert door.undo_check_in(story.db, story.keys["event"], story.keys["walker"], **story.at_the_door(7))


@act
def come_instead(story: Story) -> None:
    expected = door.expected_but_absent(story.db, story.keys["event"])[0]
    door.come_instead(
        story.db, story.keys["event"], expected.id, story.keys["copied ada"], **story.at_the_door(8)
    )


@act
def apologies_at_the_door(story: Story) -> None:
    expected = door.expected_but_absent(story.db, story.keys["event"])[0]
    door.apologies(story.db, story.keys["event"], expected.id, now=STARTS)


@act
def interest_in_i_work(story: Story) -> None:
    told = interest.express_interest(story.db, story.keys["event"], story.people[2], now=STARTS, note="lunch")
    story.keys["interest"] = told.id


@act
def interest_in_i_work_taken_back(story: Story) -> None:
    interest.take_back_interest(story.db, story.keys["interest"])


@act
def tick_the_paper_sheet(story: Story) -> None:
    coming = [one.id for one in door.expected_but_absent(story.db, story.keys["event"])]
    assert door.tick_sheet(
        story.db,
        story.keys["event"],
        [*coming[:1], *story.people[9:11]],
        at=STARTS,
        device="paper",
        nonce=new_key(),
    )


@act
def take_in_online_attendance(story: Story) -> None:
    listed = participants.get(story.db, story.people[5]).name
    people = [
        (name, "16/04/2019, 10:00:00", "16/04/2019, 12:00:00", "", "")
        for name in (listed, "Nia Newcomer", "Olu Officer", "Sales Agent")
    ]
    path = write(story.folder / "online.csv", teams(people, people, title="Provider forum, April 2019"))
    review = start_review(story.db, story.keys["event"], path).with_confirmed("other_meeting")
    said = (
        NewPerson("Nia Newcomer", new_provider="Invented Online Care"),
        NewPerson("Olu Officer", council=True),
    )
    for key, choice in zip(("2", "3", "4"), (*said, LeftOut()), strict=True):
        review = review.choose(key, choice)
    assert online_attendance.take_in(story.db, review, now=STARTS, device="office").new_contacts == 2


@act
def take_a_door_file(story: Story) -> None:
    take_door_file(
        story.db,
        story.keys["event"],
        label="Laptop 2",
        target=story.folder / "laptop.providerdesk",
        now=STARTS,
    )


@act
def bring_a_door_file_back(story: Story) -> None:
    """A walk-in, a check-in, interest in i-Work and a changed number came with it."""
    path = story.folder / "laptop.providerdesk"
    laptop = open_file(path, CAPABILITIES, who="Helper")
    who = WalkIn("Nia Newcomer", new_provider="New Hope Care")
    came = door.walk_in(laptop.db, story.keys["event"], who, **story.at_the_door(20))
    interest.express_interest(laptop.db, story.keys["event"], came.participant_id, now=STARTS)
    door.check_in_contact(laptop.db, story.keys["event"], story.keys["ada"], **story.at_the_door(21))
    contacts.edit_contact(laptop.db, story.keys["ada"], phone="0115 496 0007")
    laptop.close()
    bring_back(story.db, read_returned(story.db, path, CAPABILITIES), now=STARTS)


@act
def close_the_event(story: Story) -> None:
    door.close_event(story.db, story.keys["event"], now=STARTS + timedelta(hours=3))


@act
def reopen_the_event(story: Story) -> None:
    door.reopen_event(story.db, story.keys["event"])


# --- agenda, minutes and actions ----------------------------------------------------------------------------


def first_item(story: Story) -> str:
    return agenda.items(story.db, story.keys["event"])[0].id


@act
def start_the_agenda(story: Story) -> None:
    assert agenda.start_agenda(story.db, story.keys["event"])


@act
def add_to_the_agenda(story: Story) -> None:
    story.keys["item"] = agenda.add_item(story.db, story.keys["event"], ItemDraft("Winter plans", 20), at=3)


@act
def change_the_item(story: Story) -> None:
    agenda.edit_item(
        story.db, story.keys["item"], ItemDraft("Winter", 25, "Wren Invented", "Flu guide", True, True)
    )


@act
def move_the_item(story: Story) -> None:
    agenda.move_item(story.db, story.keys["item"], 1)


@act
def note_at_the_item(story: Story) -> None:
    agenda.write_notes(story.db, story.keys["item"], "Clinics on site,\nfor ten people or more")


@act
def decide_at_the_item(story: Story) -> None:
    story.keys["decision"] = agenda.decide(story.db, story.keys["item"], "To ask the pharmacies")


@act
def change_the_decision(story: Story) -> None:
    agenda.edit_decision(story.db, story.keys["decision"], "To ask two pharmacies")


@act
def decide_again(story: Story) -> None:
    agenda.decide(story.db, story.keys["item"], "To meet again")


@act
def remove_the_decision(story: Story) -> None:
    agenda.remove_decision(story.db, story.keys["decision"])


@act
def remove_the_item(story: Story) -> None:
    agenda.remove_item(story.db, story.keys["item"])


@act
def raise_an_action(story: Story) -> None:
    draft = ActionDraft("Send the guide", owner_contact_id=story.keys["copied ada"], due_on=date(2019, 5, 1))
    story.keys["action"] = actions.raise_action(
        story.db, story.keys["event"], draft, item_id=first_item(story)
    )


@act
def change_the_action(story: Story) -> None:
    draft = ActionDraft("Send the new guide", owner_contact_id=story.keys["copied ada"])
    actions.edit_action(story.db, story.keys["action"], draft)


@act
def say_progress(story: Story) -> None:
    actions.say_progress(story.db, story.keys["action"], "At the printer’s", on=date(2019, 5, 2))


@act
def close_the_action_with_a_note(story: Story) -> None:
    at = story.keys["next event"]
    actions.close(story.db, story.keys["action"], on=date(2019, 7, 16), event_id=at, note="Sent")


@act
def reopen_the_action(story: Story) -> None:
    actions.reopen(story.db, story.keys["action"])


@act
def drop_the_action(story: Story) -> None:
    actions.drop(story.db, story.keys["action"], on=date(2019, 6, 1))


@act
def move_the_action(story: Story) -> None:
    other = next(one for one in series.all_series(story.db) if one.id != story.keys["series"])
    actions.move_to_series(story.db, story.keys["action"], other.id)


@act
def keep_the_minutes(story: Story) -> None:
    minutes.keep_minutes(story.db, story.keys["event"], Minutes("Wren Invented", "Ada Example"))


@act
def agree_the_minutes(story: Story) -> None:
    minutes.agree(story.db, story.keys["event"], on=date(2019, 7, 16))


# --- feedback -----------------------------------------------------------------------------------------------


@act
def add_feedback_question(story: Story) -> None:
    draft = QuestionDraft("Which topics should come next?", AnswerKind.CHOICE, options=("Staffing", "Pay"))
    story.keys["question"] = feedback_questions.add_question(story.db, draft)


@act
def change_feedback_question(story: Story) -> None:
    draft = QuestionDraft("Which topics next?", AnswerKind.CHOICE, options=("Staffing", "Pay", "Food"))
    feedback_questions.edit_question(story.db, story.keys["question"], draft, on=TODAY)


@act
def move_feedback_question(story: Story) -> None:
    feedback_questions.move_question(story.db, story.keys["question"], up=True)


@act
def add_feedback_response(story: Story) -> None:
    answers = {
        SHIPPED[0].id: Answer(AnswerState.ANSWERED, "4"),
        SHIPPED[3].id: Answer(AnswerState.ANSWERED, "Parking"),
    }
    story.keys["response"] = responses.add_response(story.db, story.keys["event"], answers)


@act
def change_feedback_response(story: Story) -> None:
    answers = {SHIPPED[1].id: DONT_KNOW, SHIPPED[3].id: Answer(AnswerState.ANSWERED, "More parking")}
    responses.edit_response(story.db, story.keys["response"], answers)


@act
def code_comment(story: Story) -> None:
    story.keys["comment"] = comments.comments_of(story.db, story.keys["event"])[0].id
    comments.code_comment(story.db, story.keys["comment"], [], new=["Cars", "Motoring"], now=NOW)


@act
def publish_comment(story: Story) -> None:
    comments.publish_comments(story.db, [story.keys["comment"]])


@act
def rename_theme(story: Story) -> None:
    named = {one.name: one.id for one in themes.all_themes(story.db)}
    story.keys |= {"cars": named["Cars"], "motoring": named["Motoring"]}
    themes.rename_theme(story.db, story.keys["cars"], "Cars and parking")


@act
def merge_themes(story: Story) -> None:
    themes.merge_themes(story.db, story.keys["cars"], story.keys["motoring"])


@act
def retire_theme(story: Story) -> None:
    themes.retire_theme(story.db, story.keys["cars"], on=TODAY)


@act
def restore_theme(story: Story) -> None:
    themes.restore_theme(story.db, story.keys["cars"])


@act
def take_in_feedback(story: Story) -> None:
    file = read_forms_file(forms.microsoft_csv(story.folder / "form.csv"))
    uses = suggest(story.db, file, EventKind.PROVIDER_FORUM)
    uses["which topics should come next"] = LEFT_OUT
    found = check_feedback(story.db, story.keys["event"], file, uses)
    assert take_in_feedback_file(story.db, found, now=STARTS + timedelta(hours=3)) == 3


@act
def remove_feedback_response(story: Story) -> None:
    responses.remove_response(story.db, story.keys["response"])


@act
def retire_feedback_question(story: Story) -> None:
    feedback_questions.retire_question(story.db, story.keys["question"], on=TODAY)


@act
def restore_feedback_question(story: Story) -> None:
    feedback_questions.restore_question(story.db, story.keys["question"])


# --- invitations out, replies in ------------------------------------------------------------------------------


def _invited_to(story: Story) -> str:
    """A forum that is still to come and to which somebody is invited who has not answered."""
    return str(
        story.db.value(
            "select event.id from event join participant on participant.event_id = event.id "
            "where event.state = 'planned' and event.archived_on is null and event.starts_at > ? "
            "and participant.status = 'invited' group by event.id order by count(*) desc, event.id limit 1",
            ("2019-04-12",),
        )
    )


@act
def write_above_letters(story: Story) -> None:
    set_letterhead(story.db, Letterhead("Invented County Council", "Invented Team", email="team@example.org"))


@act
def change_wording_of_reminders(story: Story) -> None:
    wording = Wording("Once more: {event}", "Dear {name}\n\nDo “come”.")
    mailing_words.edit_wording(story.db, Purpose.REMINDER, None, wording)


@act
def bring_shipped_wording_back(story: Story) -> None:
    mailing_words.bring_back(story.db, Purpose.REMINDER, None)


@act
def write_letters(story: Story) -> None:
    mailing = Mailing(event_id=_invited_to(story), purpose=Purpose.REMINDER, way=Way.LETTER)
    make(story.db, mailing, story.folder / "letters.docx", now=NOW)


@act
def make_mail_merge(story: Story) -> None:
    mailing = Mailing(event_id=_invited_to(story), purpose=Purpose.INVITATION, way=Way.MAIL_MERGE)
    make(story.db, mailing, story.folder / "merge.csv", now=NOW)


@act
def take_answers_from_file(story: Story) -> None:
    path = story.folder / "merge.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        headings, *rows = csv.reader(file)
    for number, row in enumerate(rows):
        row[headings.index("Answer")] = ("apologies", "maybe", "", "no")[number % 4]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headings, *rows])
    event = _invited_to(story)
    keep_answers(story.db, read_answers(story.db, event, path), now=NOW)


# --- what reaches everywhere ----------------------------------------------------------------------------------


# --- good practice ------------------------------------------------------------------------------------------


@act
def note_good_practice(story: Story) -> None:
    draft = PracticeDraft(
        story.keys["provider"], "Pets", "A dog visits on Fridays.", TODAY, story.keys["service"], None,
        story.keys["event"], consent=PracticeConsent.YES,
    )  # fmt: skip
    story.keys["practice"] = practices.add_practice(story.db, draft, today=TODAY).id


@act
def edit_good_practice(story: Story) -> None:
    draft = replace(practices.practice(story.db, story.keys["practice"]).draft(), theme="Activities")
    practices.edit_practice(story.db, story.keys["practice"], draft, today=TODAY)


@act
def record_consent_to_publish(story: Story) -> None:
    practices.record_consent(story.db, story.keys["practice"], PracticeConsent.NO, today=TODAY)


@act
def archive_good_practice(story: Story) -> None:
    practices.archive_practice(story.db, story.keys["practice"], today=TODAY)


@act
def restore_good_practice(story: Story) -> None:
    practices.restore_practice(story.db, story.keys["practice"])


@act
def set_reach_of_buddies(story: Story) -> None:
    set_buddy_limits(story.db, BuddyLimits(20, 3))


@act
def agree_a_pair_of_buddies(story: Story) -> None:
    """With both records of a home that are made one later."""
    for name in ("service", "copied service"):
        made = pairs.agree_pair(
            story.db, story.keys[name], story.keys["annexe"], on=date(2019, 1, 7), today=TODAY
        )
        story.keys[f"pair of {name}"] = made.id


@act
def log_a_meeting_of_buddies(story: Story) -> None:
    key, on = story.keys["pair of copied service"], date(2019, 2, 4)
    story.keys["met"] = pairs.log_meeting(story.db, key, met_on=on, how=MetHow.VISIT, today=TODAY).id


@act
def edit_a_meeting_of_buddies(story: Story) -> None:
    on = date(2019, 2, 5)
    pairs.edit_meeting(story.db, story.keys["met"], met_on=on, how=MetHow.CALL, note="Rang", today=TODAY)


@act
def edit_a_pair_of_buddies(story: Story) -> None:
    key = story.keys["pair of service"]
    pairs.edit_pair(story.db, key, on=date(2019, 1, 8), note="Asked for by the home", today=TODAY)


@act
def end_a_pair_of_buddies(story: Story) -> None:
    pairs.end_pair(story.db, story.keys["pair of service"], on=date(2019, 4, 1), reason="Done", today=TODAY)


@act
def resume_a_pair_of_buddies(story: Story) -> None:
    pairs.resume_pair(story.db, story.keys["pair of service"], today=TODAY)


@act
def remove_a_meeting_of_buddies(story: Story) -> None:
    on = date(2019, 3, 4)
    again = pairs.log_meeting(
        story.db, story.keys["pair of service"], met_on=on, how=MetHow.FORUM, today=TODAY
    )
    pairs.remove_meeting(story.db, again.id, today=TODAY)
    pairs.log_meeting(story.db, story.keys["pair of service"], met_on=on, how=MetHow.FORUM, today=TODAY)


@act
def merge_two_contacts(story: Story) -> None:
    merge_contacts(story.db, story.keys["ada"], story.keys["copied ada"], rules=MERGE_RULES, now=NOW)


@act
def withdraw_consent(story: Story) -> None:
    contacts.withdraw_consent(story.db, story.keys["ada"], today=TODAY)


@act
def merge_two_services(story: Story) -> None:
    merge_services(story.db, story.keys["service"], story.keys["copied service"], rules=MERGE_RULES, now=NOW)


@act
def merge_two_providers(story: Story) -> None:
    merge_providers(
        story.db, story.keys["provider"], story.keys["copied provider"], rules=MERGE_RULES, now=NOW
    )


@act
def import_may(story: Story) -> None:
    """The file lists ten services and none of the county's own, which are then gone."""
    write_two_months(story.folder / "cqc")
    files = sorted((story.folder / "cqc").glob("*2019-05*"))
    take_in(story.db, prepare(story.db, files, today=date(2019, 12, 9)))


@act
def invite_those_not_seen(story: Story) -> None:
    found = reach(story.db, asked(NOW.date()))
    event = events_to_come(story.db, NOW)[-1]
    those = {one.id: reason_of(one) for one in (*found.not_seen, *found.never)}
    invite_services(story.db, event.id, those, now=NOW)


@act
def import_august(story: Story) -> None:
    files = sorted((story.folder / "cqc").glob("*2019-08*"))
    take_in(story.db, prepare(story.db, files, today=date(2019, 12, 9)))


# --- the survey ---------------------------------------------------------------------------------------------


@act
def start_survey(story: Story) -> None:
    story.keys["survey"] = starting.start_survey(story.db).id


@act
def edit_survey(story: Story) -> None:
    surveys.edit_survey(story.db, story.keys["survey"], name="Workforce survey", purpose="Who stays")


@act
def archive_and_restore_survey(story: Story) -> None:
    surveys.archive_survey(story.db, story.keys["survey"], today=TODAY)
    surveys.restore_survey(story.db, story.keys["survey"])
    story.keys["exit_survey"] = surveys.add_survey(story.db, "Exit survey").id


@act
def add_survey_question(story: Story) -> None:
    draft = SurveyQuestionDraft(
        "Do you pay more?", Topic.RETENTION, QuestionKind.ONE_CHOICE, options=("Yes", "No, we do not")
    )
    story.keys["survey_question"] = survey_questions.add_question(story.db, story.keys["survey"], draft).id
    one_more = SurveyQuestionDraft("Anything else?", Topic.OTHER, QuestionKind.TEXT)
    story.keys["survey_text"] = survey_questions.add_question(story.db, story.keys["survey"], one_more).id


@act
def plan_baseline(story: Story) -> None:
    draft = WaveDraft("Baseline 2019", WaveKind.BASELINE, TODAY)
    story.keys["baseline"] = planning.plan_wave(story.db, story.keys["survey"], draft).id


@act
def edit_survey_question(story: Story) -> None:
    survey_questions.edit_question(
        story.db, story.keys["survey_question"], wording="Do you pay above the minimum?"
    )
    survey_questions.move_question(story.db, story.keys["survey_question"], -3)


@act
def change_survey_options(story: Story) -> None:
    key = story.keys["survey_question"]
    added = survey_options.add_option(story.db, key, "Partly")
    survey_options.edit_option(story.db, added.id, wording="In part")
    survey_options.move_option(story.db, added.id, -1)
    survey_options.retire_option(story.db, added.id, today=TODAY)
    survey_options.restore_option(story.db, added.id)
    survey_options.set_options(story.db, key, ["Yes", "In part", OptionDraft("Never")], today=TODAY)
    survey_options.remove_option(story.db, survey_options.add_option(story.db, key, "By mistake").id)


@act
def rewrite_survey_question(story: Story) -> None:
    draft = SurveyQuestionDraft(
        "Do you pay above the legal minimum?",
        Topic.RETENTION,
        QuestionKind.ONE_CHOICE,
        options=("Yes", "No", "Partly"),
    )
    survey_questions.rewrite_question(story.db, story.keys["survey_question"], draft, today=TODAY)


@act
def retire_survey_question(story: Story) -> None:
    survey_questions.retire_question(story.db, story.keys["survey_text"], today=TODAY)


@act
def restore_survey_question(story: Story) -> None:
    survey_questions.restore_question(story.db, story.keys["survey_text"])


@act
def remove_survey_question(story: Story) -> None:
    key = story.keys["survey"]
    draft = SurveyQuestionDraft("Never asked?", Topic.OTHER, QuestionKind.TEXT)
    made = survey_questions.add_question(story.db, key, draft)
    survey_questions.remove_question(story.db, made.id)
    held = story.db.value(
        "select id from survey_question where survey_id = ? and role = ?", (key, Role.OFFERED)
    )
    survey_questions.edit_question(story.db, str(held), role=None)


@act
def edit_wave(story: Story) -> None:
    planning.edit_wave(
        story.db, story.keys["baseline"], closes_on=TODAY + timedelta(days=30), asked_of=AskedOf.PROVIDER
    )


@act
def take_the_questions_anew(story: Story) -> None:
    asking.ask_as_now(story.db, story.keys["baseline"])


@act
def put_right_what_was_asked(story: Story) -> None:
    wave, key = story.keys["baseline"], story.keys["survey_question"]
    asking.drop_asked(story.db, wave, key)
    held = asking.add_asked(story.db, wave, key)
    asking.set_asked_wording(story.db, wave, key, "Do you pay as the law asks?")
    options = {one.option.id: one.wording.upper() for one in held.options[:2]}
    asking.set_asked_options(story.db, wave, key, options)


@act
def invite_providers_to_the_survey(story: Story) -> None:
    population.invite(story.db, story.keys["baseline"], population.PopulationRule())


@act
def ask_services_instead(story: Story) -> None:
    planning.edit_wave(story.db, story.keys["baseline"], asked_of=AskedOf.SERVICE)


@act
def invite_services_to_the_survey(story: Story) -> None:
    population.invite(story.db, story.keys["baseline"], population.PopulationRule())


@act
def put_right_who_is_invited(story: Story) -> None:
    wave = story.keys["baseline"]
    first, second, *_ = population.invited(story.db, wave)
    population.leave_out(story.db, [first.id, second.id])
    population.add_to_population(story.db, wave, service_id=first.service_id)


@act
def plan_re_evaluation(story: Story) -> None:
    draft = WaveDraft("Re-evaluation 2020", WaveKind.RE_EVALUATION, TODAY + timedelta(days=300))
    story.keys["re_evaluation"] = planning.plan_wave(story.db, story.keys["survey"], draft).id


@act
def decide_what_is_comparable(story: Story) -> None:
    between = (story.keys["survey_question"], story.keys["baseline"], story.keys["re_evaluation"])
    comparability.decide(story.db, *between, False, "", NOW)
    comparability.leave_undecided(story.db, *between)
    comparability.decide(story.db, *between, True, "Means the same", NOW)


@act
def archive_wave(story: Story) -> None:
    planning.archive_wave(story.db, story.keys["re_evaluation"], today=TODAY)


@act
def restore_wave(story: Story) -> None:
    planning.restore_wave(story.db, story.keys["re_evaluation"])


# --- the survey's answers -----------------------------------------------------------------------------------


def survey_answer(story: Story, code: str) -> str:
    """The key of a question that the baseline asks."""
    return str(
        story.db.value(
            "select survey_question.id from survey_question where survey_id = ? and code = ?",
            (story.keys["survey"], code),
        )
    )


@act
def type_in_a_survey_response(story: Story) -> None:
    given = {survey_answer(story, "staff"): SurveyAnswer(low="12", high="12")}
    for key in ("typed_response", "second_response"):
        made = survey_answers.add_response(
            story.db, story.keys["baseline"], given, said_name="Rose Hse", received_on=TODAY
        )
        story.keys[key] = made.id


@act
def change_a_survey_response(story: Story) -> None:
    key, question = story.keys["typed_response"], survey_answer(story, "staff")
    survey_answers.edit_answer(story.db, key, question, SurveyAnswer(low="14", high="14"))
    survey_answers.edit_answer(
        story.db, key, survey_answer(story, "vacancies"), SurveyAnswer(low="2", high="2")
    )
    survey_answers.edit_answer(story.db, key, survey_answer(story, "vacancies"), None)
    two = (question, survey_answer(story, "leavers"))
    survey_answers.edit_answers(story.db, key, {one: SurveyAnswer(low="6", high="6") for one in two})
    survey_answers.edit_response(story.db, key, note="By telephone")


@act
def tie_survey_responses(story: Story) -> None:
    home = story.listed(3)
    owner = str(story.db.value("select provider_id from service where id = ?", (home,)))
    for key in ("typed_response", "second_response"):
        survey_answers.tie_response(story.db, story.keys[key], owner, [home])


@act
def count_one_survey_response(story: Story) -> None:
    count_this(story.db, story.keys["second_response"])


@act
def count_all_survey_responses(story: Story) -> None:
    count_all(story.db, [story.keys["typed_response"], story.keys["second_response"]])


@act
def take_in_survey_answers(story: Story) -> None:
    name = str(story.db.value("select name from service where id = ?", (story.listed(5),)))
    path = survey_files.microsoft(story.folder / "answers.csv", [name, "Nobody Hall"])
    file, wave = read_forms_file(path), story.keys["baseline"]
    found = check_answers(story.db, wave, file, rest_as_new(suggest_columns(story.db, wave, file)))
    words = {
        (one.column_key, one.said_key): WordsDecision(Means.NEW_OPTION, wording=one.said)
        for one in found.unknown
        if found.asked[one.column_key].question.kind is QuestionKind.SEVERAL_CHOICES
    }
    said = Decisions(words=words, who={one.said_key: WhoDecision() for one in found.names_to_look_at})
    take_in_answers(story.db, check_answers(story.db, wave, file, found.uses, said), now=NOW)


@act
def forget_what_was_decided(story: Story) -> None:
    forget(story.db, remembered(story.db, story.keys["survey"]))


@act
def remove_a_survey_response(story: Story) -> None:
    survey_answers.remove_response(story.db, story.keys["typed_response"])


# --- the survey's words, plan and practices -----------------------------------------------------------------


@act
def add_survey_codes(story: Story) -> None:
    for name in ("Pay", "Wages", "Buses"):
        made = survey_codes.add_code(story.db, story.keys["survey_text"], name)
        story.keys[f"code {name}"] = made.id


@act
def code_survey_texts(story: Story) -> None:
    asked, pay, wages = (story.keys[key] for key in ("survey_text", "code Pay", "code Wages"))
    survey_texts.code(story.db, asked, ["more pay", "better wages"], [pay], now=NOW)
    survey_texts.code(story.db, asked, ["better wages"], [wages], now=NOW, add=True)
    survey_texts.fits_none(story.db, asked, ["more pay", "nothing"], now=NOW)


@act
def uncode_survey_text(story: Story) -> None:
    survey_texts.uncode(story.db, story.keys["survey_text"], ["nothing"])


@act
def rename_and_retire_survey_codes(story: Story) -> None:
    survey_codes.rename_code(story.db, story.keys["code Pay"], "Better pay")
    survey_codes.retire_code(story.db, story.keys["code Buses"], on=TODAY)
    survey_codes.restore_code(story.db, story.keys["code Buses"])


@act
def merge_survey_codes(story: Story) -> None:
    survey_codes.merge_codes(story.db, story.keys["code Pay"], story.keys["code Wages"])


@act
def add_action_to_the_plan(story: Story) -> None:
    draft = PlanActionDraft(
        "Talk to colleges", "Too few apply", "Wren Invented", TODAY, Measure.VACANCY_RATE,
        baseline_wave_id=story.keys["baseline"], wave_id=story.keys["re_evaluation"],
    )  # fmt: skip
    for name in ("planned", "mistaken"):
        story.keys[name] = plan_actions.add_action(story.db, story.keys["survey"], draft).id


@act
def change_close_and_reopen_action_of_the_plan(story: Story) -> None:
    plan_actions.edit_action(story.db, story.keys["planned"], PlanActionDraft("Talk to colleges and schools"))
    plan_actions.close_action(story.db, story.keys["planned"], on=TODAY, note="All told")
    plan_actions.reopen_action(story.db, story.keys["planned"])
    plan_actions.close_action(story.db, story.keys["planned"], on=TODAY, dropped=True)


@act
def remove_action_of_the_plan(story: Story) -> None:
    plan_actions.remove_action(story.db, story.keys["mistaken"])


@act
def keep_a_survey_practice(story: Story) -> None:
    draft = SurveyPracticeDraft("Free meals", PracticeTopic.RETAIN, "On shift")
    made = survey_practices.add_practice(story.db, draft)
    survey_practices.edit_practice(story.db, made.id, replace(draft, source="A home"))
    survey_practices.archive_practice(story.db, made.id, today=TODAY)
    survey_practices.restore_practice(story.db, made.id)
    story.keys["survey practice"] = made.id


@act
def note_where_a_practice_was_tried(story: Story) -> None:
    for number, name in enumerate(("use", "mistaken use")):
        home = story.listed(number)
        owner = str(story.db.value("select provider_id from service where id = ?", (home,)))
        draft = UseDraft(owner, Works.YES, TODAY, home)
        made = practice_uses.add_use(story.db, story.keys["survey practice"], draft, today=TODAY)
        story.keys[name] = made.id


@act
def change_and_remove_where_a_practice_was_tried(story: Story) -> None:
    held = practice_uses.practice_use(story.db, story.keys["use"]).draft()
    practice_uses.edit_use(story.db, story.keys["use"], replace(held, works=Works.PARTLY), today=TODAY)
    practice_uses.remove_use(story.db, story.keys["mistaken use"])


@act
def take_in_ascwds_files(story: Story) -> None:
    files = [
        ascwds_files.write_workplaces(story.folder, ascwds_files.HOME),
        ascwds_files.write_workers(story.folder, ascwds_files.SOMEBODY, ascwds_files.worker("Bo")),
    ]
    found = check_ascwds(story.db, read_ascwds_files(files, today=TODAY, as_at=TODAY))
    take_in_ascwds(story.db, found, now=NOW)
    story.keys["workplace"] = ascwds_workplaces.workplaces(story.db)[0].id


@act
def tie_and_untie_a_workplace_of_ascwds(story: Story) -> None:
    key = story.keys["workplace"]
    ascwds_workplaces.tie_workplace(story.db, key, service_id=story.listed(0))
    ascwds_workplaces.untie_workplace(story.db, key)
    provider = str(story.db.value("select provider_id from service where id = ?", (story.listed(0),)))
    ascwds_workplaces.tie_workplace(story.db, key, provider_id=provider)


@act
def remove_a_workplace_of_ascwds(story: Story) -> None:
    ascwds_workplaces.remove_workplace(story.db, story.keys["workplace"])


# --- funds --------------------------------------------------------------------------------------------------


@act
def add_a_fund(story: Story) -> None:
    made = grant_funds.add_fund(
        story.db, "Invented fund", FundKind.HELD, opens_on=date(2019, 4, 1), closes_on=date(2021, 3, 31)
    )
    story.keys["fund"] = made.id


@act
def edit_and_open_a_fund(story: Story) -> None:
    grant_funds.edit_fund(story.db, story.keys["fund"], purpose="Invented purpose")
    grant_funds.set_fund_status(story.db, story.keys["fund"], FundStatus.OPEN)


@act
def allocate_a_fund(story: Story) -> None:
    for year in (2019, 2020):
        made = fund_allocations.set_allocation(story.db, story.keys["fund"], year, "Travel", 1_000_00)
        story.keys[f"allocation {year}"] = made.id
    fund_allocations.set_allocation(story.db, story.keys["fund"], 2019, "Travel", 1_200_00)


@act
def vary_a_fund(story: Story) -> None:
    for pence in (100_00, 50_00):
        made = fund_variations.vary(
            story.db, story.keys["fund"], pence=pence, from_=Pot(2020, "Travel"), to=Pot(2019, "Travel"),
            reason="More journeys", agreed_by="Invented Funder", agreed_on=TODAY,
        )  # fmt: skip
    fund_variations.remove_variation(story.db, made.id)


@act
def spend_of_a_fund(story: Story) -> None:
    for what in ("Coach", "Bus", "Train", "Tram"):
        made = fund_spending.add_spending(
            story.db,
            story.keys["fund"],
            what,
            40_00,
            year=2019,
            committed_on=TODAY,
            workstream="Travel",
            today=TODAY,
        )
        story.keys[what] = made.id


@act
def pay_release_and_put_right_spending(story: Story) -> None:
    fund_spending.pay_spending(story.db, story.keys["Coach"], on=TODAY, today=TODAY)
    fund_spending.release_spending(story.db, story.keys["Bus"], on=TODAY, today=TODAY)
    fund_spending.edit_spending(
        story.db,
        story.keys["Train"],
        pence=2_000_00,
        passed=Passed("Invented Manager", "agreed"),
        today=TODAY,
    )
    # claims ask for money of the same pot
    fund_spending.edit_spending(story.db, story.keys["Train"], pence=50_00, today=TODAY)
    fund_spending.remove_spending(story.db, story.keys["Tram"])


@act
def keep_days_of_a_fund(story: Story) -> None:
    made = cut_offs.add_cut_off(story.db, story.keys["fund"], CutOffKind.CLAIMS, date(2020, 3, 13))
    cut_offs.edit_cut_off(story.db, made.id, at_time="5pm")
    again = cut_offs.add_cut_off(story.db, story.keys["fund"], CutOffKind.OTHER, date(2020, 3, 13))
    cut_offs.remove_cut_off(story.db, again.id)


@act
def say_what_a_fund_pays_for(story: Story) -> None:
    made = fund_items.add_item(story.db, story.keys["fund"], "Invented diploma", most_pence=600_00)
    story.keys["fund item"] = fund_items.edit_item(story.db, made.id, evidence="Certificate").id
    again = fund_items.add_item(story.db, story.keys["fund"], "Mistaken diploma")
    fund_items.remove_item(story.db, again.id)


@act
def archive_and_restore_a_fund(story: Story) -> None:
    made = grant_funds.add_fund(story.db, "Finished fund", FundKind.GRANTED, opens_on=date(2019, 4, 1))
    allocated = fund_allocations.set_allocation(story.db, made.id, 2019, "", 1_00)
    fund_allocations.remove_allocation(story.db, allocated.id)
    grant_funds.archive_fund(story.db, made.id, today=TODAY)
    grant_funds.restore_fund(story.db, made.id)


@act
def note_who_was_spoken_to_about_a_fund(story: Story) -> None:
    fund = add_fund(story.db, "Unclaimed fund", FundKind.SIGNPOSTED, opens_on=TODAY)
    story.keys |= {"unclaimed": fund.id}
    key = str(story.db.value("select provider_id from service where id = ?", (story.listed(0),)))
    whom = [approaches.Whom(fund.id, key), approaches.Whom(fund.id, key, story.listed(0))]
    made = approaches.add_approaches(story.db, whom, today=TODAY, how=AskedBy.TELEPHONE, outcome="No answer")
    approaches.edit_approach(story.db, made[0].id, today=TODAY, outcome="Will claim", again_on=TODAY)
    approaches.remove_approach(story.db, made[1].id)


@act
def keep_a_decision_and_decide_again(story: Story) -> None:
    service, fund = story.listed(0), story.keys["unclaimed"]
    rule = add_rule(story.db, fund, RuleDraft("Rated by CQC", "rating", Operator.IS_NOT, "not_rated"))
    facts = facts_of_services(story.db, fund_id=fund, on=TODAY, services=[service])[service]
    provider = str(story.db.value("select provider_id from service where id = ?", (service,)))
    kept = keep_decision(story.db, decide([rule], facts, on=TODAY), facts, fund_id=fund, provider_id=provider,
                         service_id=service, as_at=TODAY, now=NOW)  # fmt: skip
    fund_answers.decide_again(story.db, kept.id, now=NOW)


@act
def claim_approve_and_pay(story: Story) -> None:
    db, who = story.db, story.db.who
    provider, service = (str(cell) for cell in _provider_and_service(story))
    learner = learners.add_learner(db, "Perdita", "Invented").id
    draft = ClaimDraft(
        story.keys["fund"], provider, 500_00, story.keys["fund item"], service, learner, workstream="Travel"
    )
    key = story.keys["claim"] = claims.add_claim(db, draft, today=TODAY).id
    claims.edit_claim(db, key, today=TODAY, awarding_body="Invented Awards")
    claim_evidence.add_evidence(db, key, "Certificate", seen_on=TODAY, today=TODAY)
    claim_evidence.remove_evidence(
        db, claim_evidence.add_evidence(db, key, "Letter", seen_on=TODAY, today=TODAY).id
    )
    claim_steps.submit(db, key, now=NOW, despite="Invented")
    claim_steps.request_changes(db, key, now=NOW, reason="Invented")
    claim_steps.resubmit(db, key, now=NOW, despite="Invented")
    claim_steps.approve(db, key, now=NOW, approved_pence=400_00, despite="Invented")
    db.who = "Finance Invented"
    claim_steps.approve(db, key, now=NOW)
    db.who = who
    claim_steps.pay(db, key, now=NOW, paid_on=TODAY)
    claim_steps.payment_failed(db, key, "Account closed", now=NOW)
    claim_steps.pay_claims(db, [key], now=NOW, paid_on=TODAY)


@act
def withdraw_decline_and_remove_claims(story: Story) -> None:
    db = story.db
    draft = replace(claims.claim(db, story.keys["claim"]).draft(), learner_id=None, pence=100_00)
    first, second = (claims.add_claim(db, draft, today=TODAY).id for _ in range(2))
    claims.remove_claim(db, second)
    claim_steps.withdraw(db, first, now=NOW)
    claim_steps.reopen(db, first, "Invented", now=NOW)
    claim_steps.submit(db, first, now=NOW, despite="Invented")
    claim_steps.decline(db, first, "Invented", now=NOW)


@act
def take_in_a_list_of_claims(story: Story) -> None:
    provider, _ = _provider_and_service(story)
    path = story.folder / "claims.csv"
    path.write_text("Family Name,Given Name,Qualification,Value Claimed\nInvented,Cosmo,First aid,60.00\n")
    found = check_claims(
        story.db,
        read_claims(path),
        fund_id=story.keys["fund"],
        year=2019,
        today=TODAY,
        provider_id=str(provider),
    )
    take_in_claims(story.db, found, now=NOW)


def _provider_and_service(story: Story) -> tuple[object, str]:
    service = story.listed(1)
    return story.db.value("select provider_id from service where id = ?", (service,)), service


@act
def add_and_change_courses(story: Story) -> None:
    add_shipped_courses(story.db)
    made = training_courses.add_course(story.db, "Night care", valid_months=12)
    training_courses.edit_course(story.db, made.id, level=2, name="Care at night")
    training_courses.archive_course(story.db, made.id, today=TODAY)
    training_courses.restore_course(story.db, made.id)
    story.keys["course"] = made.id


@act
def add_and_change_learners(story: Story) -> None:
    home = services.service(story.db, story.listed(0))
    facts = PostFacts(service_id=home.id, from_on=date(2019, 1, 1))
    for name in ("Catherine", "Catharine", "Ben"):
        made = learners.add_learner_with_post(
            story.db, name, "Teacupby", home.provider_id, facts={}, post_facts=facts
        )
        story.keys[f"learner {name}"] = made.id
    one = story.keys["learner Catherine"]
    learners.edit_learner(story.db, one, uln="1000000019", has_ni_number=True)
    learners.archive_learner(story.db, one, today=TODAY)
    learners.restore_learner(story.db, one)
    post = learners.posts_of(story.db, story.keys["learner Catharine"])[0]
    learners.edit_post(story.db, post.id, job_role=JobRole.TEAM_LEADER)
    other = learners.add_post(story.db, one, home.provider_id)
    learners.end_post(story.db, other.id, on=TODAY)
    learners.remove_post(story.db, other.id)


@act
def plan_training_sessions(story: Story) -> None:
    hour = timedelta(hours=1)
    for name, starts in (("past", NOW - timedelta(days=7)), ("next", NOW + timedelta(days=7))):
        made = training_sessions.plan_session(
            story.db, story.keys["course"], starts, starts + 2 * hour, venue="County Hall", places=1
        )
        story.keys[f"{name} session"] = made.id
    coming = story.keys["next session"]
    training_sessions.edit_session(story.db, coming, trainer="Wren Invented")
    training_sessions.cancel_session(story.db, coming, reason="Snow")
    training_sessions.reinstate_session(story.db, coming)
    empty = training_sessions.plan_session(story.db, story.keys["course"], NOW, NOW + hour)
    training_sessions.remove_session(story.db, empty.id)


@act
def book_and_promote(story: Story) -> None:
    coming = story.keys["next session"]
    first = training_bookings.book(story.db, coming, story.keys["learner Catherine"], today=TODAY)
    training_bookings.book(story.db, coming, story.keys["learner Ben"], today=TODAY)
    training_bookings.cancel_booking(story.db, first.id, note="Ill")
    training_bookings.book(story.db, coming, story.keys["learner Catherine"], today=TODAY)
    training_sessions.edit_session(story.db, coming, places=None)


@act
def take_training_attendance(story: Story) -> None:
    past = story.keys["past session"]
    for name in ("Catherine", "Catharine"):
        training_bookings.book(story.db, past, story.keys[f"learner {name}"], today=TODAY)
    first, second = training_bookings.bookings_of(story.db, past)
    attendance.take_attendance(story.db, past, [first.id], now=NOW)
    attendance.take_back_attendance(story.db, past)
    attendance.mark_attended(story.db, second.id, now=NOW)
    attendance.mark_no_show(story.db, first.id, now=NOW)


_ANOTHER_COURSE = "select id from course where id <> ? limit 1"


@act
def require_and_record_training(story: Story) -> None:
    home, course = services.service(story.db, story.listed(0)), story.keys["course"]
    first, second = training_required.require_courses(
        story.db, [course, story.db.value(_ANOTHER_COURSE, (course,))]
    )
    training_required.edit_requirement(story.db, first.id, soon_days=30)
    training_required.remove_requirement(story.db, second.id)
    made = training_records.add_record(
        story.db, course, home.provider_id, date(2019, 2, 1), today=TODAY, service_id=home.id, people=4
    )
    training_records.edit_record(story.db, made.id, today=TODAY, of_people=5)
    other = training_records.add_record(story.db, course, home.provider_id, TODAY, today=TODAY)
    training_records.remove_record(story.db, other.id)


@act
def take_in_training_records(story: Story) -> None:
    path = story.folder / "training.csv"
    name = services.service(story.db, story.listed(0)).name
    path.write_text(
        f"Course,Service,Name,People,Completed\nCare at night,{name},,3,13/02/2019\n"
        f"Care at night,{name},Wren Newcomer,,13/02/2019\n",
        encoding="utf-8",
    )
    found = check_records(story.db, read_records_file(path), RecordChoices(add_learners=True), today=TODAY)
    take_in_records(story.db, found)


@act
def offer_learning_packages(story: Story) -> None:
    package_kept.add_package(story.db, "Falls Prevention")
    kept = package_kept.packages(story.db)[0].id
    package_kept.edit_package(story.db, kept, description="Two mornings")
    package_kept.archive_package(story.db, kept, today=TODAY)
    package_kept.restore_package(story.db, kept)
    home, day = story.listed(0), date(2019, 3, 1)
    made = package_offers.offer_package(story.db, home, "Moving and Handling", today=TODAY, offered_on=day)
    package_offers.edit_offer(story.db, made.id, today=TODAY, note="By telephone")
    held = package_sessions.add_package_session(story.db, made.id, day, people=4, today=TODAY)
    package_sessions.edit_package_session(story.db, held.id, held_on=day, people=5, today=TODAY)
    gone = package_sessions.add_package_session(story.db, made.id, TODAY, people=1, today=TODAY)
    package_sessions.remove_package_session(story.db, gone.id)
    package_offers.set_offer_status(story.db, made.id, OfferStatus.COMPLETED, on=TODAY, today=TODAY)
    package_offers.reopen_offer(story.db, made.id)
    package_offers.mark_not_offered(story.db, home, "Falls Prevention", reason="Not needed", today=TODAY)
    other = package_offers.offer_package(story.db, home, "Medicines Management", today=TODAY)
    package_offers.remove_offer(story.db, other.id)


@act
def merge_two_learners(story: Story) -> None:
    merge_learners(
        story.db, story.keys["learner Catherine"], story.keys["learner Catharine"], take=["given_name"]
    )


# --- projects -----------------------------------------------------------------------------------------------


@act
def add_change_and_put_away_projects(story: Story) -> None:
    db, draft = story.db, ProjectDraft("Careers at school", TODAY)
    made = funding_projects.add_project(db, draft)
    story.keys["project"] = made.id
    funding_projects.edit_project(
        db, made.id, replace(draft, tracks_dspt=True, budget_pence=600000, status=ProjectStatus.CLOSING)
    )
    funding_projects.archive_project(db, made.id, today=TODAY)
    funding_projects.restore_project(db, made.id)


@act
def keep_what_a_project_does(story: Story) -> None:
    db, of = story.db, story.keys["project"]
    step = milestones.add_milestone(db, of, MilestoneDraft("Visit schools", TODAY), today=TODAY)
    milestones.edit_milestone(db, step.id, replace(step.draft(), note="Five"), today=TODAY)
    milestones.finish_milestone(db, step.id, on=TODAY, today=TODAY)
    milestones.reopen_milestone(db, step.id)
    gone = milestones.add_milestone(db, of, MilestoneDraft("Visit colleges", TODAY), today=TODAY)
    milestones.remove_milestone(db, gone.id)
    counted = project_outcomes.add_outcome(db, of, OutcomeDraft("Schools visited", 5), today=TODAY)
    found = replace(counted.draft(), achieved=3, measured_on=TODAY)
    project_outcomes.edit_outcome(db, counted.id, found, today=TODAY)
    project_outcomes.remove_outcome(db, counted.id)
    said = project_quotes.add_quote(db, of, QuoteDraft("It helped us.", TODAY, "Ada Example"), today=TODAY)
    project_quotes.edit_quote(db, said.id, replace(said.draft(), role="A manager"), today=TODAY)
    project_quotes.record_quote_consent(db, said.id, ProjectQuoteConsent.YES, today=TODAY)
    project_quotes.remove_quote(db, said.id)


@act
def take_part_and_reach_levels(story: Story) -> None:
    db, home = story.db, services.service(story.db, story.listed(0))
    draft = TakingPartDraft(home.provider_id, TODAY, home.id)
    part = taking_part.add_taking_part(db, story.keys["project"], draft, today=TODAY)
    first = taking_part.record_level(db, part.id, DsptLevel.STARTED, TODAY, today=TODAY)
    taking_part.record_level(db, part.id, DsptLevel.STANDARDS_MET, TODAY, today=TODAY)
    taking_part.remove_level(db, first.id)
    taking_part.edit_taking_part(db, part.id, replace(draft, left_on=TODAY), today=TODAY)
    taking_part.record_level(db, part.id, DsptLevel.STARTED, TODAY, today=TODAY)
    whole = taking_part.add_taking_part(
        db, story.keys["project"], TakingPartDraft(home.provider_id, TODAY), today=TODAY
    )
    taking_part.record_level(db, whole.id, DsptLevel.STARTED, TODAY, today=TODAY)
    taking_part.remove_taking_part(db, whole.id)


@act
def owe_reports_to_funders(story: Story) -> None:
    db = story.db
    draft = FunderReportDraft("Interim report", TODAY, project_id=story.keys["project"])
    owed = funder_reports.add_funder_report(db, draft)
    funder_reports.edit_funder_report(db, owed.id, replace(draft, note="By e-mail"))
    funder_reports.begin_funder_report(db, owed.id)
    funder_reports.submit_funder_report(db, owed.id, on=TODAY, today=TODAY)
    funder_reports.reopen_funder_report(db, owed.id)
    funder_reports.skip_funder_report(db, owed.id, reason="One a year is enough")
    gone = funder_reports.add_funder_report(db, draft)
    funder_reports.remove_funder_report(db, gone.id)


@act
def keep_apprentices_in_the_team(story: Story) -> None:
    db, draft = story.db, ApprenticeDraft("Wren Invented", "Leadership and management", TODAY, 5)
    made = apprentices.add_apprentice(db, draft)
    apprentices.edit_apprentice(db, made.id, replace(draft, note="Two days a month"))
    apprentices.set_apprentice_status(db, made.id, ApprenticeStatus.COMPLETED, on=TODAY, today=TODAY)
    apprentices.remove_apprentice(db, apprentices.add_apprentice(db, draft).id)


# --- the rulebook -------------------------------------------------------------------------------------------


@act
def start_from_a_known_fund(story: Story) -> None:
    story.keys["known fund"] = rulebook_shipped.ship(
        story.db, rulebook_shipped.template("wdf-2019-20"), today=TODAY
    ).id
    rulebook_shipped.ship_rules(story.db, story.keys["known fund"], rulebook_shipped.template("wdf-2017-18"))


@act
def add_change_and_end_rules(story: Story) -> None:
    draft = RuleDraft("Home care.", "kind", Operator.IS, "home_care")
    kept = rulebook.add_rule(story.db, story.keys["known fund"], draft)
    rulebook.edit_rule(story.db, kept.id, replace(draft, value="day_care"))
    new = rulebook.edit_rule(story.db, kept.id, draft, from_day=TODAY)
    rulebook.move_rule(story.db, new.id, by=-1)
    rulebook.end_rule(story.db, new.id, last_day=TODAY + timedelta(days=30))
    rulebook.remove_rule(story.db, kept.id)


@act
def keep_a_round_of_the_awards(story: Story) -> None:
    db = story.db
    held = start_round(db, "Invented round", year=TODAY.year, today=TODAY)
    award_rounds.edit_round(db, held.id, word_limit=250, embargo_until=NOW, note="Invented")
    set_phase(db, held.id, RoundPhase.SCORE, from_on=TODAY, scores_seen=ScoresSeen.ALWAYS)
    made = award_categories.add_category(db, held.id, "Invented", NomineeKind.TEAM, word_limit=400)
    award_categories.edit_category(db, made.id, description="Invented", word_limit=None)
    award_categories.move_category(db, made.id, by=-3)
    one = award_criteria.add_criterion(db, held.id, "Invented", category_id=made.id, weight=15)
    award_criteria.set_values(db, one.id, {100: "Little", 500: "Much"})
    award_criteria.set_values(db, one.id, {100: "Less"})
    award_criteria.edit_criterion(db, one.id, least=0, most=1000, step=50)
    award_criteria.move_criterion(db, award_criteria.criteria(db, held.id)[0].id, by=1)
    point = checklist.add_check(db, held.id, "Invented")
    checklist.edit_check(db, point.id, "Invented anew")
    checklist.move_check(db, point.id, by=-2)
    following = next_round(db, held.id, name="Invented next round", year=TODAY.year + 1, today=TODAY)
    award_criteria.remove_criterion(db, one.id)
    award_categories.remove_category(db, made.id)
    checklist.remove_check(db, point.id)
    move_phase(db, held.id, RoundPhase.QUALIFY, now=NOW)
    move_phase(db, held.id, RoundPhase.NOMINATE, now=NOW, reason="Invented")
    award_rounds.archive_round(db, following.id, today=TODAY)
    award_rounds.restore_round(db, following.id)


@act
def seat_a_panel_and_give_it_nominees(story: Story) -> None:
    db, now = story.db, NOW
    round_id = start_round(db, "Invented round of a panel", year=TODAY.year, today=TODAY).id
    first, *_ = categories(db, round_id)
    of = {"service_id": story.listed(0), "statement": "They listen."}
    asked = [NominationDraft(first.id, f"{name} Invented", **of) for name in ("Ada", "Ben")]
    ada, ben = (nominations.add_nomination(db, round_id, one, now=now).entry_id for one in asked)
    with change(db, "Sent to the judges"):
        for key in (ada, ben):
            db.update_row("award_entry", key, {"status": "judging"})
    chair, judge, third = (
        panel.add_member(db, round_id, name) for name in ("Ina Seated", "Joe Seated", "Kit Seated")
    )
    panel.edit_member(db, chair.id, role=PanelRole.CHAIR, note="Invented")
    set_categories(db, third.id, [first.id])
    lies_in = interests.declare_interest(db, judge.id, on=TODAY, entry_id=ada)
    interests.edit_interest(db, lies_in.id, words="Invented")
    for one in (chair, third):
        interests.declare_none(db, one.id, on=TODAY)
    assign_panel(db, round_id, today=TODAY)
    given = judge_assignments.assignment_between(db, third.id, ada)
    assert given is not None
    judge_assignments.recuse(db, given.id, "Invented")
    judge_assignments.judge_again(db, given.id, "Invented")
    judge_assignments.declare_conflict(db, given.id, "Invented")
    rulings.rule_on(db, third.id, ada, conflict=False, reason="Invented", by="Ina Seated", on=TODAY)
    held = rulings.rule_on(db, judge.id, ada, conflict=False, reason="Invented", by="Ina Seated", on=TODAY)
    more = judge_assignments.give(db, judge.id, ada, today=TODAY)
    judge_assignments.take_back(db, more.id)
    rulings.remove_ruling(db, held.id)
    interests.remove_interest(db, lies_in.id)
    panel.stand_down(db, third.id, today=TODAY, reason="Invented")
    panel.bring_back(db, third.id)


@act
def take_in_nominations_and_their_new_words(story: Story) -> None:
    db = story.db
    round_id = start_round(db, "Invented round of files", year=TODAY.year, today=TODAY).id
    offered = [(one.id, one.name) for one in categories(db, round_id)]
    told = {"sent": "4/3/19 10:00:00", "place": "Nowhere"}
    for name, why in (("first.csv", "They listen."), ("changed.csv", "They listen and sing.")):
        rows = [nomination_rows.row(1, "Ada Invented; Ben Invented", why=why, **told)]
        file = read_forms_file(nomination_rows.nominations_csv(story.folder / name, rows))
        uses = suggest_parts(db, file, offered)
        choices = NominationChoices(late_reason="Invented", take_changed=True)
        take_in_nominations(db, check_nominations(db, round_id, file, uses, choices, today=TODAY), now=NOW)


# --- scores of the awards -------------------------------------------------------------------------------------


@act
def score_abstain_lock_and_unlock_nominees(story: Story) -> None:
    db, panelled = story.db, Panelled(story.db)
    one, other, third = panelled.keys
    asked = award_criteria.criteria_of(db, panelled.entries[0].category_id)
    award_scores.give_scores(db, one, {each.id: each.most for each in asked}, now=NOW, comment="Invented")
    award_scores.abstain(db, other, "Invented", now=NOW)
    award_scores.lock(db, [one, other], now=NOW)
    award_scores.unlock(db, one, "Invented", now=NOW)
    path = panelled.workbook(story.folder)
    award_scores.give_scores(db, one, {asked[0].id: asked[0].least}, now=NOW)
    take_in_scores(db, check_scores(db, read_score_file(path), panelled.gala.round_id), now=NOW)
    assert award_scores.given(db, third).status.is_open


@act
def decide_of_words_in_blind_copies(story: Story) -> None:
    db = story.db
    key = str(db.value("select id from nomination order by id"))
    with change(db, "Gave a statement a word that may be no name"):
        db.update_row("nomination", key, {"statement": "Wren is what they call her."})
    for hide in (True, False):
        choose_word(db, key, "wren", 1, hide=hide, on=TODAY)


@act
def choose_finalists_decide_and_announce(story: Story) -> None:
    db, scored = story.db, Scored(story.db, year=2027)
    ada, ben, cal = scored.entry.values()
    shortlist(db, scored.category_id, [ada, ben, cal], now=NOW)
    shortlist(db, scored.category_id, [ada, ben], now=NOW, reason="Invented")
    decide_honour(db, scored.category_id, ben, Outcome.RUNNER_UP, "Invented", now=NOW)
    for category in scored.gala.categories[1:]:
        decide_honour(db, category.id, None, Outcome.NOT_AWARDED, "Invented", now=NOW)
    won = decide_honour(db, scored.category_id, ada, Outcome.WINNER, "Invented", now=NOW)
    announce(db, scored.gala.round_id, now=NOW)
    withdraw_honour(db, won.id, "Invented", now=NOW, to=EntryStatus.WITHDRAWN)
    decide_honour(db, scored.category_id, ben, Outcome.WINNER, "Invented", now=NOW)
    announce(db, scored.gala.round_id, now=NOW)
    story.keys["award winner"] = ben


@act
def hold_a_ceremony_with_guests_and_a_running_order(story: Story) -> None:
    db, winner = story.db, story.keys["award winner"]
    round_id = str(db.value("select round_id from award_entry where id = ?", (winner,)))
    made = gather_guests(db, round_id, [GuestsFrom.FINALISTS, GuestsFrom.NOMINATORS])
    keys = [one.id for one in made.added]
    ceremony_guests.record_answers(db, keys, GuestAnswer.YES, today=TODAY)
    ceremony_guests.record_photos(db, keys, Consent.NO, today=TODAY)
    ceremony_guests.seat(db, keys, "Table 1")
    other = ceremony_guests.add_guest(db, round_id, "Ina Seated")
    ceremony_guests.edit_guest(db, other.id, diet="2 vegan", places=2)
    ceremony_guests.remove_guest(db, other.id)
    first = running_order.make_running_order(db, round_id)[0]
    more = running_order.add_item(db, round_id, CeremonyItemKind.SPEECH, minutes=5)
    running_order.edit_item(db, more.id, minutes=7)
    running_order.move_item(db, more.id, -2)
    running_order.remove_item(db, first.id)
    set_citation(db, winner, "Patience, told by everybody.")
    set_letter_wording(db, CeremonyLetter.MANAGERS, Wording("News", "{what came of it}"))


@act
def invite_guests_of_a_ceremony_through_the_forums(story: Story) -> None:
    db, winner = story.db, story.keys["award winner"]
    round_id = str(db.value("select round_id from award_entry where id = ?", (winner,)))
    starts = datetime(2027, 11, 26, 18, tzinfo=UTC)
    draft = EventDraft(kind=EventKind.AWARD_CEREMONY, title="Invented ceremony", starts=starts,
                       ends=starts + timedelta(hours=3))  # fmt: skip
    ceremony.plan_ceremony(db, round_id, draft)
    unknown = tuple(one.id for one in ceremony.who_can_be_invited(db, round_id).not_in_register)
    ceremony.make_contacts(db, ceremony.NewContacts(unknown, ConsentBasis.EMAIL_OPT_IN, TODAY))
    made = ceremony.invite_guests(db, round_id, now=NOW)
    invitations.record_reply(db, [made.participants[0]], ParticipantStatus.DECLINED, now=NOW)
    ceremony.take_replies(db, round_id, today=TODAY)
    ceremony.choose_ceremony(db, round_id, "")


@act
def note_what_the_panel_said(story: Story) -> None:
    db, nominee = story.db, story.keys["award winner"]
    kept = panel_notes.add_note(db, nominee, "Invented", now=NOW)
    panel_notes.edit_note(db, kept.id, "Invented, and put right")
    again = panel_notes.add_note(db, nominee, "A mistake", now=NOW)
    panel_notes.remove_note(db, again.id)


# --- qualifying and the board -----------------------------------------------------------------------------------


@act
def qualify_nominees_and_move_them_on_the_board(story: Story) -> None:
    db, gala = story.db, Gala(story.db, "Invented round of qualifying", year=2031)
    ada, ben, cat = (gala.nominate(f"{name} Qualifying") for name in ("Ada", "Ben", "Cat"))
    gala.at(RoundPhase.QUALIFY)
    qualifying.start_qualifying(db, [ada.id, ben.id], now=gala.now)
    point = checks.checklist_of(db, ada.id)[0].check_id
    for answer, note in ((CheckAnswer.NO, "Invented"), (None, ""), (CheckAnswer.YES, "")):
        checks.answer_check(db, ada.id, point, answer, by="Invented", on=gala.today, note=note)
    checks.answer_open_checks(db, ada.id, by="Invented", on=gala.today)
    record_employed(db, ada.id, True, asked_on=gala.today, asked_of="Invented", today=gala.today)
    qualifying.qualify_ready(db, gala.round_id, now=gala.now)
    qualifying.qualify(db, ben.id, now=gala.now, reason="Invented")
    qualifying.return_for_information(db, cat.id, reason="Invented", now=gala.now)
    qualifying.find_ineligible(db, cat.id, reason="Invented", now=gala.now)
    qualifying.back_to_qualifying(db, cat.id, reason="Invented", now=gala.now)
    move_on_board(db, cat.id, BoardState.OUT, now=gala.now, reason="Invented", out=EntryStatus.WITHDRAWN)


# --- reports to a committee -------------------------------------------------------------------------------------


@act
def keep_meetings_of_committees(story: Story) -> None:
    db, away = story.db, dict(today=TODAY)
    made = committee_meetings.add_meeting(db, "Invented Committee", TODAY, note="Invented")
    committee_meetings.edit_meeting(db, made.id, meets_on=TODAY - timedelta(days=1))
    committee_meetings.archive_meeting(db, made.id, **away)
    committee_meetings.restore_meeting(db, made.id)
    mistaken = committee_meetings.add_meeting(db, "Invented Committee", TODAY)
    committee_meetings.remove_meeting(db, mistaken.id)
    story.keys["committee_meeting"] = made.id


@act
def compose_a_report(story: Story) -> None:
    from PIL import Image

    db, at = story.db, story.keys["committee_meeting"]
    key = begin_report(db, "Invented report", at, Span(TODAY - timedelta(days=90), TODAY)).id
    story.keys["committee_report"] = key
    committee_reports.edit_report(db, key, agenda_item="7")
    committee_reports.archive_report(db, key, today=TODAY)
    committee_reports.restore_report(db, key)
    for words in ("Invented purpose.", "Another purpose.", "", "Invented purpose."):
        committee_parts.set_part(db, key, Part.PURPOSE, words)
    for colour in ("red", "teal"):
        Image.new("RGB", (6, 3), colour).save(story.folder / f"{colour}.png")
    picture = report_items.add_picture(
        db, key, story.folder / "red.png", alt="Invented picture.", caption="Invented"
    )
    report_items.replace_picture(db, picture.id, story.folder / "teal.png")
    first = report_items.items_of(db, key)[0]
    report_items.remove_item(db, first.id)
    report_items.add_section(db, key, first.section, options={"invented": "yes"})
    heading = report_items.add_heading(db, key, "Invented heading")
    report_items.add_page_break(db, key, after=heading.id)
    report_items.add_bullets(db, key, ["Invented", "Two"])
    words = report_items.add_paragraph(db, key, "Invented words.")
    report_items.edit_item(db, words.id, text="Other invented words.")
    report_items.set_exempt(db, words.id, Exemption(3, "Invented", "Invented", "Members", "2020-01-01"))
    report_items.set_exempt(db, words.id, None)
    report_items.move_item(db, words.id, -3)
    for edited in ("Otherwise.", "", "As made."):
        report_edits.edit_sentence(db, key, "market", "all", generated="As made.", edited=edited)
    edit = report_edits.edit_sentence(db, key, "market", "all", generated="As made.", edited="Other.")
    report_edits.put_back_sentence(db, edit.id)


@act
def ask_members_and_follow_up(story: Story) -> None:
    db, key = story.db, story.keys["committee_report"]
    first = committee_asks.add_recommendation(db, key, "Invented request.")
    second = committee_asks.add_recommendation(db, key, "Another invented request.")
    committee_asks.edit_recommendation(db, second.id, "Another request.")
    committee_asks.move_recommendation(db, second.id, -1)
    committee_asks.remove_recommendation(db, second.id)
    committee_asks.decide(db, first.id, RecommendationOutcome.AGREED, today=TODAY)
    committee_asks.decide(db, first.id, RecommendationOutcome.NOT_DECIDED, today=TODAY)
    noted = {"on": TODAY, "today": TODAY}
    step = committee_asks.note_step(db, first.id, "Invented.", progress=Progress.UNDER_WAY, **noted)
    committee_asks.edit_step(db, step.id, "Invented, done.", progress=Progress.DONE, **noted)
    committee_asks.remove_step(db, step.id)


@act
def begin_reports_from_others(story: Story) -> None:
    db, key = story.db, story.keys["committee_report"]
    span = Span(TODAY - timedelta(days=30), TODAY)
    made = begin_report(db, "Invented copy", story.keys["committee_meeting"], span, copy_of=key)
    carried = next(one for one in report_items.items_of(db, made.id) if one.carried_over)
    report_items.set_read_again(db, carried.id)
    saved = replace(outline_files.saved_outline(db, key), committee="Another Invented Committee")
    from_outlines.begin_from_outline(db, saved, today=TODAY, title="Invented again")
    committee_meetings.add_meeting(db, "Invented Committee", TODAY + timedelta(days=90))
    following.begin_next(db, key, today=TODAY)


@act
def keep_days_before_a_meeting(story: Story) -> None:
    db, key = story.db, story.keys["committee_report"]
    for days in (8, 10):
        rule = report_deadlines.set_deadline(db, "Invented draft", days, source="Invented")
    report_deadlines.mark_met(db, key, "Invented draft", on=TODAY, today=TODAY)
    report_deadlines.take_back_met(db, key, "Invented draft")
    report_deadlines.archive_deadline(db, rule.id, today=TODAY)
    report_deadlines.add_holiday(db, date(2019, 6, 3), "Invented holiday")
    report_deadlines.forget_holiday(db, date(2019, 6, 3))
    report_deadlines.work_on(db, date(2019, 5, 6))


@act
def keep_looks_of_reports(story: Story) -> None:
    db, key = story.db, story.keys["committee_report"]
    made = report_looks.add_looks(db, "Invented looks", replace(DEFAULT_LOOKS, font="Verdana"))
    report_looks.rename_looks(db, made.id, "Other invented looks")
    committee_reports.edit_report(db, key, looks_id=made.id)
    report_looks.archive_looks(db, made.id, today=TODAY)
    report_looks.restore_looks(db, made.id)
    plain_words.set_reading_age(db, 13)
    plain_words.set_known_initials(db, "INV")
    report_looks.remove_looks(db, report_looks.add_looks(db, "Mistaken looks", DEFAULT_LOOKS).id)


# --- reports to a committee as they were issued -------------------------------------------------------------


@act
def issue_reports(story: Story) -> None:
    db = story.db
    at = add_committee_meeting(db, "Invented Committee of Issues", TODAY)
    report = begin_report(db, "Invented issued report", at.id, Span(TODAY - timedelta(days=90), TODAY))
    composed = Composed(CommitteeDocument(report.title), ())
    draft = {
        "as_at": TODAY,
        "file_name": "r.docx",
        "public_sha256": "a",
        "exempt_sha256": "",
        "manifest": "{}",
    }
    issued = report_issues.keep_issue(db, report.id, composed, now=STARTS, **draft)
    report_issues.set_issue_note(db, issued.id, "Invented: sent")
    trial = report_issues.keep_issue(db, report.id, composed, now=STARTS, **draft)
    report_issues.remove_issue(db, trial.id)


# --- the proof ----------------------------------------------------------------------------------------------


@pytest.fixture
def county(tmp_path: Path) -> Iterator[Database]:
    opened = open_file(tmp_path / "county.providerdesk", CAPABILITIES, who="Test Officer", create=True)
    sample.make(opened.db, today=TODAY)
    yield opened.db
    opened.close()


class Dump:
    """Every row of the contents, and of what the big tables on screen show of them.

    A table is read again only once something has been written to it: by this connection, which the triggers tell, or
    by another one.
    """

    def __init__(self, db: Database) -> None:
        names = db.rows(
            "select name from sqlite_master where type = 'table' and name glob 'listing_*' order by 1"
        )
        self._db, self._held, self._version = db, {}, 0
        self._tables = [*history.tracked_tables(db), *(name for (name,) in names if "_fts" not in name)]
        db.execute("create temp table written (name text)")
        for name in self._tables:
            for act in ("insert", "update", "delete"):
                db.execute(
                    f'create temp trigger "written_{act}_{name}" after {act} on main."{name}" '
                    f"when not exists (select 1 from written where name = '{name}') "
                    f"begin insert into written values ('{name}'); end"
                )

    def __call__(self) -> list[bytes]:
        version = self._db.value("pragma data_version")
        again = {name for (name,) in self._db.rows("select name from written")}
        self._db.execute("delete from written")
        for name in self._tables:
            if name in again or name not in self._held or version != self._version:
                self._held[name] = self._read(name)
        self._version = version
        return list(self._held.values())

    def _read(self, name: str) -> bytes:
        return repr((name, self._db.rows(f'select * from "{name}" order by id'))).encode()

    def read_whole(self) -> list[bytes]:
        return [self._read(name) for name in self._tables]


def entries(db: Database) -> int:
    """How many changes the trail has."""
    return int(db.value("select count(*) from history_change"))


def test_every_kind_of_change_is_undone_and_done_again_byte_for_byte(
    county: Database, tmp_path: Path
) -> None:
    story, first = Story(county, tmp_path), list(logical_dump(county))
    dump, named = Dump(county), []
    before = dump()
    for one in ACTS:
        made = entries(county)
        one(story)
        after = dump()
        done = entries(county) - made
        assert done and after != before, one.__name__
        named += [entry.action for entry in history.entries(county, limit=done)][::-1]
        for _ in range(done):
            assert history.undo(county) is not None, one.__name__
        assert dump() == before, f"undo of {one.__name__}"
        for _ in range(done):
            assert history.redo(county) is not None, one.__name__
        assert dump() == after, f"redo of {one.__name__}"
        before = after
    assert dump.read_whole() == before
    undone = [history.undo(county).action for _ in named]
    assert undone == named[::-1] and all(named)
    assert list(logical_dump(county)) == first
    assert county.rows("pragma foreign_key_check") == []
