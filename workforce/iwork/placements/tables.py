"""Tables of placements for screen, files and command line: by reference and initials, and never for publication."""

from datetime import date

from resources.database import Database
from resources.tables import Cell, Column, ColumnKind, Table
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.placements.benefits import benefit_rules, key_of_rule, rule_on
from workforce.iwork.placements.checkpoints import asked_of
from workforce.iwork.placements.moving import steps_of
from workforce.iwork.placements.pay import against_limits, jobs_of_all, pay_of, total_on
from workforce.iwork.placements.placements import Placement, placement, placements
from workforce.iwork.placements.reminders import reminders
from workforce.iwork.placements.support import plan_of, support_weeks, visits_of
from workforce.iwork.placements.tasters import tasters
from workforce.iwork.placements.todo import ToDo
from workforce.iwork.placements.todo_reading import to_do, told
from workforce.iwork.placements.whom import person_with_initials
from workforce.iwork.times import clock_said, hours_said
from workforce.iwork.vocabulary import BenefitKind

K = ColumnKind
WHO = Column("who", "Who", width=108)
TODO_COLUMNS = (
    Column("due_on", "Due", K.DATE, width=104),
    Column("state", "State", K.STATUS, width=96),
    Column("kind", "What", width=184),
    WHO,
    Column("words", "To do", width=310),
)
DONE_COLUMNS = (
    Column("done_on", "Done", K.DATE, width=104),
    Column("done_by", "By", width=120),
    Column("kind", "What", width=184),
    WHO,
    Column("words", "Words", width=300),
)
TASTER_COLUMNS = (
    Column("day_on", "Day", K.DATE, width=104),
    WHO,
    Column("employer", "Employer", width=180),
    Column("outcome", "How it went", K.STATUS, width=124),
    Column("times", "Times", width=128),
    Column("post", "Post", width=140),
)
PAY_COLUMNS = (
    WHO,
    Column("jobs", "Jobs", K.NUMBER, width=60),
    Column("hours", "Hours a week", width=96),
    Column("band", "Hours", K.STATUS, width=140),
    Column("pay", "Pay a week", K.MONEY, width=94),
    Column("permitted", "Permitted work", K.FLAG, width=84),
    Column("limits", "Against the limits", width=232),
)
BENEFIT_COLUMNS = (
    Column("kind", "Limit", width=330),
    Column("from_on", "From", K.DATE, width=104),
    Column("until_on", "Until", K.DATE, width=104),
    Column("amount", "Amount", width=100),
    Column("state", "State", K.STATUS, width=124),
    Column("source", "Source", width=300),
)


# --- placements -------------------------------------------------------------------------------------------


def placements_table(vault: Database, *, over: bool = False) -> Table:
    """Those that are open, or with `over` all of them."""
    jobs, who = jobs_told(vault), told(vault)
    rows: list[tuple[Cell, ...]] = [
        (
            who[one.person_id], one.stage.label, *jobs[one.id], one.began_on.isoformat(),
            _day(one.started_on), _day(one.ended_on), one.end_reason.label if one.end_reason else "",
        )
        for one in placements(vault, over=over)
        if one.person_id in who
    ]  # fmt: skip
    columns = (
        WHO, Column("stage", "Stage", K.STATUS, width=140), Column("post", "Post", width=200),
        Column("employer", "Employer", width=180), Column("began_on", "Begun", K.DATE, width=104),
        Column("started_on", "Started work", K.DATE, width=104), Column("ended_on", "Ended", K.DATE, width=104),
        Column("end_reason", "Why it ended", width=160),
    )  # fmt: skip
    return Table("Placements", columns, rows, exempt=IDENTITY)


def jobs_told(vault: Database) -> dict[str, tuple[str, str]]:
    """Title and employer of the job of every placement."""
    rows = vault.rows(
        "select placement.id, coalesce(post.title, placement.job_title), coalesce(employer.name, employer_name) "
        "from placement left join post on post.id = placement.post_id "
        "left join employer on employer.id = post.employer_id"
    )
    return {str(key): (str(title), str(employer)) for key, title, employer in rows}


def job_words(vault: Database, held: Placement) -> str:
    """Lunch service assistant, Sample Nursing Home; empty while there is no job."""
    return ", ".join(part for part in jobs_told(vault)[held.id] if part)


