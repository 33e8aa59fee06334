"""What the pane says of a practice: the whole of it, whether it may be published, and whose it is."""

from collections.abc import Callable, Sequence
from functools import partial

from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from engagement.good_practice.practices import Practice
from engagement.good_practice.publishing import Publication
from resources.tables import ColumnKind
from resources.wording import date_words

Go = Callable[[str, str], object]


def practice_detail(held: Practice, said: Publication, actions: Sequence[Action], go: Go) -> Detail:
    """One practice; `go` shows another page at a row."""
    pills = [(ColumnKind.STATUS, said.words)]
    pills += [(ColumnKind.STATUS, "Exempt: not for publication")] if said.exempt else []
    answered = (
        f"{held.consent.label} on {date_words(held.consent_on)}" if held.consent_on else held.consent.label
    )
    return Detail(
        held.theme, held.place, pills, actions,
        (
            Section("What works", (Line("", held.what),)),
            Section("Publication", (Line("Consent", answered), Line("", said.reason))),
            _whose_it_is(held, go),
        ),
    )  # fmt: skip


def _whose_it_is(held: Practice, go: Go) -> Section:
    lines = (
        Line("Provider", held.provider, partial(go, "providers", held.provider_id)),
        Line("Service", held.service, partial(go, "providers", held.service_id or "")),
        Line("Who", held.who, partial(go, "contacts", held.contact_id or "")),
        Line("Shared on", date_words(held.shared_on)),
        Line("Event", held.event),
        Line("Where", "" if held.event else held.shared_at.label),
        Line("Shared with", held.shared_with),
        Line("Archived", date_words(held.archived_on) if held.archived_on else ""),
    )
    event = Action("pane_event", "Go to the event", partial(go, "forums", held.event_id or ""))
    return Section("Whose it is", lines, actions=(event,) if held.event_id else ())
