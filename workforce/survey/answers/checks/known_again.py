"""Which responses of a file are held already: by number, by time, by what they answer; else asked. Pure.

What cannot be told is a doubt and is neither added nor changed until somebody says what it is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log

from resources.wording import and_list
from workforce.survey.answers.checks.differing import same_answer
from workforce.survey.answers.checks.row_keys import (
    ANSWERS,
    NUMBER,
    TIME,
    base_of,
    free_key,
    kind_of,
    rest_of,
)
from workforce.survey.answers.decisions import RowMeans
from workforce.survey.answers.responses import Answer, Response
from workforce.survey.answers.who_answered import NOBODYS, Whose

_MOST_LOOKED_AT, _MOST_COMPARED = 100, 500_000
"""So many held responses are compared with one row; those that share its rarest answers."""
_FEWEST_NUMBERS = 3
"""Of fewer rows with numbers that are held it cannot be told that they come from another form."""


@dataclass(frozen=True)
class FileRow:
    """A row as it was read. `answers` by question; `sign` is the same for rows that say the same."""

    line: int
    key: str
    sign: str
    answers: Mapping[str, Answer]
    whose: Whose = NOBODYS

    @property
    def handle(self) -> str:
        """By which something is decided of this row."""
        return f"{self.key}/{self.sign}"


@dataclass(frozen=True)
class Recognised:
    """What one row is: a response that is `held`, a `repeat` of a row above, left out, or a new one by its `key`.

    With a `doubt` it is none of them until that is decided.
    """

    key: str
    held: Response | None = None
    repeat: bool = False
    left_out: bool = False
    doubt: str = ""
    other_form: bool = False
    """Whether the doubt is that the file may be of another form, whose numbers begin anew."""


@dataclass
class _Work:
    rows: Sequence[FileRow]
    decided: Mapping[str, RowMeans]
    questions: frozenset[str]
    found: dict[int, Recognised] = field(default_factory=dict)
    left: dict[str, Response] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    def is_held(self, at: int, held: Response) -> None:
        """A row is a response held already."""
        self.found[at] = Recognised(self.rows[at].key, held)
        self.left.pop(held.id, None)

    def is_new(self, at: int) -> None:
        """A row is a response of its own."""
        key = free_key(self.rows[at].key, self.taken)
        self.taken.add(key)
        self.found[at] = Recognised(key)

    def ask(self, at: int, doubt: str, held: Response | None, *, other_form: bool = False) -> None:
        """What was decided of a row; else the doubt."""
        means = self.decided.get(self.rows[at].handle)
        if means is RowMeans.NEW:
            self.is_new(at)
        elif means is RowMeans.LEFT_OUT or (means is RowMeans.HELD and held is None):
            self.found[at] = Recognised(self.rows[at].key, left_out=True)
        elif means is RowMeans.HELD and held is not None:
            self.is_held(at, held)
        else:
            self.found[at] = Recognised(self.rows[at].key, held, doubt=doubt, other_form=other_form)
            if held is not None:
                self.left.pop(held.id, None)


def recognise(
    rows: Sequence[FileRow],
    held: Iterable[Response],
    questions: Iterable[str],
    decided: Mapping[str, RowMeans],
) -> list[Recognised]:
    """What each row is. `questions` are those that the file answers, `decided` by the handles of rows."""
    kept = list(held)
    work = _Work(rows, decided, frozenset(questions))
    work.left = {one.id: one for one in kept}
    work.taken = {one.row_key for one in kept}
    groups: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        groups[base_of(row.key)].append(at)
    by_base: dict[str, list[Response]] = defaultdict(list)
    for one in kept:
        if one.row_key:
            by_base[base_of(one.row_key)].append(one)
    _of_another_form(work, by_base, kept)
    for base, places in groups.items():
        left = [at for at in places if at not in work.found]
        _GROUPS[kind_of(base)](work, left, by_base.get(base, []))
    _by_answers(work, kept)
    _alike(work, kept)
    for at in range(len(rows)):
        if at not in work.found:
            work.is_new(at)
    return [work.found[at] for at in range(len(rows))]


# --- another form -----------------------------------------------------------------------------------------


def _of_another_form(work: _Work, by_base: Mapping[str, list[Response]], kept: Sequence[Response]) -> None:
    """Where the rows of known numbers agree with what is held hardly more than by chance, all are asked about.

    Two forms of one wave both number theirs from 1, so that even the same answers say little.
    """
    pairs = [
        (at, _likeliest(work, at, by_base[base_of(row.key)]))
        for at, row in enumerate(work.rows)
        if kind_of(row.key) == NUMBER and row.answers and base_of(row.key) in by_base
    ]
    apart = [(at, one) for at, one in pairs if not _surely_one(work.rows[at], one)]
    if len(pairs) < _FEWEST_NUMBERS or 2 * len(apart) <= len(pairs) or not _by_chance(work, apart, kept):
        return
    for at, one in apart:
        if one.id in work.left:
            doubt = (
                f"Response {one.number}{_of_whom(one)} has its number, and the file looks like another form"
            )
            work.ask(at, doubt, one, other_form=True)


def _likeliest(work: _Work, at: int, held: Sequence[Response]) -> Response:
    row = work.rows[at]
    return max(held, key=lambda one: (_surely_one(row, one), _agreement(work, row, one)[0]))


def _surely_one(row: FileRow, held: Response) -> bool:
    """Whether a row with the number of a response was sent at its time or is of the same place."""
    return rest_of(row.key) == rest_of(held.row_key) != "" or _same_tie(row, held)


def _by_chance(work: _Work, pairs: Iterable[tuple[int, Response]], kept: Sequence[Response]) -> bool:
    """Whether answers are the same less than half as far beyond chance as they could be."""
    times = Counter((key, _said(answer)) for one in kept for key, answer in one.answers.items())
    given = Counter(key for one in kept for key in one.answers)
    same = both = 0
    chance = 0.0
    for at, one in pairs:
        row = work.rows[at]
        alike, of = _agreement(work, row, one)
        same, both = same + alike, both + of
        shared = [key for key in row.answers if key in one.answers and key in work.questions]
        chance += sum(times[key, _said(row.answers[key])] / given[key] for key in shared)
    return 2 * (same - chance) < both - chance


def _other_provider(row: FileRow, held: Response) -> bool:
    """Whether both say whose they are, and it is not the same provider."""
    if row.whose.provider_id is not None and held.provider_id is not None:
        return row.whose.provider_id != held.provider_id
    first, second = row.whose.said_name.casefold(), held.said_name.casefold()
    return bool(first and second) and first != second


def _of_whom(held: Response) -> str:
    return f", of “{held.said_name}”," if held.said_name else ""


# --- by number, by time -----------------------------------------------------------------------------------


def _by_number(work: _Work, places: Sequence[int], held: Sequence[Response]) -> None:
    """One number is one response; several rows of one number are so only where they say the same."""
    first: dict[str, int] = {}
    for at in places:
        if work.rows[at].sign in first:
            work.found[at] = Recognised(work.rows[at].key, repeat=True)
        else:
            first[work.rows[at].sign] = at
    apart = list(first.values())
    left = _exact(work, apart, held)
    open_ = [one for one in held if one.id in work.left]
    if len(left) <= len(open_):
        for at in left:
            best = _best(work, at, open_)
            open_.remove(best)
            if _of_another_provider(work, at, best):
                row = work.rows[at]
                whose = f", which is of “{row.whose.said_name}”" if row.whose.said_name else ""
                doubt = f"Response {best.number}{_of_whom(best)} has the number of the row{whose}"
                work.ask(at, f"{doubt} and has other answers", best)
            elif _quite_other(work, at, best):
                work.ask(at, f"Response {best.number} has its number and quite other answers", best)
            else:
                work.is_held(at, best)
    elif len(apart) > 1:
        for at in left:
            others = and_list([str(work.rows[one].line) for one in apart if one != at][:5])
            best_held = _best(work, at, open_) if open_ else None
            work.ask(at, f"The row has the number of line {others} and other answers", best_held)
            open_ = [one for one in open_ if one.id in work.left]


def _by_time(work: _Work, places: Sequence[int], held: Sequence[Response]) -> None:
    """Several people may send theirs within one second: those that say the same first, then those most alike."""
    left = _exact(work, places, held)
    most = max(_MOST_LOOKED_AT, _MOST_COMPARED // max(1, len(left)))
    for at in left:
        open_ = _open_at(work, at, held)[:most]
        best = _best(work, at, open_) if open_ else None
        if best is not None and (_same_tie(work.rows[at], best) or _mostly_the_same(work, at, best)):
            work.is_held(at, best)
    left = [at for at in left if at not in work.found]
    for at in left:
        open_ = _open_at(work, at, held)[:most]
        if not open_:
            continue
        best = _best(work, at, open_)
        same, both = _agreement(work, work.rows[at], best)
        if len(left) == len(open_) == 1 and 2 * same == both:
            work.is_held(at, best)
        else:
            work.ask(at, f"Response {best.number} was sent at the same time and has other answers", best)


def _open_at(work: _Work, at: int, held: Sequence[Response]) -> list[Response]:
    return [one for one in held if one.id in work.left and _may_be_one_time(work.rows[at], one)]


def _mostly_the_same(work: _Work, at: int, held: Response) -> bool:
    same, both = _agreement(work, work.rows[at], held)
    return 2 * same > both


def _by_what_is_said(work: _Work, places: Sequence[int], held: Sequence[Response]) -> None:
    """The very same cells as before."""
    for at, one in zip(places, [one for one in held if one.id in work.left], strict=False):
        work.is_held(at, one)


_GROUPS = {NUMBER: _by_number, TIME: _by_time, ANSWERS: _by_what_is_said}


def _exact(work: _Work, places: Sequence[int], held: Sequence[Response]) -> list[int]:
    """Pair those that say the same; the rows that are left."""
    questions = sorted(work.questions)
    by_sign: dict[object, list[Response]] = defaultdict(list)
    for one in held:
        if one.id in work.left:
            by_sign[_sign(one.answers, questions)].append(one)
    left = []
    for at in places:
        row = work.rows[at]
        fits = [one for one in by_sign.get(_sign(row.answers, questions), []) if one.id in work.left]
        fits = [one for one in fits if kind_of(row.key) != TIME or _may_be_one_time(row, one)]
        if fits:
            work.is_held(at, min(fits, key=lambda one: rest_of(one.row_key) != rest_of(row.key)))
        else:
            left.append(at)
    return left


def _may_be_one_time(row: FileRow, held: Response) -> bool:
    first, second = rest_of(row.key), rest_of(held.row_key)
    return not first or not second or first == second


def _best(work: _Work, at: int, held: Sequence[Response]) -> Response:
    return max(held, key=lambda one: _agreement(work, work.rows[at], one)[0])


def _quite_other(work: _Work, at: int, held: Response) -> bool:
    """Whether fewer than half of the answers are the same, at another time and of nobody known to be the same."""
    row = work.rows[at]
    same, both = _agreement(work, row, held)
    one_time = rest_of(row.key) == rest_of(held.row_key) != ""
    return both >= 2 and 2 * same < both and not one_time and not _same_tie(row, held)


def _of_another_provider(work: _Work, at: int, held: Response) -> bool:
    """Whether another provider's answers would replace half of a response or more."""
    same, both = _agreement(work, work.rows[at], held)
    return 2 * same <= both and _other_provider(work.rows[at], held)


