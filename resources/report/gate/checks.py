"""Every check that a public document passes before it is saved."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from resources.report.gate import names
from resources.report.gate.known import Known, Looked
from resources.report.leak_gate import Leak


@dataclass(frozen=True)
class GateCheck:
    """One of them: what it is called, and what it finds."""

    name: str
    find: Callable[[Looked, Known], Iterable[Leak]]


CHECKS: tuple[GateCheck, ...] = (
    GateCheck("services named", names.services_named),
    GateCheck("people named", names.people_named),
    GateCheck("refusals told", names.refusals_told),
    GateCheck("named by the file", names.named_by_the_file),
)


def leaks_of(looked: Looked, known: Known, checks: Iterable[GateCheck] = CHECKS) -> list[Leak]:
    """What any of them finds, each once."""
    return list(dict.fromkeys(one for check in checks for one in check.find(looked, known)))
