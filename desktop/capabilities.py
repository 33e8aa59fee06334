"""Every capability of the program: what each brings to what they share. A new one is one more record here."""

from datetime import datetime
from functools import reduce
from operator import or_

from awards import listings as awards_listings
from awards import merging as awards_merging
from awards import row_words as awards_words
from awards import schema as awards
from awards.attention import awards_attention
from desktop.capability_record import (
    CapabilityRecord,
    Description,
    Findable,
    KeptBeside,
    Line,
    RowWords,
    row_words_of,
)
from desktop.committee.record import COMMITTEE
from engagement.forums import merging as forums_merging
from engagement.forums import row_words as forums_words
from engagement.forums import schema as forums
from engagement.forums.attention import forum_attention
from engagement.forums.door_files import merging as door_files_merging
from engagement.forums.door_files import row_words as door_files_words
from engagement.forums.door_files import schema as door_files
from engagement.forums.door_files.held import door_file_attention
from engagement.forums.feedback import row_words as feedback_words
from engagement.forums.feedback import schema as feedback
from engagement.forums.listings import EVENTS
from engagement.forums.mailing import row_words as mailing_words
from engagement.forums.mailing import schema as mailing
from engagement.forums.mailing.attention import mailing_attention
from engagement.forums.meeting import row_words as meeting_words
from engagement.forums.meeting import schema as meeting
from engagement.forums.meeting.attention import action_attention
from engagement.forums.meeting.listings import ACTIONS
from engagement.forums.names_withheld import withheld_people
from engagement.forums.online import merging as online_merging
from engagement.forums.online import row_words as online_words
from engagement.forums.online import schema as online
from engagement.good_practice import merging as good_practice_merging
from engagement.good_practice import row_words as good_practice_words
from engagement.good_practice import schema as good_practice
from engagement.good_practice.attention import buddy_attention
from engagement.good_practice.listings import PRACTICES
from engagement.register import contracts
from engagement.register import differences as register_words
from engagement.register import schema as register
from engagement.register.attention import register_attention
from engagement.register.duplicates import MergeRules
from engagement.register.listings import CONTACTS, PROVIDERS, SERVICES
from engagement.register.vocabulary import OrganisationKind
from resources.attention import Attention, Urgency
from resources.database import Database
from resources.tables import Cell
from resources.wording import count_of, date_words, in_london, moment_short
from workforce.ascwds import listings as ascwds_listings
from workforce.ascwds import merging as ascwds_merging
from workforce.ascwds import row_words as ascwds_words
from workforce.ascwds import schema as ascwds
from workforce.ascwds.attention import ascwds_attention
from workforce.funding import merging as funding_merging
from workforce.funding import row_words as funding_words
from workforce.funding import schema as funding
from workforce.funding.attention import funding_attention
from workforce.funding.claims import evidence
from workforce.funding.claims.listing import CLAIMS
from workforce.funding.funds.listing import FUNDS
from workforce.funding.projects.listing import PROJECTS
from workforce.survey import listings as survey_listings
from workforce.survey import merging as survey_merging
from workforce.survey import row_words as survey_words
from workforce.survey import schema as survey
from workforce.survey.attention import survey_attention
from workforce.survey.coding.naming import given_name_terms
from workforce.training import listings as training_listings
from workforce.training import merging as training_merging
from workforce.training import row_words as training_words
from workforce.training import schema as training
from workforce.training.attention import training_attention

# The register


def _register_attention(db: Database, now: datetime) -> list[Attention]:
    return register_attention(db, in_london(now).date())


def _service(line: Line) -> Description:
    where = line["district"] or line["authority"]
    return Description("Service", str(line["name"]), _said(line["kind"], where, line["provider"]))


def _provider(line: Line) -> Description:
    if line["organisation"] != OrganisationKind.CARE_PROVIDER.label:
        return Description(str(line["organisation"]), str(line["name"]), "")
    number = line["services"]
    run = count_of(int(number), "service") if isinstance(number, int) and number else "no service"
    return Description("Provider", str(line["name"]), run)


