"""The action plan with its progress, and the practices that providers tried."""

from dataclasses import replace

from resources.report.blocks import Block, Bullets, FactList, Heading, Paragraph, TableBlock
from resources.report.cells import cell_text
from resources.tables import Cell, Table
from resources.wording import and_list, count_of
from workforce.survey.action_plan.actions import actions
from workforce.survey.action_plan.practices import SOURCE
from workforce.survey.action_plan.standing import standings
from workforce.survey.action_plan.tables import action_plan_section_table, practices_table
from workforce.survey.report.choice import Section
from workforce.survey.report.material import Material
from workforce.survey.report.paper import on_paper
from workforce.survey.vocabulary import ActionStatus


def plan_sentence(m: Material) -> str:
    """How many actions there are, and how they stand."""
    held = [one for one in actions(m.db, m.survey.id) if one.status is not ActionStatus.DROPPED]
    if not held:
        return ""
    done = sum(one.status is ActionStatus.DONE for one in held)
    late = sum(one.is_overdue(m.today) for one in held)
    parts = [f"{done} of them {'is' if done == 1 else 'are'} done"] if done else []
    parts += [f"{late} {'is' if late == 1 else 'are'} overdue"] if late else []
    told = f": {and_list(parts)}" if parts else ""
    return f"The action plan has {count_of(len(held), 'action')}{told}."


def plan_blocks(m: Material) -> list[Block]:
    """What was dropped is left out; progress stands beside each action."""
    sentence = plan_sentence(m)
    if not sentence:
        return []
    table = action_plan_section_table(m.db, m.survey.id, today=m.today, known=m.comparison, read=m.read)
    blocks: list[Block] = [Heading(Section.PLAN.label), Paragraph(sentence)]
    place = [column.name for column in table.columns].index("action")
    for row in table.rows:
        blocks += [Heading(str(row[place]), level=2), _facts(table, row, place)]
    return blocks


def _facts(table: Table, row: tuple[Cell, ...], action: int) -> FactList:
    """A line each: seven columns would be too narrow to read."""
    return FactList(
        tuple(
            (column.heading, cell_text(column, cell))
            for number, (column, cell) in enumerate(zip(table.columns, row, strict=True))
            if number != action and cell not in (None, "")
        )
    )


def practice_blocks(m: Material) -> list[Block]:
    """The library: how many tried each practice and how it went; no provider is named."""
    held = [one for one in standings(m.db, m.survey.id, read=m.read) if one.uses or one.does]
    if not held:
        return []
    table = practices_table(held, [m.wave])
    return [
        Heading(Section.PRACTICES.label),
        Paragraph(
            "Practices that providers told each other about: how they went where they were tried, and how many do "
            "them.",
            leads=True,
        ),
        TableBlock(
            on_paper(
                m, replace(table, source=SOURCE), without=("topic",), title="Practices and how they went"
            ),
            "For each practice how many providers tried it, how it went, and the share that does it.",
        ),
    ]


def practice_items(m: Material) -> Bullets | None:
    """The practices most often said to work, as a list for a committee."""
    tried = [one for one in standings(m.db, m.survey.id, read=m.read) if one.uses]
    tried.sort(key=lambda one: -one.tried_by)
    items = tuple(f"{one.practice.name} (tried in {one.works_words})" for one in tried)
    return Bullets(items) if items else None
