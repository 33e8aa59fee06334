"""What in the register wants doing: services newly rated badly, contracts to look at, old files."""

from datetime import date, timedelta

from engagement.register.council import council, council_names
from engagement.register.facts import key_list
from resources.attention import Attention, Urgency
from resources.database import Database
from resources.wording import count_of, date_words

NEWLY = timedelta(days=60)
"""For so long after its publication a rating is news."""

DIRECTORY_IS_OLD = timedelta(days=45)
"""CQC publishes a directory each month."""


def register_attention(db: Database, today: date) -> list[Attention]:
    """The register's lines for Home."""
    return [*_newly_inadequate(db, today), *_under_notice(db, today), *_old_directory(db, today)]


def _newly_inadequate(db: Database, today: date) -> list[Attention]:
    """Services of the council whose newest overall rating is Inadequate and was published lately."""
    rows = db.rows(
        """select service.id, service.name, service.district, rating.published_on from service
        join rating on rating.service_id = service.id and key_question = 'overall'
        where rating = 'inadequate' and published_on between ? and ? and archived_on is null
            and (? = '' or authority in (select value from json_each(?))) and not exists (select 1 from rating as newer
                where newer.service_id = service.id and newer.key_question = 'overall'
                and newer.published_on > rating.published_on)
        order by published_on desc limit 20""",
        ((today - NEWLY).isoformat(), today.isoformat(), council(db), key_list(council_names(db))),
    )
    return [
        Attention(
            Urgency.DUE,
            f"{name} is newly Inadequate",
            f"{district}; published {date_words(published)}. A re-inspection is due within six months.",
            "providers",
            key,
            "Open the service",
            date.fromisoformat(published),
        )
        for key, name, district, published in rows
    ]


def _under_notice(db: Database, today: date) -> list[Attention]:
    """Contracts suspended or under notice for over six months without an end."""
    since = (today - timedelta(days=183)).isoformat()
    rows = db.rows(
        """select service.id, service.name, status, from_on from contract_status
        join service on service.id = service_id
        where status in ('suspended', 'improvement_notice') and until_on is null and from_on < ?
            and archived_on is null order by from_on limit 20""",
        (since,),
    )
    words = {"suspended": "suspended", "improvement_notice": "under an improvement notice"}
    return [
        Attention(
            Urgency.WHEN_YOU_CAN,
            f"{name} has been {words[status]} since {date_words(from_on)}",
            "Exempt: not for publication. Look whether the contract's status still stands.",
            "providers",
            key,
            "Open the service",
            date.fromisoformat(from_on),
        )
        for key, name, status, from_on in rows
    ]


def _old_directory(db: Database, today: date) -> list[Attention]:
    newest = db.value("select max(as_at) from cqc_file where kind <> 'ratings'")
    if newest is None:
        return []
    day = date.fromisoformat(newest)
    if today - day <= DIRECTORY_IS_OLD:
        return []
    age = count_of((today - day).days, "day")
    return [
        Attention(
            Urgency.WHEN_YOU_CAN,
            f"The newest CQC directory is {age} old",
            f"It is of {date_words(day)}. CQC publishes one each month.",
            "imports",
            "",
            "Import CQC files",
            day,
        )
    ]