def _person(line: Line) -> Description:
    return Description("Person", str(line["name"]), _said(line["role"], line["service"] or line["provider"]))


def _said(*parts: Cell) -> str:
    return ", ".join(str(part) for part in parts if part)


REGISTER = CapabilityRecord(
    tables=register.capability(),
    exempt_terms=(contracts.exempt_terms,),
    attention=_register_attention,
    found=(
        Findable(SERVICES, "providers", _service),
        Findable(PROVIDERS, "providers", _provider),
        Findable(CONTACTS, "contacts", _person),
    ),
    row_words=RowWords(
        kinds=register_words.KINDS,
        belongs_to={
            "service": ("provider_id",),
            "contact": ("service_id", "provider_id"),
            "note": ("service_id", "provider_id"),
            "contract_status": ("service_id",),
            "former_location": ("service_id",),
            "rating": ("service_id",),
            "service_period": ("service_id",),
        },
        named_alone=("provider", "service", "contact"),
        fields=register_words.FIELDS,
    ),
)


# Forums


def _event(line: Line) -> Description:
    return Description("Event", str(line["title"]), moment_short(str(line["starts_at"])))


FORUMS = CapabilityRecord(
    tables=forums.capability(),
    exempt_terms=(withheld_people,),
    merge_rules=forums_merging.MERGE_RULES,
    attention=forum_attention,
    found=(Findable(EVENTS, "forums", _event),),
    row_words=RowWords(
        kinds=forums_words.KINDS,
        belongs_to={
            "participant": ("contact_id", "service_id", "provider_id", "event_id"),
            "check_in": ("participant_id", "event_id"),
            "iwork_interest": ("participant_id", "event_id"),
        },
        named_alone=("event", "series"),
        fields=forums_words.FIELDS,
        silent=forums_words.SILENT,
        shown_with={"participant": (("check_in", "participant_id"), ("iwork_interest", "participant_id"))},
        takes_place_at={"participant": ("event_id", "event")},
    ),
)


# Attendance from online meetings


ONLINE = CapabilityRecord(
    tables=online.capability(),
    merge_rules=online_merging.MERGE_RULES,
    row_words=RowWords(
        kinds=online_words.KINDS,
        belongs_to={
            "online_file": ("event_id",),
            "online_attendance": ("participant_id", "event_id", "online_file_id"),
            "known_as": ("contact_id",),
        },
        fields=online_words.FIELDS,
        silent=online_words.SILENT,
    ),
)


# Agendas, minutes and actions


def _action(line: Line) -> Description:
    return Description("Action", str(line["text"]), _said(line["status"], line["owner"], line["series"]))


MEETING = CapabilityRecord(
    tables=meeting.capability(),
    merge_rules=MergeRules(titles={"forum_action": "Action"}),
    attention=action_attention,
    found=(Findable(ACTIONS, "actions", _action),),
    row_words=RowWords(
        kinds=meeting_words.KINDS,
        belongs_to={
            "agenda_item": ("event_id",),
            "decision": ("event_id", "agenda_item_id"),
            "minutes": ("event_id",),
            "forum_action": ("event_id", "agenda_item_id"),
            "action_progress": ("event_id", "action_id"),
        },
        named_by={"forum_action": "text", "decision": "text"},
        fields=meeting_words.FIELDS,
        shown_with={
            "forum_action": (("action_progress", "action_id"),),
            "agenda_item": (("decision", "agenda_item_id"),),
        },
    ),
)

# Feedback


FEEDBACK = CapabilityRecord(
    tables=feedback.capability(),
    row_words=RowWords(
        kinds=feedback_words.KINDS,
        belongs_to={
            "feedback_file": ("event_id",),
            "feedback_response": ("participant_id", "event_id"),
            "feedback_answer": ("response_id", "question_id"),
            "feedback_coding": ("answer_id",),
            "feedback_heading": ("question_id",),
        },
        named_alone=("feedback_theme",),
        fields=feedback_words.FIELDS,
        silent=feedback_words.SILENT,
    ),
)


