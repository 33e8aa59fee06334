"""The register's tables.

provider ─┬─ service ─┬─ service_period     what CQC said of it, from when to when
          │           ├─ rating             every published rating: overall and key questions
          │           └─ contract_status    the council's contract, from when to when
          ├─ contact                        a person at the provider, or at one of its services
          └─ note
          (and former_location: the Location IDs of what was merged into a service)
cqc_file                                    which of CQC's files were taken in, and for which areas
other_location                              what CQC's files list beside adult social care
published_market                            a market table as it was published, figure by figure
derived_place                               postcodes looked up once and kept
"""

from resources.database import Database
from resources.database.opening import Capability

SERVICE_KINDS = (
    "'nursing_home', 'residential_home', 'home_care', 'supported_living', 'extra_care', 'shared_lives', "
    "'day_care', 'micro_provider', 'other_social_care'"
)

ORGANISATIONS = "'care_provider', 'partner', 'council', 'group'"


def _register(db: Database) -> None:
    for statement in (
        """create table provider (
            id text primary key, name text not null check (name <> ''), cqc_provider_id text unique,
            brand text not null default '', address text not null default '', postcode text not null default '',
            phone text not null default '', website text not null default '',
            archived_on text) strict""",
        f"""create table service (
            id text primary key, provider_id text not null references provider (id),
            name text not null check (name <> ''), also_known_as text not null default '',
            cqc_location_id text unique, kind text not null check (kind in ({SERVICE_KINDS})),
            service_types text not null default '', specialisms text not null default '',
            address text not null default '', postcode text not null default '', district text not null default '',
            authority text not null default '', region text not null default '',
            phone text not null default '', website text not null default '',
            beds integer check (beds >= 0), registered_on text,
            dormant integer not null default 0 check (dormant in (0, 1)),
            last_inspected_on text, registered_manager text not null default '',
            portfolio_officer text not null default '', archived_on text) strict""",
        "create index service_by_provider on service (provider_id)",
        "create index service_by_place on service (authority, district)",
        # What CQC said from `from_on` until the day before `until_on` (null: still): an import that finds the
        # location gone, or of another kind, closes the period.
        f"""create table service_period (
            id text primary key, service_id text not null references service (id),
            from_on text not null, until_on text, authority text not null default '',
            kind text not null check (kind in ({SERVICE_KINDS})),
            dormant integer not null default 0 check (dormant in (0, 1)),
            check (until_on is null or until_on > from_on), unique (service_id, from_on)) strict""",
        """create table rating (
            id text primary key, service_id text not null references service (id),
            key_question text not null check (key_question in
                ('overall', 'safe', 'effective', 'caring', 'responsive', 'well_led')),
            rating text not null check (rating in
                ('outstanding', 'good', 'requires_improvement', 'inadequate', 'not_rated')),
            published_on text not null, inherited integer not null default 0 check (inherited in (0, 1)),
            source text not null default '', unique (service_id, key_question, published_on)) strict""",
        """create table contract_status (
            id text primary key, service_id text not null references service (id),
            status text not null check (status in ('active', 'improvement_notice', 'suspended', 'terminated')),
            from_on text not null, until_on text, reason text not null default '',
            check (until_on is null or until_on >= from_on)) strict""",
        "create index contract_status_by_service on contract_status (service_id, from_on)",
        """create table contact (
            id text primary key, provider_id text not null references provider (id),
            service_id text references service (id), name text not null check (name <> ''),
            role text not null, email text not null default '', phone text not null default '',
            consent text not null, consent_on text, notes text not null default '', archived_on text) strict""",
        "create index contact_by_provider on contact (provider_id)",
        "create index contact_by_service on contact (service_id)",
        """create table note (
            id text primary key, provider_id text not null references provider (id),
            service_id text references service (id), written_at text not null, written_by text not null,
            text text not null check (text <> '')) strict""",
        "create index note_by_provider on note (provider_id)",
        "create index note_by_service on note (service_id)",
        # Two records that a person has looked at and found to be different: not offered as duplicates again.
        """create table not_duplicate (
            id text primary key, one text not null, other text not null, unique (one, other)) strict""",
        # What the file knows of the office that keeps it, such as whose council it is.
        "create table office (id text primary key, value text not null) strict",
        """create table cqc_file (
            id text primary key, kind text not null check (kind in ('directory', 'ratings', 'hsca')),
            as_at text not null, name text not null, sha256 text not null, authorities text not null default '',
            partial integer not null default 0 check (partial in (0, 1)),
            rows integer not null, taken_in_at text not null) strict""",
        # Keyed by CQC Location ID: a location that was merged into a service is known by it from then on.
        """create table former_location (
            id text primary key, service_id text not null references service (id)) strict""",
        "create index former_location_by_service on former_location (service_id)",
        # Locations in CQC's files that are not adult social care: not in the register, remembered so that the
        # next file can be counted whole. Keyed by CQC Location ID.
        """create table other_location (
            id text primary key, name text not null,
            authority text not null default '', first_seen_on text not null, seen_on text not null, gone_on text,
            rating text, published_on text) strict, without rowid""",
        # Postcodes looked up in the packaged list: they follow from it, so they have no history.
        """create table derived_place (
            id text primary key, district_code text not null, district text not null, authority text not null,
            region text not null, easting integer, northing integer) strict""",
        # Figures that CQC or a committee report published, for days and areas whose files are not at hand.
        """create table published_market (
            id text primary key, as_at text not null, area text not null, kind text not null
                check (kind in ('nursing', 'residential', 'domiciliary')),
            inadequate integer check (inadequate between 0 and 100),
            requires_improvement integer check (requires_improvement between 0 and 100),
            good integer check (good between 0 and 100), outstanding integer check (outstanding between 0 and 100),
            not_rated integer check (not_rated between 0 and 100), place integer not null,
            source text not null default '', unique (as_at, area, kind)) strict""",
    ):
        db.execute(statement)


def _organisations(db: Database) -> None:
    # Forums are also met by those who run no service: partners, the council's own teams, groups of people.
    db.execute(
        f"""alter table provider add column organisation text not null default 'care_provider'
        check (organisation in ({ORGANISATIONS}))"""
    )


def capability() -> Capability:
    """The register's migrations and listings."""
    from engagement.register.listings import LISTINGS

    return Capability(name="register", migrations=(_register, _organisations), listings=LISTINGS)
