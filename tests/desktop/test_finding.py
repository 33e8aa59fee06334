"""Finding any service, provider, person or event from anywhere."""

from datetime import UTC, datetime

from desktop.finding import finder
from desktop.shell.page import Navigator
from engagement.forums import events
from engagement.forums.events import EventDraft
from engagement.forums.vocabulary import EventKind
from engagement.register import contacts, providers, services
from engagement.register.vocabulary import ConsentBasis, ContactRole, OrganisationKind, ServiceKind
from resources.database import Database


def register(db: Database) -> tuple[str, str, str]:
    firm = providers.add_provider(db, name="Quillfeather Group").id
    home = services.add_service(
        db, firm, name="Elm Lodge", kind=ServiceKind.NURSING_HOME, district="Bassetlaw"
    ).id
    person = contacts.add_contact(
        db, firm, service_id=home, name="Ada Example", role=ContactRole.REGISTERED_MANAGER,
        consent=ConsentBasis.EMAIL_OPT_IN,
    ).id  # fmt: skip
    starts, ends = datetime(2026, 3, 4, 10, tzinfo=UTC), datetime(2026, 3, 4, 12, tzinfo=UTC)
    draft = EventDraft(kind=EventKind.PROVIDER_FORUM, title="Spring forum", starts=starts, ends=ends)
    return home, person, events.plan_event(db, draft)


def test_each_kind_is_found_by_three_letters_and_leads_to_its_page(db: Database) -> None:
    keys = register(db)
    navigator, asked = Navigator(), []
    navigator.asked.connect(lambda page, row: asked.append((page, row)))
    find = finder(db, navigator)
    for text in ("elm", "ada", "spr"):
        find(text)[0].open()
    assert asked == list(zip(("providers", "contacts", "forums"), keys, strict=True))


def test_what_is_found_says_what_it_is(db: Database) -> None:
    register(db)
    find = finder(db, Navigator())
    assert [(one.kind, one.title, one.detail) for text in ("elm", "spr") for one in find(text)] == [
        ("Service", "Elm Lodge", "Nursing home, Bassetlaw, Quillfeather Group"),
        ("Person", "Ada Example", "Registered manager, Elm Lodge"),
        ("Event", "Spring forum", "4 Mar 2026, 10am"),
    ]


def test_a_provider_is_found_through_its_services(db: Database) -> None:
    register(db)
    found = finder(db, Navigator())("quill")
    assert [(one.kind, one.title) for one in found][:1] == [("Service", "Elm Lodge")]


def test_an_organisation_that_is_no_provider_is_found_as_what_it_is(db: Database) -> None:
    providers.add_provider(db, name="Sample Board", organisation=OrganisationKind.PARTNER)
    find = finder(db, Navigator())
    for text in ("sample", "partner"):
        assert [(one.kind, one.title, one.detail) for one in find(text)] == [
            ("Partner organisation", "Sample Board", "")
        ]
    register(db)
    assert [one.title for one in find("care")] == []  # what most organisations are finds none of them


def test_nothing_is_found_for_nonsense(db: Database) -> None:
    register(db)
    assert finder(db, Navigator())("zzzz") == []


def test_a_provider_without_a_service_is_found_and_shown(db: Database) -> None:
    alone = providers.add_provider(db, name="Tumbleweed Trust").id
    navigator, asked = Navigator(), []
    navigator.asked.connect(lambda page, row: asked.append((page, row)))
    (found,) = finder(db, navigator)("tumble")
    assert (found.kind, found.title, found.detail) == ("Provider", "Tumbleweed Trust", "no service")
    found.open()
    assert asked == [("providers", alone)]
