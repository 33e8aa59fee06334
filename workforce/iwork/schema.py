"""The tables of the i-Work register. They stand in a locked file of their own, never in the office's file.

task, adjustment                      words that people's profiles and posts share
person ─┬─ consent                    what they agreed to, from when until when
        ├─ person_review              when the record was looked at, and until when it is kept since
        ├─ profile ─ profile_task, availability, travel, check_held, adjustment_need
        ├─ profile_meeting            over how many meetings the profile was filled
        ├─ subject_access             when everything held was asked for and given
        └─ history_person_view        who looked at them, when; not tracked, so never undone
employer ─┬─ employer_contact         visits, conversations, tasters: interest comes before there is a post
          ├─ carving_team ─ carving_task    a team's day, from which a post may be carved
          └─ post ─┬─ post_task, post_shift, post_check, post_adjustment
                   └─ post_step
placing_rule                          pins and bans by hand
match_weight, travel_speed            what a match is weighed by; how long a way takes
placement ─┬─ placement_step          from referral to in post and after
           └─ pay_period, support_visit, support_plan, checkpoint
taster, reminder
benefit_rule, measure_base            dated settings that a person fills in
purged                                numbers of people whose records were deleted; nothing else of them
history_draft                         what was being typed when it locked; not tracked, so that none of it stays
register_setting                      its own settings

Times of day are minutes from midnight, hours of work minutes a week, pay pence an hour, distances tenths of a mile,
weekdays 0 (Monday) to 6. Providers, services and forums are kept by the office's key and their name as it was: keys do
not reach across files.
"""

from resources.database import Database
from resources.database.opening import Capability

LEVELS = "'low', 'medium', 'high'"
CHECKS = (
    "'dbs_basic', 'dbs_standard', 'dbs_enhanced', 'dbs_enhanced_barred', 'right_to_work', 'food_hygiene', "
    "'driving_licence'"
)
POST_STATUSES = (
    "'interest', 'visit_booked', 'carving', 'open', 'part_filled', 'filled', 'closed', 'withdrawn'"
)
STAGES = (
    "'referred', 'engaged', 'profiling', 'job_ready', 'matched', 'introduced', 'taster', 'offered', 'started', "
    "'in_post', 'sustained_13', 'sustained_26', 'left', 'paused', 'withdrawn'"
)
MODES = "'walk', 'cycle', 'bus', 'train', 'drive', 'lift', 'taxi'"


def _words(db: Database) -> None:
    for statement in (
        # `easy` is how it is said in an easy-read profile.
        """create table task (
            id text primary key, name text not null unique check (name <> ''), easy text not null default '',
            area text not null default '', archived_on text) strict""",
        """create table adjustment (
            id text primary key, name text not null unique check (name <> ''), easy text not null default '',
            archived_on text) strict""",
        """create table register_setting (
            id text primary key, name text not null unique check (name <> ''), value text not null) strict""",
        # `fields` is JSON: what stood in each field of a dialog when the register locked.
        """create table history_draft (
            id text primary key, kept_at text not null, title text not null, about text not null default '',
            fields text not null) strict""",
    ):
        db.execute(statement)


