"""What the chair's screen says of a nominee: what speaks against them, and what the register knows."""

from collections.abc import Callable, Sequence

from awards.nominations.entries import reference_of
from awards.qualifying.concerns import Concern
from awards.qualifying.employment import employed_words
from awards.qualifying.gathering import Standing
from awards.qualifying.looking_again import Changed
from awards.vocabulary import NomineeKind
from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from engagement.register.vocabulary import ContractStatus
from resources.tables import ColumnKind
from resources.wording import count_of, date_words

EXEMPT = "Exempt: not for publication"
Go = Callable[[str, str], object]


def qualifying_detail(one: Standing, year: int, employment: Sequence[Action], go: Go) -> Detail:
    """A nominee before the judges are asked."""
    held = one.entry
    sections = [
        _against(one.concerns, decided=not held.status.is_before_judging),
        _register(one, go),
        _employment(one, employment),
        _nominated(one, year),
    ]
    pills = [(ColumnKind.STATUS, words) for words in (one.ready_words, held.status.label) if words]
    return Detail(held.nominee, one.category, pills, (), [each for each in sections if each is not None])


def changed_detail(one: Changed, year: int, actions: Sequence[Action], go: Go) -> Detail:
    """A nominee of whose place something is known since they qualified."""
    held = one.standing.entry
    lines = [Line(_kind(each), each.sentence) for each in one.since]
    since = Section(f"Known since {date_words(one.qualified_on)}", lines, stacked=True)
    pills = ((ColumnKind.STATUS, held.status.label),)
    return Detail(
        held.nominee,
        one.standing.category,
        pills,
        actions,
        [since, _register(one.standing, go), _nominated(one.standing, year)],
    )


def _against(found: Sequence[Concern], *, decided: bool) -> Section:
    title = "What would speak against it today" if decided else "What speaks against it"
    if not found:
        return Section(title, (Line("", "Nothing was found."),))
    lines = [Line(_weight(one), one.sentence) for one in found]
    return Section(title, lines, stacked=True)


def _kind(one: Concern) -> str:
    return f"{one.kind.label} – exempt, for the chair alone" if one.exempt else one.kind.label


def _weight(one: Concern) -> str:
    weight = "Stops it" if one.stops else "Worth knowing"
    return f"{weight} – exempt, for the chair alone" if one.exempt else weight


def _register(one: Standing, go: Go) -> Section:
    known = one.known.register
    if not known.is_tied:
        told = one.entry.place_told
        return Section("The chair’s screen only", (Line("Told", told), Line("Register", "Not tied")))
    contract = known.contract.label
    if known.contract_since is not None and known.contract is not ContractStatus.NONE:
        contract += f" since {date_words(known.contract_since)}"
    rated = f"published {date_words(known.rated_on)}" if known.rated_on else ""
    lines = (
        Line("Marking", EXEMPT, kind=ColumnKind.STATUS),
        Line("Contract", contract if known.service else ""),
        Line("Rating", known.rating.label if known.rating else "", kind=ColumnKind.RATING),
        Line("", rated),
        Line("Before that", known.rating_before.label if known.rating_before else "", kind=ColumnKind.RATING),
        Line("Closed", date_words(known.closed_on) if known.closed_on else ""),
        Line("Dormant", "Yes, by CQC" if known.dormant else ""),
        Line("Authority", known.authority if not known.in_area else ""),
        Line("Service", known.service, lambda: go("providers", known.service_id)),
        Line("Provider", known.provider, lambda: go("providers", known.provider_id)),
    )
    return Section("The chair’s screen only", lines)


def _employment(one: Standing, actions: Sequence[Action]) -> Section | None:
    held = one.entry
    if held.nominee_kind is not NomineeKind.INDIVIDUAL:
        return None
    asked = date_words(held.employed_asked_on) if held.employed_asked_on else ""
    lines = (
        Line("Answer", employed_words(held.employed, held.employed_asked_on)),
        Line("Asked on", asked), Line("Asked of", held.employed_asked_of),
    )  # fmt: skip
    return Section("Still employed", lines, actions=actions)


def _nominated(one: Standing, year: int) -> Section:
    held = one.entry
    lines = (
        Line("Reference", reference_of(year, held.number)), Line("Honours", held.nominee_kind.label),
        Line("Job role", held.job_role), Line("Place told", held.place_told),
        Line("Voices", count_of(one.known.voices, "nomination")),
    )  # fmt: skip
    return Section("Nominated", lines, folded=True)
