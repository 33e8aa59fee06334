"""What each row of CQC's files says: text into values, with the reason where a row is refused."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import TypeVar

from engagement.cqc_files.contents import Location, PublishedRating
from engagement.cqc_files.layouts import SERVICE_TYPE, is_cqc_id, tidy_id
from engagement.register.vocabulary import (
    KeyQuestion,
    Rating,
    ServiceKind,
    is_social_care,
    key_question_from_cqc,
    kind_from_service_types,
    read_rating,
)
from resources.files.cells import shown
from resources.files.dates import Order, date_order, read_date
from resources.files.headers import HeaderFound
from resources.files.reading import Row, Sheet
from resources.files.refused import RefusedRow
from resources.files.values import clean_text, phone, postcode, split_list
from resources.problem import Problem
from resources.wording import date_words

Made = TypeVar("Made")

_A_MONTH = timedelta(days=31)
"""Ratings may come out after the day that their file is of, not so long after it."""


class Reader:
    """Goes through one file's rows and gathers what they say."""

    def __init__(self, name: str, as_at: date, header: HeaderFound, sheet: Sheet, *, today: date) -> None:
        self.name = name
        self.as_at = as_at
        self.today = today
        self.header = header
        self.sheet = sheet
        self.rows = 0
        self.locations: list[Location] = []
        self.ratings: list[PublishedRating] = []
        self.refused: list[RefusedRow] = []
        self.not_overall = 0
        self.remarks: list[str] = []
        self._seen: dict[str, Location] = {}
        self._held: list[Row] | None = None

    def hold(self) -> None:
        """Read every row now and keep them, so that the file is gone through once."""
        self._held = list(self.below())

    def below(self) -> Iterable[Row]:
        """The rows beneath the headings."""
        return self.header.below(self.sheet.rows) if self._held is None else self._held

    def picked(self, *fields: str) -> Iterator[tuple[Row, tuple[str, ...]]]:
        """Each row with the text of these fields."""
        pick = self.header.picker(fields)
        for row in self.below():
            self.rows += 1
            yield row, pick(row)

    def refuse(self, row: Row, field: str, reason: str) -> None:
        """Leave a row out and remember why, under the heading that the file has for the field."""
        column = self.header.mapping.get(field)
        heading = self.header.headings[column] if column is not None else ""
        self.refused.append(RefusedRow(row.line, self.sheet.name, row.cells, reason, heading))

    @property
    def refused_ids(self) -> frozenset[str]:
        """The Location IDs of the refused rows."""
        column = self.header.mapping.get("location_id", -1)
        ids = (tidy_id(row.cells[column]) for row in self.refused if 0 <= column < len(row.cells))
        return frozenset(ids) - {""}

    def dates(self, field: str) -> Callable[[str], tuple[str | None, str]]:
        """A reader for one column's dates: ISO text or None, and the reason when it is no date.

        The whole column decides which of day and month stands first.
        """
        if field not in self.header.mapping:
            return lambda _text: (None, "")
        order = self._order(field)
        known: dict[str, tuple[str | None, str]] = {"": (None, "")}

        def value(text: str) -> tuple[str | None, str]:
            if text not in known:
                found = read_date(text, order)
                known[text] = (found.value.isoformat() if found.value else None, found.reason)
            return known[text]

        return value

    def publications(self) -> Callable[[str], tuple[str | None, str]]:
        """`dates` of the publication, where a day that cannot be is no date: it would be the rating of today."""
        read_day = self.dates("published_on")
        today, latest = self.today.isoformat(), (self.as_at + _A_MONTH).isoformat()

        def value(text: str) -> tuple[str | None, str]:
            day, reason = read_day(text)
            if day is None or day <= min(today, latest):
                return day, reason
            said = f"The publication date {date_words(date.fromisoformat(day))}"
            if day > today:
                return None, f"{said} is still to come"
            return None, f"{said} is more than a month after {date_words(self.as_at)}, the day of the file"

        return value

    def _order(self, field: str) -> Order:
        column = self.header.mapping[field]
        heading = self.header.headings[column]
        texts = dict.fromkeys(row.cell(column) for row in self.below())
        found = date_order(texts)
        if found.order is Order.MIXED:
            raise Problem(
                f"{found.sentence(heading)} One order was expected in “{self.name}”; put the dates in one order "
                "and read it again."
            )
        if found.order is not Order.UNDECIDED:
            return found.order
        late = {
            order: any((day := read_date(text, order).value) and day > self.as_at for text in texts)
            for order in (Order.DAY_FIRST, Order.MONTH_FIRST)
        }
        chosen = (
            Order.MONTH_FIRST if late[Order.DAY_FIRST] and not late[Order.MONTH_FIRST] else Order.DAY_FIRST
        )
        if found.sentence(heading):
            self.remarks.append(f"{found.sentence(heading)} They were read with the {chosen.value}.")
        return chosen

    def keep(self, row: Row, location: Location) -> bool:
        """Take a location; a Location ID that comes twice is refused unless it says the same."""
        first = self._seen.setdefault(location.location_id, location)
        if first is location:
            self.locations.append(location)
            return True
        if first[2:] != location[2:]:
            reason = f"The Location ID stands on line {first.line} too, with other details"
            self.refuse(row, "location_id", reason)
        return False


