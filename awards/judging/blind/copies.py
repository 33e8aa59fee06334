"""The blind copy of somebody nominated: what each voice says, without who is meant, as far as judges read it."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from awards.judging.blind.choices import choices_in
from awards.judging.blind.hiding import Choices, Hidden, capitals_left, hide
from awards.judging.blind.names import Names
from awards.judging.blind.names_reading import names_in
from awards.nominations.entries import reference_of
from awards.nominations.words import cut_to, word_count
from awards.vocabulary import COUNTED_VOICES, NominatorKind, NomineeKind, OverLimit
from resources.database import Database


@dataclass(frozen=True)
class BlindVoice:
    """One statement. `of_words` is how long it was where only the beginning is read, 0 otherwise.

    `decided` are the doubtful words that a person looked at.
    """

    nomination_id: str
    kind: NominatorKind
    hidden: Hidden
    decided: Choices
    of_words: int
    attachment: bool

    @property
    def undecided(self) -> int:
        """How many doubtful words nobody looked at yet."""
        return sum((one.word, one.nth) not in self.decided for one in self.hidden.doubtful)


@dataclass(frozen=True)
class BlindCopy:
    """Somebody nominated, by reference and category alone."""

    entry_id: str
    reference: str
    category_id: str
    category: str
    kind: NomineeKind
    voices: tuple[BlindVoice, ...]
    names: Names

    @property
    def undecided(self) -> int:
        """How many doubtful words nobody looked at yet, in all statements."""
        return sum(one.undecided for one in self.voices)

    @property
    def capitals(self) -> list[str]:
        """Words with a capital that were left: they may be names of people not on record."""
        return list(dict.fromkeys(word for one in self.voices for word in capitals_left(one.hidden.text)))


def blind_copy(db: Database, entry_id: str) -> BlindCopy:
    """That of one nominee."""
    round_id = db.value("select round_id from award_entry where id = ?", (entry_id,))
    if round_id is None:
        raise LookupError(f"there is nobody nominated {entry_id}")
    return blind_copies(db, str(round_id), only=(entry_id,))[entry_id]


def blind_copies(db: Database, round_id: str, *, only: Collection[str] | None = None) -> dict[str, BlindCopy]:
    """Those of a round, or of these nominees, by category and number."""
    rows = db.rows(
        """select award_entry.id, year, number, category_id, award_category.name, award_entry.nominee_kind,
        coalesce(award_category.word_limit, award_round.word_limit) from award_entry
        join award_round on award_round.id = award_entry.round_id
        join award_category on award_category.id = category_id
        where award_entry.round_id = ? and merged_into_id is null and status <> 'draft'
        order by award_category.position, number""",
        (round_id,),
    )
    asked = [row for row in rows if only is None or row[0] in only]
    names = names_in(db, round_id, only=[row[0] for row in asked])
    voices = _voices(db, round_id, {row[0]: (names[row[0]], row[6]) for row in asked})
    return {
        key: BlindCopy(
            key, reference_of(year, number), category_id, category, NomineeKind(kind), tuple(voices.get(key, ())),
            names[key],
        )
        for key, year, number, category_id, category, kind, _ in asked
    }  # fmt: skip


def _voices(db: Database, round_id: str, asked: dict[str, tuple[Names, int]]) -> dict[str, list[BlindVoice]]:
    decided = choices_in(db, round_id)
    titles = db.rows("select name from award_category where round_id = ? order by 1", (round_id,))
    known = tuple(name for (name,) in titles)
    found: dict[str, list[BlindVoice]] = {}
    rows = db.rows(
        f"""select nomination.id, entry_id, nominator_kind, statement, over_limit, attachment <> '' from nomination
        join award_entry on award_entry.id = entry_id
        where round_id = ? and nomination.status in ({COUNTED_VOICES}) order by received_on, nomination.id""",
        (round_id,),
    )
    for key, entry, kind, statement, over_limit, attachment in rows:
        if entry in asked:
            names, limit = asked[entry]
            chosen = decided.get(key, {})
            text, of_words = _read_by_judges(statement, limit, over_limit)
            hidden = _hidden(text, names, frozenset(chosen.items()), known)
            found.setdefault(entry, []).append(
                BlindVoice(key, NominatorKind(kind), hidden, chosen, of_words, bool(attachment))
            )
    return found


@lru_cache(maxsize=2_000)
def _hidden(
    text: str, names: Names, chosen: frozenset[tuple[tuple[str, int], bool]], known: tuple[str, ...]
) -> Hidden:
    """Packs, their check and the screen read the same copies one after the other."""
    return hide(text, names, dict(chosen), known=known)


def _read_by_judges(statement: str, limit: int, over_limit: str | None) -> tuple[str, int]:
    """What judges read of it: up to the limit unless the chair lets them read all."""
    count = word_count(statement)
    if count <= limit or over_limit == OverLimit.WHOLE.value:
        return statement, 0
    return cut_to(statement, limit), count
