"""What the tables of people, employers, posts and placements look through. People go by reference and initials.

A name is searched but never a column: it is shown on request.
"""

from resources.database.listing import Listing, own_rows, rows_by
from resources.tables import Column, ColumnKind
from resources.words import sql_labels, sql_values
from workforce.iwork.references import sql_initials, sql_person_reference, sql_post_reference
from workforce.iwork.vocabulary import IN_WORK, TAKING, EmployerStage, PostStatus, Stage

_STAGE_ORDER = "case placement.stage " + " ".join(
    f"when '{stage.value}' then {at}" for at, stage in enumerate(
        (Stage.SUSTAINED_26, Stage.SUSTAINED_13, Stage.IN_POST, Stage.STARTED, Stage.OFFERED, Stage.TASTER,
         Stage.INTRODUCED, Stage.MATCHED, Stage.JOB_READY, Stage.PROFILING, Stage.ENGAGED, Stage.REFERRED,
         Stage.PAUSED, Stage.LEFT, Stage.WITHDRAWN)
    )
) + " end"  # fmt: skip
"""Of several placements the furthest open one says where somebody stands; a paused one stands before what ended."""

PEOPLE = Listing(
    name="person",
    columns=(
        Column("reference", "Reference", width=92),
        Column("initials", "Initials", width=66),
        Column("stage", "Stage", ColumnKind.STATUS, width=158),
        Column("coach", "Job coach", width=114),
        Column("district", "District", width=112),
        Column("post", "Post", width=148),
        Column("consent", "Consent to match", width=120),
        Column("review_on", "Review by", ColumnKind.DATE, width=104),
        Column("delete_by", "Delete by", ColumnKind.DATE, width=104),
        Column("state", "State", ColumnKind.STATUS, width=110),
    ),
    hidden=(Column("name", ""), Column("known_as", "")),
    fill=f"""select person.id, {sql_person_reference()}, {sql_initials()},
        coalesce((select {sql_labels("placement.stage", Stage)} from placement where person_id = person.id
            order by {_STAGE_ORDER}, placement.began_on desc, placement.id limit 1), ''),
        person.coach, person.district,
        coalesce((select coalesce(post.title, placement.job_title) from placement
            left join post on post.id = placement.post_id where placement.person_id = person.id
            order by {_STAGE_ORDER}, placement.began_on desc, placement.id limit 1), ''),
        case when not exists (select 1 from consent where person_id = person.id and scope = 'matching') then 'Not asked'
            when exists (select 1 from consent where person_id = person.id and scope = 'matching'
                and withdrawn_on is null and until_on is null) then 'Given'
            when exists (select 1 from consent where person_id = person.id and scope = 'matching'
                and withdrawn_on is null) then 'Given for a time' else 'Withdrawn' end,
        person.review_on, person.delete_by,
        case when person.purge_asked_at is not null then 'To be deleted'
            when person.closed_on is not null then 'Closed' else 'Current' end,
        person.given_name || ' ' || person.family_name, person.known_as
        from person where person.id in (select id from temp.affected)""",
    depends={
        "person": own_rows(),
        "consent": rows_by("consent", "person_id"),
        "placement": rows_by("placement", "person_id"),
        "post": "select person_id from placement where post_id in (select row_id from changed)",
    },
    searched=("reference", "initials", "name", "known_as", "coach", "district", "post"),
    default_order="reference",
)

EMPLOYERS = Listing(
    name="employer",
    columns=(
        Column("name", "Employer", width=204),
        Column("stage", "Stage", ColumnKind.STATUS, width=174),
        Column("next_step", "Next step", width=160),
        Column("next_on", "By", ColumnKind.DATE, width=104),
        Column("posts", "Open posts", ColumnKind.NUMBER, width=70),
        Column("places", "Places", ColumnKind.NUMBER, width=66),
        Column("placed", "In work there", ColumnKind.NUMBER, width=86),
        Column("district", "District", width=140),
        Column("contact", "Contact", width=150),
        Column("last_on", "Last contact", ColumnKind.DATE, width=104),
        Column("interest_on", "Since", ColumnKind.DATE, width=104),
        Column("state", "State", ColumnKind.STATUS, width=90),
    ),
    hidden=(Column("event", ""), Column("provider_id", ""), Column("service_id", "")),
    fill=f"""select employer.id, employer.name, {sql_labels("employer.stage", EmployerStage)},
        employer.next_step, employer.next_on,
        (select count(*) from post where employer_id = employer.id and status in ({sql_values(TAKING)})),
        (select coalesce(sum(places_most), 0) from post where employer_id = employer.id
            and status in ({sql_values(TAKING)})),
        (select count(*) from placement join post on post.id = placement.post_id where post.employer_id = employer.id
            and coalesce(placement.paused_from, placement.stage) in ({sql_values(sorted(IN_WORK))})),
        employer.district, employer.contact_name,
        (select max(done_on) from employer_contact where employer_id = employer.id), employer.interest_on,
        case when employer.closed_on is null then 'Current' else 'Closed' end,
        employer.event_title, employer.provider_id, employer.service_id
        from employer where employer.id in (select id from temp.affected)""",
    depends={
        "employer": own_rows(),
        "employer_contact": rows_by("employer_contact", "employer_id"),
        "post": rows_by("post", "employer_id"),
        "placement": "select employer_id from post where id in (select post_id from placement where id in "
        "(select row_id from changed) union select json_extract(before, '$.post_id') from changed)",
    },
    searched=("name", "district", "contact", "next_step", "event"),
    default_order="name",
)