def _agreement(work: _Work, row: FileRow, held: Response) -> tuple[int, int]:
    """How many answers are the same, of how many that both gave."""
    both = [key for key in row.answers if key in held.answers and key in work.questions]
    return sum(same_answer(row.answers[key], held.answers[key]) for key in both), len(both)


def _same_tie(row: FileRow, held: Response) -> bool:
    whose = row.whose
    return whose.provider_id is not None and (whose.provider_id, set(whose.services)) == (
        held.provider_id,
        set(held.services),
    )


# --- by what is answered ----------------------------------------------------------------------------------


def _by_answers(work: _Work, kept: Sequence[Response]) -> None:
    """Where neither file has numbers or times: the same answers to all of the questions that both files have."""
    files: dict[str | None, list[Response]] = defaultdict(list)
    asked: dict[str | None, set[str]] = defaultdict(set)
    for one in kept:
        if one.row_key:
            files[one.file_id].append(one)
            asked[one.file_id] |= one.answers.keys()
    for file_id, some in files.items():
        shared = sorted(asked[file_id] & work.questions)
        if 2 * len(shared) < len(asked[file_id]):
            continue
        by_sign: dict[object, list[Response]] = defaultdict(list)
        for one in some:
            if one.id in work.left and kind_of(one.row_key) == ANSWERS:
                by_sign[_sign(one.answers, shared)].append(one)
        for at, row in enumerate(work.rows):
            if at in work.found or kind_of(row.key) != ANSWERS or not (row.answers.keys() & set(shared)):
                continue
            fits = by_sign.get(_sign(row.answers, shared))
            if fits:
                work.is_held(at, fits.pop(0))