def _people(db: Database) -> None:
    for statement in (
        # `number` is said as IW-014. `long_term_support`: a client of the council with a learning disability.
        """create table person (
            id text primary key, number integer not null unique check (number > 0),
            given_name text not null check (given_name <> ''), family_name text not null default '',
            known_as text not null default '', born_on text, postcode text not null default '',
            easting integer, northing integer, district text not null default '',
            email text not null default '', phone text not null default '', contact_how text not null default '',
            supporter text not null default '', supporter_relation text not null default '',
            supporter_phone text not null default '',
            learning_disability integer not null default 0 check (learning_disability in (0, 1)),
            autism integer not null default 0 check (autism in (0, 1)),
            long_term_support text not null default 'not_known' check (long_term_support in
                ('yes', 'no', 'not_known')),
            referred_on text not null, referred_by text not null default '', coach text not null default '',
            why_held text not null check (why_held <> ''), review_on text not null, delete_by text not null,
            closed_on text, closed_reason text check (closed_reason in
                ('in_work', 'moved', 'no_longer_wants', 'no_contact', 'died', 'other')),
            purge_asked_at text, purge_asked_by text not null default '', purge_reason text not null default '',
            note text not null default '', check ((easting is null) = (northing is null)),
            check (delete_by >= referred_on)) strict""",
        """create table consent (
            id text primary key, person_id text not null references person (id),
            scope text not null check (scope in ('register', 'matching', 'share', 'profile', 'photo')),
            given_on text not null, until_on text, how text not null default '', told_to text not null default '',
            withdrawn_on text, withdrawn_reason text not null default '', note text not null default '',
            check (until_on is null or until_on >= given_on)) strict""",
        "create index consent_by_person on consent (person_id, scope)",
        """create table person_review (
            id text primary key, person_id text not null references person (id), done_on text not null,
            by text not null, next_on text not null, delete_by text not null,
            words text not null default '') strict""",
        "create index person_review_by_person on person_review (person_id, done_on)",
        """create table subject_access (
            id text primary key, person_id text not null references person (id), asked_on text not null,
            asked_by text not null default '', due_on text not null, given_on text,
            words text not null default '') strict""",
        "create index subject_access_by_person on subject_access (person_id)",
        "create table purged (id text primary key, number integer not null unique, purged_on text not null) strict",
        # No reference to `person`: who looked at somebody is kept until the person is deleted, by what deletes them.
        """create table history_person_view (
            id text primary key, person_id text not null, at text not null, who text not null,
            what text not null) strict""",
        "create index history_person_view_by_person on history_person_view (person_id, at)",
    ):
        db.execute(statement)


def _profiles(db: Database) -> None:
    for statement in (
        # A level is the most that suits; null where it has not been asked.
        f"""create table profile (
            id text primary key, person_id text not null unique references person (id),
            strengths text not null default '', interests text not null default '',
            experience text not null default '', communication text not null default '',
            support_at_work text not null default '', wishes text not null default '',
            noise text check (noise in ({LEVELS})), heat text check (heat in ({LEVELS})),
            people text check (people in ({LEVELS})), smells text check (smells in ({LEVELS})),
            minutes_wanted integer check (minutes_wanted > 0), minutes_most integer check (minutes_most > 0),
            buddy text not null default 'not_asked' check (buddy in ('not_needed', 'helps', 'must', 'not_asked')),
            ready_from text) strict""",
        """create table profile_task (
            id text primary key, person_id text not null references person (id),
            task_id text not null references task (id),
            wish text not null check (wish in ('likes', 'would_try', 'avoid')),
            done_before integer not null default 0 check (done_before in (0, 1)),
            note text not null default '', unique (person_id, task_id, wish)) strict""",
        "create index profile_task_by_task on profile_task (task_id)",
        """create table availability (
            id text primary key, person_id text not null references person (id),
            weekday integer not null check (weekday between 0 and 6),
            from_minute integer not null check (from_minute >= 0),
            until_minute integer not null check (until_minute > from_minute and until_minute <= 1440)) strict""",
        "create index availability_by_person on availability (person_id, weekday)",
        # Each way has a most in minutes or in tenths of a mile, or neither.
        f"""create table travel (
            id text primary key, person_id text not null references person (id), mode text not null
                check (mode in ({MODES})),
            most_minutes integer check (most_minutes > 0), most_tenths integer check (most_tenths > 0),
            note text not null default '', unique (person_id, mode)) strict""",
        f"""create table check_held (
            id text primary key, person_id text not null references person (id),
            kind text not null check (kind in ({CHECKS})), state text not null check (state in ('held', 'applied')),
            dated_on text, until_on text, note text not null default '', unique (person_id, kind)) strict""",
        """create table adjustment_need (
            id text primary key, person_id text not null references person (id),
            adjustment_id text not null references adjustment (id), need text not null check (need in
                ('must', 'helps')),
            note text not null default '', unique (person_id, adjustment_id)) strict""",
        "create index adjustment_need_by_adjustment on adjustment_need (adjustment_id)",
        """create table profile_meeting (
            id text primary key, person_id text not null references person (id), met_on text not null,
            with_whom text not null default '', covered text not null default '',
            next_time text not null default '') strict""",
        "create index profile_meeting_by_person on profile_meeting (person_id, met_on)",
    ):
        db.execute(statement)


