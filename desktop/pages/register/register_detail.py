"""What the detail pane says of a service, a provider and a contact: what matters first, then sections that fold."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop.dialogs.row_history import history_section
from desktop.pages.good_practice.register_sections import buddy_sections, shared_sections
from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from engagement.forums.people.came_to import came_to, came_to_table
from engagement.register.contacts import Contact, contact, contacts_of, may_be_invited
from engagement.register.contracts import StatusPeriod, contract_history, contracts_on
from engagement.register.notes import Note, notes_on_provider
from engagement.register.providers import Provider, ServiceLine, provider, provider_summary
from engagement.register.ratings import DatedRating, ratings_of
from engagement.register.services import Service, service
from engagement.register.vocabulary import (
    WHY_NOT_RATED,
    ContactRole,
    KeyQuestion,
    Rating,
    rating_words,
    standing_rating,
)
from resources.database import Database
from resources.tables import Column, ColumnKind, Table
from resources.wording import count_of, date_short, date_words

EXEMPT = "Exempt: not for publication"
_USUAL = "Current"
_RATING, _STATUS = ColumnKind.RATING, ColumnKind.STATUS


@dataclass(frozen=True)
class Doing:
    """What a click in the pane does; each takes the key of what was clicked. `write` is off in a read-only file."""

    go: Callable[[str, str], object]  # another page, at a row
    show_service: Callable[[str], object]
    show_provider: Callable[[str], object]
    edit_service: Callable[[], object]
    restore: Callable[[], object]
    set_contract: Callable[[], object]
    correct_contract: Callable[[str], object]
    record_rating: Callable[[], object]
    correct_rating: Callable[[Sequence[DatedRating]], object]
    add_note: Callable[[], object]
    edit_notes: Callable[[Sequence[Note]], object]
    add_contact: Callable[[], object]
    move_service: Callable[[], object]
    edit_provider: Callable[[str], object]
    archive_provider: Callable[[str], object]
    history: Callable[[str, str], object]
    write: bool = True


def _when(write: bool, *actions: Action) -> tuple[Action, ...]:
    return actions if write else ()


# --- a service ------------------------------------------------------------------------------------------------


def service_detail(db: Database, key: str, state: str, today: date, doing: Doing) -> Detail:
    """Everything held of one service; `state` is what its row in the table says of it."""
    held = service(db, key)
    run_by = provider(db, held.provider_id)
    ratings, contracts = ratings_of(db, key), contract_history(db, key)
    standing = contracts_on(db, today, services=[key]).get(key)
    notes = notes_on_provider(db, held.provider_id)
    overall = [each for each in ratings if each.question is KeyQuestion.OVERALL]
    first = _restore_or_edit(held.archived_on, doing)
    return Detail(
        held.name,
        _place(held),
        _pills(held, overall, standing, state),
        _when(doing.write, first, Action("pane_note", "Add note", doing.add_note)),
        (
            _glance(held, run_by, overall, standing, doing),
            _ratings_section(held, ratings, doing),
            _contract_section(contracts, doing),
            _contacts_section(contacts_of(db, provider=held.provider_id), key, doing),
            _notes_section([note for note in notes if note.service_id in (None, key)], doing),
            _forums_section(db, held.provider_id, doing),
            *buddy_sections(db, key, today, doing.go),
            *shared_sections(db, held.provider_id, doing.go),
            _others_section(provider_summary(db, held.provider_id, today).services, key, doing),
            _cqc_section(held, doing),
            _history_section("service", key, doing),
        ),
    )


def _restore_or_edit(archived_on: date | None, doing: Doing) -> Action:
    if archived_on is not None:
        return Action("pane_restore", "Restore", doing.restore, icon="restore")
    return Action("pane_edit", "Edit", doing.edit_service, icon="edit")


def _place(held: Service) -> str:
    where = held.district or held.authority
    return f"{held.kind.label} in {where}" if where else held.kind.label


def _pills(
    held: Service, overall: Sequence[DatedRating], standing: StatusPeriod | None, state: str
) -> list[tuple[ColumnKind, str]]:
    pills = [(_RATING, rating_words(_rated(held, overall[0] if overall else None)))]
    if standing is not None:
        pills.append((_STATUS, standing.status.label))
    return [*pills, (_STATUS, state)] if state not in ("", _USUAL) else pills


def _glance(
    held: Service,
    run_by: Provider,
    overall: Sequence[DatedRating],
    standing: StatusPeriod | None,
    doing: Doing,
) -> Section:
    exempt = standing is not None and standing.status.is_exempt_when_named
    lines = (
        Line("Rating", rating_since(overall, held)),
        Line("Contract", standing.words if standing else "No contract"),
        Line("", EXEMPT if exempt else "", kind=_STATUS),
        Line("Reason", standing.reason if standing else ""),
        Line("Provider", run_by.name, partial(doing.show_provider, run_by.id)),
        Line("Beds", "" if held.beds is None else str(held.beds)),
        Line("District", held.district),
        Line("Authority", held.authority),
        Line("Officer", held.portfolio_officer or "Nobody yet"),
        Line("Manager", held.registered_manager),
        Line("Phone", held.phone),
        Line("Archived", date_words(held.archived_on) if held.archived_on else ""),
    )
    actions = _when(doing.write, Action("pane_contract", "Change contract status", doing.set_contract))
    return Section("At a glance", lines, actions=actions)


def _rated(held: Service, newest: DatedRating | None) -> Rating | None:
    return standing_rating(newest.rating if newest else None, held.kind, held.cqc_location_id)


def rating_since(overall: Sequence[DatedRating], held: Service) -> str:
    """Good since 3 May 2017 (last published 9 December 2019). `overall` is newest first."""
    standing = _rated(held, overall[0] if overall else None)
    if not overall or standing is None:
        return rating_words(standing)
    since = overall[0]
    for earlier in overall:
        if earlier.rating is not since.rating:
            break
        since = earlier
    words = f"{since.rating.label} since {date_words(since.published_on)}"
    return words if since is overall[0] else f"{words}, last published {date_words(overall[0].published_on)}"


def _ratings_section(held: Service, ratings: Sequence[DatedRating], doing: Doing) -> Section:
    if not ratings and not held.is_rated_by_cqc:
        return Section("Ratings", (Line("", WHY_NOT_RATED),))
    days = dict.fromkeys(each.published_on for each in ratings)
    by_day = {(each.published_on, each.question): each.rating.label for each in ratings}
    columns = (
        Column("on", "Published", ColumnKind.DATE, 96),
        *(Column(question.value, question.label, _RATING, 176) for question in KeyQuestion),
    )
    rows = [(day.isoformat(), *(by_day.get((day, question), "") for question in KeyQuestion)) for day in days]
    newest: dict[KeyQuestion, str] = {}
    for each in ratings:
        newest.setdefault(each.question, each.rating.label)
    lines = [
        Line(question.label, newest.get(question, ""), kind=_RATING)
        for question in KeyQuestion
        if question is not KeyQuestion.OVERALL
    ]
    actions = [Action("pane_rating", "Record a rating", doing.record_rating)]
    if ratings:
        actions.append(
            Action(
                "pane_correct_rating", "Correct or remove a rating", partial(doing.correct_rating, ratings)
            )
        )
    return Section("Ratings", lines, Table("Ratings", columns, rows), actions=_when(doing.write, *actions))


def _contract_section(history: Sequence[StatusPeriod], doing: Doing) -> Section:
    columns = (
        Column("status", "Status", _STATUS, 110),
        Column("from_on", "From", ColumnKind.DATE, 106),
        Column("until_on", "Until", ColumnKind.DATE, 106),
        Column("reason", "Reason", width=200),
    )
    rows = [
        (
            each.status.label,
            each.from_on.isoformat(),
            each.until_on.isoformat() if each.until_on else None,
            each.reason,
        )
        for each in history
    ]
    return Section(
        "Contract history",
        table=Table("Contract history", columns, rows),
        folded=True,
        keys=[each.id for each in history],
        opened=doing.correct_contract if doing.write else None,
    )


def _contacts_section(people: Sequence[Contact], service_key: str, doing: Doing) -> Section:
    """The people of the whole provider, those of this service first."""
    ordered = sorted(people, key=lambda each: each.service_id != service_key) if service_key else list(people)
    columns = (
        Column("name", "Name", width=118),
        Column("role", "Role", width=118),
        Column("invite", "Invite", ColumnKind.FLAG, 58),
    )
    rows = [(each.name, each.role.label, int(bool(may_be_invited(each)))) for each in ordered]
    return Section(
        "Contacts",
        table=Table("Contacts", columns, rows),
        keys=[each.id for each in ordered],
        opened=partial(doing.go, "contacts"),
        actions=_when(doing.write, Action("pane_contact", "Add a contact", doing.add_contact)),
    )


def _notes_section(notes: Sequence[Note], doing: Doing) -> Section:
    lines = [Line(f"{date_short(note.written_at)}, {note.written_by}", note.text) for note in notes]
    actions = [Action("pane_add_note", "Add a note", doing.add_note)]
    if notes:
        actions.append(Action("pane_edit_note", "Change a note", partial(doing.edit_notes, notes)))
    return Section("Notes", lines, actions=_when(doing.write, *actions))


def _forums_section(db: Database, provider_key: str, doing: Doing) -> Section:
    lines = came_to(db, provider=provider_key)
    return Section(
        "Forums",
        table=came_to_table(lines),
        folded=True,
        keys=[f"{line.event_id}" for line in lines],
        opened=partial(doing.go, "forums"),
    )


def _others_section(services: Sequence[ServiceLine], but: str, doing: Doing) -> Section:
    shown = [line for line in services if line.service.id != but]
    title = "Other services of this provider" if but else "Services"
    columns = (
        Column("name", "Service", width=138),
        Column("rating", "Rating", _RATING, 168),
        Column("kind", "Kind", width=130),
        Column("contract", "Contract", _STATUS, 150),
    )
    rows = [
        (
            line.service.name,
            rating_words(_rated(line.service, line.rating)),
            line.service.kind.label,
            "Archived" if line.service.archived_on else line.contract.status.label if line.contract else "",
        )
        for line in shown
    ]
    return Section(
        title,
        table=Table(title, columns, rows),
        folded=bool(but),
        keys=[line.service.id for line in shown],
        opened=doing.show_service,
    )


def _cqc_section(held: Service, doing: Doing) -> Section:
    lines = (
        Line("Location ID", held.cqc_location_id or "Not registered by CQC"),
        Line("Registered", date_words(held.registered_on) if held.registered_on else ""),
        Line("Last inspected", date_words(held.last_inspected_on) if held.last_inspected_on else ""),
        Line("Dormant", "Yes" if held.dormant else ""),
        Line("Also known as", _listed(held.also_known_as)),
        Line("Service types", _listed(held.service_types)),
        Line("Specialisms", _listed(held.specialisms)),
        Line("Address", ", ".join(part for part in (held.address, held.postcode) if part)),
        Line("Website", held.website),
        Line("Region", held.region),
    )
    move = Action("pane_move", "Move to another provider", doing.move_service)
    return Section("CQC and address", lines, folded=True, actions=_when(doing.write, move))


def _listed(kept: str) -> str:
    return ", ".join(part.strip() for part in kept.split("|") if part.strip())


def _history_section(table: str, key: str, doing: Doing) -> Section:
    return history_section(partial(doing.history, table, key))


# --- a provider -------------------------------------------------------------------------------------------------


def provider_detail(db: Database, key: str, back_to: str, today: date, doing: Doing) -> Detail:
    """Everything held of an organisation; `back_to` is the service that the pane came from."""
    summary = provider_summary(db, key, today)
    held = summary.provider
    current = [line for line in summary.services if line.service.archived_on is None]
    archived = held.archived_on is not None
    put_away = Action(
        "pane_archive_provider", "Restore" if archived else "Archive", partial(doing.archive_provider, key)
    )
    back = Action("pane_back", "Back", partial(doing.show_service, back_to))
    edit = Action("pane_edit_provider", "Edit", partial(doing.edit_provider, key), icon="edit")
    lines = (
        Line("Brand", held.brand),
        Line("CQC Provider ID", held.cqc_provider_id or "Not known to CQC" if held.is_care_provider else ""),
        Line("Address", ", ".join(part for part in (held.address, held.postcode) if part)),
        Line("Phone", held.phone),
        Line("Website", held.website),
        Line("Archived", date_words(held.archived_on) if held.archived_on else ""),
    )
    return Detail(
        held.name,
        f"Provider of {count_of(len(current), 'service')}"
        if held.is_care_provider
        else held.organisation.label,
        ((_STATUS, "Archived"),) if archived else (),
        (back, *_when(doing.write, edit, put_away)),
        (
            Section("At a glance", lines),
            *((_others_section(summary.services, "", doing),) if held.is_care_provider else ()),
            _contacts_section([each for each in summary.contacts if each.archived_on is None], "", doing),
            _notes_section(list(summary.notes), doing),
            _forums_section(db, key, doing),
            *shared_sections(db, key, doing.go),
            _history_section("provider", key, doing),
        ),
    )


# --- a contact --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class DoingWithContact:
    """What a click in a contact's pane does."""

    go: Callable[[str, str], object]
    edit: Callable[[], object]
    restore: Callable[[], object]
    move: Callable[[], object]
    withdraw: Callable[[], object]
    history: Callable[[str, str], object]
    write: bool = True


