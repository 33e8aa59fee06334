"""Who is nominated in the rounds of the sample county, and by whom: most of it as a form would have brought it."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from awards.nominations.entries import entry
from awards.nominations.grouping import group
from awards.nominations.nominations import (
    Nomination,
    NominationDraft,
    add_nomination,
    nominations,
    rule_over_limit,
    word_limit_of,
)
from awards.nominations.returning import mark_duplicate, withdraw_nomination
from awards.nominations.words import word_count
from awards.rounds.categories import categories
from awards.rounds.moving_on import move_phase
from awards.rounds.phase_plan import planned_phase
from awards.rounds.rounds import AwardRound, rounds
from awards.sample.statements import PlannedNomination, SampleService, plan
from awards.vocabulary import HowReceived, NominatorKind, OverLimit, RoundPhase
from engagement.register.council import own_area
from resources.database import Database, change
from resources.wording import from_london, in_london

LATEST, EARLIER = 120, 40
"""Nominations of this year's round and of the one before it."""
_SERVICES = 70
_LATE = "The form was down on the last two days, and the nominator had rung to say so."


def add_nominations(db: Database, *, today: date) -> None:
    """Those of every round that has none yet, in one change for each; the rounds then go on to qualifying."""
    services = _services(db)
    for number, held in enumerate(rounds(db)):
        if held.phase is RoundPhase.NOMINATE and services:
            chance = random.Random(f"nominations of {held.year}")
            with change(db, f"Made the sample county: the nominations of {held.name}"):
                _Taking(db, held, chance, today).take(services, EARLIER if number else LATEST)


def _services(db: Database) -> list[SampleService]:
    """Services of the county in use; two with a suspended contract and one elsewhere, for the checks to find."""
    own = own_area(db)
    rows = db.rows(
        """select service.id, service.name, provider.id, provider.name, service.district,
            service.registered_manager, service.phone, service.authority,
            exists (select 1 from contract_status where service_id = service.id and status = 'suspended'
                and until_on is null)
        from service join provider on provider.id = service.provider_id
        where service.archived_on is null and instr(service.name, ' ') > 0
            and exists (select 1 from service_period where service_id = service.id and until_on is null)
        order by service.name, service.address"""
    )
    suspended = [SampleService(*row[:7]) for row in rows if own(row[7]) and row[8]][:2]
    elsewhere = [SampleService(*row[:7]) for row in rows if not own(row[7])][:1]
    others = [SampleService(*row[:7]) for row in rows if own(row[7]) and not row[8]]
    chance = random.Random("the sample’s services with nominees")
    return suspended + elsewhere + chance.sample(others, min(_SERVICES, len(others)))


