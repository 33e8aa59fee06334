"""The tables of training.

course ─┬─ training_session ── booking            sessions with places, who is booked and who came
        ├─ training_requirement                   who should have it
        └─ training_record                        who has it: a named learner, or a group of a service's workers
learner ── learner_post                           somebody who learns, and where they work or worked
learning_package ── package_offer ── package_session    what a service rated low was offered, and what came of it
"""

from resources.database import Database
from resources.database.opening import Capability

KINDS = (
    "'nursing_home', 'residential_home', 'home_care', 'supported_living', 'extra_care', 'shared_lives', "
    "'day_care', 'micro_provider', 'other_social_care'"
)
JOB_ROLES = (
    "'registered_manager', 'deputy_manager', 'team_leader', 'senior_care_worker', 'care_worker', "
    "'support_worker', 'personal_assistant', 'activities_worker', 'nursing_assistant', 'registered_nurse', "
    "'nursing_associate', 'social_worker', 'occupational_therapist', 'allied_health_professional', "
    "'other_manager', 'not_care_providing', 'other'"
)
EMPLOYMENTS = "'permanent', 'temporary', 'pool_bank', 'agency', 'volunteer', 'other'"


def _training(db: Database) -> None:
    for statement in (
        # `code` is the qualification's number with its regulator; `category` ASC-WDS's bulk-upload code.
        """create table course (
            id text primary key, name text not null unique check (name <> ''),
            kind text not null check (kind in ('course', 'qualification', 'apprenticeship')),
            code text not null default '', awarding_body text not null default '', level integer,
            credits integer check (credits >= 0), category text not null default '',
            valid_months integer check (valid_months > 0), description text not null default '',
            source text not null default '', archived_on text) strict""",
        # Nobody's National Insurance number is kept, only whether there is one.
        """create table learner (
            id text primary key, given_name text not null default '',
            family_name text not null check (family_name <> ''),
            uln text not null default '' check (uln not glob '*[^0-9]*'),
            has_ni_number integer check (has_ni_number in (0, 1)), note text not null default '',
            archived_on text) strict""",
        "create unique index learner_by_uln on learner (uln) where uln <> ''",
        "create index learner_by_name on learner (family_name collate nocase, given_name collate nocase)",
        f"""create table learner_post (
            id text primary key, learner_id text not null references learner (id),
            provider_id text not null references provider (id), service_id text references service (id),
            job_role text not null check (job_role in ({JOB_ROLES})),
            employment text not null check (employment in ({EMPLOYMENTS})),
            from_on text, until_on text, check (until_on is null or from_on is null or until_on >= from_on)) strict""",
        "create index learner_post_by_learner on learner_post (learner_id)",
        "create index learner_post_by_provider on learner_post (provider_id)",
        "create index learner_post_by_service on learner_post (service_id)",
        """create table training_session (
            id text primary key, course_id text not null references course (id),
            starts_at text not null, ends_at text not null, venue text not null default '',
            trainer text not null default '', places integer check (places > 0),
            status text not null default 'planned' check (status in ('planned', 'held', 'cancelled')),
            note text not null default '', check (ends_at >= starts_at)) strict""",
        "create index training_session_by_course on training_session (course_id, starts_at)",
        "create index training_session_by_time on training_session (starts_at)",
        """create table booking (
            id text primary key, session_id text not null references training_session (id),
            learner_id text not null references learner (id), provider_id text not null references provider (id),
            service_id text references service (id),
            status text not null check (status in ('booked', 'waitlisted', 'attended', 'no_show', 'cancelled')),
            booked_on text not null, note text not null default '', unique (session_id, learner_id)) strict""",
        "create index booking_by_learner on booking (learner_id)",
        "create index booking_by_provider on booking (provider_id)",
        "create index booking_by_service on booking (service_id)",
    ):
        db.execute(statement)


def _records(db: Database) -> None:
    for statement in (
        # Of a named learner, or of `people` of the `of_people` workers in a role (any role: null) of a service.
        f"""create table training_record (
            id text primary key, course_id text not null references course (id),
            provider_id text not null references provider (id), service_id text references service (id),
            learner_id text references learner (id),
            job_role text check (job_role is null or job_role in ({JOB_ROLES})),
            people integer not null default 1 check (people >= 0), of_people integer check (of_people >= people),
            completed_on text not null, expires_on text,
            accredited text not null default 'dont_know' check (accredited in ('yes', 'no', 'dont_know')),
            delivered_by text check (delivered_by in ('in_house', 'external', 'us')),
            how text check (how in ('face_to_face', 'e_learning')),
            source text not null check (source in ('typed', 'session', 'file')),
            booking_id text references booking (id), note text not null default '',
            check (expires_on is null or expires_on >= completed_on),
            check (learner_id is null or people = 1)) strict""",
        "create index training_record_by_course on training_record (course_id)",
        "create index training_record_by_provider on training_record (provider_id, course_id)",
        "create index training_record_by_service on training_record (service_id)",
        "create index training_record_by_learner on training_record (learner_id)",
        "create unique index training_record_by_booking on training_record (booking_id) where booking_id is not null",
        # Null kind: services of every kind; null role: all who provide care there.
        f"""create table training_requirement (
            id text primary key, course_id text not null references course (id),
            kind text check (kind is null or kind in ({KINDS})),
            job_role text check (job_role is null or job_role in ({JOB_ROLES})),
            soon_days integer not null default 90 check (soon_days in (30, 60, 90)),
            from_on text, until_on text, source text not null default '') strict""",
        "create index training_requirement_by_course on training_requirement (course_id)",
    ):
        db.execute(statement)


def _packages(db: Database) -> None:
    for statement in (
        """create table learning_package (
            id text primary key, name text not null unique check (name <> ''),
            description text not null default '', source text not null default '', archived_on text) strict""",
        # `rating` and `rated_on`: what the register said of the service when it was offered.
        """create table package_offer (
            id text primary key, package_id text not null references learning_package (id),
            service_id text not null references service (id),
            rating text check (rating is null or rating in
                ('outstanding', 'good', 'requires_improvement', 'inadequate', 'not_rated')),
            rated_on text, offered_on text not null, offered_by text not null default '',
            status text not null check (status in ('offered', 'accepted', 'in_progress', 'completed', 'declined',
                'withdrawn', 'not_offered')),
            accepted_on text, ended_on text, reason text not null default '', note text not null default '') strict""",
        "create index package_offer_by_package on package_offer (package_id)",
        "create index package_offer_by_service on package_offer (service_id, offered_on)",
        """create table package_session (
            id text primary key, offer_id text not null references package_offer (id), held_on text not null,
            topic text not null default '', people integer not null check (people >= 0),
            note text not null default '') strict""",
        "create index package_session_by_offer on package_session (offer_id, held_on)",
    ):
        db.execute(statement)


def capability() -> Capability:
    """The migrations and listings of training."""
    from workforce.training.listings import LISTINGS

    return Capability(name="training", listings=LISTINGS, migrations=(_training, _records, _packages))
