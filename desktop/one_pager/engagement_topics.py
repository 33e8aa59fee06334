"""What the register and the forums say of a provider, for one page."""

from collections import Counter
from datetime import date

from desktop.one_pager.subject import Subject
from desktop.one_pager.topics import Topic
from engagement.forums import events
from engagement.forums.meeting.actions import all_actions
from engagement.forums.people.came_to import came_to
from engagement.forums.vocabulary import EventState
from engagement.good_practice.practices import practices
from engagement.register.contacts import contacts_of
from engagement.register.contracts import contracts_on
from engagement.register.notes import notes_on_provider
from engagement.register.ratings import DatedRating, ratings_of
from engagement.register.services import Service
from engagement.register.vocabulary import ContactRole, ContractStatus, KeyQuestion, Rating
from resources.spans import months_before
from resources.wording import as_instant, count_of, date_words, in_london, lower_first

NO_DISTRICT = "no district known"
LOW = (Rating.INADEQUATE, Rating.REQUIRES_IMPROVEMENT)
EVERY = 1_000_000
"""People at events: a large provider sends many to each."""
SEVERAL = 3
"""More services than these are counted before they are named."""
_FIRST = (ContactRole.REGISTERED_MANAGER, ContactRole.NOMINATED_INDIVIDUAL)
_WORST_FIRST = (Rating.INADEQUATE, Rating.REQUIRES_IMPROVEMENT, Rating.OUTSTANDING, Rating.GOOD)


def who(of: Subject) -> Topic:
    """What it is, where, and whom to ask for."""
    lines = []
    if of.only:
        held = of.only
        lines.append(f"{held.kind.label} in {held.district or NO_DISTRICT}, run by {of.provider.name}.")
        if held.archived_on:
            lines.append(f"Archived on {date_words(held.archived_on)}.")
    else:
        lines.append(_services(of))
    if of.provider.archived_on:
        lines.insert(0, f"{of.provider.name} was archived on {date_words(of.provider.archived_on)}.")
    people = [one for one in contacts_of(of.db, provider=of.provider.id) if not one.archived_on]
    if of.only:
        people = [one for one in people if one.service_id in (None, of.only.id)]
    people.sort(key=lambda one: (_FIRST.index(one.role) if one.role in _FIRST else len(_FIRST), one.name))
    lines += [f"{one.role.label}: {one.name}{f', {one.phone}' if one.phone else ''}." for one in people]
    return Topic("Who", tuple(lines))


def _services(of: Subject) -> str:
    """Their names and places where they are few, otherwise how many of each kind; and how many were put away."""
    if len(of.services) <= SEVERAL:
        told = ", ".join(
            f"{one.name} ({lower_first(one.kind.label)}, {one.district or NO_DISTRICT})"
            for one in of.services
        )
    else:
        kinds = Counter(lower_first(one.kind.label) for one in of.services)
        told = ", ".join(f"{kind} {number}" for kind, number in kinds.most_common())
    away = f"; {len(of.archived)} archived" if of.archived else ""
    return f"{count_of(len(of.services), 'service')} in use{f': {told}' if told else ''}{away}."


def ratings(of: Subject) -> Topic:
    """The rating of each service and when it was published, the worst first."""
    known: list[tuple[int, str, Service, DatedRating]] = []
    none, new, ask = 0, [], []
    for one in of.services:
        overall = [held for held in ratings_of(of.db, one.id) if held.question is KeyQuestion.OVERALL]
        if not overall:
            none += 1
            continue
        newest = overall[0]
        before = next((held for held in overall[1:] if held.rating is not newest.rating), None)
        was = f", {before.rating.label} before" if before else ""
        said = f"{newest.rating.label}, published {date_words(newest.published_on)}{was}{of.place(one.id)}."
        order = _WORST_FIRST.index(newest.rating) if newest.rating in _WORST_FIRST else len(_WORST_FIRST)
        known.append((order, said, one, newest))
        if newest.published_on > of.since:
            new.append((order, newest.rating.label, of.place(one.id)))
        if newest.rating in LOW:
            ask.append(f"What has changed since the rating {newest.rating.label}{of.place(one.id)}?")
    known.sort(key=lambda one: (one[0], one[2].name))
    lines = [said for _, said, _, _ in known]
    if len(known) > SEVERAL:
        counted = Counter(newest.rating.label for _, _, _, newest in known)
        lines.insert(0, f"{', '.join(f'{number} {label}' for label, number in counted.most_common())}.")
    if none:
        lines.append(f"{count_of(none, 'service has', 'services have')} no published rating.")
    since = f"New ratings: {_new_ratings(new)}." if new else ""
    return Topic("Ratings", tuple(lines) or ("No service is held.",), since, tuple(ask))


def _new_ratings(new: list[tuple[int, str, str]]) -> str:
    """Each with its service; of many how many of each, the worst first."""
    new.sort()
    if len(new) <= SEVERAL:
        return ", ".join(f"{label}{place}" for _, label, place in new)
    counted = Counter(label for _, label, _ in new)
    return ", ".join(f"{number} {label}" for label, number in counted.items())


