"""What the pane says of a service on the worklist, of an offer, and of a service before and after."""

from collections.abc import Callable, Mapping, Sequence

from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from engagement.register.names import name_of
from engagement.register.vocabulary import KeyQuestion, Rating
from resources.database import Database
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of, date_words
from workforce.training.packages.before_and_after import NOT_PROOF, OutcomeCount, ServiceOutcome
from workforce.training.packages.offers import PackageOffer, offer, package_name
from workforce.training.packages.sessions import package_sessions_of
from workforce.training.packages.tables import package_sessions_table
from workforce.training.packages.worklist import NeedsPackage

Go = Callable[[str, str], object]
_OFFERS = (
    Column("package", "Package", width=140),
    Column("status", "Status", ColumnKind.STATUS, 118),
    Column("offered_on", "Offered", ColumnKind.DATE, 104),
)


def worklist_detail(
    one: NeedsPackage, names: Mapping[str, str], actions: Sequence[Action], *, go: Go,
    open_offer: Callable[[str], object],
) -> Detail:  # fmt: skip
    """A service that stands low: its rating, and what it was offered."""
    about = Section(
        "Service",
        (
            Line("Rated", f"{one.rating.label}, published {date_words(one.rated_on)}"),
            Line("Before", one.change), Line("Contract", one.contract.label), Line("Kind", one.kind.label),
            Line("District", one.district),
            Line("Service", one.service, lambda: go("providers", one.service_id)),
            Line("Provider", one.provider, lambda: go("providers", one.provider_id)),
        ),
    )  # fmt: skip
    sections = [about, _offers("Offered since this rating", one.offers, names, open_offer)]
    if one.earlier:
        sections.append(_offers("Offered before", one.earlier, names, open_offer))
    pills = [(ColumnKind.RATING, one.rating.label), (ColumnKind.STATUS, one.state)]
    return Detail(one.service, "", pills, actions, sections)


def _offers(
    title: str, some: Sequence[PackageOffer], names: Mapping[str, str], open_offer: Callable[[str], object]
) -> Section:
    if not some:
        return Section(title, (Line("", "Nothing yet, and not noted why not."),))
    rows: list[tuple[Cell, ...]] = [
        (names[one.package_id], one.status.label, one.offered_on.isoformat()) for one in some
    ]
    return Section(title, (), Table(title, _OFFERS, rows), keys=[one.id for one in some], opened=open_offer)


def offer_detail(
    db: Database, key: str, actions: Sequence[Action], *, go: Go, edit_session: Callable[[str], object] | None
) -> Detail:
    """An offer, and its sessions."""
    held = offer(db, key)
    sessions = package_sessions_of(db, key)
    rated = (
        f"{held.rating.label}, {date_words(held.rated_on)}" if held.rating and held.rated_on else "No rating"
    )
    lines = (
        Line("Service", name_of(db, "service", held.service_id), lambda: go("providers", held.service_id)),
        Line("Rated then", rated),
        Line(
            "Offered", f"{date_words(held.offered_on)}{f' by {held.offered_by}' if held.offered_by else ''}"
        ),
        Line("Accepted", date_words(held.accepted_on) if held.accepted_on else ""),
        Line("Ended", date_words(held.ended_on) if held.ended_on else ""),
        Line("Why", held.reason),
        Line("Note", held.note),
    )
    name = package_name(db, held)
    held_words = () if sessions else (Line("", "No session is recorded yet."),)
    table = package_sessions_table(name, sessions) if sessions else None
    part = Section(count_of(len(sessions), "session"), held_words, table, keys=[one.id for one in sessions],
                   opened=edit_session)  # fmt: skip
    return Detail(
        name, "", [(ColumnKind.STATUS, held.status.label)], actions, (Section("Offer", lines), part)
    )


def outcome_detail(one: ServiceOutcome, *, go: Go) -> Detail:
    """A service: each question then and next."""
    after = one.outcome.inspected_on
    rows: list[tuple[Cell, ...]] = [
        (question.label, _label(one.outcome.before.get(question)), _label(one.outcome.after.get(question)))
        for question in KeyQuestion
    ]
    columns = (
        Column("question", "Question", width=90),
        Column("before", "Then", ColumnKind.RATING, 168),
        Column("after", "Next", ColumnKind.RATING, 168),
    )
    when = "Offered" if one.offer else "Rated low"
    lines = (
        Line("Service", one.service, lambda: go("providers", one.service_id)),
        Line(when, date_words(one.since)),
        Line("Ended", date_words(one.offer.ended_on) if one.offer and one.offer.ended_on else ""),
        Line("Next inspection", date_words(after) if after else "No new rating has been published yet"),
    )
    return Detail(
        one.service, one.took.label, (), (),
        (Section("When", lines), Section("Ratings", (), Table("Ratings", columns, rows)), _not_proof()),
    )  # fmt: skip


def count_detail(one: OutcomeCount) -> Detail:
    """One line of the counts in words."""
    moved = ", ".join(f"{number} {how.label.lower()}" for how, number in one.moved.items()) or "None"
    lines = (
        Line("Services", f"{one.services:,}"),
        Line("Inspected since", f"{one.compared:,} of {one.services:,}"),
        Line("Of these", moved if one.compared else ""),
    )
    return Detail(
        f"{one.took.label}: {one.question.label}", "", (), (), (Section("Count", lines), _not_proof())
    )


def _label(rating: Rating | None) -> str:
    return rating.label if rating else ""


def _not_proof() -> Section:
    return Section("What this can say", (Line("", NOT_PROOF),))
