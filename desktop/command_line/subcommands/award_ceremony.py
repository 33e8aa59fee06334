"""The ceremony without a window: guests, running order, what is read out, and every paper."""

import argparse
from collections.abc import Sequence
from typing import Any

from awards.ceremony import guests as kept
from awards.ceremony import running_order
from awards.ceremony.certificates import Batch, save_certificates
from awards.ceremony.citations import set_citation
from awards.ceremony.gathering import USUAL, GuestsFrom, gather_guests
from awards.ceremony.guests import Guest
from awards.ceremony.honours import Honour
from awards.ceremony.letter_words import wording_of
from awards.ceremony.letters import letters_for, save_letters
from awards.ceremony.name_cards import save_name_badges, save_table_cards
from awards.ceremony.people import Nominee, finalists, nominees
from awards.ceremony.running_order import CeremonyItem, title_of
from awards.ceremony.script import script
from awards.ceremony.tables import (
    citations_table,
    counts_tables,
    guests_table,
    needs_table,
    running_order_table,
)
from awards.rounds.categories import categories
from awards.rounds.rounds import AwardRound
from awards.vocabulary import CeremonyItemKind, CeremonyLetter, Consent, GuestAnswer, GuestRole
from desktop import ceremony_invitations as joined
from desktop.ceremony_invitations import NewContacts
from desktop.command_line import choosing
from desktop.command_line.awards_choosing import a_category, a_round, add_round
from desktop.command_line.choosing import by_key_or_words
from desktop.command_line.options import a_day, a_number, a_word, add_document, add_out
from desktop.command_line.session import Session
from desktop.documents import document_name
from engagement.register.vocabulary import ConsentBasis
from resources.database import Database
from resources.problem import Problem
from resources.wording import and_list, count_of


def add_commands(commands: Any) -> None:
    """Guests, the order, citations and papers."""
    _add_guests(commands)
    _add_invitations(commands)
    _add_order(commands)
    _add_citation(commands)
    _add_papers(commands)


def _add_guests(commands: Any) -> None:
    listed = commands.add_parser(
        "award-guests", help="the guests of the ceremony, or what is needed for them"
    )
    add_round(listed)
    listed.add_argument("--needs", action="store_true", help="places, food, access and tables instead")
    listed.add_argument(
        "--lists", action="store_true", help="guest list and counts, a table each (with --out FILE.xlsx)"
    )
    add_out(listed)
    listed.set_defaults(run=_guests)
    gather = commands.add_parser("award-guests-gather", help="put groups of people on the guest list")
    add_round(gather)
    gather.add_argument(
        "--group", action="append", type=a_word(GuestsFrom), default=[], metavar="GROUP",
        help=f"{', '.join(one.value for one in GuestsFrom)} (may be repeated; otherwise "
        f"{and_list([one.value for one in USUAL])})",
    )  # fmt: skip
    gather.set_defaults(run=_gather)
    one = commands.add_parser("award-guest", help="add a guest, or change or remove one")
    add_round(one)
    what = one.add_mutually_exclusive_group(required=True)
    what.add_argument("--add", metavar="NAME")
    what.add_argument(
        "--edit", nargs="+", metavar="GUEST", help="words of a name, or a key; several are changed alike"
    )
    what.add_argument("--remove", metavar="GUEST", help="where they were put there by mistake")
    _add_guest_facts(one)
    one.set_defaults(run=_guest)


def _add_guest_facts(one: argparse.ArgumentParser) -> None:
    one.add_argument("--name", metavar="NAME", help="another name (with --edit)")
    one.add_argument("--organisation", metavar="NAME")
    one.add_argument(
        "--role", type=a_word(GuestRole), metavar="ROLE", help=", ".join(each.value for each in GuestRole)
    )
    one.add_argument("--email", metavar="ADDRESS")
    one.add_argument("--places", type=a_number, metavar="N", help="theirs, and those of whom they bring")
    one.add_argument(
        "--answer",
        type=a_word(GuestAnswer),
        metavar="ANSWER",
        help=", ".join(each.value for each in GuestAnswer),
    )
    one.add_argument("--diet", metavar="FOOD", help="such as “2 vegan; 1 halal”")
    one.add_argument("--access", metavar="WORDS")
    one.add_argument("--table", metavar="NAME", help="at which table; “none” is at none")
    one.add_argument(
        "--photo", type=a_word(Consent), metavar="ANSWER", help="may be photographed: yes, no or not_asked"
    )
    one.add_argument("--note", metavar="TEXT")


