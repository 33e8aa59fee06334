"""The survey's tables.

survey ─┬─ survey_question ── survey_option         the questionnaire as it stands, and the codes of “other”
        ├─ survey_wave ─┬─ survey_asked ── survey_asked_option     as it was asked in that wave
        │               ├─ survey_invited           who was asked, with what the register said that day
        │               ├─ survey_file, survey_heading             files taken in; what their columns meant
        │               └─ survey_response ─┬─ survey_response_service
        │                                   └─ survey_answer ── survey_choice
        ├─ survey_known_answer, survey_known_provider, survey_coding, survey_comparability   decided once
        └─ survey_action, survey_practice ── survey_practice_use
Figures are decimal text: `low` and `high` are the same where a figure was given, and bounds where a band was.
"""

from resources.database import Database
from resources.database.opening import Capability

KINDS = "'one_choice', 'several_choices', 'number', 'people', 'band', 'scale', 'text'"
TOPICS = (
    "'vacancies', 'advertising', 'interviews', 'appointable', 'length_of_service', 'retention', "
    "'about_you', 'other'"
)
ROLES = (
    "'applied', 'invited', 'attended', 'appointable', 'offered', 'started', 'still_there', 'share_attended', "
    "'share_appointable', 'staff', 'vacancies', 'starters', 'leavers', 'under_1_year', 'from_1_to_2', "
    "'from_3_to_5', 'from_6_to_10', 'over_10'"
)
STATES = "'answered', 'dont_know', 'not_applicable'"


def _questionnaire(db: Database) -> None:
    for statement in (
        """create table survey (
            id text primary key, name text not null check (name <> ''), purpose text not null default '',
            archived_on text) strict""",
        # `allow_other`: beside the options something else may be written.
        f"""create table survey_question (
            id text primary key, survey_id text not null references survey (id),
            code text not null check (code <> ''), topic text not null check (topic in ({TOPICS})),
            kind text not null check (kind in ({KINDS})), position integer not null,
            wording text not null check (wording <> ''), help text not null default '',
            unit text not null default '', role text check (role is null or role in ({ROLES})),
            better text not null default '' check (better in ('', 'higher', 'lower')),
            allow_other integer not null default 0 check (allow_other in (0, 1)),
            retired_on text, unique (survey_id, code)) strict""",
        "create unique index survey_question_by_role on survey_question (survey_id, role) where role is not null",
        # `score` is a scale's; `low` and `high` a band's. `stands_for`: choosing it is no answer. `from_coding`:
        # never offered to choose, what “other” texts and answers in words were coded to.
        """create table survey_option (
            id text primary key, question_id text not null references survey_question (id),
            position integer not null, wording text not null check (wording <> ''), score integer,
            low text, high text, is_other integer not null default 0 check (is_other in (0, 1)),
            stands_for text check (stands_for is null or stands_for in ('dont_know', 'not_applicable')),
            from_coding integer not null default 0 check (from_coding in (0, 1)), retired_on text) strict""",
        "create index survey_option_by_question on survey_option (question_id, position)",
    ):
        db.execute(statement)


