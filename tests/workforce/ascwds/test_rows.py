"""Rows of bulk-upload files: codes, lists in step, 999, and what is in doubt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.files.cells import clean_text
from tests.workforce.ascwds.bulk_files import HOME, SOMEBODY, TRAINED
from workforce.ascwds.fields import WORKER_FIELDS, WORKPLACE_FIELDS, worker_missing
from workforce.ascwds.layouts import LISTS_IN_STEP
from workforce.ascwds.rows import (
    USUAL,
    BadRow,
    Choices,
    TrainingRow,
    WorkerRow,
    WorkplaceRow,
    digest,
    read_training,
    read_worker,
    read_workplace,
    same,
)
from workforce.ascwds.vocabulary import RowStatus

Said = list[tuple[str, str]]


def home(said: Said | None = None, /, **cells: str) -> WorkplaceRow:
    doubts = said if said is not None else []
    return read_workplace(2, {**HOME, **cells}, Choices(), lambda *one: doubts.append(one))


def somebody(said: Said | None = None, /, *, choices: Choices = USUAL, **cells: str) -> WorkerRow:
    doubts = said if said is not None else []
    return read_worker(2, {**SOMEBODY, **cells}, choices, lambda *one: doubts.append(one))


def trained(said: Said | None = None, /, **cells: str) -> TrainingRow:
    doubts = said if said is not None else []
    return read_training(2, {**TRAINED, **cells}, Choices(), lambda *one: doubts.append(one))


# --- workplaces


def test_a_workplace_is_read_whole() -> None:
    said: Said = []
    row = home(said)
    assert said == []
    assert (row.local_id, row.name, row.status, row.updated, row.staff) == (
        "Elm",
        "Elm Lodge",
        RowStatus.UPDATE,
        True,
        2,
    )
    assert (row.services, row.capacities, row.utilisations) == ("2;8", "20;", "18;9")
    assert (row.job_roles, row.starters, row.leavers, row.vacancies) == ("8;7", "1;0", "1;1", "2;0")
    assert row.given.split() == list(WORKPLACE_FIELDS)


@pytest.mark.parametrize(
    ("column", "cell", "field"),
    [("STARTERS", "1;0;2", "starters"), ("VACANCIES", "1", "vacancies"), ("CAPACITY", "20", "capacity"),
     ("UTILISATION", "1;2;3", "capacity"), ("LEAVERS", "1;x", "leavers")],
)  # fmt: skip
def test_a_list_out_of_step_counts_as_missing_and_is_said(column: str, cell: str, field: str) -> None:
    said: Said = []
    row = home(said, **{column: cell})
    assert field not in row.given.split()
    assert [name for name, _ in said] == [column]
    assert "left out" in said[0][1]


def test_what_is_out_of_step_is_said_with_both_lengths() -> None:
    said: Said = []
    home(said, STARTERS="1;0;2")
    assert said == [
        ("STARTERS", "STARTERS has 3 items and ALLJOBROLES has 2: it is left out, and so counts as missing.")
    ]


def test_descriptions_out_of_step_leave_the_list_as_it_is() -> None:
    said: Said = []
    assert home(said, OTHERUSERDESC=";;").service_users == "1;2"
    assert [name for name, _ in said] == []  # all blank: nothing is described
    home(said, OTHERUSERDESC="a;b;c")
    assert [name for name, _ in said] == ["OTHERUSERDESC"]


def test_999_alone_stands_for_all_job_roles_and_is_an_answer() -> None:
    row = home(STARTERS="999", LEAVERS="999", VACANCIES="0;0")
    assert {"starters", "leavers", "vacancies"} <= set(row.given.split())
    assert row.starters == "999"


def test_without_job_roles_none_and_not_known_can_be_said() -> None:
    said: Said = []
    row = home(said, ALLJOBROLES="", STARTERS="0", LEAVERS="999", VACANCIES="3")
    assert (row.starters, row.leavers, row.vacancies) == ("0", "999", "")
    assert [name for name, _ in said] == ["VACANCIES"]


def test_no_other_service_is_no_service() -> None:
    said: Said = []
    row = home(said, ALLSERVICES="2;0", CAPACITY="20;", UTILISATION="18;")
    assert (row.services, row.capacities, said) == ("2", "20", [])
    assert "capacity" in row.given.split()


@pytest.mark.parametrize(("service", "asked"), [("2", True), ("8", True), ("72", False)])
def test_capacity_belongs_to_the_main_service(service: str, asked: bool) -> None:
    row = home(MAINSERVICE=service, ALLSERVICES=service, CAPACITY="", UTILISATION="", SERVICEDESC="")
    assert ("capacity" in row.given.split()) is not asked


def test_home_care_is_asked_only_for_who_uses_it() -> None:
    row = home(MAINSERVICE="8", ALLSERVICES="2;8", CAPACITY=";", UTILISATION=";9")
    assert "capacity" in row.given.split()


def test_reasons_without_their_numbers_are_left_out() -> None:
    said: Said = []
    row = home(said, REASONNOS="1")
    assert (row.reasons, row.reason_counts) == ("", "")
    assert [name for name, _ in said] == ["REASONNOS"]


def test_a_code_that_nobody_knows_is_left_out() -> None:
    said: Said = []
    row = home(said, MAINSERVICE="4711", ESTTYPE="06")
    assert (row.main_service, row.employer_type) == ("", "6")
    assert said == [("MAINSERVICE", "MAINSERVICE “4711” is no code that ASC-WDS knows: it is left out.")]


def test_a_workplace_without_its_identifier_is_refused() -> None:
    with pytest.raises(BadRow) as bad:
        home(LOCALESTID="")
    assert (bad.value.column, bad.value.reason) == (
        "LOCALESTID", "LOCALESTID is empty, so that nobody knows whose row this is. Write it in.",
    )  # fmt: skip


# --- workers


def test_a_worker_is_read_without_who_it_is() -> None:
    row = somebody()
    assert set(row.given.split()) >= set(WORKER_FIELDS) - {"average_hours", "other_level"}
    kept = " ".join(str(one) for one in row)
    for cell in ("Ada", "QQ123456C", "17/06/1984", "1984-06-17", "NG1 1AA", "826", "9.50"):
        assert cell not in kept
    assert (row.worker, row.reference) == (digest("Ada Example"), "")
    assert (row.job_role, row.started_on, row.social_care_qualification, row.social_care_level) == (
        "8", "2018-02-23", "1", "2",
    )  # fmt: skip


def test_the_reference_is_kept_where_it_was_asked_for() -> None:
    assert somebody(choices=Choices(keep_reference=True)).reference == "Ada Example"


def test_a_worker_is_known_again_whatever_the_spaces() -> None:
    assert digest("Ada  Example ") == digest("adaexample") != digest("Ada Exampl")
    assert same(" Elm  Lodge") == "elmlodge"


def test_a_new_identifier_takes_the_place_of_the_old_one() -> None:
    row = somebody(CHGUNIQUEWRKID="W7", TRANSFERSTAFFRECORD="Oak")
    assert (row.worker, row.local_id) == (digest("W7"), "Oak")


@pytest.mark.parametrize(
    ("cells", "given"),
    [
        ({"SALARYINT": "1", "SALARY": "21000", "HOURLYRATE": ""}, True),
        ({"SALARYINT": "1", "SALARY": ""}, False),
        ({"SALARYINT": "3", "HOURLYRATE": ""}, False),
        ({"SALARYINT": ""}, False),
        ({"SALARYINT": "3", "HOURLYRATE": "filled in"}, True),
    ],
)
def test_pay_is_an_interval_with_its_amount(cells: dict[str, str], given: bool) -> None:
    assert ("pay" in somebody(**cells).given.split()) is given


def test_not_known_is_an_answer() -> None:
    said: Said = []
    row = somebody(
        said,
        DAYSSICK="999",
        CONTHOURS="999",
        ZEROHRCONT="999",
        SCQUAL="999",
        NONSCQUAL="1;999",
        RECSOURCE="16",
    )
    assert said == []
    found = worker_missing(row.given, employment="1", zero_hours="999", social_care="999", other="1")
    assert found == ()


def test_another_qualification_without_a_level_is_of_a_level_not_known() -> None:
    assert somebody(NONSCQUAL="1").other_level == "999"
    assert somebody(SCQUAL="1").social_care_level == ""


@pytest.mark.parametrize(
    ("column", "cell"),
    [("CONTHOURS", "80"), ("CONTHOURS", "1_0"), ("DAYSSICK", "5e1"), ("DAYSSICK", "many"),
     ("STARTDATE", "31/02/2018"), ("SCQUAL", "3;2"), ("SCQUAL", "1;17"),
     ("EMPLSTATUS", "5"), ("STATUS", "PERHAPS")],
)  # fmt: skip
def test_what_cannot_be_is_left_out_and_said(column: str, cell: str) -> None:
    said: Said = []
    somebody(said, **{column: cell})
    assert [name for name, _ in said] == [column]


@pytest.mark.parametrize(
    ("status", "confirmed", "looked_at"),
    [("NEW", False, True), ("update", False, True), ("NOCHANGE", False, True), ("UNCHECKED", False, False),
     ("UNCHECKED", True, True), ("DELETE", True, False), ("", False, False)],
)  # fmt: skip
def test_a_record_was_looked_at_or_not(status: str, confirmed: bool, looked_at: bool) -> None:
    assert somebody(choices=Choices(confirmed=confirmed), STATUS=status).updated is looked_at


# --- training


def test_training_is_read_without_its_notes() -> None:
    row = trained(
        TRAININGNAME="Moving people",
        ACCREDITED="1",
        WHODELIVERED="2;Somebody Ltd",
        HOWDELIVERED="2",
        NOTES="x",
    )
    assert row == TrainingRow(
        2, "Elm", digest("Ada Example"), "15", "Moving people", "1", "2", "2", "2019-05-02", None
    )


@pytest.mark.parametrize(
    ("validity", "expires"),
    [("12", "2020-05-02"), ("none", None), ("", None), ("0", None), ("9999999", None)],
)
def test_a_validity_says_when_training_runs_out(validity: str, expires: str | None) -> None:
    assert trained(VALIDITY=validity).expires_on == expires


def test_an_expiry_goes_before_a_validity_and_months_have_ends() -> None:
    assert trained(VALIDITY="12", EXPIRYDATE="01/06/2021").expires_on == "2021-06-01"
    assert trained(VALIDITY="1", DATECOMPLETED="31/01/2019").expires_on == "2019-02-28"


def test_a_category_that_nobody_knows_is_kept_and_said() -> None:
    said: Said = []
    assert trained(said, CATEGORY="88").category == "88"
    assert [name for name, _ in said] == ["CATEGORY"]


# --- whatever stands there

CELLS = st.one_of(
    st.text(max_size=12),
    st.text(alphabet="0123456789;. /", max_size=12),
    st.sampled_from(
        [
            "999",
            "0",
            "1;3",
            ";;",
            "31/12/2019",
            "1;999",
            "UPDATE",
            "²",
            "٣",
            "1e400",
            "nan",
            "inf",
            "-1",
            "9" * 5000,
        ]
    ),
)


@given(st.data())
def test_no_cell_stops_the_reading(data: st.DataObject) -> None:
    for usual, read, fields in (
        (HOME, read_workplace, WORKPLACE_FIELDS), (SOMEBODY, read_worker, WORKER_FIELDS), (TRAINED, read_training, {}),
    ):  # fmt: skip
        columns = data.draw(st.sets(st.sampled_from(sorted(usual)), max_size=6))
        said: Said = []
        cells = {**usual, **{column: clean_text(data.draw(CELLS)) for column in sorted(columns)}}
        try:
            row = read(2, cells, USUAL, lambda *one, told=said: told.append(one))
        except BadRow as bad:
            assert not cells[bad.column]
            continue
        assert set(getattr(row, "given", "").split()) <= set(fields)
        assert {column for column, _ in said} <= columns | {
            other for one in LISTS_IN_STEP for other in one[1]
        }


@given(st.lists(st.integers(0, 998).map(str), min_size=1, max_size=5), st.integers(0, 6))
def test_lists_are_kept_where_they_are_in_step_and_only_there(jobs: list[str], starters: int) -> None:
    said: Said = []
    figures = ";".join(["3"] * starters)
    row = home(said, ALLJOBROLES=";".join(jobs), STARTERS=figures, LEAVERS="999", VACANCIES="999")
    in_step = starters == len(jobs)
    assert row.starters == (figures if in_step else "")
    assert ("starters" in row.given.split()) is in_step
    assert [column for column, _ in said] == ([] if in_step or not starters else ["STARTERS"])
