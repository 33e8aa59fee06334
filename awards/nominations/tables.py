"""Tables of nominees and nominations, for the screen, files and the command line: all of them name people."""

from collections.abc import Sequence

from awards.category_words import category_column
from awards.exempt import EXEMPTION
from awards.nominations.alike import AlikeNominees, AlikeVoices
from awards.nominations.entries import Entry, entries, entry, reference, reference_of
from awards.nominations.moving import EntryStep
from awards.nominations.nominations import Nomination, nominations, word_limit_of
from awards.nominations.words import word_count
from awards.rounds.categories import categories
from awards.rounds.rounds import award_round
from awards.vocabulary import COUNTED_VOICES
from engagement.register.names import name_of
from resources.database import Database
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import instant_text

K = ColumnKind
_ENTRIES = (
    Column("reference", "Reference", width=92),
    Column("nominee", "Nominee", width=180),
    category_column(),
    Column("status", "Status", K.STATUS, width=150),
    Column("voices", "Voices", K.NUMBER, width=70),
    Column("job_role", "Job role", width=140),
    Column("service", "Service", width=180),
    Column("provider", "Provider", width=180),
    Column("added_on", "Added", K.DATE, width=100),
)
VOICES = (
    Column("reference", "Reference", width=92),
    Column("nominee", "Nominee", width=180),
    Column("nominator", "Nominator", width=160),
    Column("kind", "From", width=130),
    Column("relation", "Relation", width=160),
    Column("received_on", "Received", K.DATE, width=100),
    Column("how", "How", width=110),
    Column("status", "Status", K.STATUS, width=150),
    Column("words", "Words", K.NUMBER, width=70),
    Column("over", "Over the limit", K.NUMBER, width=90),
    Column("judges_read", "Judges read", width=120),
    Column("publish", "May be quoted", width=100),
    Column("reason", "Why", width=200),
)
_STATEMENT = Column("statement", "Statement", width=400)
_STEPS = (
    Column("at", "When", K.TIME, width=150),
    Column("by", "By", width=140),
    Column("what", "What", width=180),
    Column("reason", "Why", width=280),
)
_ALIKE = (
    Column("one", "One", width=220),
    Column("other", "The other", width=220),
    Column("likeness", "Likeness", K.NUMBER, width=80),
    Column("why", "Why they may be one", width=360),
)


def entries_table(db: Database, round_id: str, shown: Sequence[Entry] | None = None) -> Table:
    """The nominees of a round, or some of them."""
    held = award_round(db, round_id)
    of_category = {one.id: one.name for one in categories(db, round_id)}
    voices = dict(
        db.rows(
            f"""select entry_id, count(*) from nomination where status in ({COUNTED_VOICES})
            group by entry_id"""
        )
    )
    rows = [
        (
            reference_of(held.year, one.number), one.nominee, of_category[one.category_id], one.status.label,
            voices.get(one.id, 0), one.job_role, name_of(db, "service", one.service_id) or one.place_told,
            name_of(db, "provider", one.provider_id), one.added_on.isoformat(),
        )
        for one in (entries(db, round_id) if shown is None else shown)
    ]  # fmt: skip
    return Table(f"Nominees of {held.name}", _ENTRIES, rows, exempt=EXEMPTION)


def voices_table(db: Database, shown: Sequence[Nomination], title: str, *, statements: bool = False) -> Table:
    """Voices one by one, with the length of what they say; with `statements` also what they say."""
    columns = (*VOICES, _STATEMENT) if statements else VOICES
    return Table(title, columns, [_voice(db, one, statements) for one in shown], exempt=EXEMPTION)


def _voice(db: Database, one: Nomination, statements: bool) -> tuple[Cell, ...]:
    of = entry(db, one.entry_id)
    words = word_count(one.statement)
    over = words - word_limit_of(db, of)
    row: tuple[Cell, ...] = (
        reference(db, of), of.nominee, one.by, one.nominator_kind.label, one.relation,
        one.received_on.isoformat(), one.how.label, one.status.label, words, over if over > 0 else None,
        one.over_limit.label if one.over_limit else "", one.publish_words.label, one.reason,
    )  # fmt: skip
    return (*row, one.statement) if statements else row


def all_voices_table(db: Database, round_id: str, *, statements: bool = False) -> Table:
    """Every voice of a round."""
    title = f"Nominations of {award_round(db, round_id).name}"
    return voices_table(db, nominations(db, round_id), title, statements=statements)


def steps_table(db: Database, of: Entry, steps: Sequence[EntryStep]) -> Table:
    """How somebody came to where they stand."""
    names = {one.id: one.name for one in categories(db, of.round_id)}
    rows = [(instant_text(one.at), one.by, step_words(one, names), one.reason) for one in steps]
    return Table(f"Steps of {of.nominee}", _STEPS, rows, exempt=EXEMPTION)


def step_words(step: EntryStep, names: dict[str, str]) -> str:
    """To which status, or to which category, a step led."""
    if step.to_category_id:
        return f"Moved to “{names.get(step.to_category_id, 'another category')}”"
    return step.to_status.label


def alike_table(db: Database, pairs: Sequence[AlikeNominees]) -> Table:
    """Nominees who may be one."""
    rows = [
        (f"{reference(db, pair.one)} {pair.one.nominee}", f"{reference(db, pair.other)} {pair.other.nominee}",
         pair.score, " ".join(pair.reasons))
        for pair in pairs
    ]  # fmt: skip
    return Table("Nominees who may be one", _ALIKE, rows, exempt=EXEMPTION)


def alike_voices_table(db: Database, pairs: Sequence[AlikeVoices]) -> Table:
    """Voices that may be one."""
    rows = [
        (_voice_words(db, pair.one), _voice_words(db, pair.other), pair.score, " ".join(pair.reasons))
        for pair in pairs
    ]
    return Table("Nominations that may be one", _ALIKE, rows, exempt=EXEMPTION)


def _voice_words(db: Database, one: Nomination) -> str:
    of = entry(db, one.entry_id)
    return f"{reference(db, of)} {of.nominee}, by {one.by}"
