"""What Find anything and the big tables on screen look through."""

from resources.database.listing import Listing, own_rows, rows_by
from resources.tables import Column, ColumnKind
from resources.words import sql_labels, sql_text
from workforce.training.shipped_courses import CATEGORIES
from workforce.training.vocabulary import CourseKind, JobRole, SessionStatus

_CATEGORY = (
    "case course.category "
    + " ".join(f"when {sql_text(code)} then {sql_text(name)}" for code, (name, _) in CATEGORIES.items())
    + " else '' end"
)
_STATE = "case when {}.archived_on is null then 'Current' else 'Archived' end"

SESSIONS = Listing(
    name="training_session",
    columns=(
        Column("course", "Course", width=210),
        Column("starts_at", "When", ColumnKind.TIME, width=150),
        Column("status", "Status", ColumnKind.STATUS, width=104),
        Column("booked", "Have a place", ColumnKind.NUMBER, width=76),
        Column("places", "Places", ColumnKind.NUMBER, width=70),
        Column("waiting", "Waiting", ColumnKind.NUMBER, width=76),
        Column("came", "Came", ColumnKind.NUMBER, width=66),
        Column("venue", "Venue", width=180),
        Column("trainer", "Trainer", width=150),
    ),
    hidden=(Column("course_id", ""),),
    fill=f"""select training_session.id, course.name, training_session.starts_at,
        {sql_labels("training_session.status", SessionStatus)},
        count(case when booking.status in ('booked', 'attended', 'no_show') then 1 end), training_session.places,
        count(case when booking.status = 'waitlisted' then 1 end),
        count(case when booking.status = 'attended' then 1 end), training_session.venue,
        training_session.trainer, course.id
        from training_session join course on course.id = training_session.course_id
        left join booking on booking.session_id = training_session.id
        where training_session.id in (select id from temp.affected) group by training_session.id""",
    depends={
        "training_session": own_rows(),
        "booking": rows_by("booking", "session_id"),
        "course": "select id from training_session where course_id in (select row_id from changed)",
    },
    searched=("course", "venue", "trainer", "status"),
    default_order="starts_at",
)

COURSES = Listing(
    name="course",
    columns=(
        Column("name", "Course", width=250),
        Column("kind", "Kind", width=100),
        Column("level", "Level", ColumnKind.NUMBER, width=60),
        Column("credits", "Credits", ColumnKind.NUMBER, width=70),
        Column("valid_months", "Valid for months", ColumnKind.NUMBER, width=90),
        Column("people", "People trained", ColumnKind.NUMBER, width=76),
        Column("sessions", "Sessions planned", ColumnKind.NUMBER, width=84),
        Column("category", "ASC-WDS category", width=210),
        Column("code", "Code", width=100),
        Column("awarding_body", "Awarding body", width=140),
        Column("state", "State", ColumnKind.STATUS, width=100),
    ),
    fill=f"""select course.id, course.name, {sql_labels("course.kind", CourseKind)}, course.level, course.credits,
        course.valid_months, (select coalesce(sum(people), 0) from training_record where course_id = course.id),
        (select count(*) from training_session where course_id = course.id and status = 'planned'),
        {_CATEGORY}, course.code, course.awarding_body,
        {_STATE.format("course")} from course where course.id in (select id from temp.affected)""",
    depends={
        "course": own_rows(),
        "training_session": rows_by("training_session", "course_id"),
        "training_record": rows_by("training_record", "course_id"),
    },
    searched=("name", "kind", "category", "code", "awarding_body"),
    default_order="name",
)

# Of a post whose last day is known the listing says nothing more, also while that day is still to come.
_HELD = "learner_post.learner_id = learner.id and learner_post.until_on is null"

LEARNERS = Listing(
    name="learner",
    columns=(
        Column("name", "Learner", width=172),
        Column("providers", "Works at", width=186),
        Column("services", "Service", width=160),
        Column("roles", "Job role", width=138),
        Column("uln", "ULN", width=106),
        Column("at", "Providers", ColumnKind.NUMBER, width=84),
        Column("records", "Training records", ColumnKind.NUMBER, width=84),
        Column("state", "State", ColumnKind.STATUS, width=100),
    ),
    hidden=(Column("by_surname", ""),),
    fill=f"""select learner.id, trim(learner.given_name || ' ' || learner.family_name),
        coalesce((select group_concat(name, ' and ') from (select distinct provider.name from learner_post
            join provider on provider.id = provider_id where {_HELD} order by provider.name)), ''),
        coalesce((select group_concat(name, ' and ') from (select distinct service.name from learner_post
            join service on service.id = service_id where {_HELD} order by service.name)), ''),
        coalesce((select group_concat(role, ' and ') from (select distinct
            {sql_labels("learner_post.job_role", JobRole)} as role from learner_post where {_HELD} order by role)), ''),
        learner.uln, (select count(distinct provider_id) from learner_post where {_HELD}),
        (select count(*) from training_record where learner_id = learner.id), {_STATE.format("learner")},
        learner.family_name || ' ' || learner.given_name
        from learner where learner.id in (select id from temp.affected)""",
    depends={
        "learner": own_rows(),
        "learner_post": rows_by("learner_post", "learner_id"),
        "training_record": rows_by("training_record", "learner_id"),
        "provider": "select learner_id from learner_post where provider_id in (select row_id from changed)",
        "service": "select learner_id from learner_post where service_id in (select row_id from changed)",
    },
    searched=("name", "providers", "services", "roles", "uln"),
    sort_by={"name": "by_surname"},
    default_order="name",
)

LISTINGS: tuple[Listing, ...] = (SESSIONS, COURSES, LEARNERS)
"""In the order in which they are made."""
