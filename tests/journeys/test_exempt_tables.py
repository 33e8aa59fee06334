"""Every table of funding and training that the command line saves: what names a provider or learner is marked."""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from docx import Document

from desktop.capabilities import CAPABILITIES
from desktop.command_line.main import main, parser
from resources.database import Database, open_file
from tests.journeys.conftest import COUNTY_NOW
from workforce.funding.claims.claims import claims
from workforce.funding.funds.funds import funds
from workforce.sample.funds import LDSS, WDF

MODULES = (
    "training", "training_sessions", "training_records", "packages", "learners", "learners_file", "unclaimed",
    "rulebook", "funds", "fund_money", "projects", "project_parts", "funding_report", "ascwds", "claims",
    "claims_files", "award_figures", "award_rounds", "award_nominations", "award_panel", "award_ceremony",
    "award_results", "award_scores",
)  # fmt: skip
READS_FILES = frozenset({
    "training-records-file", "training-learners-file", "ascwds-import", "award-scores-file",
})  # fmt: skip
"""What these save is made of a file that is taken in; their own tests look at it."""
OWN_PAPER = frozenset({"unclaimed-calls"})
"""A document and no table; marked by its own tests."""
NAMES_IN_PUBLIC = {
    "training-sessions": "a session is announced by its course and its place",
    "fund": "its funder and whom it pays are not the register’s",
}
"""What may name a provider and is public all the same."""
DEMENTIA = ("--words", "Rated Good", "--fact", "rating", "--operator", "is", "--value", "Outstanding")


@pytest.fixture
def asked(county_file: Path) -> dict[str, list[tuple[str, ...]]]:
    """Each subcommand with what it is asked of the sample county."""
    opened = open_file(county_file, CAPABILITIES, who="Test Clerk", read_only=True)
    try:
        return _asked(opened.db)
    finally:
        opened.close()


def _asked(db: Database) -> dict[str, list[tuple[str, ...]]]:
    one = claims(db)[0]
    wdf = next(each.id for each in funds(db) if each.name == WDF)
    ldss = next(each.id for each in funds(db) if each.name == LDSS)
    rule = str(db.value("select id from rule where fund_id = ? order by id", (wdf,)))
    project, part = db.rows(
        "select project_id, provider.name from project_provider join provider on provider.id = provider_id "
        "where project_id in (select id from project where tracks_dspt) order by project_provider.id"
    )[0]
    service, package = db.rows(
        "select service_id, learning_package.name from package_offer join learning_package "
        "on learning_package.id = package_id order by package_offer.id"
    )[0]
    session = str(db.value("select session_id from booking order by id"))
    learner = str(db.value("select learner_id from claim where learner_id is not null order by number"))
    workplace = str(db.value("select name from workplace order by name"))
    place = str(
        db.value("select id from service where archived_on is null and cqc_location_id <> '' order by id")
    )
    found: dict[str, list[tuple[str, ...]]] = {
        "claims": [(), ("--sums",)],
        "claim": [(str(one.number),)],
        "claim-evidence": [(str(one.number),)],
        "training-register": [(session,)],
        "training-learner": [("--show", learner)],
        "training-matrix": [(), ("--provider", one.provider_id)],
        "package-session": [(service, package)],
        "package-results": [(), ("--by-service",)],
        "unclaimed": [(), ("--by", "provider"), ("--by", "district")],
        "unclaimed-why": [(place, "--fund", wdf)],
        "unclaimed-note": [(one.provider_id,)],
        "rule-try": [(wdf, place)],
        "rule-add": [(wdf, *DEMENTIA)],
        "rule-edit": [(wdf, rule, *DEMENTIA)],
        "rule-end": [(wdf, rule, "--last-day", "1 May 2019")],
        "rule-remove": [(wdf, rule)],
        "project-levels": [(project, part)],
        "ascwds-figures": [(workplace,)],
        "ascwds-missing": [(), (workplace,)],
    }
    found |= {
        f"project{ending}": [(project,)]
        for ending in ("", "-milestones", "-outcomes", "-providers", "-quotes")
    }
    of_fund = (
        "fund",
        "fund-suggest",
        "fund-days",
        "fund-items",
        "fund-allocate",
        "fund-move",
        "fund-spend",
        "rules",
    )
    found |= {
        "award-figures": [(), *(("--by", by) for by in ("nominator", "district", "kind", "rating", "year"))],
        "award-never-nominated": [(), ("--of", "providers")],
        "award-nominations": [(), ("--voices",), ("--statements",)],
        "award-nominee": [("1",)],
        "award-scores": [(), ("--judge", "2")],
        "award-qualifying": [(), ("--chair",), ("--all", "--chair"), ("--since", "--chair")],
        "award-check": [("1",)],
        "award-blind-words": [(), ("--open",)],
        "award-assign": [(), ("--afresh",)],
        "award-assignments": [(), ("--matrix",)],
        "award-results": [
            ("--category", "person centred"),
            *(("--category", "team", "--show", each) for each in ("adjusted", "scores", "judges")),
        ],
        "award-decisions": [(), ("--ended",)],
        "award-note": [("1",)],
    }
    return found | {name: [(wdf,), (ldss,)] for name in of_fund}


def _of_capability() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    commands = next(one for one in parser()._actions if isinstance(one, argparse._SubParsersAction))
    for name, each in commands.choices.items():
        run: Callable[..., object] = each.get_default("run")
        run = getattr(run, "func", run)
        makes = any("--out" in one.option_strings for one in each._actions)
        if makes and run.__module__.rpartition(".")[2] in MODULES:
            yield name, each


def _text(path: Path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def _names(path: Path) -> list[str]:
    opened = open_file(path, CAPABILITIES, who="Test Clerk", read_only=True)
    try:
        rows = opened.db.rows(
            """select name from provider union select name from service union select name from workplace
            union select given_name || ' ' || family_name from learner
            union select nominee from award_entry where nominee_kind = 'individual'
            union select nominator from nomination where nominator <> ''"""
        )
        return [name for (name,) in rows]
    finally:
        opened.close()


def test_whatever_names_somebody_is_marked_and_totals_are_public(
    county_file: Path,
    asked: dict[str, list[tuple[str, ...]]],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    names, unmarked, marked, public = _names(county_file), [], set(), set()
    for name, _ in _of_capability():
        if name in READS_FILES | OWN_PAPER:
            continue
        for number, given in enumerate(asked.get(name, [()])):
            out = tmp_path / f"{name} {number}.docx"
            everything = ("--file", str(county_file), "--who", "Test Clerk", name, *given, "--out", str(out))
            code = main(list(everything), clock=lambda: COUNTY_NOW)
            told = capsys.readouterr()
            assert code == 0, (name, given, told.err)
            if not out.exists():
                assert "Nothing" in told.out or "No answer" in told.out, (name, told.out)
                continue
            is_marked = "EXEMPT" in told.out
            (marked if is_marked else public).add(f"{name} {' '.join(given)}".strip())
            if is_marked or name in NAMES_IN_PUBLIC:
                continue
            text = _text(out)
            named = [one for one in names if one in text]
            if named:
                unmarked.append((name, given, named[:3]))
    assert unmarked == []
    for each in ("claims", "training-matrix", "package-offers", "package-worklist", "ascwds", "unclaimed"):
        assert each in marked
    for each in (
        "claims --sums",
        "package-results",
        "funds",
        "unclaimed --by district",
        "projects",
        "packages",
    ):
        assert each in public, each
