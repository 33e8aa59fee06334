"""ASC-WDS files of the sample county: about forty workplaces, some complete, one just short of 90 %, some not."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from resources.database import Database
from workforce.ascwds.checking import check
from workforce.ascwds.codes import TRAINING
from workforce.ascwds.reading import AscwdsFile
from workforce.ascwds.rows import (
    USUAL,
    TrainingRow,
    WorkerRow,
    WorkplaceRow,
    read_training,
    read_worker,
    read_workplace,
)
from workforce.ascwds.taking_in import take_in
from workforce.ascwds.vocabulary import FileKind

WORKPLACES = 40
_SEED = "ASC-WDS"
_SERVICES = {
    "nursing_home": "1", "residential_home": "2", "home_care": "8", "supported_living": "55", "extra_care": "54",
    "shared_lives": "17", "day_care": "6",
}  # fmt: skip
_ROLES = ("8", "8", "8", "8", "7", "7", "4", "25", "26", "34", "16")
_TRAINED = ("15", "13", "20", "6", "10", "18")
_EARLIER_AGO, _LATER_AGO = 150, 40
_BOUNDARY = ((30, 27), (64, 57))


@dataclass(frozen=True)
class _Place:
    """A service of the register as the files have it."""

    local_id: str
    location_id: str
    name: str
    postcode: str
    service: str
    beds: int


def add_ascwds(db: Database, *, today: date) -> int:
    """Two uploads of each, months apart, and the training of some; how many workplaces there are."""
    rnd = random.Random(_SEED)
    places = list(_places(db, rnd))
    if not places:
        return 0
    days = (today - timedelta(days=_EARLIER_AGO), today - timedelta(days=_LATER_AGO))
    plans = _Plans(rnd, places)
    for number, day in enumerate(days):
        moment = datetime.combine(day, time(11), UTC)
        take_in(db, check(db, plans.files(day, number)), now=moment)
    return len(places)


def _places(db: Database, rnd: random.Random) -> Iterator[_Place]:
    rows = db.rows(
        """select coalesce(cqc_location_id, ''), service.name, service.postcode, service.kind, coalesce(beds, 0)
        from service where archived_on is null and cqc_location_id is not null order by service.id"""
    )
    known = [row for row in rows if row[3] in _SERVICES]
    for number, (location, name, postcode, kind, beds) in enumerate(
        rnd.sample(known, min(WORKPLACES - 2, len(known))), 1
    ):
        yield _Place(f"SAMPLE-{number:02}", location, name, postcode, _SERVICES[kind], beds)
    if (
        known
    ):  # two that nobody can tie for certain: a head office, and one whose number is not in the register
        yield _Place("SAMPLE-HO", "", "Sample Head Office", "", "72", 0)
        yield _Place("SAMPLE-99", "1-9999999999", "Sample Branch Elsewhere", "", "8", 0)


class _Plans:
    """Who works where, and what of their records is filled in."""

    def __init__(self, rnd: random.Random, places: Sequence[_Place]) -> None:
        self._rnd = rnd
        self._staff = {one.local_id: self._number(one) for one in places}
        # The first two stand on either side of the boundary: 27 of 30 records are 90 %, 57 of 64 are 89 %.
        self._staff |= {one.local_id: staff for one, (staff, _) in zip(places, _BOUNDARY, strict=False)}
        self._places = places

    def _number(self, one: _Place) -> int:
        return max(
            3, min(60, round((one.beds or self._rnd.choice((8, 14, 22))) * self._rnd.uniform(0.5, 0.9)))
        )

    def _complete(self, at: int, staff: int, upload: int) -> int:
        """So many of the records are complete."""
        if at < len(_BOUNDARY):
            return _BOUNDARY[at][1]
        if at % 3 == 0:
            return staff
        if at % 3 == 1:
            return round(staff * (0.55 if upload == 0 else 0.8))
        return staff - max(1, staff // 12) if staff > 10 else staff

    def files(self, day: date, upload: int) -> list[AscwdsFile]:
        """The three files of an upload."""
        workplaces, workers, training = list[WorkplaceRow](), list[WorkerRow](), list[TrainingRow]()
        for at, one in enumerate(self._places):
            staff = self._staff[one.local_id]
            complete = self._complete(at, staff, upload)
            declared = staff + 1 if at % 9 == 4 or (upload and at % 12 == 3) else staff
            workplaces.append(self._workplace(len(workplaces) + 2, one, declared, starters=at % 7 != 5))
            for number in range(staff):
                workers.append(self._worker(len(workers) + 2, one, number, number < complete, day, at))
                if upload and number % 3 == 0:
                    training.append(self._training(len(training) + 2, one, number, day))
        name = f"sample_{day.isoformat()}"
        return [
            _file(FileKind.WORKPLACE, f"{name}_workplaces.csv", day, workplaces),
            _file(FileKind.WORKER, f"{name}_workers.csv", day, workers),
            *([_file(FileKind.TRAINING, f"{name}_training.csv", day, training)] if training else []),
        ]

    def _workplace(self, line: int, one: _Place, staff: int, *, starters: bool) -> WorkplaceRow:
        rnd, used = self._rnd, max(1, one.beds - 2)
        return read_workplace(
            line,
            {
                "LOCALESTID": one.local_id, "STATUS": "UPDATE", "ESTNAME": one.name, "POSTCODE": one.postcode,
                "ESTTYPE": "6", "LOCATIONID": one.location_id, "MAINSERVICE": one.service, "ALLSERVICES": one.service,
                "CAPACITY": str(one.beds or 10), "UTILISATION": str(used), "SERVICEUSERS": "1;2",
                "OTHERUSERDESC": ";", "TOTALPERMTEMP": str(staff), "ALLJOBROLES": "8;7",
                "STARTERS": f"{rnd.randrange(1, 6)};{rnd.randrange(2)}" if starters else "",
                "LEAVERS": f"{rnd.randrange(1, 7)};{rnd.randrange(2)}", "VACANCIES": f"{rnd.randrange(5)};0",
            },
            USUAL, _nothing,
        )  # fmt: skip

    def _worker(self, line: int, one: _Place, number: int, complete: bool, day: date, at: int) -> WorkerRow:
        rnd = self._rnd
        started = day - timedelta(days=rnd.randrange(30, 4000))
        qualified = rnd.random() < 0.55
        cells = {
            "LOCALESTID": one.local_id, "UNIQUEWORKERID": f"Sample worker {number + 1}",
            "STATUS": "UNCHECKED" if at % 11 == 8 else "UPDATE", "GENDER": "2", "DOB": "01/01/1980",
            "NATIONALITY": "826", "CARECERT": rnd.choice(("1", "1", "3", "2")),
            "L2CARECERT": rnd.choice(("1", "3", "")), "RECSOURCE": rnd.choice(("2", "5", "10", "12")),
            "STARTDATE": f"{started:%d/%m/%Y}",
            "EMPLSTATUS": "1" if number % 8 else "3", "ZEROHRCONT": "2",
            "DAYSSICK": str(rnd.choice((0, 0, 2, 4, 11, 999))), "SALARYINT": "3", "HOURLYRATE": "11.44",
            "MAINJOBROLE": "4" if number == 0 else rnd.choice(_ROLES), "CONTHOURS": "30", "AVGHOURS": "20",
            "SCQUAL": f"1;{rnd.choice((2, 2, 3, 4))}" if qualified else "2", "NONSCQUAL": "2",
        }  # fmt: skip
        if not complete:
            for name in rnd.choice(
                (("SALARYINT",), ("DAYSSICK", "STARTDATE"), ("CARECERT",), ("SCQUAL", "DAYSSICK"))
            ):
                cells[name] = ""
            if number % 8 == 0:
                cells["AVGHOURS"] = ""
        return read_worker(line, cells, USUAL, _nothing)

    def _training(self, line: int, one: _Place, number: int, day: date) -> TrainingRow:
        rnd = self._rnd
        category = rnd.choice(_TRAINED)
        completed = day - timedelta(days=rnd.randrange(20, 1000))
        return read_training(
            line,
            {
                "LOCALESTID": one.local_id, "UNIQUEWORKERID": f"Sample worker {number + 1}", "CATEGORY": category,
                "TRAININGNAME": TRAINING[category], "ACCREDITED": "1", "WHODELIVERED": "2", "HOWDELIVERED": "1",
                "VALIDITY": rnd.choice(("12", "24", "36", "none")), "DATECOMPLETED": f"{completed:%d/%m/%Y}",
            },
            USUAL, _nothing,
        )  # fmt: skip


def _nothing(_column: str, sentence: str) -> None:
    raise ValueError(f"the sample is not as files are: {sentence}")


def _file(
    kind: FileKind, name: str, day: date, rows: Sequence[WorkplaceRow | WorkerRow | TrainingRow]
) -> AscwdsFile:
    return AscwdsFile(kind, "present", name, f"sample of {name}", day, (), rows)
