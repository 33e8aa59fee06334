"""The funnel as tables and sentences. Small counts of people are hidden, with what would give them away."""

from collections.abc import Container, Sequence
from fractions import Fraction

from resources.statistics import BASES_OF_PROVIDERS
from resources.suppression import HIDDEN, groups_to_hide, suppress_list, suppression_note
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import capital_first, count_of, lower_first, rounded_whole
from workforce.survey.analysis.groups import GroupBy, group_words
from workforce.survey.analysis.words import ANSWERED_IN_CONFIDENCE
from workforce.survey.funnel.funnel import Funnel, StageTotal
from workforce.survey.funnel.steps import PEOPLE_AT, Pooled, Step, Typical, those_at
from workforce.survey.report.few_providers import LARGEST_PART
from workforce.survey.vocabulary import Role

TOO_FEW = "too few"

_TWO_FIGURES = (
    "All people: people at the later stage as a share of people at the earlier, of all providers that gave both. "
    "Typical provider: the median of the providers’ own shares, each counting the same however large it is; half of "
    "them lie between the quartiles."
)
_RANGES = (
    "Where providers gave ranges or bands, a share lies between the two figures; the lowest and the highest that the "
    "answers allow."
)
_BANDS = "Who gave no counts but said about how many is counted at the typical provider alone."
_KIND_HIDDEN = (
    f"{HIDDEN} is a number that is not shown: for that kind of service a number of people is below {{below}}, or fewer "
    f"than {BASES_OF_PROVIDERS.hide} providers answered or one has over 90% of the people, "
    "or it would let such numbers be worked out."
)
_OF_NOBODY = "Providers with nobody at the earlier stage have no share."


# --- figures in words -------------------------------------------------------------------------------------------


def share_range_words(low: Fraction, high: Fraction) -> str:
    """54%, or 48% to 61%."""
    ends = rounded_whole(100 * low), rounded_whole(100 * high)
    return f"{ends[0]}%" if ends[0] == ends[1] else f"{ends[0]}% to {ends[1]}%"


def pooled_words(pooled: Pooled | None, *, below: int | None = 5) -> str:
    """All people: 54%; “too few” of a small base; [c] where a small count would show."""
    if pooled is None:
        return ""
    if pooled.hidden:
        return TOO_FEW
    if gives_small_count(pooled, below):
        return HIDDEN
    return share_range_words(pooled.low.value or Fraction(0), pooled.high.value or Fraction(0))


def typical_words(typical: Typical | None) -> str:
    """Typical provider: 50%; “too few” of a small base."""
    if typical is None:
        return ""
    return TOO_FEW if typical.hidden else share_range_words(typical.low.median, typical.high.median)


def quartiles_words(typical: Typical | None) -> str:
    """40% to 67%: what half of the providers lie between."""
    if typical is None or typical.hidden:
        return ""
    return share_range_words(typical.low.lower, typical.high.upper)


def people_words(pooled: Pooled | None, *, below: int | None = 5) -> str:
    """1,200 of 2,200; [c] of 60 where a small count would show."""
    if pooled is None:
        return ""
    if below is not None and pooled.hidden:
        return TOO_FEW
    low, high = pooled.low, pooled.high
    ends = sorted((low.base, high.base))
    of, reached = _range(ends[0], ends[1]), _range(low.count, high.count)
    if not gives_small_count(pooled, below):
        return f"{reached} of {of}"
    told = suppress_list([low.count, low.base - low.count], below=below or 5).total if pooled.exact else None
    hides_reached = (
        pooled.hides_reached or not pooled.hides_of
    )  # of the two the smaller, where either would do
    hides_of = pooled.hides_of or told is None
    return f"{HIDDEN if hides_reached else reached} of {HIDDEN if hides_of else of}"


def _range(low: int, high: int) -> str:
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def gives_small_count(pooled: Pooled, below: int | None) -> bool:
    """Whether those who got to the stage, or those who did not, are hidden: so few, or telling of such a number."""
    if below is None:
        return False
    hides = pooled.hides_of or pooled.hides_reached
    return hides or any(1 <= count < below for count in _counts(pooled))


def _counts(pooled: Pooled | None) -> tuple[int, ...]:
    if pooled is None:
        return (0,) * 6
    low, high = pooled.low, pooled.high
    return (low.count, low.base - low.count, low.base, high.count, high.base - high.count, high.base)


# --- tables -----------------------------------------------------------------------------------------------------