def contact_detail(db: Database, key: str, service_to_show: str, doing: DoingWithContact) -> Detail:
    """A person, whether they may be invited and why, and what they came to."""
    held = contact(db, key)
    works_at = service(db, held.service_id).name if held.service_id else ""
    run_by = provider(db, held.provider_id)
    invite = may_be_invited(held)
    first = (
        Action("pane_restore", "Restore", doing.restore, icon="restore")
        if held.archived_on is not None
        else Action("pane_edit", "Edit", doing.edit, icon="edit")
    )
    go = partial(doing.go, "providers", service_to_show) if service_to_show else None
    lines = (
        Line("E-mail", held.email),
        Line("Phone", held.phone),
        Line("Works at", works_at),
        Line("Provider", run_by.name, go),
    )
    return Detail(
        held.name,
        works_at or run_by.name
        if held.role is ContactRole.OTHER
        else f"{held.role.label}, {works_at or run_by.name}",
        _contact_pills(held, bool(invite)),
        _when(doing.write, first, Action("pane_move", "Move", doing.move)),
        (
            Section("At a glance", lines),
            _invitations_section(held, invite.reason, doing),
            Section("Notes", (Line("", held.notes),) if held.notes else (), folded=not held.notes),
            _came_section(db, key, doing),
            _contact_history(key, doing),
        ),
    )


def _contact_pills(held: Contact, invite: bool) -> list[tuple[ColumnKind, str]]:
    pills = [(_STATUS, "May be invited" if invite else "May not be invited")]
    return [*pills, (_STATUS, "Archived")] if held.archived_on is not None else pills


def _invitations_section(held: Contact, reason: str, doing: DoingWithContact) -> Section:
    by_email = held.email and held.archived_on is None and held.consent.allows_contact
    lines = (
        Line("Why", "" if by_email else reason),
        Line("How they agreed", held.consent.label),
        Line("Agreed on", date_words(held.consent_on) if held.consent_on else ""),
    )
    refuse = Action("pane_withdraw", "They asked not to be contacted", doing.withdraw)
    return Section("Invitations", lines, actions=_when(doing.write, refuse))


def _came_section(db: Database, key: str, doing: DoingWithContact) -> Section:
    lines = came_to(db, contact=key)
    table = came_to_table(lines, with_names=False)
    keys = [line.event_id for line in lines]
    return Section("Forums", table=table, keys=keys, opened=partial(doing.go, "forums"))


def _contact_history(key: str, doing: DoingWithContact) -> Section:
    return history_section(partial(doing.history, "contact", key))