def _sign(answers: Mapping[str, Answer], questions: Iterable[str]) -> object:
    return tuple(_said(answers[key]) if key in answers else None for key in questions)


def _said(answer: Answer) -> tuple[object, ...]:
    return (answer.state, tuple(sorted(answer.options)), answer.low, answer.high, answer.text)


# --- alike ------------------------------------------------------------------------------------------------


def _alike(work: _Work, kept: Sequence[Response]) -> None:
    """Rows that look like a response that no row was found to be: most answers are the same, too many for chance."""
    open_ = [at for at in range(len(work.rows)) if at not in work.found and work.rows[at].answers]
    if not work.left or not open_:
        return
    times: Counter[tuple[str, object]] = Counter()
    index: dict[tuple[str, object], list[str]] = defaultdict(list)
    for one in kept:
        for key, answer in one.answers.items():
            times[key, _said(answer)] += 1
            if one.id in work.left and one.row_key:
                index[key, _said(answer)].append(one.id)
    rarity = _Rarity(times, len(kept), len(work.left))
    fits = []
    for at in open_:
        row = work.rows[at]
        for one in _to_compare(row, index, work.left):
            same, both = _agreement(work, row, one)
            if both and 2 * same > both and _looks_like(work, row, one, rarity, whole=same == both):
                fits.append((rarity.weight(_same_answers(work, row, one)), same / both, at, one))
    _ask_of_alike(work, sorted(fits, key=lambda fit: (_said_held(work, fit[2]), *fit[:2]), reverse=True))