def contract(of: Subject) -> Topic:
    """How each contract stands; those that are not in good standing first."""
    held = contracts_on(of.db, of.today, services=of.service_ids)
    periods = [held[key] for key in of.service_ids if key in held]
    periods.sort(key=lambda one: not one.status.is_exempt_when_named)
    lines = [
        f"{one.status.label} since {date_words(one.from_on)}{of.place(one.service_id)}."
        + (f" {of.free(one.reason)}" if one.reason and one.status.is_exempt_when_named else "")
        for one in periods
    ]
    if len(periods) > SEVERAL:
        counted = Counter(one.status.label for one in periods)
        lines.insert(0, f"{', '.join(f'{number} {label}' for label, number in counted.items())}.")
    none = len(of.services) - len(periods)
    if periods and none:
        lines.append(f"{count_of(none, 'service has', 'services have')} no contract with the council.")
    new = [f"{one.status.label}{of.place(one.service_id)}" for one in periods if one.from_on > of.since]
    ask = tuple(
        f"What is still to be done about the {lower_first(one.status.label)}{of.place(one.service_id)}?"
        if one.status is ContractStatus.IMPROVEMENT_NOTICE
        else f"What is still to be done before the suspension can end{of.place(one.service_id)}?"
        for one in periods
        if one.status in (ContractStatus.IMPROVEMENT_NOTICE, ContractStatus.SUSPENDED)
    )  # fmt: skip
    since = f"Contract: {', '.join(new)}." if new else ""
    return Topic("Contract", tuple(lines) or ("No contract with the council is held.",), since, ask)


def forums(of: Subject) -> Topic:
    """How often its people came in a year, of how many events they were asked to that were not cancelled."""
    first, whose = months_before(of.today, 12), "The provider came" if of.only else "Came"
    told = [
        one for one in came_to(of.db, provider=of.provider.id, limit=EVERY)
        if min(first, of.since) <= _day(one.starts_at) <= of.today
    ]  # fmt: skip
    held = {key for key in {one.event_id for one in told} if _took_place(of, key)}
    asked = {one.event_id: one for one in told if one.event_id in held}
    came = {one.event_id: one for one in told if one.event_id in held and one.status.came}
    recent = sum(_day(one.starts_at) > of.since for one in came.values())
    since = f"{whose} to {count_of(recent, 'event')}." if recent else ""
    asked, came = (
        {key: one for key, one in some.items() if _day(one.starts_at) >= first} for some in (asked, came)
    )
    if not asked:
        return Topic("Forums", ("Asked to no event in the last year.",), since)
    lines = [f"{whose} to {len(came)} of {count_of(len(asked), 'event')} in the last year."]
    lines += [f"{one.title}, {date_words(_day(one.starts_at))}." for one in list(came.values())[:6]]
    ask = () if came else ("What would make a forum worth coming to?",)
    return Topic("Forums", tuple(lines), since, ask)


def _took_place(of: Subject, event: str) -> bool:
    return events.get(of.db, event).state is not EventState.CANCELLED


def actions(of: Subject) -> Topic | None:
    """Actions that its people own and that are open; of a service not those of the people of another one."""
    people = {
        one.id for one in contacts_of(of.db, provider=of.provider.id, archived=True)
        if of.only is None or one.service_id in (None, of.only.id)
    }  # fmt: skip
    held = [one for one in all_actions(of.db, only_open=True) if one.owner_contact_id in people]
    if not held:
        return None
    held.sort(key=lambda one: (one.due_on is None, one.due_on or of.today))
    lines = [
        f"{of.free(one.text.rstrip('.'))}, {f'due {date_words(one.due_on)}' if one.due_on else 'no day agreed'}"
        f"{' (overdue)' if one.is_overdue(of.today) else ''}." for one in held
    ]  # fmt: skip
    late = sum(one.is_overdue(of.today) for one in held)
    ask = (f"What holds up {count_of(late, 'action')} from the forums?",) if late else ()
    new = sum(one.raised_on > of.since for one in held)
    return Topic("Actions open", tuple(lines), f"Took on {count_of(new, 'action')}." if new else "", ask)


def good_practice(of: Subject) -> Topic | None:
    """What it shared that works."""
    held = [
        one for one in practices(of.db, provider=of.provider.id)
        if of.only is None or one.service_id in (None, of.only.id)
    ]  # fmt: skip
    if not held:
        return None
    new = sum(one.shared_on > of.since for one in held)
    since = f"Shared {count_of(new, 'example')} of good practice." if new else ""
    return Topic("Good practice", tuple(f"{one.theme}: {of.free(one.what)}" for one in held), since)


def notes(of: Subject) -> Topic | None:
    """The team's own notes, the newest first."""
    held = sorted(notes_on_provider(of.db, of.provider.id), key=lambda one: one.written_at, reverse=True)
    lines = tuple(
        f"{date_words(in_london(one.written_at).date())}: {of.free(one.text)}" for one in held
        if of.only is None or one.service_id in (None, of.only.id)
    )  # fmt: skip
    return Topic("Notes", lines) if lines else None


def _day(instant: str) -> date:
    return in_london(as_instant(instant)).date()


TOPICS = (who, ratings, contract, forums, actions, good_practice, notes)