def steps_table(vault: Database, placement_id: str) -> Table:
    """The steps of one placement."""
    columns = (
        Column("done_on", "Date", K.DATE, width=100), Column("to", "Step", K.STATUS, width=140),
        Column("by", "By", width=120), Column("words", "Words", width=200),
    )  # fmt: skip
    rows = [
        (one.done_on.isoformat(), one.to_stage.label, one.by, one.words)
        for one in steps_of(vault, placement_id)
    ]
    return Table(_titled(vault, "Steps", placement_id), columns, rows, exempt=IDENTITY)


def _titled(vault: Database, what: str, placement_id: str) -> str:
    return f"{what} of {person_with_initials(vault, placement(vault, placement_id).person_id)}"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


# --- support, checkpoints, tasters ------------------------------------------------------------------------


def visits_table(vault: Database, placement_id: str) -> Table:
    """Support given in one placement."""
    columns = (
        Column("done_on", "Date", K.DATE, width=100), Column("hours", "Hours", width=60),
        Column("kind", "What", width=120), Column("by", "By", width=110), Column("words", "Words", width=240),
    )  # fmt: skip
    rows = [
        (one.done_on.isoformat(), hours_said(one.minutes), one.kind.label, one.by, one.words)
        for one in visits_of(vault, placement_id)
    ]
    return Table(_titled(vault, "Support", placement_id), columns, rows, exempt=IDENTITY)


def weeks_table(vault: Database, placement_id: str, today: date) -> Table:
    """Support planned and given, week by week of the job; weeks without either are left out."""
    held = placement(vault, placement_id)
    last = min(today, held.ended_on or today)
    weeks = (
        support_weeks(plan_of(vault, held.id), visits_of(vault, held.id), held.started_on, last)
        if held.started_on
        else ()
    )
    columns = (
        Column("week", "Week", K.NUMBER, width=60), Column("from_on", "From", K.DATE, width=100),
        Column("planned", "Planned, hours", width=110), Column("given", "Given, hours", width=110),
    )  # fmt: skip
    rows = [
        (one.week, one.from_on.isoformat(), "" if one.planned is None else hours_said(one.planned) or "0",
         hours_said(one.given) or "0")
        for one in weeks
        if one.planned or one.given
    ]  # fmt: skip
    notes = (
        ("Weeks for which none was planned and none given are left out.",) if len(rows) < len(weeks) else ()
    )
    return Table(_titled(vault, "Support by week", placement_id), columns, rows, notes=notes, exempt=IDENTITY)


