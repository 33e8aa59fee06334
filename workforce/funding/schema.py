"""The tables of funding.

fund ─┬─ allocation, variation         what it holds: by year and workstream, and what was moved since
      ├─ cut_off                       days by which something is to be done
      ├─ spending                      what it pays for without a claim
      ├─ fund_item                     what can be claimed from it, and how much at most
      ├─ rule                          who may claim, when and how much
      ├─ claim ─┬─ claim_step          every step, by whom and why
      │         └─ claim_evidence      what proves it
      ├─ eligibility_decision          what was decided, with the facts and rules of that day
      ├─ approach                      who was spoken to about money not claimed
      └─ project ─┬─ project_milestone, project_outcome, project_quote
                  └─ project_provider ── project_level
funder_report                          reports due to a funder;  apprentice: in the team
Money is whole pence. A year is that of the day, 1 April, on which it begins: '2019' is 2019/20.
"""

from resources.database import Database
from resources.database.opening import Capability

SUBJECTS = "'service', 'learner', 'claim'"
OPERATORS = (
    "'is', 'is_not', 'one_of', 'none_of', 'at_least', 'at_most', 'more_than', 'less_than', 'on_or_after', "
    "'on_or_before', 'within_months_of', 'within_days_of'"
)
CLAIM_STATUSES = (
    "'draft', 'submitted', 'resubmitted', 'changes_requested_staff', 'changes_requested_finance_1', "
    "'approved_by_staff', 'approved_by_finance_1', 'paid', 'payment_failed', 'declined', 'withdrawn'"
)


def _funds(db: Database) -> None:
    for statement in (
        """create table fund (
            id text primary key, name text not null unique check (name <> ''),
            kind text not null check (kind in ('held', 'granted', 'signposted')),
            funder text not null default '', purpose text not null default '',
            opens_on text not null, closes_on text, bid_pence integer check (bid_pence >= 0),
            conditions text not null default '', contact_name text not null default '',
            contact_details text not null default '', where_to_claim text not null default '',
            status text not null check (status in ('planned', 'bid_submitted', 'bid_confirmed', 'open', 'closing',
                'closed', 'reconciled')),
            note text not null default '', archived_on text,
            check (closes_on is null or closes_on >= opens_on)) strict""",
        """create table allocation (
            id text primary key, fund_id text not null references fund (id),
            year integer not null check (year between 1900 and 2199), workstream text not null default '',
            pence integer not null check (pence >= 0), note text not null default '',
            over_passed_by text not null default '', over_reason text not null default '',
            unique (fund_id, year, workstream)) strict""",
        # From a year and workstream, to another; money from or to outside has only one of the two.
        """create table variation (
            id text primary key, fund_id text not null references fund (id), agreed_on text not null,
            pence integer not null check (pence > 0), from_year integer, from_workstream text,
            to_year integer, to_workstream text, reason text not null check (reason <> ''),
            agreed_by text not null default '', over_passed_by text not null default '',
            over_reason text not null default '',
            check (from_year is not null or to_year is not null)) strict""",
        "create index variation_by_fund on variation (fund_id, agreed_on)",
        """create table cut_off (
            id text primary key, fund_id text not null references fund (id),
            kind text not null check (kind in ('claims', 'evidence', 'starts', 'report', 'other')),
            on_day text not null, at_time text not null default '', what text not null default '',
            source text not null default '') strict""",
        "create index cut_off_by_fund on cut_off (fund_id, on_day)",
        """create table spending (
            id text primary key, fund_id text not null references fund (id), year integer not null,
            workstream text not null default '', what text not null check (what <> ''),
            to_whom text not null default '', pence integer not null check (pence > 0),
            committed_on text not null, paid_on text, released_on text, note text not null default '',
            over_passed_by text not null default '', over_reason text not null default '',
            check (paid_on is null or released_on is null)) strict""",
        "create index spending_by_fund on spending (fund_id, year)",
        # `most_pence` is null where no figure is verified. `first_percent`: the share that the first of two parts
        # pays. `evidence`: the checklist, a line each.
        """create table fund_item (
            id text primary key, fund_id text not null references fund (id),
            course_id text references course (id), name text not null check (name <> ''),
            most_pence integer check (most_pence >= 0),
            first_percent integer check (first_percent between 1 and 99), evidence text not null default '',
            valid_from text, valid_to text, source text not null default '',
            standing text not null check (standing in ('read', 'excerpt', 'second_hand', 'not_verified', 'ours')),
            position integer not null,
            check (valid_to is null or valid_from is null or valid_to >= valid_from)) strict""",
        "create index fund_item_by_fund on fund_item (fund_id, position)",
        "create index fund_item_by_course on fund_item (course_id)",
    ):
        db.execute(statement)