class _Memo(dict[str, Made]):
    """What each text makes, made once: files repeat a few hundred of them sixty thousand times."""

    def __init__(self, make: Callable[[str], Made]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, text: str) -> Made:
        self[text] = made = self._make(text)
        return made


def _types(text: str) -> tuple[str, ServiceKind | None]:
    """The types without repeats, and the kind that they make."""
    items = split_list(text)
    return "|".join(items), kind_from_service_types(items)


def _list(text: str) -> str:
    return "|".join(split_list(text))


_OF_DIRECTORY = (
    "name", "also_known_as", "address", "postcode", "phone", "website", "service_types", "last_inspected_on",
    "specialisms", "provider_name", "authority", "region", "location_id", "provider_id",
)  # fmt: skip


def read_directory(reader: Reader) -> None:
    """The care directory: one row a location."""
    inspected = reader.dates("last_inspected_on")
    kinds, lists, plain, said = _Memo(_types), _Memo(_list), _Memo(clean_text), _Memo(_said)
    for row, (
        name, also, address, post, tel, site, types, checked, special, prov, authority, region, key, prov_id,
    ) in reader.picked(*_OF_DIRECTORY):  # fmt: skip
        key = tidy_id(key)
        if not _identified(reader, row, key, name):
            continue
        checked_on, reason = inspected(checked)
        if reason:
            reader.refuse(row, "last_inspected_on", reason)
            continue
        types, kind = kinds[types]
        facts = (
            clean_text(name),
            _said(also),
            kind.value if kind else None,
            types,
            lists[special],
            clean_text(address),
            postcode(post) or clean_text(post),
            plain[authority],
            plain[region],
            phone(tel) if tel else "",
            _said(site),
            *(None, None, None),
            checked_on,
            None,
        )
        reader.keep(row, Location(row.line, key, kind, facts, tidy_id(prov_id), said[prov], ""))


def _said(text: str) -> str:
    """Text, where a lone dash stands for nothing."""
    plain = clean_text(text) if text else ""
    return "" if plain in ("-", "–") else plain


def _not_an_id(key: str) -> str:
    """Why a Location ID cannot be one; '' when it can."""
    if not key:
        return "There is no Location ID"
    return "" if is_cqc_id(key) else f"{shown(key)} is not a Location ID, such as 1-109570155"


def _identified(reader: Reader, row: Row, key: str, name: str) -> bool:
    reason = _not_an_id(key)
    if reason:
        reader.refuse(row, "location_id", reason)
    elif not name.strip():
        reader.refuse(row, "name", "There is no name")
    else:
        return True
    return False


_OF_HSCA = (
    "location_id", "name", "registered_on", "dormant", "care_home", "phone", "registered_manager", "website",
    "beds", "location_type", "directorate", "category", "rating", "published_on", "inherited", "region",
    "authority", "street", "line_2", "city", "county", "postcode", "brand", "provider_id", "provider_name",
)  # fmt: skip


def read_hsca(reader: Reader) -> None:
    """HSCA active locations: one row a location, a column for each type of service, the overall rating."""
    started, published = reader.dates("registered_on"), reader.publications()
    type_columns = [
        (column, heading.strip()[len(SERVICE_TYPE) :])
        for column, heading in enumerate(reader.header.headings)
        if heading.strip().casefold().startswith(SERVICE_TYPE.casefold())
    ]
    kinds = _Memo(_types)
    for row, cells in reader.picked(*_OF_HSCA):
        said = dict(zip(_OF_HSCA, cells, strict=True))
        said["location_id"] = tidy_id(said["location_id"])
        if not _identified(reader, row, said["location_id"], said["name"]):
            continue
        registered_on, reason = started(said["registered_on"])
        beds, beds_reason = _beds(said["beds"])
        if reason or beds_reason:
            reader.refuse(row, "registered_on" if reason else "beds", reason or beds_reason)
            continue
        types = "|".join(name for column, name in type_columns if row.cell(column).strip()[:1].upper() == "Y")
        types, kind = kinds[types]
        kind = _hsca_kind(kind, said)
        location = _hsca_location(row, said, types, kind, beds, registered_on)
        taken, rating = _hsca_rating(reader, row, said, location, published)
        if taken and reader.keep(row, location) and rating is not None:
            reader.ratings.append(rating)


