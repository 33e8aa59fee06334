"""What the pane says of a workplace: how it stands, what is missing, its figures, and what files called it."""

from collections.abc import Callable
from datetime import date

from desktop.widgets.detail import Detail, Line, Section
from resources.database import Database
from resources.tables import ColumnKind
from resources.wording import capital_first, date_words
from workforce.ascwds.codes import EMPLOYER_TYPES, SERVICES, split, words_of
from workforce.ascwds.completeness import Standing
from workforce.ascwds.records import last_return, workplace_figures
from workforce.ascwds.tables import Placed, missing_table, state_words
from workforce.ascwds.workplaces import Workplace
from workforce.years import year_of, year_span, year_words


def workplace_detail(
    db: Database, one: Workplace, stands: Standing, where: Placed, open_register: Callable[[], object], *, on: date,
) -> Detail:  # fmt: skip
    """One workplace as at a day."""
    missing = missing_table(db, one.id, on=on)
    sections = [_standing(stands, on)]
    if missing.rows:
        sections.append(Section("Missing", (), missing))
    figures = tuple(
        Line(each.name, f"{each.words}, {each.base}" if each.base else each.words)
        for each in workplace_figures(db, one.id, on=on)
    )
    sections += [
        Section("Figures", figures, folded=stands.now.workers == 0),
        _what_it_is(db, one, where, open_register, on),
    ]
    return Detail(one.name, where.main_service, [(ColumnKind.STATUS, state_words(stands))], (), sections)


def _standing(stands: Standing, on: date) -> Section:
    now, year = stands.now, year_of(on)
    last = date_words(year_span(year).last)
    met = f"Since {date_words(stands.met_on)}; it counts until {last}" if stands.met_on is not None else "No"
    staff = "not said" if now.staff is None else f"{now.staff:,}"
    codes = [
        Line(f"Code {code}", reason)
        for code, reason in zip([one for one in now.codes if one != 1], now.reasons, strict=True)
    ]
    return Section(
        f"Funding year {year_words(year)}",
        (
            Line("Rule met", met),
            Line("Worker records complete", f"{now.complete:,} of {now.workers:,}, {now.percent_down}% rounded down"),
            Line("Staff declared", staff),
            *codes,
            Line("What would change it", now.to_change),
            Line("Last looked at", date_words(now.updated_on) if now.updated_on else "Not known"),
        ),
    )  # fmt: skip


def _what_it_is(
    db: Database, one: Workplace, where: Placed, open_register: Callable[[], object], on: date
) -> Section:
    said = last_return(db, one.id, on=on)
    others = (
        [words_of(SERVICES, code) for code in split(said.services) if code != said.main_service]
        if said
        else []
    )
    return Section(
        "Workplace",
        (
            Line("Provider", where.provider, open=open_register if where.provider else None),
            Line("Tied by", one.tied_by.label if one.tied_by else "Not tied to the register"),
            Line("LOCALESTID", one.local_id),
            Line("CQC Location ID", one.location_id),
            Line("CQC Provider ID", one.cqc_provider_id),
            Line("Postcode", one.postcode),
            Line("Employer type", words_of(EMPLOYER_TYPES, said.employer_type) if said else ""),
            Line("Other services", capital_first(", ".join(others))),
            Line("Last file", f"{date_words(said.as_at)}, {said.status.label}" if said else ""),
        ),
    )  # fmt: skip
