"""The tables of the awards.

award_round ─┬─ award_phase                       when each phase is planned, and what judges see of others' scores then
             ├─ round_step                        when it moved from one phase to another, and why back
             ├─ award_category ── award_decision  what the panel decided, with what stood behind it that day
             ├─ award_criterion ── award_value    what is scored, by what weight, and what the values are called
             ├─ award_check                       a point of the qualifying checklist
             ├─ panel_member ─┬─ panel_category, panel_interest, panel_ruling
             │                └─ judge_assignment ── judge_score
             ├─ award_entry ─┬─ nomination        somebody nominated in a category, and each voice for them
             │               ├─ entry_step, entry_check, panel_note
             │               └─ (nomination) blind_choice
             ├─ nomination_file
             └─ ceremony_guest, ceremony_item
ceremony_wording                                  a letter after the ceremony, as the team words it
nomination_heading                                which column of a form is what, as it was said last time

Points are whole hundredths of a point (750 is 7.5), weights whole tenths (15 is 1.5).
"""

from resources.database import Database
from resources.database.opening import Capability

PHASES = "'nominate', 'qualify', 'score', 'moderate', 'decide', 'announce'"
CONSENTS = "'yes', 'no', 'not_asked'"
ENTRY_STATUSES = (
    "'draft', 'submitted', 'qualifying', 'returned_for_info', 'merged', 'ineligible', 'withdrawn', 'judging', "
    "'shortlisted', 'not_shortlisted', 'pending_winner', 'pending_highly_commended', 'pending_runner_up', "
    "'winner', 'highly_commended', 'runner_up'"
)
NOMINEE_KINDS = "'individual', 'team', 'service'"


def _rounds(db: Database) -> None:
    for statement in (
        # `event_id` is the ceremony among the forums, kept by its key alone: forums and awards do not know each other.
        f"""create table award_round (
            id text primary key, name text not null unique check (name <> ''), year integer not null,
            phase text not null default 'nominate' check (phase in ({PHASES})),
            word_limit integer not null default 300 check (word_limit > 0),
            most_finalists integer not null default 4 check (most_finalists > 0),
            least_scores integer not null default 3 check (least_scores > 0),
            tie_rule text not null default 'higher_median'
                check (tie_rule in ('higher_median', 'heaviest_criterion', 'chair', 'joint')),
            may_not_award integer not null default 1 check (may_not_award in (0, 1)),
            embargo_until text, announced_at text, event_id text not null default '',
            note text not null default '', archived_on text) strict""",
        f"""create table award_phase (
            id text primary key, round_id text not null references award_round (id),
            phase text not null check (phase in ({PHASES})), from_on text, until_on text,
            scores_seen text not null default 'never' check (scores_seen in ('never', 'after_own', 'always')),
            unique (round_id, phase), check (until_on is null or from_on is null or until_on >= from_on)) strict""",
        f"""create table round_step (
            id text primary key, round_id text not null references award_round (id), at text not null,
            by text not null, from_phase text not null check (from_phase in ({PHASES})),
            to_phase text not null check (to_phase in ({PHASES})), reason text not null default '') strict""",
        "create index round_step_by_round on round_step (round_id, at)",
        f"""create table award_category (
            id text primary key, round_id text not null references award_round (id),
            name text not null check (name <> ''), nominee_kind text not null check (nominee_kind in ({NOMINEE_KINDS})),
            position integer not null, description text not null default '',
            word_limit integer check (word_limit > 0), most_finalists integer check (most_finalists > 0),
            unique (round_id, name)) strict""",
        # Null category: every category of the round.
        """create table award_criterion (
            id text primary key, round_id text not null references award_round (id),
            category_id text references award_category (id), name text not null check (name <> ''),
            guidance text not null default '', weight integer not null default 10 check (weight >= 0),
            least integer not null default 0 check (least >= 0), most integer not null check (most > least),
            step integer not null default 100 check (step > 0), required integer not null default 1
                check (required in (0, 1)),
            counts integer not null default 1 check (counts in (0, 1)), position integer not null) strict""",
        "create index award_criterion_by_round on award_criterion (round_id, position)",
        "create index award_criterion_by_category on award_criterion (category_id)",
        """create table award_value (
            id text primary key, criterion_id text not null references award_criterion (id),
            points integer not null, label text not null check (label <> ''), unique (criterion_id, points)) strict""",
        """create table award_check (
            id text primary key, round_id text not null references award_round (id),
            words text not null check (words <> ''), position integer not null, unique (round_id, words)) strict""",
    ):
        db.execute(statement)