_STEP = Column("step", "Step", width=300)
_FIGURES = (
    Column("pooled", "All people", width=110),
    Column("people", "People", width=140),
    Column("providers", "Providers that gave both", ColumnKind.NUMBER, 110),
    Column("typical", "Typical provider", width=120),
    Column("quartiles", "Half lie between", width=130),
    Column("typical_of", "Of providers", ColumnKind.NUMBER, 90),
    Column("from_bands", "Of these by a band", ColumnKind.NUMBER, 90),
)


def steps_table(found: Funnel, *, below: int | None = 5) -> Table:
    """From each stage to the next, then from those who applied and were invited to the later ones."""
    told = [one for one in (*found.steps, *found.onward) if one.pooled or one.typical]
    columns = (_STEP, *_FIGURES, Column("left_out", "Left out", ColumnKind.NUMBER, 80))
    rows = [(one.words, *_cells(one, below), len(one.left_out)) for one in told]
    return Table(
        "From application to still there after 90 days", columns, rows, _base(found), found.source, found.as_at,
        _notes(found, told, below),
    )  # fmt: skip


def _cells(one: Step, below: int | None, hidden: bool = False) -> tuple[Cell, ...]:
    pooled, typical = one.pooled, one.typical
    people = (
        (HIDDEN, HIDDEN) if hidden else (pooled_words(pooled, below=below), people_words(pooled, below=below))
    )
    return (
        *(people if pooled else ("", "")), pooled.providers if pooled else 0, typical_words(typical),
        quartiles_words(typical), typical.providers if typical else 0, typical.from_bands if typical else 0,
    )  # fmt: skip


def stages_table(found: Funnel, *, below: int | None = 5) -> Table:
    """How many people providers had at each stage. Not all gave all of them, so no share is made of two rows."""
    hidden = set() if below is None else _hidden_stages(found, below)
    rows: list[tuple[Cell, ...]] = [
        (
            capital_first(PEOPLE_AT[one.stage]),
            _people(one, hidden, below),
            one.providers,
        )
        for one in found.stages
        if one.providers
    ]
    columns = (
        Column("stage", "Stage", width=220),
        Column("people", "People", width=140),
        Column("providers", "Providers that gave it", ColumnKind.NUMBER, 120),
    )
    notes = (
        *_filter(found),
        "Not every provider gave every stage, so one row is no share of another.",
        *(_suppressed(below) if any(row[1] == HIDDEN for row in rows) else ()),
    )
    return Table("People at each stage", columns, rows, _base(found), found.source, found.as_at, notes)


def _people(one: StageTotal, hidden: Container[Role], below: int | None) -> str:
    if below is None:
        return _range(one.low, one.high)
    if one.providers < BASES_OF_PROVIDERS.hide:
        return TOO_FEW
    small = 1 <= one.low < below or 1 <= one.high < below
    return HIDDEN if small or one.stage in hidden else _range(one.low, one.high)


def _hidden_stages(found: Funnel, below: int) -> set[Role]:
    """The stages of which a step hides the people."""
    hidden: set[Role] = set()
    for one in (*found.steps, *found.onward):
        if one.pooled is None or one.pooled.hidden:
            continue
        small = gives_small_count(one.pooled, below) and not one.pooled.hides_of
        hidden |= {one.stage_from} if one.pooled.hides_of else set()
        hidden |= {one.stage_to} if small or one.pooled.hides_reached else set()
    return hidden


def by_kind_table(found: Funnel, *, below: int | None = 5) -> Table:
    """Each step by kind of service. A kind with a small count of people is hidden whole, and one more at least."""
    hidden = hidden_kinds(found, below)
    told = [
        (place, kind, steps[place])
        for place in range(len(found.steps))
        for kind, steps in found.by_kind.items()
        if steps[place].pooled or steps[place].typical
    ]
    rows = [
        (one.words, group_words(GroupBy.KIND, kind), *_cells(one, None, kind in hidden))
        for _, kind, one in told
    ]
    columns = (_STEP, Column("kind", "Kind of service", width=160), *_FIGURES)
    notes = (
        *_notes(found, [one for _, _, one in told], None),
        *((_KIND_HIDDEN.format(below=below),) if hidden else ()),
    )
    title = "From application to still there after 90 days, by kind of service"
    return Table(title, columns, rows, _base(found), found.source, found.as_at, notes)