@dataclass
class _Taking:
    """One round's nominations as they came, day after day."""

    db: Database
    held: AwardRound
    rnd: random.Random
    today: date
    of: dict[int, str] = field(default_factory=dict)
    apart: list[tuple[str, str]] = field(default_factory=list)

    def take(self, services: list[SampleService], count: int) -> None:
        planned = plan(self.rnd, services, count=count)
        by_name = {one.name: one.id for one in categories(self.db, self.held.id)}
        moments = self._moments(count)
        for one, now in zip(planned, moments, strict=True):
            self._add(one, by_name[one.category], now)
        last = moments[-1] + timedelta(days=1)
        self._set_aside(last)
        self._group(last)
        move_phase(self.db, self.held.id, RoundPhase.QUALIFY, now=last)
        self._rule_on_length()
        self._late(planned[0], by_name, last)

    def _moments(self, count: int) -> list[datetime]:
        """From the day on which nominations opened to the day on which they closed, most of them at the end."""
        phase = planned_phase(self.db, self.held.id, RoundPhase.NOMINATE)
        last = min(phase.until_on or self.today - timedelta(days=20), self.today - timedelta(days=2))
        first = min(phase.from_on or last - timedelta(days=42), last)
        days = (last - first).days
        chosen = sorted(round(days * (1 - self.rnd.random() ** 2)) for _ in range(count))
        return [
            from_london(first + timedelta(days=day), time(9 + at % 8, 15)) for at, day in enumerate(chosen)
        ]

    def _add(self, one: PlannedNomination, category_id: str, now: datetime) -> None:
        held = self.of.get(one.person)
        joins = held is not None and self.rnd.random() < 0.7
        made = add_nomination(
            self.db, self.held.id, _draft(self.db, self.rnd, one, category_id), now=now,
            how=self.rnd.choices((HowReceived.FILE, HowReceived.EMAIL, HowReceived.TYPED), (70, 20, 10))[0],
            entry_id=held if joins else None,
        )  # fmt: skip
        if held is None:
            self.of[one.person] = made.entry_id
        elif not joins:
            self.apart.append((held, made.entry_id))

    def _group(self, now: datetime) -> None:
        """Most of those entered twice are found and grouped; some are left to be found."""
        for kept, other in self.apart[2:] if len(self.apart) > 2 else ():
            group(self.db, kept, [other], now=now, reason="The same person, spelt otherwise.")

    def _set_aside(self, now: datetime) -> None:
        """One voice that came twice, and one that was taken back."""
        pairs = list(self._of_one_nominee())
        if pairs:
            mark_duplicate(
                self.db, pairs[0][1].id, pairs[0][0].id, reason="Sent again after the form timed out."
            )
        if len(pairs) > 1:
            withdraw_nomination(
                self.db, pairs[1][1].id, now=now, reason="The nominator asked for it to be taken out."
            )

    def _of_one_nominee(self) -> Iterator[tuple[Nomination, Nomination]]:
        before: Nomination | None = None
        for one in nominations(self.db, self.held.id):
            if before is not None and before.entry_id == one.entry_id:
                yield before, one
            before = one

    def _rule_on_length(self) -> None:
        for one in nominations(self.db, self.held.id):
            if word_count(one.statement) > word_limit_of(self.db, entry(self.db, one.entry_id)):
                rule_over_limit(self.db, one.id, self.rnd.choice((OverLimit.WHOLE, OverLimit.TO_LIMIT)))

    def _late(self, like: PlannedNomination, by_name: dict[str, str], now: datetime) -> None:
        """One more voice for the first nominee, too late and taken in with a reason."""
        draft = NominationDraft(
            by_name[like.category], like.nominee, nominator="Odette Specimen", nominator_kind=NominatorKind.FAMILY,
            relation="visits every week", nominator_email="odette.specimen@example.org", statement=like.statement,
        )  # fmt: skip
        held = entry(self.db, self.of[like.person])
        add_nomination(
            self.db, self.held.id, draft, now=now, how=HowReceived.EMAIL, entry_id=held.id,
            received_on=in_london(now).date(), late_reason=_LATE,
        )  # fmt: skip


def _draft(db: Database, rnd: random.Random, one: PlannedNomination, category_id: str) -> NominationDraft:
    tied = rnd.random() < 0.93
    at = one.service
    return NominationDraft(
        category_id, one.nominee, one.nominee_kind, one.also_known_as, one.job_role,
        service_id=at.id if tied else None, provider_id=at.provider_id if tied else None,
        contact_id=_contact(db, one.nominee, at.id) if tied else None, place_told=one.place_told,
        nominator=one.nominator, nominator_kind=one.nominator_kind, relation=one.relation,
        nominator_email=one.nominator_email, nominator_phone=one.nominator_phone,
        nominator_provider_id=at.provider_id if one.nominator_kind is NominatorKind.PROVIDER else None,
        publish_words=one.publish_words, statement=one.statement,
    )  # fmt: skip


def _contact(db: Database, name: str, service_id: str) -> str | None:
    """The person of this name at the service, where the register has them."""
    found = db.value(
        "select id from contact where name = ? and service_id = ? and archived_on is null", (name, service_id)
    )
    return str(found) if found else None
