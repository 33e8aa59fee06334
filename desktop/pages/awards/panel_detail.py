"""What the pane of the side Panel says: of a member, of a nominee and each judge, and of one conflict."""

from collections.abc import Callable, Sequence

from awards.judging.assignments import assignments_of
from awards.judging.conflict_lines import ConflictLine
from awards.judging.conflict_reading import conflicts_in
from awards.judging.interests import interest_words, interests_of
from awards.judging.panel import is_member, member, member_names, members, words_of
from awards.judging.panel_categories import categories_of
from awards.judging.panel_tables import between, interests_state
from awards.judging.progress import judge_progress
from awards.judging.ruled import ruling_on
from awards.nominations.entries import entry, is_entry, reference
from awards.rounds.categories import category
from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from engagement.register.names import name_of
from resources.database import Database
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of, date_words

_INTERESTS = (Column("interest", "Interest", width=210), Column("on", "Declared", ColumnKind.DATE, 96))
_JUDGES = (Column("judge", "Judge", width=144), Column("state", "State", ColumnKind.STATUS, 138))


def member_detail(
    db: Database, key: str, actions: Sequence[Action], *, open_provider: Callable[[str], object],
    open_interest: Callable[[str], object],
) -> Detail | None:  # fmt: skip
    """A member: who they are, what they declared, and how far they have come."""
    if not is_member(db, key):
        return None
    held, told = member(db, key), interests_of(db, key)
    far = next(one for one in judge_progress(db, held.round_id) if one.member_id == key)
    provider = held.provider_id
    only = ", ".join(category(db, one).name for one in categories_of(db, key))
    about = (
        Line("Organisation", held.organisation),
        Line("Works for", name_of(db, "provider", provider), lambda: open_provider(provider or "")),
        Line("E-mail address", held.email),
        Line("Judges", only or "Every category"),
        Line("At most", count_of(held.most_entries, "nominee") if held.most_entries is not None else "No limit"),
        Line("Stood down", f"{date_words(held.stood_down_on)}: {held.stood_down_reason}" if held.stood_down_on else ""),
        Line("Note", held.note),
    )  # fmt: skip
    work = (
        Line("Given", count_of(far.given, "nominee")),
        Line("Scored", str(far.scored) if far.given else ""),
        Line("Abstained", str(far.abstained) if far.abstained else ""),
        Line("Still to score", str(far.open) if far.given else ""),
        Line("Does not judge", count_of(far.left, "nominee") if far.left else ""),
    )
    declared = [(interest_words(db, one), one.declared_on.isoformat()) for one in told]
    asked = date_words(held.declared_on) if held.declared_on else "Not asked yet"
    interests = Section(
        "Interests", (Line("Last asked", asked), Line("", "" if told or not held.declared_on else "None declared.")),
        Table("Interests", _INTERESTS, declared) if told else None, keys=[one.id for one in told], opened=open_interest,
    )  # fmt: skip
    pills = [(ColumnKind.STATUS, interests_state(held, len(told)))]
    if held.stood_down_on:
        pills.append((ColumnKind.STATUS, "Stood down"))
    return Detail(
        words_of(db, key), held.role.label, pills, actions,
        (interests, Section("Judging", work), Section("Member", about)),
    )  # fmt: skip


def nominee_detail(
    db: Database, key: str, actions: Sequence[Action], *, open_nominee: Callable[[str], object]
) -> Detail | None:
    """A nominee: each judge, and why some do not judge them."""
    if not is_entry(db, key):
        return None
    held = entry(db, key)
    names = member_names(db, held.round_id)
    given = {one.member_id: one for one in assignments_of(db, entry_id=key)}
    found = {judge: some for (judge, _), some in conflicts_in(db, held.round_id, entry_ids=(key,)).items()}
    shown = [one.id for one in members(db, held.round_id) if one.judges or one.id in given]
    rows: list[tuple[Cell, ...]] = [
        (names[one], between(given.get(one), one in found) or "Not given") for one in shown
    ]
    told = {judge: " ".join(one.sentence for one in some) for judge, some in found.items()}
    reasons = {one.member_id: one.reason for one in given.values() if one.reason}
    why = [Line(names[one], said) for one in shown if (said := told.get(one) or reasons.get(one))]
    about = (
        Line("Nominee", held.nominee, lambda: open_nominee(key)),
        Line("Category", category(db, held.category_id).name),
        Line("Where", name_of(db, "service", held.service_id) or held.place_told),
    )
    sections = [Section("Judges", (), Table("Judges", _JUDGES, rows)), Section("Nominee", about)]
    if why:
        sections.insert(1, Section("Why not", why, stacked=True))
    return Detail(
        held.nominee, reference(db, held), [(ColumnKind.STATUS, held.status.label)], actions, sections
    )


def conflict_detail(db: Database, line: ConflictLine, actions: Sequence[Action]) -> Detail | None:
    """A conflict: what was found, what was ruled, and what the judge has."""
    if not (is_entry(db, line.entry_id) and is_member(db, line.member_id)):
        return None
    held, said = entry(db, line.entry_id), ruling_on(db, line.member_id, line.entry_id)
    found = [Line(one.kind.label, one.sentence) for one in line.found] or [
        Line("", "Nothing else was found.")
    ]
    sections = [Section("What was found", found, stacked=True)]
    if said is not None:
        ruled = (
            Line("Ruling", "There is a conflict" if said.conflict else "There is no conflict"),
            Line("By", f"{said.ruled_by}, {date_words(said.ruled_on)}"),
            Line("Why", said.reason),
        )
        sections.append(Section("The chair’s ruling", ruled))
    state = line.given.status.label if line.given is not None else "Not given to this judge"
    about = (
        Line("Nominee", f"{held.nominee}, {reference(db, held)}"),
        Line("Category", category(db, held.category_id).name),
        Line("With this judge", state),
        Line("Why", line.given.reason if line.given is not None else ""),
    )
    sections.append(Section("Nominee and judge", about))
    who = f"{words_of(db, line.member_id)} and {held.nominee}"
    return Detail(who, "", [(ColumnKind.STATUS, line.state)], actions, sections)
