"""What the pane says of a nominee: where they work, each voice with its length, and the steps taken so far."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from awards.nominations.alike import AlikeNominees, alike_of, named
from awards.nominations.entries import Entry, entry, merged_into, reference
from awards.nominations.moving import steps_of
from awards.nominations.nominations import Nomination, nominations_of, word_limit_of
from awards.nominations.tables import steps_table
from awards.nominations.words import word_count, words_line
from awards.rounds.categories import category
from awards.vocabulary import Consent, NominationStatus
from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from engagement.register.names import name_of
from resources.database import Database
from resources.tables import ColumnKind, Table
from resources.wording import count_of, date_words

_STEP_WIDTHS = {"at": 130, "what": 150, "by": 110, "reason": 160}


@dataclass(frozen=True)
class Ways:
    """Where a line of the pane leads."""

    entry: Callable[[str], object]
    place: Callable[[str], object]
    voice: Callable[[str], object] | None
    compare: Action | None


def nominee_detail(db: Database, key: str, actions: Sequence[Action], ways: Ways) -> Detail:
    """One nominee, as they stand."""
    held = entry(db, key)
    voices = nominations_of(db, key)
    counted = sum(one.status.is_counted for one in voices)
    pills = [(ColumnKind.STATUS, held.status.label)]
    limit = word_limit_of(db, held)
    sections = [
        *_alike(db, held, ways), _who(db, held, ways), *_consents(held),
        *(part for one in voices for part in _voice(one, limit, ways, alone=len(voices) == 1)), _steps(db, held),
    ]  # fmt: skip
    heading = f"{reference(db, held)} · {category(db, held.category_id).name} · {count_of(counted, 'voice')}"
    return Detail(held.nominee, heading, pills, actions, sections)


def _alike(db: Database, held: Entry, ways: Ways) -> list[Section]:
    pairs = alike_of(db, held.id)
    if not pairs:
        return []
    lines = [Line(_other(db, held, pair), " ".join(pair.reasons)) for pair in pairs]
    offered = (ways.compare,) if ways.compare is not None else ()
    return [Section("May be the same nominee as", lines, actions=offered, stacked=True)]


def _other(db: Database, held: Entry, pair: AlikeNominees) -> str:
    return named(db, pair.other if pair.one.id == held.id else pair.one)


def _who(db: Database, held: Entry, ways: Ways) -> Section:
    lines = [
        Line("Kind", _kind(db, held)), Line("Also known as", held.also_known_as), Line("Job role", held.job_role),
        _place(db, "Service", "service", held.service_id, ways),
        _place(db, "Provider", "provider", held.provider_id, ways),
        Line("Where, as told", held.place_told), Line("In the register", name_of(db, "contact", held.contact_id)),
        Line("E-mail address", held.email), Line("Telephone", held.phone), Line("Note", held.note),
    ]  # fmt: skip
    if not held.service_id and not held.provider_id:
        lines.insert(3, Line("Service", "Not tied to the register. “Change…” ties it."))
    if held.merged_into_id:
        kept = entry(db, held.merged_into_id)
        lines.append(Line("Grouped with", named(db, kept), lambda: ways.entry(kept.id)))
    lines += [
        Line("Grouped in", named(db, one), _leads(ways.entry, one.id)) for one in merged_into(db, held.id)
    ]
    return Section("Nominee", lines)


def _leads(go: Callable[[str], object], key: str) -> Callable[[], object]:
    return lambda: go(key)


def _kind(db: Database, held: Entry) -> str:
    honours = category(db, held.category_id).nominee_kind
    if honours is held.nominee_kind:
        return held.nominee_kind.label
    return f"{held.nominee_kind.label}, though the category honours {_a(honours.label.lower())}"


def _a(word: str) -> str:
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def _place(db: Database, heading: str, table: str, key: str | None, ways: Ways) -> Line:
    name = name_of(db, table, key)
    return Line(heading, name, (lambda: ways.place(key)) if name and key else None)


def _consents(held: Entry) -> list[Section]:
    if held.publish_name is Consent.NOT_ASKED and held.photo is Consent.NOT_ASKED:
        return []
    lines = [
        Line("Named in public", _consent(held.publish_name, held.publish_asked_on)),
        Line("Photographed", _consent(held.photo, held.photo_asked_on)),
    ]
    return [Section("Agreed to", lines)]


def _consent(said: Consent, asked_on: object) -> str:
    return f"{said.label}, asked on {date_words(str(asked_on))}" if asked_on else said.label


def _voice(one: Nomination, limit: int, ways: Ways, *, alone: bool) -> list[Section]:
    """Who speaks, then what they say; the words of several voices are folded away."""
    lines = [
        Line("From", ", ".join(part for part in (one.nominator_kind.label, one.relation) if part)),
        Line("Received", f"{date_words(one.received_on)}, {one.how.label.lower()}"),
        Line("E-mail address", one.nominator_email), Line("Telephone", one.nominator_phone),
        Line("May be quoted", _consent(one.publish_words, one.publish_asked_on)), Line("Why", one.reason),
        Line("Length", _length(one, limit)), Line("Attachment", one.attachment),
    ]  # fmt: skip
    if one.status is not NominationStatus.SUBMITTED:
        lines.insert(0, Line("Status", one.status.label, kind=ColumnKind.STATUS))
    change = ways.voice
    offered = (
        (Action(f"voice_{one.id}", "Change…", lambda: change(one.id), tip=f"The nomination by {one.by}"),)
        if change is not None
        else ()
    )
    said = Section(f"Statement of {one.by}", (Line("", one.statement),), folded=not alone)
    return [Section(f"Nominated by {one.by}", lines, actions=offered), *([said] if one.statement else [])]


def _length(one: Nomination, limit: int) -> str:
    count = word_count(one.statement)
    line = words_line(count, limit)
    if count <= limit:
        return line
    return (
        f"{line}; the judges read {one.over_limit.label.lower()}"
        if one.over_limit
        else f"{line}; not ruled on"
    )


def _steps(db: Database, held: Entry) -> Section:
    table = steps_table(db, held, steps_of(db, held.id))
    columns = tuple(replace(one, width=_STEP_WIDTHS.get(one.name, one.width)) for one in table.columns)
    return Section("Steps", (), Table(table.title, columns, table.rows), folded=True)
