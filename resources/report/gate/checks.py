"""Every check that a public document passes before it is saved."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from resources.report.gate import clues, exempt_facts, names, short_names, small_counts, unseen, whole_lists
from resources.report.gate.known import Known, Looked
from resources.report.leak_gate import Leak


@dataclass(frozen=True)
class GateCheck:
    """One of them: what it is called, and what it finds."""

    name: str
    find: Callable[[Looked, Known], Iterable[Leak]]


CHECKS: tuple[GateCheck, ...] = (
    GateCheck("services named", names.services_named),
    GateCheck("services told by something else", clues.told_by_clues),
    GateCheck("services named with a slip", clues.told_by_slips),
    GateCheck("people named", names.people_named),
    GateCheck("people named in short", short_names.people_in_short),
    GateCheck("names in code", names.written_in_code),
    GateCheck("addresses told", names.addresses_told),
    GateCheck("refusals told", names.refusals_told),
    GateCheck("named by the file", names.named_by_the_file),
    GateCheck("exempt sums", exempt_facts.sums_told),
    GateCheck("exempt counts", exempt_facts.counts_told),
    GateCheck("exempt days", exempt_facts.days_told),
    GateCheck("words of the exempt appendix", exempt_facts.phrases_told),
    GateCheck("words held back", exempt_facts.held_back_told),
    GateCheck("lists that leave out", whole_lists.left_out_of_lists),
    GateCheck("lists that leave out since the last report", whole_lists.left_out_since_before),
    GateCheck("small counts", small_counts.small_counts_told),
    GateCheck("small counts in tables", small_counts.small_counts_in_tables),
    GateCheck("small counts left over", small_counts.small_counts_left_over),
    GateCheck("what nobody sees", unseen.unseen_parts),
    GateCheck("marked as exempt", unseen.marked_as_exempt),
)

DOUBTS: tuple[GateCheck, ...] = (
    GateCheck("counts that may be of a status", small_counts.doubtful_counts_told),
    GateCheck("names gone from another copy", whole_lists.gone_from_a_copy),
)
"""What only somebody can judge: it is to be looked at, and stops nothing."""

DOUBTS_OF_NAMES: tuple[GateCheck, ...] = (
    GateCheck("surnames that others bear", short_names.perhaps_in_short),
    GateCheck("members who may be somebody else", names.members_named),
    GateCheck("officers who may be somebody else", names.officers_named),
)
"""The same of names, which needs all that is known."""

_OF_THE_REPORT = frozenset({
    "exempt sums", "exempt counts", "exempt days", "words of the exempt appendix", "lists that leave out",
    "lists that leave out since the last report", "small counts", "small counts in tables", "small counts left over",
    "what nobody sees", "marked as exempt",
})  # fmt: skip
OF_WHOM: tuple[GateCheck, ...] = tuple(one for one in CHECKS if one.name not in _OF_THE_REPORT)
"""Those of people, services and words held back, whatever text it is; the others are of a report on its day."""


def leaks_of(looked: Looked, known: Known, checks: Iterable[GateCheck] = CHECKS) -> list[Leak]:
    """What any of them finds, each once and with its block."""
    found = dict.fromkeys(one for check in checks for one in check.find(looked, known))
    return [
        one if one.block is not None else replace(one, block=looked.blocks.get(one.where)) for one in found
    ]