POSTS = Listing(
    name="post",
    columns=(
        Column("reference", "Reference", width=92),
        Column("title", "Post", width=170),
        Column("employer", "Employer", width=192),
        Column("status", "Status", ColumnKind.STATUS, width=108),
        Column("places", "Places", width=70),
        Column("filled", "Filled", ColumnKind.NUMBER, width=64),
        Column("hours", "Hours a week", width=86),
        Column("pay", "Pay an hour", ColumnKind.MONEY, width=90),
        Column("start_on", "Starts", ColumnKind.DATE, width=104),
        Column("district", "District", width=120),
        Column("tasks", "Tasks", ColumnKind.NUMBER, width=66),
    ),
    hidden=(Column("employer_id", ""), Column("task_names", "")),
    fill=f"""select post.id, {sql_post_reference()}, post.title, employer.name,
        {sql_labels("post.status", PostStatus)},
        case when post.places_most = post.places_least then post.places_most || ''
            else post.places_least || ' to ' || post.places_most end,
        (select count(*) from placement where post_id = post.id
            and coalesce(paused_from, stage) in ({sql_values(sorted(IN_WORK))})),
        case when post.minutes_least is null and post.minutes_most is null then ''
            when coalesce(post.minutes_least, post.minutes_most) = coalesce(post.minutes_most, post.minutes_least)
            then rtrim(rtrim(printf('%.2f', coalesce(post.minutes_most, post.minutes_least) / 60.0), '0'), '.')
            else rtrim(rtrim(printf('%.2f', post.minutes_least / 60.0), '0'), '.') || ' to '
                || rtrim(rtrim(printf('%.2f', post.minutes_most / 60.0), '0'), '.') end,
        post.pence_hour, post.start_on, employer.district,
        (select count(*) from post_task where post_id = post.id), employer.id,
        coalesce((select group_concat(task.name, ' ') from post_task join task on task.id = post_task.task_id
            where post_task.post_id = post.id), '')
        from post join employer on employer.id = post.employer_id
        where post.id in (select id from temp.affected)""",
    depends={
        "post": own_rows(),
        "employer": "select id from post where employer_id in (select row_id from changed)",
        "post_task": rows_by("post_task", "post_id"),
        "placement": rows_by("placement", "post_id"),
        "task": "select post_id from post_task where task_id in (select row_id from changed)",
    },
    searched=("reference", "title", "employer", "district", "task_names"),
    default_order="reference",
)

PLACEMENTS = Listing(
    name="placement",
    columns=(
        Column("reference", "Reference", width=92),
        Column("initials", "Initials", width=66),
        Column("stage", "Stage", ColumnKind.STATUS, width=158),
        Column("post", "Post", width=152),
        Column("employer", "Employer", width=160),
        Column("coach", "Job coach", width=114),
        Column("began_on", "Begun", ColumnKind.DATE, width=104),
        Column("started_on", "Started work", ColumnKind.DATE, width=104),
        Column("support", "Support, hours", ColumnKind.NUMBER, width=90),
        Column("ended_on", "Ended", ColumnKind.DATE, width=104),
    ),
    hidden=(Column("person_id", ""), Column("post_id", ""), Column("name", "")),
    fill=f"""select placement.id, {sql_person_reference()}, {sql_initials()},
        {sql_labels("placement.stage", Stage)}, coalesce(post.title, placement.job_title),
        coalesce(employer.name, placement.employer_name), person.coach, placement.began_on, placement.started_on,
        (select cast(round(coalesce(sum(minutes), 0) / 60.0) as integer) from support_visit
            where placement_id = placement.id),
        placement.ended_on, person.id, coalesce(post.id, ''),
        person.given_name || ' ' || person.family_name || ' ' || person.known_as
        from placement join person on person.id = placement.person_id
        left join post on post.id = placement.post_id left join employer on employer.id = post.employer_id
        where placement.id in (select id from temp.affected) and person.purge_asked_at is null
        and (person.closed_on is null or placement.ended_on is not null or placement.post_id is not null
            or placement.started_on is not null)""",
    depends={
        "placement": own_rows(),
        "person": "select id from placement where person_id in (select row_id from changed)",
        "post": "select id from placement where post_id in (select row_id from changed)",
        "employer": "select placement.id from placement join post on post.id = placement.post_id "
        "where post.employer_id in (select row_id from changed)",
        "support_visit": rows_by("support_visit", "placement_id"),
    },
    searched=("reference", "initials", "name", "post", "employer", "coach"),
    default_order="reference",
)

LISTINGS: tuple[Listing, ...] = (PEOPLE, EMPLOYERS, POSTS, PLACEMENTS)
"""In the order in which they are made."""