def _nominations(db: Database) -> None:
    for statement in (
        # `place_told` is the home or firm in the nominator's own words; service and provider where it was tied.
        f"""create table award_entry (
            id text primary key, round_id text not null references award_round (id),
            category_id text not null references award_category (id), number integer not null check (number > 0),
            nominee_kind text not null check (nominee_kind in ({NOMINEE_KINDS})),
            nominee text not null check (nominee <> ''), also_known_as text not null default '',
            job_role text not null default '', service_id text references service (id),
            provider_id text references provider (id), contact_id text references contact (id),
            place_told text not null default '', email text not null default '', phone text not null default '',
            status text not null check (status in ({ENTRY_STATUSES})),
            merged_into_id text references award_entry (id),
            employed integer check (employed in (0, 1)), employed_asked_on text,
            employed_asked_of text not null default '', also_hide text not null default '',
            publish_name text not null default 'not_asked' check (publish_name in ({CONSENTS})),
            publish_asked_on text, photo text not null default 'not_asked' check (photo in ({CONSENTS})),
            photo_asked_on text, citation text not null default '', note text not null default '',
            added_on text not null, unique (round_id, number),
            check ((status = 'merged') = (merged_into_id is not null))) strict""",
        "create index award_entry_by_category on award_entry (category_id, status)",
        "create index award_entry_by_service on award_entry (service_id)",
        "create index award_entry_by_provider on award_entry (provider_id)",
        "create index award_entry_by_contact on award_entry (contact_id)",
        "create index award_entry_by_merged on award_entry (merged_into_id)",
        """create table nomination_file (
            id text primary key, round_id text not null references award_round (id), name text not null,
            sha256 text not null, rows integer not null, taken_in_at text not null) strict""",
        "create index nomination_file_by_round on nomination_file (round_id)",
        # One voice. `first_entry_id` is the nominee it was for before that one was grouped with another; `row_key` its
        # response in the form, and which nominee of that response it is.
        f"""create table nomination (
            id text primary key, entry_id text not null references award_entry (id),
            status text not null check (status in
                ('draft', 'submitted', 'returned_for_info', 'duplicate', 'withdrawn')),
            duplicate_of_id text references nomination (id), reason text not null default '',
            received_on text not null, how text not null check (how in ('typed', 'file', 'email')),
            nominator text not null default '', nominator_kind text not null check (nominator_kind in
                ('provider', 'family', 'individual', 'colleague', 'professional', 'self', 'not_known')),
            relation text not null default '', nominator_email text not null default '',
            nominator_phone text not null default '', nominator_provider_id text references provider (id),
            nominator_contact_id text references contact (id),
            publish_words text not null default 'not_asked' check (publish_words in ({CONSENTS})),
            publish_asked_on text, statement text not null default '', attachment text not null default '',
            over_limit text check (over_limit in ('whole', 'to_limit')),
            file_id text references nomination_file (id), row_key text not null default '',
            first_entry_id text references award_entry (id),
            check ((status = 'duplicate') = (duplicate_of_id is not null))) strict""",
        "create index nomination_by_entry on nomination (entry_id)",
        "create index nomination_by_duplicate on nomination (duplicate_of_id)",
        "create index nomination_by_provider on nomination (nominator_provider_id)",
        "create index nomination_by_contact on nomination (nominator_contact_id)",
        "create index nomination_by_file on nomination (file_id)",
        "create index nomination_by_first on nomination (first_entry_id)",
        "create index nomination_by_row on nomination (row_key) where row_key <> ''",
        f"""create table entry_step (
            id text primary key, entry_id text not null references award_entry (id), at text not null,
            by text not null, from_status text check (from_status in ({ENTRY_STATUSES})),
            to_status text not null check (to_status in ({ENTRY_STATUSES})),
            from_category_id text references award_category (id), to_category_id text references award_category (id),
            reason text not null default '') strict""",
        "create index entry_step_by_entry on entry_step (entry_id, at)",
        "create index entry_step_by_from on entry_step (from_category_id)",
        "create index entry_step_by_to on entry_step (to_category_id)",
        """create table entry_check (
            id text primary key, entry_id text not null references award_entry (id),
            check_id text not null references award_check (id),
            answer text not null check (answer in ('yes', 'no', 'not_applicable')), answered_by text not null,
            answered_on text not null, note text not null default '', unique (entry_id, check_id)) strict""",
        "create index entry_check_by_check on entry_check (check_id)",
        """create table nomination_heading (
            id text primary key, heading text not null unique check (heading <> ''), field text not null) strict""",
    ):
        db.execute(statement)