def _waves(db: Database) -> None:
    for statement in (
        """create table survey_wave (
            id text primary key, survey_id text not null references survey (id),
            name text not null check (name <> ''),
            kind text not null check (kind in ('baseline', 're_evaluation')),
            opens_on text not null, closes_on text,
            mode text not null check (mode in ('online', 'telephone', 'paper', 'at_a_forum', 'mixed')),
            asked_of text not null check (asked_of in ('service', 'provider')),
            population_on text, note text not null default '', archived_on text,
            check (closes_on is null or closes_on >= opens_on)) strict""",
        "create index survey_wave_by_survey on survey_wave (survey_id, opens_on)",
        """create unique index survey_wave_one_baseline on survey_wave (survey_id)
            where kind = 'baseline' and archived_on is null""",
        """create table survey_asked (
            id text primary key, wave_id text not null references survey_wave (id),
            question_id text not null references survey_question (id), position integer not null,
            wording text not null check (wording <> ''), unique (wave_id, question_id)) strict""",
        "create index survey_asked_by_question on survey_asked (question_id)",
        """create table survey_asked_option (
            id text primary key, asked_id text not null references survey_asked (id),
            option_id text not null references survey_option (id), position integer not null,
            wording text not null check (wording <> ''), unique (asked_id, option_id)) strict""",
        "create index survey_asked_option_by_option on survey_asked_option (option_id)",
        # A change between two waves that a person looked at: may the figures be compared all the same?
        """create table survey_comparability (
            id text primary key, question_id text not null references survey_question (id),
            earlier_wave_id text not null references survey_wave (id),
            later_wave_id text not null references survey_wave (id),
            comparable integer not null check (comparable in (0, 1)), reason text not null default '',
            decided_by text not null, decided_at text not null,
            check (earlier_wave_id <> later_wave_id),
            unique (question_id, earlier_wave_id, later_wave_id)) strict""",
        "create index survey_comparability_by_earlier on survey_comparability (earlier_wave_id)",
        "create index survey_comparability_by_later on survey_comparability (later_wave_id)",
        # One row for each service, or for each provider where providers were asked; `kind`, `district`, `rating`
        # and `beds` are what the register said on the wave's population_on ('' where not known, “Several …” where a
        # provider's services differ).
        """create table survey_invited (
            id text primary key, wave_id text not null references survey_wave (id),
            provider_id text not null references provider (id), service_id text references service (id),
            kind text not null default '', district text not null default '', rating text not null default '',
            beds integer, active integer not null check (active in (0, 1)),
            unique (wave_id, service_id)) strict""",
        """create unique index survey_invited_as_a_whole on survey_invited (wave_id, provider_id)
            where service_id is null""",
        "create index survey_invited_by_provider on survey_invited (provider_id, wave_id)",
        "create index survey_invited_by_service on survey_invited (service_id)",
    ):
        db.execute(statement)


def _answers(db: Database) -> None:
    _files_and_decisions(db)
    _responses(db)


def _files_and_decisions(db: Database) -> None:
    for statement in (
        """create table survey_file (
            id text primary key, wave_id text not null references survey_wave (id), name text not null,
            sha256 text not null, program text not null default '', responses integer not null,
            taken_in_at text not null) strict""",
        "create index survey_file_by_wave on survey_file (wave_id, sha256)",
        """create table survey_heading (
            id text primary key, wave_id text not null references survey_wave (id), heading_key text not null,
            use text not null check (use in ('question', 'new_question', 'provider_name', 'location_id',
                'provider_id', 'quote_consent', 'language', 'left_out')),
            question_id text references survey_question (id), unique (wave_id, heading_key)) strict""",
        "create index survey_heading_by_question on survey_heading (question_id)",
        # What words that are no option's meant: an option, a state or bounds; all of them empty: kept as “other”.
        f"""create table survey_known_answer (
            id text primary key, question_id text not null references survey_question (id), said_key text not null,
            said text not null, option_id text references survey_option (id),
            state text check (state is null or state in ({STATES})), low text, high text,
            decided_by text not null, unique (question_id, said_key)) strict""",
        "create index survey_known_answer_by_option on survey_known_answer (option_id)",
        # Whom a name in an answers file meant; no provider: looked at, and nobody in the register.
        """create table survey_known_provider (
            id text primary key, said_key text not null unique, said text not null,
            provider_id text references provider (id), service_id text references service (id),
            decided_by text not null) strict""",
        "create index survey_known_provider_by_provider on survey_known_provider (provider_id)",
        "create index survey_known_provider_by_service on survey_known_provider (service_id)",
    ):
        db.execute(statement)