def checkpoints_table(vault: Database, placement_id: str, today: date) -> Table:
    """The checkpoints of one placement."""
    columns = (
        Column("weeks", "Weeks", K.NUMBER, width=60), Column("on", "Passed on", K.DATE, width=100),
        Column("state", "State", K.STATUS, width=120), Column("looked_on", "Looked at", K.DATE, width=100),
        Column("hours", "Hours a week", width=90), Column("words", "Words", width=200),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    for one in asked_of(vault, placement(vault, placement_id), today):
        answer = one.answer
        state = (
            ("In work" if answer.in_work else "Not in work") if answer else "Due" if one.is_due else "To come"
        )
        looked = answer.looked_on.isoformat() if answer else None
        rows.append(
            (one.weeks, one.on.isoformat(), state, looked, hours_said(answer.minutes_week) if answer else "",
             answer.words if answer else "")
        )  # fmt: skip
    return Table(_titled(vault, "Checkpoints", placement_id), columns, rows, exempt=IDENTITY)


def periods_table(vault: Database, placement_id: str) -> Table:
    """Hours and pay of one placement."""
    columns = (
        Column("from_on", "From", K.DATE, width=100), Column("hours", "Hours a week", width=100),
        Column("pay", "Pay an hour", K.MONEY, width=100),
    )  # fmt: skip
    rows = [
        (one.from_on.isoformat(), hours_said(one.minutes_week), one.pence_hour)
        for one in pay_of(vault, placement_id)
    ]
    return Table(_titled(vault, "Hours and pay", placement_id), columns, rows, exempt=IDENTITY)


def tasters_table(vault: Database) -> Table:
    """Every taster, the latest first."""
    return Table("Tasters", TASTER_COLUMNS, [row for _, row in taster_lines(vault)], exempt=IDENTITY)


def taster_lines(vault: Database, person_id: str = "") -> list[tuple[str, tuple[Cell, ...]]]:
    """The rows of that table with their keys; with a person theirs alone."""
    who, names = told(vault), dict(vault.rows("select id, name from employer"))
    titles = dict(vault.rows("select id, title from post"))
    return [
        (
            one.id,
            (
                one.day_on.isoformat(), who[one.person_id], str(names[one.employer_id]), one.outcome.label,
                times_said(one.from_minute, one.until_minute), str(titles.get(one.post_id, "")),
            ),
        )
        for one in tasters(vault)
        if one.person_id in who and person_id in ("", one.person_id)
    ]  # fmt: skip


def times_said(begins: int | None, ends: int | None) -> str:
    """9:30am to 2pm; empty of a whole day."""
    return "" if begins is None or ends is None else f"{clock_said(begins)} to {clock_said(ends)}"


# --- pay and benefits -------------------------------------------------------------------------------------


def pay_table(vault: Database, day: date) -> Table:
    """Hours and pay over all jobs of everybody in work on a day, held against the limits of that day."""
    rows = [row for _, row in pay_lines(vault, day)]
    return Table("Hours and pay over all jobs", PAY_COLUMNS, rows, as_at=day, exempt=IDENTITY)


def pay_lines(vault: Database, day: date) -> list[tuple[str, tuple[Cell, ...]]]:
    """The rows of that table with the key of each person."""
    rules, who = benefit_rules(vault), told(vault)
    band = rule_on(rules, BenefitKind.HOURS_BAND, day)
    lines: list[tuple[str, tuple[Cell, ...]]] = []
    for person_id, jobs in jobs_of_all(vault).items():
        total = total_on(jobs, day)
        if total.jobs and person_id in who:
            reached = bool(band and band.amount and total.reaches(band.amount))
            limits = " ".join(one.sentence for one in against_limits(total, rules, day))
            said = f"{hours_said(band.amount)} hours or more" if reached and band else ""
            row = (who[person_id], total.jobs, hours_said(total.minutes), said, total.pence)
            lines.append((person_id, (*row, int(total.permitted_work), limits)))
    return sorted(lines, key=lambda line: str(line[1][0]))


def benefits_table(vault: Database) -> Table:
    """The limits, each with how far it can be relied on. It speaks of nobody."""
    return Table(
        "Benefit limits", BENEFIT_COLUMNS, [row for _, row in benefit_lines(vault)],
        notes=("Nothing of it is advice. What is not checked was read second-hand or in an excerpt.",),
    )  # fmt: skip


def benefit_lines(vault: Database) -> list[tuple[str, tuple[Cell, ...]]]:
    """The rows of that table, keyed by kind and first day."""
    return [
        (
            key_of_rule(one),
            (
                one.kind.label,
                one.from_on.isoformat(),
                _day(one.until_on),
                one.amount_words,
                one.state_words,
                one.source,
            ),
        )
        for one in benefit_rules(vault)
    ]


# --- to do ------------------------------------------------------------------------------------------------


def todo_row(one: ToDo, today: date) -> tuple[Cell, ...]:
    """A row of the list."""
    state = "Overdue" if one.is_overdue(today) else "Due" if one.due_on == today else "To come"
    return one.due_on.isoformat(), state, one.kind.label, one.who, one.words


def todo_table(vault: Database, today: date) -> Table:
    """What is due or near."""
    rows = [todo_row(one, today) for one in to_do(vault, today)]
    return Table("To do", TODO_COLUMNS, rows, as_at=today, exempt=IDENTITY)


def done_lines(vault: Database) -> list[tuple[str, tuple[Cell, ...]]]:
    """Typed reminders that are done, the latest first, with their keys."""
    who = told(vault)
    return [
        (
            one.id,
            (_day(one.done_on), one.done_by, one.kind.label, who.get(one.person_id or "", ""), one.words),
        )
        for one in reminders(vault, done=True)
        if one.person_id is None or one.person_id in who
    ]


def done_table(vault: Database) -> Table:
    """Reminders that were ticked off."""
    return Table("Reminders done", DONE_COLUMNS, [row for _, row in done_lines(vault)], exempt=IDENTITY)