def _employers(db: Database) -> None:
    for statement in (
        """create table employer (
            id text primary key, name text not null check (name <> ''), provider_id text not null default '',
            service_id text not null default '', postcode text not null default '', easting integer,
            northing integer, district text not null default '',
            stage text not null check (stage in
                ('interest', 'conversation', 'visit_booked', 'visited', 'taster', 'posts', 'not_now')),
            interest_from text not null check (interest_from in ('forum', 'visit', 'call', 'email', 'other')),
            interest_on text not null, event_id text not null default '', event_title text not null default '',
            contact_name text not null default '', contact_phone text not null default '',
            contact_email text not null default '', next_step text not null default '', next_on text,
            staff text not null default 'not_known' check (staff in
                ('under_50', 'from_50', 'from_250', 'not_known')),
            note text not null default '', closed_on text,
            check ((easting is null) = (northing is null))) strict""",
        "create index employer_by_service on employer (service_id)",
        "create index employer_by_provider on employer (provider_id)",
        """create table employer_contact (
            id text primary key, employer_id text not null references employer (id), done_on text not null,
            kind text not null check (kind in ('conversation', 'visit', 'taster', 'call', 'email', 'meeting')),
            by text not null default '', words text not null default '') strict""",
        "create index employer_contact_by_employer on employer_contact (employer_id, done_on)",
        f"""create table post (
            id text primary key, number integer not null unique check (number > 0),
            employer_id text not null references employer (id), title text not null check (title <> ''),
            status text not null check (status in ({POST_STATUSES})),
            places_least integer not null default 1 check (places_least > 0), places_most integer not null default 1,
            minutes_least integer check (minutes_least > 0), minutes_most integer check (minutes_most > 0),
            pattern text not null default 'all' check (pattern in ('all', 'choose')),
            pence_hour integer check (pence_hour >= 0), pay_note text not null default '',
            contract text not null default 'not_said' check (contract in
                ('permanent', 'fixed_term', 'casual', 'apprenticeship', 'not_said')),
            noise text check (noise in ({LEVELS})), heat text check (heat in ({LEVELS})),
            people text check (people in ({LEVELS})), smells text check (smells in ({LEVELS})),
            buddy text not null default 'not_asked' check (buddy in ('yes', 'possible', 'no', 'not_asked')),
            postcode text not null default '', easting integer, northing integer,
            start_on text, until_on text, opened_on text, closed_on text, note text not null default '',
            check (places_most >= places_least), check (minutes_most is null or minutes_least is null
                or minutes_most >= minutes_least),
            check ((easting is null) = (northing is null))) strict""",
        "create index post_by_employer on post (employer_id)",
        # No weekday: on every shift. No times: at no set time. `core`: the post is not the post without it.
        """create table post_task (
            id text primary key, post_id text not null references post (id),
            task_id text not null references task (id), weekday integer check (weekday between 0 and 6),
            from_minute integer check (from_minute >= 0), until_minute integer,
            core integer not null default 1 check (core in (0, 1)), position integer not null,
            check ((from_minute is null) = (until_minute is null)),
            check (until_minute is null or (until_minute > from_minute and until_minute <= 1440))) strict""",
        "create index post_task_by_post on post_task (post_id, position)",
        "create index post_task_by_task on post_task (task_id)",
        """create table post_shift (
            id text primary key, post_id text not null references post (id),
            weekday integer not null check (weekday between 0 and 6),
            from_minute integer not null check (from_minute >= 0),
            until_minute integer not null check (until_minute > from_minute and until_minute <= 1440)) strict""",
        "create index post_shift_by_post on post_shift (post_id, weekday)",
        f"""create table post_check (
            id text primary key, post_id text not null references post (id),
            kind text not null check (kind in ({CHECKS})), needed text not null default 'before_start'
                check (needed in ('before_start', 'after_start')), unique (post_id, kind)) strict""",
        """create table post_adjustment (
            id text primary key, post_id text not null references post (id),
            adjustment_id text not null references adjustment (id),
            offer text not null check (offer in ('offered', 'possible', 'refused')),
            unique (post_id, adjustment_id)) strict""",
        "create index post_adjustment_by_adjustment on post_adjustment (adjustment_id)",
        f"""create table post_step (
            id text primary key, post_id text not null references post (id), done_on text not null,
            by text not null, from_status text check (from_status in ({POST_STATUSES})),
            to_status text not null check (to_status in ({POST_STATUSES})),
            reason text not null default '') strict""",
        "create index post_step_by_post on post_step (post_id, done_on)",
        """create table carving_team (
            id text primary key, employer_id text not null references employer (id),
            name text not null check (name <> ''), weekday integer check (weekday between 0 and 6),
            day_from integer not null default 420, day_until integer not null default 1200,
            note text not null default '', check (day_until > day_from)) strict""",
        "create index carving_team_by_employer on carving_team (employer_id)",
        # `post_id`: the post it was carved into.
        """create table carving_task (
            id text primary key, team_id text not null references carving_team (id),
            task_id text not null references task (id), from_minute integer not null check (from_minute >= 0),
            until_minute integer not null check (until_minute > from_minute and until_minute <= 1440),
            done_by text not null default '', may_move integer not null default 0 check (may_move in (0, 1)),
            post_id text references post (id)) strict""",
        "create index carving_task_by_team on carving_task (team_id, from_minute)",
        "create index carving_task_by_task on carving_task (task_id)",
        "create index carving_task_by_post on carving_task (post_id)",
    ):
        db.execute(statement)


