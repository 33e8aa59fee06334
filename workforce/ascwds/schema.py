"""The tables of ASC-WDS.

ascwds_file                     which bulk-upload files were taken in, and as at when
workplace ─┬─ workplace_return  what a file said of the workplace
           ├─ worker_record     what a file said of each worker: never who they are
           └─ worker_training   what training they have
Kept of a worker's gender, date of birth, nationality and pay is only whether they were filled in.
"""

from resources.database import Database
from resources.database.opening import Capability


def _ascwds(db: Database) -> None:
    for statement in (
        """create table ascwds_file (
            id text primary key, kind text not null check (kind in ('workplace', 'worker', 'training')),
            name text not null, sha256 text not null, layout text not null default '', as_at text not null,
            rows integer not null, taken_in_at text not null) strict""",
        # `local_id` is LOCALESTID, which the files of one provider refer by: another provider may use it too.
        # `workplace_code` is the J0000000 of ASC-WDS. Tied to a service, it is tied to its provider too.
        """create table workplace (
            id text primary key, local_id text not null check (local_id <> ''),
            workplace_code text not null default '', name text not null, postcode text not null default '',
            location_id text not null default '', cqc_provider_id text not null default '',
            provider_id text references provider (id), service_id text references service (id),
            tied_by text not null default '' check (tied_by in
                ('', 'location_id', 'name_and_postcode', 'provider_id', 'person'))) strict""",
        "create index workplace_by_local_id on workplace (local_id)",
        "create index workplace_by_provider on workplace (provider_id)",
        "create index workplace_by_service on workplace (service_id)",
        # Codes as the file has them, lists joined with “;”. `given`: the fields that were filled in, names in order
        # joined with spaces. `updated`: whether the file says that the workplace was looked at again.
        """create table workplace_return (
            id text primary key, workplace_id text not null references workplace (id),
            file_id text not null references ascwds_file (id), as_at text not null,
            status text not null default '', updated integer not null check (updated in (0, 1)),
            employer_type text not null default '', main_service text not null default '',
            services text not null default '', capacities text not null default '',
            utilisations text not null default '', service_users text not null default '',
            total_staff integer check (total_staff >= 0), job_roles text not null default '',
            starters text not null default '', leavers text not null default '',
            vacancies text not null default '', reasons text not null default '',
            reason_counts text not null default '', given text not null default '',
            unique (workplace_id, as_at)) strict""",
        "create index workplace_return_by_file on workplace_return (file_id)",
        # `worker_key` says that records are of one worker, not who that is; `reference` is kept only where the team
        # asked for it. `line` is the row of the file.
        """create table worker_record (
            id text primary key, workplace_id text not null references workplace (id),
            file_id text not null references ascwds_file (id), as_at text not null,
            worker_key text not null, reference text not null default '', line integer not null,
            status text not null default '', updated integer not null check (updated in (0, 1)),
            job_role text not null default '', employment text not null default '', started_on text,
            recruited_from text not null default '', zero_hours text not null default '',
            contracted_hours text, average_hours text, days_sick text,
            care_certificate text not null default '', level_2_certificate text not null default '',
            social_care_qualification text not null default '', social_care_level text not null default '',
            other_qualification text not null default '', other_level text not null default '',
            given text not null default '', unique (workplace_id, as_at, worker_key)) strict""",
        "create index worker_record_by_file on worker_record (file_id)",
        """create table worker_training (
            id text primary key, workplace_id text not null references workplace (id),
            file_id text not null references ascwds_file (id), as_at text not null, worker_key text not null,
            line integer not null, category text not null, name text not null default '',
            accredited text not null default '', delivered_by text not null default '',
            how text not null default '', completed_on text, expires_on text) strict""",
        "create index worker_training_by_workplace on worker_training (workplace_id, as_at)",
        "create index worker_training_by_file on worker_training (file_id)",
    ):
        db.execute(statement)


def capability() -> Capability:
    """The migrations of ASC-WDS."""
    from workforce.ascwds.listings import LISTINGS

    return Capability(name="ascwds", listings=LISTINGS, migrations=(_ascwds,))
