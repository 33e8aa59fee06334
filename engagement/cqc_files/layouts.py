"""The headings of CQC's three files, and what tells one from another.

Headings as CQC has published them since 2014; files differ by month in spelling and order, so they are matched by
meaning. A file without a header row is known by the number of its columns.
"""

import re
from dataclasses import dataclass

from engagement.cqc_files.contents import FileKind
from resources.files.headers import FieldSpec, HeaderFound, header_by_position
from resources.files.rows import Row
from resources.files.values import clean_text


@dataclass(frozen=True)
class Layout:
    """One kind of file: its fields, and their order where a file has no header row."""

    kind: FileKind
    fields: tuple[FieldSpec, ...]
    in_order: tuple[str | None, ...]

    def without_header(self, rows: list[Row]) -> HeaderFound | None:
        """The columns by position, when the rows are as wide as the layout and hold Location IDs where it has them."""
        place = self.in_order.index("location_id")
        wide = [row for row in rows if not row.is_blank]
        fitting = [
            row for row in wide if len(row.cells) == len(self.in_order) and _is_location_id(row.cells[place])
        ]
        if not wide or len(fitting) < len(wide) * 0.9:
            return None
        return header_by_position(self.in_order)


_CQC_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,28}[A-Za-z0-9])?")


def tidy_id(text: str) -> str:
    """CQC's number of a location or provider without blanks and unseen characters, which spreadsheets bring."""
    return text if is_cqc_id(text) else "".join(clean_text(text).split())


def is_cqc_id(tidy: str) -> bool:
    """Whether it has the shape of CQC's numbers, such as 1-109570155, RJ822 and 11111."""
    return _CQC_ID.fullmatch(tidy) is not None


def _is_location_id(text: str) -> bool:
    head, dash, tail = tidy_id(text).partition("-")
    return bool(dash) and head == "1" and tail.isdecimal()


def _field(name: str, *headings: str, needed: bool = False, meaning: str = "") -> FieldSpec:
    return FieldSpec(name, headings, required=needed, meaning=meaning or headings[0])


_LOCATION_ID = _field(
    "location_id", "Location ID", "CQC Location ID", needed=True, meaning="the CQC Location ID"
)
_POSTCODE = _field("postcode", "Postcode", "Location Postal Code", "Location Post Code", "Post code")
_AUTHORITY = _field(
    "authority", "Local authority", "Location Local Authority", needed=True, meaning="the local authority"
)
_REGION = _field("region", "Region", "Location Region")
_PROVIDER_ID = _field("provider_id", "Provider ID", "CQC Provider ID")
_PROVIDER_NAME = _field("provider_name", "Provider name")

DIRECTORY = Layout(
    FileKind.DIRECTORY,
    (
        _field("name", "Name", "Location name", needed=True, meaning="the name of the location"),
        _field("also_known_as", "Also known as"),
        _field("address", "Address"),
        _POSTCODE,
        _field("phone", "Phone number", "Telephone number"),
        _field("website", "Service's website", "Website"),
        _field("service_types", "Service types", "Service type", needed=True, meaning="the service types"),
        _field("last_inspected_on", "Date of latest check"),
        _field("specialisms", "Specialisms/services", "Specialisms"),
        _PROVIDER_NAME,
        _AUTHORITY,
        _REGION,
        _LOCATION_ID,
        _PROVIDER_ID,
    ),
    (
        "name",
        "also_known_as",
        "address",
        "postcode",
        "phone",
        "website",
        "service_types",
        "last_inspected_on",
        "specialisms",
        "provider_name",
        "authority",
        "region",
        None,
        "location_id",
        "provider_id",
    ),
)

RATINGS = Layout(
    FileKind.RATINGS,
    (
        _LOCATION_ID,
        _field("name", "Location name"),
        _field(
            "group", "Service / Population Group", "Service or population group", "Service/Population Group"
        ),
        _field("question", "Domain", "Key question", needed=True, meaning="the key question (“Domain”)"),
        _field("rating", "Latest Rating", needed=True, meaning="the latest rating"),
        _field("published_on", "Publication Date", needed=True, meaning="the publication date"),
        _field("inherited", "Inherited Rating (Y/N)", "Inherited Rating"),
        _field("location_type", "Location Type", "Location Type/Sector"),
        _field("category", "Location Primary Inspection Category"),
    ),
    (
        "location_id",
        None,
        "name",
        None,
        "location_type",
        "category",
        *([None] * 11),
        "group",
        "question",
        "rating",
        "published_on",
        None,
        "inherited",
        *([None] * 5),
    ),
)

SERVICE_TYPE = "Service type - "
"""HSCA active locations has a column for each type, Y where the location is of it."""

HSCA = Layout(
    FileKind.HSCA,
    (
        _LOCATION_ID,
        _field(
            "registered_on", "Location HSCA start date", needed=True, meaning="the location's HSCA start date"
        ),
        _field("dormant", "Dormant (Y/N)", "Dormant"),
        _field("care_home", "Care home?"),
        _field("name", "Location name", needed=True, meaning="the name of the location"),
        _field("phone", "Location Telephone Number"),
        _field("registered_manager", "Registered manager"),
        _field("website", "Location Web Address"),
        _field("beds", "Care homes beds", "Care home beds"),
        _field("location_type", "Location Type/Sector", "Location Type"),
        _field("directorate", "Location Inspection Directorate"),
        _field("category", "Location Primary Inspection Category"),
        _field("rating", "Location Latest Overall Rating"),
        _field("published_on", "Publication Date"),
        _field("inherited", "Inherited Rating (Y/N)", "Inherited Rating"),
        _REGION,
        _AUTHORITY,
        _field("street", "Location Street Address"),
        _field("line_2", "Location Address Line 2"),
        _field("city", "Location City"),
        _field("county", "Location County"),
        _POSTCODE,
        _field("brand", "Brand Name"),
        _PROVIDER_ID,
        _PROVIDER_NAME,
    ),
    ("location_id", *([None] * 118)),
)

LAYOUTS = (HSCA, RATINGS, DIRECTORY)