def _judging(db: Database) -> None:
    for statement in (
        # `declared_on`: when interests were asked for; null while nobody has asked. `number` tells two J. Smiths apart.
        """create table panel_member (
            id text primary key, round_id text not null references award_round (id),
            number integer not null check (number > 0), name text not null check (name <> ''),
            role text not null check (role in ('chair', 'judge')), organisation text not null default '',
            provider_id text references provider (id), contact_id text references contact (id),
            email text not null default '', most_entries integer check (most_entries >= 0),
            declared_on text, stood_down_on text, stood_down_reason text not null default '',
            note text not null default '', unique (round_id, number)) strict""",
        "create index panel_member_by_provider on panel_member (provider_id)",
        "create index panel_member_by_contact on panel_member (contact_id)",
        # None: the member judges every category.
        """create table panel_category (
            id text primary key, member_id text not null references panel_member (id),
            category_id text not null references award_category (id), unique (member_id, category_id)) strict""",
        "create index panel_category_by_category on panel_category (category_id)",
        """create table panel_interest (
            id text primary key, member_id text not null references panel_member (id),
            kind text not null check (kind in
                ('employer', 'owner', 'family', 'friend', 'business', 'receives_care', 'other')),
            provider_id text references provider (id), service_id text references service (id),
            entry_id text references award_entry (id), words text not null default '',
            declared_on text not null) strict""",
        "create index panel_interest_by_member on panel_interest (member_id)",
        "create index panel_interest_by_provider on panel_interest (provider_id)",
        "create index panel_interest_by_service on panel_interest (service_id)",
        "create index panel_interest_by_entry on panel_interest (entry_id)",
        # The chair's word on one judge and one nominee: it stands above what was declared and computed until then,
        # which `covers` keeps as JSON: a sentence by the key of each conflict.
        """create table panel_ruling (
            id text primary key, member_id text not null references panel_member (id),
            entry_id text not null references award_entry (id),
            conflict integer not null check (conflict in (0, 1)), reason text not null check (reason <> ''),
            ruled_by text not null, ruled_on text not null, covers text not null default '{}',
            unique (member_id, entry_id)) strict""",
        "create index panel_ruling_by_entry on panel_ruling (entry_id)",
        """create table judge_assignment (
            id text primary key, entry_id text not null references award_entry (id),
            member_id text not null references panel_member (id),
            status text not null default 'assigned' check (status in
                ('assigned', 'scoring', 'scored', 'abstained', 'conflict', 'recused')),
            assigned_on text not null, reason text not null default '', comment text not null default '',
            locked_at text, unique (entry_id, member_id)) strict""",
        "create index judge_assignment_by_member on judge_assignment (member_id)",
        """create table judge_score (
            id text primary key, assignment_id text not null references judge_assignment (id),
            criterion_id text not null references award_criterion (id), points integer not null check (points >= 0),
            scored_at text not null, how text not null check (how in ('typed', 'workbook')), scored_by text not null,
            unique (assignment_id, criterion_id)) strict""",
        "create index judge_score_by_criterion on judge_score (criterion_id)",
        """create table panel_note (
            id text primary key, entry_id text not null references award_entry (id), at text not null,
            by text not null, text text not null check (text <> '')) strict""",
        "create index panel_note_by_entry on panel_note (entry_id)",
        # A word of a statement that may be a name or an ordinary word: what a person decided of its nth occurrence.
        """create table blind_choice (
            id text primary key, nomination_id text not null references nomination (id),
            word text not null, occurrence integer not null check (occurrence > 0),
            hide integer not null check (hide in (0, 1)), chosen_by text not null, chosen_on text not null,
            unique (nomination_id, word, occurrence)) strict""",
        # `basis` is what stood behind it that day as JSON: means, medians, numbers of scores. Null entry: not awarded.
        """create table award_decision (
            id text primary key, category_id text not null references award_category (id),
            entry_id text references award_entry (id),
            outcome text not null check (outcome in ('winner', 'highly_commended', 'runner_up', 'not_awarded')),
            reason text not null check (reason <> ''), tie text not null default 'not_tied'
                check (tie in ('not_tied', 'rule', 'chair', 'joint')),
            decided_by text not null, decided_on text not null, basis text not null,
            announced_at text, ended_on text, ended_reason text not null default '',
            check ((entry_id is null) = (outcome = 'not_awarded'))) strict""",
        "create index award_decision_by_category on award_decision (category_id)",
        "create index award_decision_by_entry on award_decision (entry_id)",
    ):
        db.execute(statement)