def _said_held(work: _Work, at: int) -> bool:
    return work.decided.get(work.rows[at].handle) is RowMeans.HELD


def _ask_of_alike(work: _Work, fits: Iterable[tuple[float, float, int, Response]]) -> None:
    """Those that have most in common come first, so that none is asked about in the place of a likelier one.

    Where a time moved, several rows may each be the response; all are asked about until one is said to be.
    """
    asked: set[str] = set()
    for _, _, at, best in fits:
        moved = kind_of(work.rows[at].key) == kind_of(best.row_key) == TIME
        if at not in work.found and best.id not in work.left and _said_held(work, at):
            doubt = f"Another row was said to be response {best.number}"
            work.found[at] = Recognised(work.rows[at].key, best, doubt=doubt)
        if at in work.found or not (best.id in work.left or (moved and best.id in asked)):
            continue
        why = "is of the same place and " if _same_tie(work.rows[at], best) else ""
        also = ", and its time is not in the file: it may have been edited" if moved else ""
        work.ask(at, f"Response {best.number} {why}has mostly the same answers{also}", best)
        if work.found[at].doubt:
            asked.add(best.id)


@dataclass(frozen=True)
class _Rarity:
    """How often an answer is given, to tell what is the same by chance."""

    times: Mapping[tuple[str, object], int]
    responses: int
    open: int

    def beyond_chance(self, same: Iterable[tuple[str, object]]) -> bool:
        """Whether fewer than one response in two rows would have all of these answers by chance.

        In a file that has most of the responses held, those that are left are likelier to have changed.
        """
        if 2 * self.open <= self.responses:
            return True
        some = list(same)
        return len(some) >= 2 and self.weight(some) > log(2 * self.open)

    def weight(self, same: Iterable[tuple[str, object]]) -> float:
        """How far from chance it is that two have all of these answers."""
        return -sum(log((self.times.get(one, 0) + 1) / (self.responses + 2)) for one in same)


def _to_compare(
    row: FileRow, index: Mapping[tuple[str, object], list[str]], left: Mapping[str, Response]
) -> Iterator[Response]:
    seen: set[str] = set()
    lists = sorted((index.get((key, _said(one)), []) for key, one in row.answers.items()), key=len)
    for some in lists:
        for key in some:
            if key in left and key not in seen:
                seen.add(key)
                yield left[key]
            if len(seen) >= _MOST_LOOKED_AT:
                return


def _looks_like(work: _Work, row: FileRow, held: Response, rarity: _Rarity, *, whole: bool) -> bool:
    if _same_tie(row, held):
        return True
    if kind_of(row.key) == kind_of(held.row_key) == NUMBER and not whole:
        return False  # a number stays when a response is edited; a time moves
    return rarity.beyond_chance(_same_answers(work, row, held))


def _same_answers(work: _Work, row: FileRow, held: Response) -> list[tuple[str, object]]:
    return [
        (key, _said(row.answers[key]))
        for key in row.answers
        if key in work.questions and key in held.answers and same_answer(row.answers[key], held.answers[key])
    ]