def _hsca_kind(kind: ServiceKind | None, said: dict[str, str]) -> ServiceKind | None:
    """By types; a care home without types is residential, and CQC's own word leaves the others out."""
    social = is_social_care(
        primary_inspection_category=said["category"],
        location_type=said["location_type"],
        inspection_directorate=said["directorate"],
    )
    if social is False:
        return None
    if kind is None and said["care_home"].strip()[:1].upper() == "Y":
        return ServiceKind.RESIDENTIAL_HOME
    return ServiceKind.OTHER_SOCIAL_CARE if kind is None and social else kind


def _beds(text: str) -> tuple[int | None, str]:
    plain = text.strip()
    if not plain:
        return None, ""
    if plain.isdecimal():
        return int(plain), ""
    return None, f"Care homes beds: a whole number was expected, and “{plain[:40]}” was found"


def _hsca_location(
    row: Row,
    said: dict[str, str],
    types: str,
    kind: ServiceKind | None,
    beds: int | None,
    registered_on: str | None,
) -> Location:
    address = ", ".join(
        clean_text(said[part]) for part in ("street", "line_2", "city", "county") if said[part].strip()
    )
    facts = (
        clean_text(said["name"]),
        None,
        kind.value if kind else None,
        types,
        None,
        address,
        postcode(said["postcode"]) or clean_text(said["postcode"]),
        clean_text(said["authority"]),
        clean_text(said["region"]),
        phone(said["phone"]) if said["phone"] else "",
        _said(said["website"]),
        beds,
        registered_on,
        int(said["dormant"].strip()[:1].upper() == "Y") if said["dormant"].strip() else None,
        None,
        _said(said["registered_manager"]),
    )
    provider = tidy_id(said["provider_id"]), _said(said["provider_name"]), _said(said["brand"])
    return Location(row.line, said["location_id"], kind, facts, *provider)


def _hsca_rating(
    reader: Reader,
    row: Row,
    said: dict[str, str],
    location: Location,
    published: Callable[[str], tuple[str | None, str]],
) -> tuple[bool, PublishedRating | None]:
    """The row's overall rating, if it has one; False when the row had to be refused for it."""
    found = read_rating(_said(said["rating"]))
    if found.rating is None:
        reader.refuse(row, "rating", found.reason.rstrip("."))
        return False, None
    if not found.rating.is_rated:
        return True, None
    day, reason = published(said["published_on"])
    if day is None:
        reader.refuse(row, "published_on", reason or "There is a rating without a publication date")
        return False, None
    inherited = said["inherited"].strip()[:1].upper() == "Y"
    return True, PublishedRating(
        row.line, location.location_id, location.name, KeyQuestion.OVERALL, found.rating, day, inherited
    )


def read_ratings(reader: Reader) -> None:
    """Latest ratings: one row for each location, group and key question; only the group “Overall” is the service's."""
    published = reader.publications()
    questions: dict[str, KeyQuestion | None] = {}
    ratings: dict[str, tuple[Rating | None, str]] = {}
    last: dict[tuple[str, KeyQuestion], tuple[int, str, Rating]] = {}
    for row, (key, name, group, domain, text, day_text, inherited) in reader.picked(
        "location_id", "name", "group", "question", "rating", "published_on", "inherited"
    ):
        if group and group.strip().casefold() != "overall":
            reader.not_overall += 1
            continue
        if domain not in questions:
            questions[domain] = key_question_from_cqc(domain)
        if text not in ratings:
            found = read_rating(_said(text))
            ratings[text] = found.rating, found.reason
        question, (rating, reason) = questions[domain], ratings[text]
        day, day_reason = published(day_text)
        key = tidy_id(key)
        id_reason = _not_an_id(key)
        if id_reason:
            reader.refuse(row, "location_id", id_reason)
        elif question is None:
            reader.refuse(row, "question", f"“{clean_text(domain)[:40]}” is none of CQC's key questions")
        elif rating is None:
            reader.refuse(row, "rating", reason.rstrip("."))
        elif day is None and (rating.is_rated or day_reason):
            reader.refuse(row, "published_on", day_reason or "There is a rating without a publication date")
        elif day is not None:
            _keep_rating(
                reader,
                row,
                last,
                PublishedRating(
                    row.line,
                    key,
                    clean_text(name),
                    question,
                    rating,
                    day,
                    inherited.strip()[:1].upper() == "Y",
                ),
            )


def _keep_rating(
    reader: Reader,
    row: Row,
    seen: dict[tuple[str, KeyQuestion], tuple[int, str, Rating]],
    rating: PublishedRating,
) -> None:
    known = seen.setdefault(
        (rating.location_id, rating.question), (rating.line, rating.published_on, rating.rating)
    )
    if known == (rating.line, rating.published_on, rating.rating) or known[1] != rating.published_on:
        reader.ratings.append(rating)
    elif known[2] is not rating.rating:
        reader.refuse(row, "rating", f"Line {known[0]} gives another rating for the same question and day")