def _add_invitations(commands: Any) -> None:
    event = commands.add_parser("award-ceremony-event", help="which event among the forums is the ceremony")
    add_round(event)
    event.add_argument(
        "event", nargs="?", default="", metavar="EVENT", help="its key, or words of its title and day"
    )
    event.add_argument("--none", action="store_true", help="none of them any more")
    event.set_defaults(run=_event)
    register = commands.add_parser(
        "award-guests-register", help="add guests to the register, with how they agreed"
    )
    add_round(register)
    register.add_argument("guest", nargs="*", metavar="GUEST", help="otherwise all who are not in it")
    register.add_argument(
        "--consent", type=a_word(ConsentBasis), required=True, metavar="BASIS",
        help=", ".join(one.value for one in ConsentBasis if one.allows_contact),
    )  # fmt: skip
    register.add_argument("--on", type=a_day, metavar="DATE", help="when they agreed (otherwise today)")
    register.add_argument("--provider", metavar="NAME", help="otherwise the group of guests of the awards")
    register.set_defaults(run=_register)
    invite = commands.add_parser("award-invite", help="invite the guests to the ceremony’s event")
    add_round(invite)
    invite.add_argument("guest", nargs="*", metavar="GUEST", help="otherwise all who can be invited")
    invite.set_defaults(run=_invite)
    replies = commands.add_parser(
        "award-replies", help="what was replied to the event, as the guests’ answers"
    )
    add_round(replies)
    replies.set_defaults(run=_replies)


def _add_order(commands: Any) -> None:
    order = commands.add_parser(
        "award-running-order", help="the running order; with an option make or change it"
    )
    add_round(order)
    what = order.add_mutually_exclusive_group()
    what.add_argument("--make", action="store_true", help="a first one, with every category")
    what.add_argument(
        "--add",
        type=a_word(CeremonyItemKind),
        metavar="KIND",
        help=", ".join(one.value for one in CeremonyItemKind),
    )
    what.add_argument("--edit", metavar="POINT", help="its words, or its key")
    what.add_argument("--move", metavar="POINT", help="to another place (with --by)")
    what.add_argument("--remove", metavar="POINT")
    order.add_argument("--by", type=int, default=1, metavar="PLACES", help="down by so many; -1 is up")
    order.add_argument("--category", metavar="WORDS", help="which category (with --add category)")
    order.add_argument("--words", metavar="TEXT")
    order.add_argument("--minutes", type=a_number, metavar="N", help="otherwise 5 (with --add)")
    order.add_argument("--presenter", metavar="NAME")
    add_out(order)
    order.set_defaults(run=_order)


def _add_citation(commands: Any) -> None:
    listed = commands.add_parser("award-citations", help="the finalists with what is read out of them")
    add_round(listed)
    add_out(listed)
    listed.set_defaults(run=_citations)
    one = commands.add_parser("award-citation", help="write what is read out of a finalist")
    add_round(one)
    one.add_argument(
        "nominee", metavar="NOMINEE", help="words of the name and category, the reference or the key"
    )
    one.add_argument("text", metavar="TEXT", help="an empty one takes it back")
    one.set_defaults(run=_citation)


def _add_papers(commands: Any) -> None:
    pages = commands.add_parser(
        "award-certificates", help="certificates, for Word; under embargo until announced"
    )
    add_round(pages)
    add_document(pages)
    pages.add_argument(
        "--honour", action="append", type=a_word(Honour), default=[], metavar="HONOUR",
        help=f"{', '.join(one.value for one in Honour)} (may be repeated; otherwise all but nominee)",
    )  # fmt: skip
    pages.add_argument(
        "--only", action="append", default=[], metavar="NOMINEE", help="only theirs (may be repeated)"
    )
    pages.add_argument("--one-each", action="store_true", help="a file each, in the folder OUT.docx names")
    pages.set_defaults(run=_certificates)
    letters = commands.add_parser("award-letters", help="letters once it is announced, for Word")
    add_round(letters)
    letters.add_argument("to", type=a_word(CeremonyLetter), metavar="TO", help="nominators or managers")
    add_document(letters)
    letters.add_argument(
        "--only", action="append", default=[], metavar="NOMINEE", help="only about them (may be repeated)"
    )
    letters.set_defaults(run=_letters)
    for name, words in (
        ("award-badges", "name badges"),
        ("award-table-cards", "cards that stand on the tables"),
    ):
        cards = commands.add_parser(name, help=f"{words} of those who come, for Word")
        add_round(cards)
        add_document(cards)
        cards.add_argument(
            "--only", action="append", default=[], metavar="GUEST", help="only theirs (may be repeated)"
        )
        if name == "award-badges":
            cards.add_argument(
                "--blank", type=a_number, default=0, metavar="N", help="so many blank ones more"
            )
        cards.set_defaults(run=_cards, badges=name == "award-badges")
    paper = commands.add_parser(
        "award-script", help="running order and citations for those who present, for Word"
    )
    add_round(paper)
    add_document(paper)
    paper.set_defaults(run=_script)