def _matching(db: Database) -> None:
    for statement in (
        # A ban may be from one post or from all of an employer's.
        """create table placing_rule (
            id text primary key, person_id text not null references person (id), post_id text references post (id),
            employer_id text references employer (id), kind text not null check (kind in ('pin', 'ban')),
            reason text not null check (reason <> ''), made_by text not null, made_on text not null,
            ended_on text, ended_reason text not null default '',
            check ((post_id is null) <> (employer_id is null)),
            check (kind = 'ban' or post_id is not null)) strict""",
        "create index placing_rule_by_person on placing_rule (person_id)",
        "create index placing_rule_by_post on placing_rule (post_id)",
        "create index placing_rule_by_employer on placing_rule (employer_id)",
        """create table match_weight (
            id text primary key, factor text not null unique check (factor in
                ('tasks', 'setting', 'hours', 'days', 'travel', 'support', 'experience')),
            weight integer not null check (weight between 0 and 10)) strict""",
        f"""create table travel_speed (
            id text primary key, mode text not null unique check (mode in ({MODES})),
            tenths_an_hour integer not null check (tenths_an_hour > 0),
            wait_minutes integer not null check (wait_minutes >= 0),
            detour_percent integer not null check (detour_percent >= 0)) strict""",
    ):
        db.execute(statement)