def _responses(db: Database) -> None:
    for statement in (
        # `row_key` tells a response of a file from every other, without saying whose it is; '' where it was typed.
        # `counts` is 0 for a second response of the same provider or service that another stands for.
        """create table survey_response (
            id text primary key, wave_id text not null references survey_wave (id),
            number integer not null check (number > 0), provider_id text references provider (id),
            source text not null check (source in ('typed', 'file')), file_id text references survey_file (id),
            row_key text not null default '', received_on text, said_name text not null default '',
            said_id text not null default '', language text not null default '',
            quote_consent text not null default 'not_asked' check (quote_consent in ('not_asked', 'yes', 'no')),
            counts integer not null default 1 check (counts in (0, 1)), note text not null default '',
            unique (wave_id, number)) strict""",
        "create unique index survey_response_by_row on survey_response (wave_id, row_key) where row_key <> ''",
        "create index survey_response_by_provider on survey_response (provider_id)",
        "create index survey_response_by_file on survey_response (file_id)",
        """create table survey_response_service (
            id text primary key, response_id text not null references survey_response (id),
            service_id text not null references service (id), unique (response_id, service_id)) strict""",
        "create index survey_response_service_by_service on survey_response_service (service_id)",
        # `text` is an answer in words or what “other” says; `said` the words as sent, where they were read as a
        # figure, an option by another name or a state.
        f"""create table survey_answer (
            id text primary key, response_id text not null references survey_response (id),
            question_id text not null references survey_question (id),
            state text not null check (state in ({STATES})),
            low text check (low not glob '*[^0-9.-]*'), high text check (high not glob '*[^0-9.-]*'),
            text text not null default '', said text not null default '',
            check (state = 'answered' or (low is null and high is null)),
            unique (response_id, question_id)) strict""",
        "create index survey_answer_by_question on survey_answer (question_id)",
        """create table survey_choice (
            id text primary key, answer_id text not null references survey_answer (id),
            option_id text not null references survey_option (id), unique (answer_id, option_id)) strict""",
        "create index survey_choice_by_option on survey_choice (option_id)",
        # What a text was coded to, for every wave in which anybody wrote it; no option: it fits none.
        """create table survey_coding (
            id text primary key, question_id text not null references survey_question (id),
            text_key text not null, option_id text references survey_option (id),
            coded_by text not null, coded_at text not null) strict""",
        """create unique index survey_coding_once
            on survey_coding (question_id, text_key, ifnull(option_id, ''))""",
        "create index survey_coding_by_option on survey_coding (option_id)",
    ):
        db.execute(statement)


def _action_plan(db: Database) -> None:
    for statement in (
        # Measured again by `measure`, for SHARE of `option_id` of `question_id`, in `wave_id` against
        # `baseline_wave_id`.
        """create table survey_action (
            id text primary key, survey_id text not null references survey (id),
            finding text not null default '', action text not null check (action <> ''),
            owner text not null default '', due_on text,
            measure text not null default '' check (measure in ('', 'share', 'attended', 'appointable', 'started',
                'still_there', 'vacancy_rate', 'turnover_rate')),
            question_id text references survey_question (id), option_id text references survey_option (id),
            baseline_wave_id text references survey_wave (id), wave_id text references survey_wave (id),
            status text not null default 'open' check (status in ('open', 'done', 'dropped')),
            closed_on text, note text not null default '') strict""",
        "create index survey_action_by_survey on survey_action (survey_id, due_on)",
        "create index survey_action_by_question on survey_action (question_id)",
        "create index survey_action_by_option on survey_action (option_id)",
        "create index survey_action_by_wave on survey_action (wave_id)",
        "create index survey_action_by_baseline on survey_action (baseline_wave_id)",
        # `option_id`: the survey's answer that says a provider does this.
        """create table survey_practice (
            id text primary key, topic text not null check (topic in ('recruit', 'retain')),
            name text not null check (name <> ''), description text not null default '',
            source text not null default '', option_id text references survey_option (id),
            archived_on text) strict""",
        "create index survey_practice_by_option on survey_practice (option_id)",
        """create table survey_practice_use (
            id text primary key, practice_id text not null references survey_practice (id),
            provider_id text not null references provider (id), service_id text references service (id),
            works text not null check (works in ('yes', 'partly', 'no', 'too_early')),
            effect text not null default '', said_on text not null) strict""",
        "create index survey_practice_use_by_practice on survey_practice_use (practice_id)",
        "create index survey_practice_use_by_provider on survey_practice_use (provider_id)",
        "create index survey_practice_use_by_service on survey_practice_use (service_id)",
    ):
        db.execute(statement)


def capability() -> Capability:
    """The survey's migrations and listings."""
    from workforce.survey.listings import LISTINGS

    return Capability(
        name="survey", listings=LISTINGS, migrations=(_questionnaire, _waves, _answers, _action_plan)
    )
