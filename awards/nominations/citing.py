"""What a citation may say: no more than a minute, no name of whom does not wish it, no words of who did not agree."""

import re
from dataclasses import dataclass

from awards.vocabulary import Consent, NominatorKind, NomineeKind
from resources.database import Database
from resources.problem import FieldProblem

MOST_WORDS = 120
"""About a minute when it is read out."""
COPIED = 6
"""So many words in a row that stand in a statement too are a quotation."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True)
class Quotable:
    """A statement that may be quoted, from whom in the words of the vocabulary."""

    nomination_id: str
    kind: NominatorKind
    relation: str
    statement: str


def quotable(db: Database, entry_id: str) -> list[Quotable]:
    """What was said of somebody by those who agreed to be quoted."""
    return [
        Quotable(key, NominatorKind(kind), relation, text)
        for key, kind, relation, text, said in _said(db, entry_id)
        if Consent(said) is Consent.YES
    ]


def not_quotable(db: Database, entry_id: str) -> list[str]:
    """The statements of those who did not agree, or were not asked; withdrawn ones too."""
    return [text for _, _, _, text, said in _said(db, entry_id) if Consent(said) is not Consent.YES]


def _said(db: Database, entry_id: str) -> list[tuple[str, str, str, str, str]]:
    return [
        (str(row[0]), str(row[1]), str(row[2]), str(row[3]),
         str(row[4]) if row[5] in ("submitted", "returned_for_info") else Consent.NO.value)
        for row in db.rows(
            """select id, nominator_kind, relation, statement, publish_words, status from nomination
            where entry_id = ? and statement <> '' and status <> 'duplicate' order by received_on, id""",
            (entry_id,),
        )
    ]  # fmt: skip


def quoted_unasked(db: Database, entry_id: str, text: str) -> str:
    """What of a citation stands in a nomination whose writer does not agree to be quoted, as it is now; else ''."""
    if not text:
        return ""
    allowed = [one.statement for one in quotable(db, entry_id)]
    for statement in not_quotable(db, entry_id):
        taken = copied(text, statement)
        if taken and not any(copied(taken, one) == taken for one in allowed):
            return taken
    return ""


def refuse_citation(
    db: Database, entry_id: str, text: str, *, name: str, kind: NomineeKind, publish_name: Consent
) -> None:
    """A FieldProblem where this may not be read out of somebody."""
    number = words_in(text)
    if number > MOST_WORDS:
        raise FieldProblem(
            "citation",
            f"The citation has {number} words, and {MOST_WORDS} are read out in a minute. Take out "
            f"{number - MOST_WORDS}.",
        )
    if publish_name is Consent.NO and (said := named_in(text, name, kind)):
        raise FieldProblem(
            "citation",
            f"{name} does not wish to be named in public, and the citation says “{said}”. Write it without.",
        )
    taken = quoted_unasked(db, entry_id, text)
    if taken:
        raise FieldProblem(
            "citation",
            f"“{taken}” stands in a nomination whose writer has not agreed to be quoted. Say it in your own words, "
            "or ask them first and note what they said.",
        )


def named_in(text: str, name: str, kind: NomineeKind) -> str:
    """What of a name stands in a text: of a person each part of it, of a team or a service the whole; else ''."""
    parts = (
        [name, *(part for part in name.split() if len(part) > 1)]
        if kind is NomineeKind.INDIVIDUAL
        else [name]
    )
    said = f" {' '.join(_plain(word) for word in _bare_words(text))} "
    return next(
        (part for part in parts if f" {' '.join(_plain(word) for word in _bare_words(part))} " in said), ""
    )


def _bare_words(text: str) -> list[str]:
    """The words without what makes them possessive."""
    return [re.sub(r"['’]s?$", "", word) for word in _WORD.findall(text)]


def words_in(text: str) -> int:
    """How many words, as Word counts them."""
    return len(text.split())


def copied(text: str, statement: str) -> str:
    """The longest run of words of a text that stands in the statement too, where it is a quotation; else ''."""
    found = list(_WORD.finditer(text))
    words = [_plain(one[0]) for one in found]
    other = [_plain(one) for one in _WORD.findall(statement)]
    if _runs(words).isdisjoint(_runs(other)):
        return ""
    ends: dict[int, int] = {}
    best, best_end = 0, 0
    for place, word in enumerate(words):
        now: dict[int, int] = {}
        for at, said in enumerate(other):
            if said == word:
                now[at] = ends.get(at - 1, 0) + 1
                if now[at] > best:
                    best, best_end = now[at], place
        ends = now
    return text[found[best_end - best + 1].start() : found[best_end].end()]


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + COPIED]) for at in range(len(words) - COPIED + 1)}


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'")