def hidden_kinds(found: Funnel, below: int | None = 5) -> frozenset[str]:
    """The kinds of service whose counts of people are not shown: small ones, and those of few providers."""
    if below is None:
        return frozenset()
    counts = {
        kind: [count for one in steps for count in _counts(one.pooled)]
        for kind, steps in found.by_kind.items()
    }
    few = [
        kind
        for kind, steps in found.by_kind.items()
        if any(one.pooled and (one.pooled.hidden or one.pooled.largest > LARGEST_PART) for one in steps)
    ]
    return groups_to_hide({kind: told for kind, told in counts.items() if any(told)}, below=below, also=few)


def left_out_table(found: Funnel) -> Table:
    """The answers that cannot all be right, with who gave them: to be asked about, for staff."""
    rows: list[tuple[Cell, ...]] = [
        (one.number, one.name, capital_first(one.reason)) for one in found.queries
    ]
    columns = (
        Column("number", "Response", ColumnKind.NUMBER, 90),
        Column("name", "Provider", width=260),
        Column("reason", "What was answered", width=380),
    )
    base = count_of(len(rows), "pair of answers", "pairs of answers")
    notes = ("Each pair is left out of its step; what else the provider gave counts.",)
    return Table(
        "Answers on recruiting that cannot all be right", columns, rows, base, found.source, found.as_at, notes,
        ANSWERED_IN_CONFIDENCE,
    )  # fmt: skip


def _base(found: Funnel) -> str:
    return f"{count_of(found.responses, 'response')}, of which each step takes those that gave it."


def _filter(found: Funnel) -> tuple[str, ...]:
    return (f"Only: {found.filtered_to}.",) if found.filtered_to else ()


def _suppressed(below: int | None) -> tuple[str, ...]:
    return () if below is None else (suppression_note(below=below),)


def _notes(found: Funnel, told: Sequence[Step], below: int | None) -> tuple[str, ...]:
    ranged = any(
        (one.pooled and not one.pooled.exact) or (one.typical and not one.typical.exact) for one in told
    )
    small = any((one.pooled and one.pooled.small) or (one.typical and one.typical.small) for one in told)
    banded = any(one.typical and one.typical.from_bands for one in told)
    suppressed = below is not None and any(
        one.pooled and gives_small_count(one.pooled, below) for one in told
    )
    return (
        *_filter(found), _TWO_FIGURES, *((_RANGES,) if ranged else ()), *((_BANDS,) if banded else ()),
        *((_OF_NOBODY,) if any(one.of_nobody for one in told) else ()), *_left_out(found),
        *((BASES_OF_PROVIDERS.note(),) if small else ()), *(_suppressed(below) if suppressed else ()),
    )  # fmt: skip


def _left_out(found: Funnel) -> tuple[str, ...]:
    if not found.queries:
        return ()
    pairs = count_of(len(found.queries), "pair of answers", "pairs of answers")
    of = count_of(len({one.response_id for one in found.queries}), "response")
    left = "is" if len(found.queries) == 1 else "are"
    return (
        f"{pairs} of {of} {left} left out: more people at a later stage than at an earlier one cannot be.",
    )


# --- sentences --------------------------------------------------------------------------------------------------


def funnel_sentences(found: Funnel, *, below: int | None = 5) -> list[str]:
    """A sentence for each step that can be told, both ways and with both bases."""
    return [told for one in found.steps if (told := step_sentence(one, below=below))]


def step_sentence(one: Step, *, below: int | None = 5) -> str:
    """Of those invited, 54% attended (1,200 of 2,200 people, 61 providers); at the typical provider 50% (…)."""
    start, later = f"Of {those_at(one.stage_from)}", _were(one)
    pooled, typical = one.pooled, one.typical
    told_all = pooled_words(pooled, below=below)
    told_typical = typical_words(typical)
    told = []
    if pooled is not None and told_all not in (TOO_FEW, HIDDEN):
        people = f"{people_words(pooled, below=below)} people, {count_of(pooled.providers, 'provider')}"
        told.append(f"{start}, {told_all} {later} ({people}{_small(pooled.small)}).")
    if typical is not None and told_typical != TOO_FEW:
        bands = f", {typical.from_bands:,} of which gave a range" if typical.from_bands else ""
        of = f"({count_of(typical.providers, 'provider')}{bands}{_small(typical.small)})"
        at = f"the typical provider {'it was ' if told else ''}{told_typical}"
        told.append(f"At {at} {of}." if told else f"{start}, at {at} {later} {of}.")
    return " ".join(told)


def _were(one: Step) -> str:
    later = lower_first(PEOPLE_AT[one.stage_to])
    return later if later in ("attended", "started") else f"were {later}"


def _small(small: bool) -> str:
    return ", small base" if small else ""
