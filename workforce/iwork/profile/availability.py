"""When in a week somebody can work."""

from collections.abc import Iterable
from dataclasses import dataclass

from resources.database import Database, change, new_key
from resources.rows import columns_of
from workforce.iwork.profile.whose import reference_to_write
from workforce.iwork.weeks import WeekTime, checked_time, joined


@dataclass(frozen=True)
class Availability:
    """One time of a week; minutes from midnight."""

    id: str
    person_id: str
    weekday: int
    from_minute: int
    until_minute: int

    @property
    def time(self) -> WeekTime:
        """As a time of a week."""
        return WeekTime(self.weekday, self.from_minute, self.until_minute)


_COLUMNS = columns_of(Availability)


def availability_of(vault: Database, person_id: str) -> list[Availability]:
    """All of a week, Monday first; none where it was not asked."""
    rows = vault.rows(
        f"select {_COLUMNS} from availability where person_id = ? order by weekday, from_minute, id",
        (person_id,),
    )
    return [Availability(*row) for row in rows]


def week_of(vault: Database, person_id: str) -> tuple[WeekTime, ...]:
    """The same as times of a week."""
    return tuple(one.time for one in availability_of(vault, person_id))


def set_availability(vault: Database, person_id: str, times: Iterable[WeekTime]) -> list[Availability]:
    """All of a week at once; times that overlap are joined, and what stays as it was is not written again."""
    wanted = joined(checked_time(one.weekday, one.from_minute, one.until_minute) for one in times)
    whose = reference_to_write(vault, person_id)
    held = {one.time: one for one in availability_of(vault, person_id)}
    with change(vault, f"Set when {whose} can work"):
        for time, row in held.items():
            if time not in wanted:
                vault.delete_row("availability", row.id)
        for time in wanted:
            if time not in held:
                vault.insert_row(
                    "availability",
                    {
                        "id": new_key(), "person_id": person_id, "weekday": time.weekday,
                        "from_minute": time.from_minute, "until_minute": time.until_minute,
                    },
                )  # fmt: skip
    return availability_of(vault, person_id)