def _rulebook(db: Database) -> None:
    for statement in (
        # The rule holds where `fact` stands to `value` (and `other_fact`) as `operator` says; where `when_fact` is
        # filled, only for those of whom that holds. An empty value: no figure is verified yet. Facts are named in
        # workforce/funding/rulebook.
        f"""create table rule (
            id text primary key, fund_id text not null references fund (id), item_id text references fund_item (id),
            code text not null check (code <> ''), subject text not null check (subject in ({SUBJECTS})),
            words text not null check (words <> ''), fact text not null check (fact <> ''),
            operator text not null check (operator in ({OPERATORS})), value text not null default '',
            other_fact text not null default '', when_fact text not null default '',
            when_operator text check (when_operator is null or when_operator in ({OPERATORS})),
            when_value text not null default '', to_change text not null default '',
            source text not null default '',
            standing text not null check (standing in ('read', 'excerpt', 'second_hand', 'not_verified', 'ours')),
            valid_from text, valid_to text, position integer not null,
            check (valid_to is null or valid_from is null or valid_to >= valid_from)) strict""",
        "create index rule_by_fund on rule (fund_id, position)",
        "create index rule_by_item on rule (item_id)",
        # `facts` and `findings` are JSON: what was known, and what each rule said of it, in the words of that day.
        """create table eligibility_decision (
            id text primary key, fund_id text not null references fund (id), item_id text references fund_item (id),
            provider_id text not null references provider (id), service_id text references service (id),
            learner_id text references learner (id), claim_id text references claim (id), as_at text not null,
            outcome text not null check (outcome in ('eligible', 'not_eligible', 'needs_information')),
            facts text not null, findings text not null, decided_by text not null, decided_at text not null) strict""",
        "create index eligibility_decision_by_fund on eligibility_decision (fund_id, as_at)",
        "create index eligibility_decision_by_provider on eligibility_decision (provider_id)",
        "create index eligibility_decision_by_service on eligibility_decision (service_id)",
        "create index eligibility_decision_by_learner on eligibility_decision (learner_id)",
        "create index eligibility_decision_by_claim on eligibility_decision (claim_id)",
        "create index eligibility_decision_by_item on eligibility_decision (item_id)",
        """create table approach (
            id text primary key, fund_id text not null references fund (id),
            provider_id text not null references provider (id), service_id text references service (id),
            made_on text not null, how text not null check (how in ('telephone', 'letter', 'email', 'forum', 'visit')),
            by text not null default '', outcome text not null default '', again_on text) strict""",
        "create index approach_by_fund on approach (fund_id, made_on)",
        "create index approach_by_provider on approach (provider_id)",
        "create index approach_by_service on approach (service_id)",
    ):
        db.execute(statement)


def _claims(db: Database) -> None:
    for statement in (
        # `pence` is what is asked for; `approved_pence` what an officer allowed of it. `year` and `workstream` say
        # which allocation it is charged to; `over_pence` by how much it overspent that when it was passed.
        # `first_part_id`: the claim of the first part, on that of the second.
        f"""create table claim (
            id text primary key, number integer not null unique check (number > 0),
            fund_id text not null references fund (id), item_id text references fund_item (id),
            provider_id text not null references provider (id), service_id text references service (id),
            learner_id text references learner (id), course_id text references course (id),
            what text not null default '',
            part text not null default 'whole' check (part in ('whole', 'first', 'second')),
            first_part_id text references claim (id), year integer not null, workstream text not null default '',
            awarding_body text not null default '', candidate_number text not null default '',
            qualification_code text not null default '',
            apprenticeship integer not null default 0 check (apprenticeship in (0, 1)),
            funded_before integer not null default 0 check (funded_before in (0, 1)),
            started_on text, cost_paid_on text, completed_on text, submitted_on text,
            pence integer not null check (pence > 0), approved_pence integer check (approved_pence > 0),
            status text not null check (status in ({CLAIM_STATUSES})),
            decided_on text, paid_on text,
            over_passed_by text not null default '', over_reason text not null default '',
            over_pence integer not null default 0 check (over_pence >= 0),
            source text not null default 'typed' check (source in ('typed', 'file')),
            file_name text not null default '',
            note text not null default '', check (approved_pence is null or approved_pence <= pence)) strict""",
        "create index claim_by_fund on claim (fund_id, year, status)",
        "create index claim_by_item on claim (item_id)",
        "create index claim_by_provider on claim (provider_id)",
        "create index claim_by_service on claim (service_id)",
        "create index claim_by_learner on claim (learner_id, course_id)",
        "create index claim_by_course on claim (course_id)",
        "create index claim_by_first_part on claim (first_part_id)",
        # `position`: the order in which the steps of a claim were taken, whatever the clock said.
        f"""create table claim_step (
            id text primary key, claim_id text not null references claim (id),
            position integer not null check (position > 0), at text not null,
            by text not null, from_status text check (from_status is null or from_status in ({CLAIM_STATUSES})),
            to_status text not null check (to_status in ({CLAIM_STATUSES})),
            reason text not null default '') strict""",
        "create unique index claim_step_by_claim on claim_step (claim_id, position)",
        # A file attached is kept beside the database under its SHA-256; evidence may also be seen and not kept.
        """create table claim_evidence (
            id text primary key, claim_id text not null references claim (id), what text not null check (what <> ''),
            seen_on text not null, seen_by text not null default '', file_name text not null default '',
            sha256 text not null default '', note text not null default '') strict""",
        "create index claim_evidence_by_claim on claim_evidence (claim_id)",
    ):
        db.execute(statement)