# Invitations out, replies in


MAILING = CapabilityRecord(
    tables=mailing.capability(),
    attention=mailing_attention,
    row_words=RowWords(
        kinds=mailing_words.KINDS,
        belongs_to={"mailing": ("participant_id", "event_id")},
        fields=mailing_words.FIELDS,
        shown_with={"participant": (("mailing", "participant_id"),)},
    ),
)


# Two laptops at two doors


DOOR_FILES = CapabilityRecord(
    tables=door_files.capability(),
    merge_rules=door_files_merging.MERGE_RULES,
    attention=door_file_attention,
    row_words=RowWords(
        kinds=door_files_words.KINDS,
        belongs_to={
            "door_file": ("event_id",),
            "door_return": ("door_file_id",),
            "door_key": ("door_file_id",),
        },
        fields=door_files_words.FIELDS,
        silent=door_files_words.SILENT,
    ),
)


# Good practice


def _practice(line: Line) -> Description:
    return Description(
        "Good practice", str(line["what"]), _said(line["theme"], line["service"] or line["provider"])
    )


GOOD_PRACTICE = CapabilityRecord(
    tables=good_practice.capability(),
    merge_rules=good_practice_merging.MERGE_RULES,
    attention=buddy_attention,
    found=(Findable(PRACTICES, "good_practice", _practice),),
    row_words=RowWords(
        kinds=good_practice_words.KINDS,
        belongs_to={
            "good_practice": ("contact_id", "service_id", "provider_id", "event_id"),
            "buddy_pair": ("service_id",),
            "buddy_meeting": ("pair_id",),
        },
        fields=good_practice_words.FIELDS,
        shown_with={"buddy_pair": (("buddy_meeting", "pair_id"),)},
    ),
)


# The recruitment survey


def _wave(line: Line) -> Description:
    opens = date_words(str(line["opens_on"]))
    return Description("Survey wave", str(line["name"]), _said(line["kind"], f"from {opens}", line["survey"]))


def _planned(line: Line) -> Description:
    return Description("Survey action", str(line["action"]), _said(line["status"], line["owner"]))


def _recruitment_practice(line: Line) -> Description:
    return Description("Recruitment practice", str(line["name"]), str(line["topic"]))


SURVEY = CapabilityRecord(
    tables=survey.capability(),
    merge_rules=survey_merging.MERGE_RULES,
    exempt_terms=(given_name_terms,),
    attention=survey_attention,
    found=(
        Findable(survey_listings.WAVES, "survey", _wave),
        Findable(survey_listings.ACTIONS, "survey", _planned),
        Findable(survey_listings.PRACTICES, "survey", _recruitment_practice),
    ),
    row_words=RowWords(
        kinds=survey_words.KINDS,
        belongs_to=survey_words.BELONGS_TO,
        named_alone=("survey_wave",),
        named_by=survey_words.NAMED_BY,
        fields=survey_words.FIELDS,
        silent=survey_words.SILENT,
    ),
)


# Training


def _training_session(line: Line) -> Description:
    return Description(
        "Training session", str(line["course"]), _said(moment_short(str(line["starts_at"])), line["venue"])
    )


def _course(line: Line) -> Description:
    level = f"level {line['level']}" if line["level"] else ""
    return Description(str(line["kind"]), str(line["name"]), _said(level, line["category"]))


def _learner(line: Line) -> Description:
    return Description("Learner", str(line["name"]), _said(line["roles"], line["providers"]))


TRAINING = CapabilityRecord(
    tables=training.capability(),
    merge_rules=training_merging.MERGE_RULES,
    attention=training_attention,
    found=(
        Findable(training_listings.SESSIONS, "training", _training_session),
        Findable(training_listings.COURSES, "training", _course),
        Findable(training_listings.LEARNERS, "training", _learner),
    ),
    row_words=RowWords(
        kinds=training_words.KINDS,
        belongs_to=training_words.BELONGS_TO,
        named_alone=("course", "learning_package"),
        named_by=training_words.NAMED_BY,
        fields=training_words.FIELDS,
        silent=training_words.SILENT,
    ),
)


