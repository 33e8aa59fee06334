"""What the pane says of an employer: how far they have come, what is next, their posts and what was done."""

from collections.abc import Callable, Sequence

from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from resources.database import Database
from resources.tables import ColumnKind, Table
from resources.wording import date_words
from workforce.iwork.employers.employers import Employer, employer
from workforce.iwork.employers.tables import contacts_table
from workforce.iwork.postcodes import placed
from workforce.iwork.posts.tables import posts_brief
from workforce.iwork.vocabulary import StaffBand


def employer_detail(
    vault: Database, key: str, actions: Sequence[Action], *, open_post: Callable[[str], object],
    open_contact: Callable[[str], object],
) -> Detail:  # fmt: skip
    """One employer."""
    held = employer(vault, key)
    posts, post_keys = posts_brief(vault, key)
    contacts, contact_keys = contacts_table(vault, key)
    brief = Table("Contacts", contacts.columns[:3], [row[:3] for row in contacts.rows])
    return Detail(
        held.name, held.district,
        [(ColumnKind.STATUS, "Closed" if held.closed_on else held.stage.label)], actions,
        (
            _next(held),
            Section("Posts", () if posts.rows else (Line("", "There is none yet."),), posts if posts.rows else None,
                    keys=post_keys, opened=open_post),
            Section("Contacts", () if contacts.rows else (Line("", "Nothing was written down yet."),),
                    brief if brief.rows else None, keys=contact_keys, opened=open_contact),
            _who(held),
        ),
    )  # fmt: skip


def _next(held: Employer) -> Section:
    by = date_words(held.next_on) if held.next_on else ""
    return Section(
        "Next",
        (Line("Next step", held.next_step or "None is set"), Line("By", by), Line("", held.note)),
    )


def _who(held: Employer) -> Section:
    staff = "" if held.staff is StaffBand.NOT_KNOWN else held.staff.label
    return Section(
        "Who they are",
        (
            Line("Contact", held.contact_name), Line("Telephone", held.contact_phone),
            Line("E-mail", held.contact_email), Line("Postcode", held.postcode),
            Line("", placed(held.postcode).why), Line("People who work there", staff),
            Line("Interest", f"{held.interest_from.label}, {date_words(held.interest_on)}"),
            Line("Forum", held.event_title), Line("Closed", date_words(held.closed_on) if held.closed_on else ""),
        ),
    )  # fmt: skip
