"""What is to be mended in the report that is composed: what composing finds at once, and what the last check found."""

from desktop.committee.making import Made
from resources.report.committee.outline import ItemKind
from resources.report.committee.to_mend import ToMend, Weight

CHECK_FIRST = "Not searched for exempt facts yet: choose “Check”"


class FoundToMend:
    """Remembers what a check found in a report, while that is shown: the pictures of another are not held for it."""

    def __init__(self) -> None:
        self._then: Made | None = None
        self._checked: tuple[ToMend, ...] = ()

    def take(self, made: Made, found: tuple[ToMend, ...]) -> None:
        """A check of the report as it was made is over."""
        self._then = made
        self._checked = tuple(one for one in found if one not in made.composed.to_mend)

    def found(self, made: Made) -> tuple[ToMend, ...]:
        """All of it, what stops the report first; of a section whose figures are still being read nothing is said."""
        then = self._of(made)
        awaited = {one.id for one in made.outline.items if one.section} - set(made.sections)
        if awaited:  # what stands beneath a heading is not known yet
            awaited |= {one.id for one in made.outline.items if one.kind is ItemKind.HEADING}
        now = (one for one in made.composed.to_mend if one.item not in awaited)
        found = dict.fromkeys((*now, *(self._checked if then is not None else ())))
        return tuple(sorted(found, key=lambda one: one.weight is not Weight.STOPS))

    def how_sure(self, made: Made) -> str:
        """What is to be said beside the list."""
        then = self._of(made)
        if then is None:
            return CHECK_FIRST
        if (then.outline, then.composed.report) != (made.outline, made.composed.report):
            return "Changed since it was checked" if self._checked else "Not searched since it was changed"
        return "Searched for exempt facts"

    def _of(self, made: Made) -> Made | None:
        if self._then is not None and self._then.report_id != made.report_id:
            self._then, self._checked = None, ()
        return self._then