def _projects(db: Database) -> None:
    for statement in (
        # `tracks_dspt`: its providers are followed through the levels of the Data Security and Protection Toolkit.
        """create table project (
            id text primary key, name text not null unique check (name <> ''), fund_id text references fund (id),
            purpose text not null default '', lead text not null default '', starts_on text not null, ends_on text,
            budget_pence integer check (budget_pence >= 0),
            status text not null check (status in ('draft', 'internal_approval', 'contracting',
                'invoicing_and_reporting', 'closing', 'complete')),
            tracks_dspt integer not null default 0 check (tracks_dspt in (0, 1)),
            note text not null default '', archived_on text, check (ends_on is null or ends_on >= starts_on)) strict""",
        "create index project_by_fund on project (fund_id)",
        """create table project_milestone (
            id text primary key, project_id text not null references project (id),
            what text not null check (what <> ''), due_on text not null, done_on text,
            note text not null default '') strict""",
        "create index project_milestone_by_project on project_milestone (project_id, due_on)",
        """create table project_outcome (
            id text primary key, project_id text not null references project (id),
            measure text not null check (measure <> ''), target integer, achieved integer, measured_on text,
            of_people integer not null default 0 check (of_people in (0, 1)), note text not null default '') strict""",
        "create index project_outcome_by_project on project_outcome (project_id)",
        """create table project_provider (
            id text primary key, project_id text not null references project (id),
            provider_id text not null references provider (id), service_id text references service (id),
            joined_on text not null, left_on text, note text not null default '',
            check (left_on is null or left_on >= joined_on)) strict""",
        "create unique index project_provider_once on project_provider (project_id, provider_id, service_id)",
        "create index project_provider_by_provider on project_provider (provider_id)",
        "create index project_provider_by_service on project_provider (service_id)",
        """create table project_level (
            id text primary key, project_provider_id text not null references project_provider (id),
            level text not null check (level in ('not_started', 'started', 'approaching_standards',
                'standards_met', 'standards_exceeded')),
            reached_on text not null, note text not null default '') strict""",
        "create index project_level_by_provider on project_level (project_provider_id, reached_on)",
        """create table project_quote (
            id text primary key, project_id text not null references project (id),
            provider_id text references provider (id), said_by text not null default '',
            role text not null default '', words text not null check (words <> ''),
            consent text not null check (consent in ('not_asked', 'yes', 'no')), consent_on text,
            said_on text not null) strict""",
        "create index project_quote_by_project on project_quote (project_id)",
        "create index project_quote_by_provider on project_quote (provider_id)",
        """create table funder_report (
            id text primary key, fund_id text references fund (id), project_id text references project (id),
            what text not null check (what <> ''), due_on text not null, covers_from text, covers_to text,
            status text not null check (status in ('due', 'draft', 'submitted', 'skipped')),
            submitted_on text, reason text not null default '', note text not null default '',
            check (fund_id is not null or project_id is not null)) strict""",
        "create index funder_report_by_fund on funder_report (fund_id, due_on)",
        "create index funder_report_by_project on funder_report (project_id, due_on)",
        """create table apprentice (
            id text primary key, name text not null check (name <> ''), apprenticeship text not null,
            level integer, started_on text not null, expected_on text, ended_on text,
            status text not null check (status in ('under_way', 'paused', 'completed', 'left')),
            note text not null default '') strict""",
    ):
        db.execute(statement)


def _claims_and_rules(db: Database) -> None:
    _claims(db)
    _rulebook(db)  # a decision may be of a claim


def capability() -> Capability:
    """The migrations and listings of funding."""
    from workforce.funding.listings import LISTINGS

    return Capability(name="funding", listings=LISTINGS, migrations=(_funds, _claims_and_rules, _projects))