def _ceremony(db: Database) -> None:
    for statement in (
        f"""create table ceremony_guest (
            id text primary key, round_id text not null references award_round (id),
            entry_id text references award_entry (id), nomination_id text references nomination (id),
            contact_id text references contact (id), name text not null check (name <> ''),
            organisation text not null default '', role text not null check (role in
                ('nominee', 'nominator', 'manager', 'guest', 'panel', 'presenter', 'council')),
            email text not null default '', places integer not null default 1 check (places > 0),
            answer text not null default 'not_asked' check (answer in ('not_asked', 'asked', 'yes', 'no')),
            asked_on text, diet text not null default '', access text not null default '',
            table_name text not null default '', photo text not null default 'not_asked'
                check (photo in ({CONSENTS})),
            photo_asked_on text, note text not null default '') strict""",
        "create index ceremony_guest_by_round on ceremony_guest (round_id)",
        "create index ceremony_guest_by_entry on ceremony_guest (entry_id)",
        "create index ceremony_guest_by_nomination on ceremony_guest (nomination_id)",
        "create index ceremony_guest_by_contact on ceremony_guest (contact_id)",
        """create table ceremony_item (
            id text primary key, round_id text not null references award_round (id), position integer not null,
            kind text not null check (kind in
                ('welcome', 'speech', 'category', 'break', 'photographs', 'other')),
            category_id text references award_category (id), words text not null default '',
            minutes integer not null check (minutes > 0), presenter text not null default '') strict""",
        "create index ceremony_item_by_round on ceremony_item (round_id, position)",
        "create index ceremony_item_by_category on ceremony_item (category_id)",
        # A letter's wording as the team has it; without a row it is what ships.
        """create table ceremony_wording (
            id text primary key, letter text not null unique check (letter in ('nominators', 'managers')),
            subject text not null check (subject <> ''), body text not null check (body <> '')) strict""",
    ):
        db.execute(statement)


def capability() -> Capability:
    """The migrations and listings of the awards."""
    from awards.listings import LISTINGS

    return Capability(
        name="awards", listings=LISTINGS, migrations=(_rounds, _nominations, _judging, _ceremony)
    )