def _placements(db: Database) -> None:
    for statement in (
        # A post is known from the stage at which somebody is matched; a job found elsewhere has a title and employer.
        f"""create table placement (
            id text primary key, person_id text not null references person (id), post_id text references post (id),
            stage text not null check (stage in ({STAGES})), paused_from text check (paused_from in ({STAGES})),
            job_title text not null default '', employer_name text not null default '',
            began_on text not null, started_on text, ended_on text,
            end_reason text check (end_reason in ('better_job', 'more_hours', 'fewer_hours', 'not_the_right_job',
                'travel', 'health', 'benefits', 'support', 'ended_by_employer', 'contract_ended', 'moved', 'other',
                'not_known')),
            end_words text not null default '', access_to_work text not null default 'not_asked'
                check (access_to_work in ('not_asked', 'not_needed', 'applied', 'agreed', 'refused')),
            access_on text, permitted_work integer not null default 0 check (permitted_work in (0, 1)),
            note text not null default '', check ((stage = 'paused') = (paused_from is not null)),
            check ((stage in ('left', 'withdrawn')) = (ended_on is not null)),
            check (ended_on is null or started_on is null or ended_on >= started_on)) strict""",
        "create index placement_by_person on placement (person_id, stage)",
        "create index placement_by_post on placement (post_id)",
        f"""create table placement_step (
            id text primary key, placement_id text not null references placement (id), done_on text not null,
            by text not null, from_stage text check (from_stage in ({STAGES})),
            to_stage text not null check (to_stage in ({STAGES})), words text not null default '') strict""",
        "create index placement_step_by_placement on placement_step (placement_id, done_on)",
        """create table pay_period (
            id text primary key, placement_id text not null references placement (id), from_on text not null,
            minutes_week integer not null check (minutes_week > 0 and minutes_week <= 10080),
            pence_hour integer check (pence_hour >= 0), unique (placement_id, from_on)) strict""",
        """create table support_visit (
            id text primary key, placement_id text not null references placement (id), done_on text not null,
            minutes integer not null check (minutes > 0 and minutes <= 1440),
            kind text not null check (kind in ('on_the_job', 'off_the_job', 'employer', 'travel_training')),
            by text not null default '', words text not null default '') strict""",
        "create index support_visit_by_placement on support_visit (placement_id, done_on)",
        # From this week of the job on, so many minutes a week: that is how support fades.
        """create table support_plan (
            id text primary key, placement_id text not null references placement (id),
            from_week integer not null check (from_week > 0), minutes_week integer not null check (minutes_week >= 0),
            unique (placement_id, from_week)) strict""",
        """create table checkpoint (
            id text primary key, placement_id text not null references placement (id),
            weeks integer not null check (weeks in (4, 13, 26, 52)), looked_on text not null,
            in_work integer not null check (in_work in (0, 1)), minutes_week integer check (minutes_week > 0),
            words text not null default '', unique (placement_id, weeks)) strict""",
        """create table taster (
            id text primary key, person_id text not null references person (id),
            employer_id text not null references employer (id), post_id text references post (id),
            day_on text not null, from_minute integer, until_minute integer,
            outcome text not null default 'planned' check (outcome in
                ('planned', 'went_well', 'mixed', 'not_for_them', 'did_not_come', 'cancelled')),
            persons_words text not null default '', employers_words text not null default '',
            check ((from_minute is null) = (until_minute is null)), check (until_minute > from_minute)) strict""",
        "create index taster_by_person on taster (person_id)",
        "create index taster_by_employer on taster (employer_id)",
        "create index taster_by_post on taster (post_id)",
        # `amount` is minutes a week, pence a week or weeks, by the kind; null until somebody fills it in.
        """create table benefit_rule (
            id text primary key, kind text not null check (kind in ('permitted_hours', 'permitted_earnings',
                'lower_earnings', 'access_weeks', 'hours_band')),
            from_on text not null, until_on text, amount integer check (amount > 0),
            source text not null default '', checked_on text, unique (kind, from_on),
            check (until_on is null or until_on >= from_on)) strict""",
        """create table reminder (
            id text primary key, person_id text references person (id), placement_id text references placement (id),
            employer_id text references employer (id), kind text not null check (kind in ('review', 'delete_by',
                'consent', 'check', 'access_to_work', 'benefits', 'sustained', 'support', 'employer', 'taster',
                'other')),
            words text not null check (words <> ''), due_on text not null, done_on text,
            done_by text not null default '') strict""",
        "create index reminder_by_person on reminder (person_id)",
        "create index reminder_by_placement on reminder (placement_id)",
        "create index reminder_by_employer on reminder (employer_id)",
        # The denominator of the employment measure: people of the council, from its own return, not from this register.
        """create table measure_base (
            id text primary key, kind text not null check (kind in ('learning_disability', 'autism')),
            year_from text not null, number integer not null check (number > 0), source text not null default '',
            unique (kind, year_from)) strict""",
    ):
        db.execute(statement)


def capability() -> Capability:
    """The migrations and listings of the i-Work register."""
    from workforce.iwork.listings import LISTINGS

    return Capability(
        name="iwork",
        listings=LISTINGS,
        migrations=(_words, _people, _profiles, _employers, _matching, _placements),
    )