# ASC-WDS


def _workplace(line: Line) -> Description:
    return Description("ASC-WDS workplace", str(line["name"]), _said(line["provider"], line["postcode"]))


ASCWDS = CapabilityRecord(
    tables=ascwds.capability(),
    merge_rules=ascwds_merging.MERGE_RULES,
    attention=ascwds_attention,
    found=(Findable(ascwds_listings.WORKPLACES, "funding", _workplace),),
    row_words=RowWords(
        kinds=ascwds_words.KINDS,
        belongs_to=ascwds_words.BELONGS_TO,
        named_alone=(),
        named_by=ascwds_words.NAMED_BY,
        fields=ascwds_words.FIELDS,
        silent=ascwds_words.SILENT,
    ),
)


# Funding


def _claim(line: Line) -> Description:
    return Description(
        "Claim",
        f"{line['number']} {line['learner'] or line['what']}",
        _said(line["status"], line["provider"]),
    )


def _fund(line: Line) -> Description:
    return Description("Fund", str(line["name"]), _said(line["status"], line["kind"], line["funder"]))


def _project(line: Line) -> Description:
    return Description("Project", str(line["name"]), _said(line["status"], line["lead"]))


FUNDING = CapabilityRecord(
    tables=funding.capability(),
    merge_rules=funding_merging.MERGE_RULES,
    attention=funding_attention,
    found=(
        Findable(FUNDS, "funding", _fund),
        Findable(CLAIMS, "funding", _claim),
        Findable(PROJECTS, "funding", _project),
    ),
    row_words=RowWords(
        kinds=funding_words.KINDS,
        belongs_to=funding_words.BELONGS_TO,
        named_alone=("fund", "project"),
        named_by=funding_words.NAMED_BY,
        fields=funding_words.FIELDS,
        silent=funding_words.SILENT,
    ),
    kept=KeptBeside(
        folder="evidence", one="file of evidence", many="files of evidence",
        beside=evidence.folder_beside, known=evidence.known_files,
    ),
)  # fmt: skip


# Awards


def _entry(line: Line) -> Description:
    return Description(
        "Nominee", str(line["nominee"]), _said(line["reference"], line["category"], line["status"])
    )


AWARDS = CapabilityRecord(
    tables=awards.capability(),
    merge_rules=awards_merging.MERGE_RULES,
    attention=awards_attention,
    found=(Findable(awards_listings.ENTRIES, "awards", _entry),),
    row_words=RowWords(
        kinds=awards_words.KINDS,
        belongs_to=awards_words.BELONGS_TO,
        named_alone=("award_round",),
        named_by=awards_words.NAMED_BY,
        fields=awards_words.FIELDS,
        silent=awards_words.SILENT,
        shown_with=awards_words.SHOWN_WITH,
    ),
)


RECORDS = (
    REGISTER, FORUMS, ONLINE, MEETING, FEEDBACK, MAILING, DOOR_FILES, GOOD_PRACTICE, SURVEY, TRAINING, ASCWDS, FUNDING,
    AWARDS, COMMITTEE,
)  # fmt: skip
"""In the order in which their tables are made."""


CAPABILITIES = tuple(one.tables for one in RECORDS)
EXEMPT_TERMS = tuple(terms_of for one in RECORDS for terms_of in one.exempt_terms)
MERGE_RULES = reduce(or_, (one.merge_rules for one in RECORDS))
FOUND = tuple(where for one in RECORDS for where in one.found)
ROW_WORDS = row_words_of(RECORDS)
KEPT = tuple(one.kept for one in RECORDS if one.kept is not None)


def attention(db: Database, now: datetime) -> list[Attention]:
    """What wants doing in every capability, the most urgent first."""
    # of equal urgency those of the later capability come first: what is on at a forum is sooner than the register
    lines = [
        line for one in reversed(RECORDS) if one.attention is not None for line in one.attention(db, now)
    ]
    order = list(Urgency)
    return sorted(lines, key=lambda line: order.index(line.urgency))