# --- guests -------------------------------------------------------------------------------------------------------


def _a_guest(db: Database, held: AwardRound, text: str) -> Guest:
    return by_key_or_words(
        kept.guests(db, held.id),
        text,
        lambda one: f"{one.name}, {one.organisation or one.role.label}",
        "guest",
    )


def _some_guests(db: Database, held: AwardRound, texts: Sequence[str]) -> list[str]:
    return [_a_guest(db, held, text).id for text in texts]


def _guests(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        key = a_round(db, asked.round).id
        if asked.lists:
            session.show([guests_table(db, key)[0], *counts_tables(db, key)], asked.out, db=db)
            return
        table, _ = needs_table(db, key) if asked.needs else guests_table(db, key)
        session.show(table, asked.out, db=db)


def _gather(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        session.say(f"{gather_guests(db, a_round(db, asked.round).id, asked.group or USUAL).words}.")


def _guest(session: Session, asked: argparse.Namespace) -> None:
    names = ("name", "organisation", "role", "email", "places", "diet", "access", "note")
    facts: dict[str, Any] = {name: getattr(asked, name) for name in names if getattr(asked, name) is not None}
    with session.writing() as db:
        held = a_round(db, asked.round)
        if asked.remove:
            one = _a_guest(db, held, asked.remove)
            kept.remove_guest(db, one.id)
            session.say(f"Removed the guest {one.name}.")
            return
        if asked.add:
            facts.pop("name", None)
            made = kept.add_guest(db, held.id, asked.add, **facts)
            session.say(f"Added the guest {made.name}.")
            _note(session, db, asked, [made.id])
            return
        keys = _some_guests(db, held, asked.edit)
        for key in keys if facts else ():
            session.say(f"Changed the guest {kept.edit_guest(db, key, **facts).name}.")
        _note(session, db, asked, keys)


def _note(session: Session, db: Database, asked: argparse.Namespace, keys: Sequence[str]) -> None:
    """What several are given at once: answer, photographs and table."""
    if asked.answer is not None:
        kept.record_answers(db, keys, asked.answer, today=session.today)
        session.say(f"{count_of(len(keys), 'guest')}: {asked.answer.label}.")
    if asked.photo is not None:
        kept.record_photos(db, keys, asked.photo, today=session.today)
        session.say(f"{count_of(len(keys), 'guest')}, photographs: {asked.photo.label}.")
    if asked.table is not None:
        name = "" if asked.table.casefold() == "none" else asked.table
        kept.seat(db, keys, name)
        session.say(f"{count_of(len(keys), 'guest')}: {name or 'no table'}.")


# --- invitations --------------------------------------------------------------------------------------------------


def _event(session: Session, asked: argparse.Namespace) -> None:
    if not asked.event and not asked.none:
        with session.reading() as db:
            held = a_round(db, asked.round)
            found = joined.ceremony_event(db, held)
            session.say(
                f"{found.title}, {found.when}."
                if found
                else f"{held.name} has no ceremony among the forums yet."
            )
        return
    with session.writing() as db:
        held = a_round(db, asked.round)
        made = joined.choose_ceremony(db, held.id, "" if asked.none else choosing.event(db, asked.event).id)
        session.say(
            f"{made.title} is the ceremony of {held.name}." if made else f"{held.name} has no ceremony yet."
        )


def _register(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = a_round(db, asked.round)
        keys = _some_guests(db, held, asked.guest) or [
            one.id for one in joined.who_can_be_invited(db, held.id).not_in_register
        ]
        place = choosing.provider(db, asked.provider).id if asked.provider else ""
        made = joined.make_contacts(
            db, NewContacts(tuple(keys), asked.consent, asked.on or session.today, place)
        )
        session.say(f"Added {count_of(len(made), 'guest')} to the register.")


def _invite(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = a_round(db, asked.round)
        keys = _some_guests(db, held, asked.guest)
        said = joined.who_can_be_invited(db, held.id, keys).sentences[1:]
        made = joined.invite_guests(db, held.id, keys, now=session.now)
        session.say(f"Invited {count_of(len(made.participants), 'guest')}.", *said)


def _replies(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        made = joined.take_replies(db, a_round(db, asked.round).id, today=session.today)
        session.say(*(f"{one.name}: {one.answer.label}." for one in made))


# --- the order and what is read out -------------------------------------------------------------------------------


def _a_point(db: Database, held: AwardRound, text: str) -> CeremonyItem:
    names = {one.id: one.name for one in categories(db, held.id)}
    some = running_order.items(db, held.id)
    return by_key_or_words(
        some, text, lambda one: title_of(one, names), "point of the running order", name="words"
    )


def _order(session: Session, asked: argparse.Namespace) -> None:
    if not (asked.make or asked.add or asked.edit or asked.move or asked.remove):
        with session.reading() as db:
            held = a_round(db, asked.round)
            table, _ = running_order_table(db, held.id, starts=joined.ceremony_starts(db, held))
            session.show(table, asked.out, db=db)
        return
    with session.writing() as db:
        held = a_round(db, asked.round)
        session.say(_change_order(db, held, asked))


def _change_order(db: Database, held: AwardRound, asked: argparse.Namespace) -> str:
    if asked.make:
        return f"Made a running order of {count_of(len(running_order.make_running_order(db, held.id)), 'point')}."
    if asked.move:
        made = running_order.move_item(db, _a_point(db, held, asked.move).id, asked.by)
        return f"It is point {made.position} now."
    if asked.remove:
        running_order.remove_item(db, _a_point(db, held, asked.remove).id)
        return "Removed the point."
    facts: dict[str, Any] = {
        name: getattr(asked, name) for name in ("words", "presenter") if getattr(asked, name) is not None
    }
    if asked.category:
        facts["category_id"] = a_category(db, held.id, asked.category).id
    if asked.add:
        running_order.add_item(db, held.id, asked.add, minutes=asked.minutes or 5, **facts)
        return "Added the point."
    if asked.minutes is not None:
        facts["minutes"] = asked.minutes
    if not facts:
        raise Problem("Nothing is to be changed. Say what, such as --minutes 10 or --presenter NAME.")
    running_order.edit_item(db, _a_point(db, held, asked.edit).id, **facts)
    return "Changed the point."


def _citations(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        session.show(citations_table(db, a_round(db, asked.round).id)[0], asked.out, db=db)


def _a_nominee(some: Sequence[Nominee], text: str) -> Nominee:
    by_reference = [one for one in some if one.reference == text]
    if by_reference:
        return by_reference[0]
    return by_key_or_words(some, text, lambda one: f"{one.name}, {one.category}", "nominee")


def _citation(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        one = _a_nominee(finalists(db, a_round(db, asked.round).id), asked.nominee)
        made = set_citation(db, one.id, asked.text)
        session.say(f"{'Wrote' if made.citation else 'Took back'} the citation of {made.name}.")


# --- papers -------------------------------------------------------------------------------------------------------


def _certificates(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        held = a_round(db, asked.round)
        event = joined.ceremony_event(db, held)
        every = nominees(db, held.id)
        only = tuple(_a_nominee(every, text).id for text in asked.only)
        usual = tuple(one for one in Honour if one.is_finalist or only)
        batch = Batch(tuple(asked.honour) or usual, only, event.day if event else None, asked.one_each)
        path = asked.document if asked.one_each else document_name(asked.document)
        saved = save_certificates(db, held.id, path, batch, today=session.today)
        session.say(f"{saved.words}.")


def _letters(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        held = a_round(db, asked.round)
        only = [_a_nominee(nominees(db, held.id), text).id for text in asked.only]
        found = letters_for(db, held.id, asked.to, entry_ids=only)
        path = document_name(asked.document)
        number = save_letters(db, found, held.id, path, today=session.today, wording=wording_of(db, asked.to))
        session.say(
            f"Saved “{path}”, {count_of(number, 'letter')}.", *(f"Left out: {one}." for one in found.left_out)
        )


def _cards(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        held = a_round(db, asked.round)
        chosen, path = _some_guests(db, held, asked.only), document_name(asked.document)
        if asked.badges:
            number = save_name_badges(
                db, held.id, path, today=session.today, chosen=chosen, blank=asked.blank
            )
        else:
            number = save_table_cards(db, held.id, path, today=session.today, chosen=chosen)
        session.say(f"Saved “{path}”, {count_of(number, 'guest')}.")


def _script(session: Session, asked: argparse.Namespace) -> None:
    from resources.report.word import save_word  # loaded when first used

    with session.reading() as db:
        held = a_round(db, asked.round)
        made = script(db, held.id, today=session.today, starts=joined.ceremony_starts(db, held))
        path = document_name(asked.document)
        save_word(made, path, exempt_terms=())
        session.say(f"Saved “{path}”, marked as exempt.")
