"""A team's day and all teams as tables."""

from datetime import date

from resources.database import Database
from workforce.iwork.carving.carving import carve
from workforce.iwork.carving.day import read_day
from workforce.iwork.carving.tables import day_table, teams_table
from workforce.iwork.carving.team_tasks import lay_day, team_day
from workforce.iwork.carving.teams import add_team
from workforce.iwork.employers.employers import add_employer

TODAY = date(2026, 11, 23)


def test_a_day_says_where_each_task_is_and_what_a_post_comes_to(vault: Database) -> None:
    home = add_employer(vault, today=TODAY, name="Rosewood House").id
    held = add_team(vault, home, "Kitchen")
    lay_day(
        vault,
        held.id,
        read_day("11:30 to 12 Laying tables; the cook\n12 to 1 Serving; may move"),
        add_new=True,
    )
    carve(vault, held.id, [team_day(vault, held.id)[1].key], today=TODAY, title="Lunch service", weekdays=[0])
    table = day_table(vault, held)
    assert table.title == "Rosewood House: Kitchen, any day"
    assert list(table.rows) == [
        ("11:30am to midday", "Laying tables", "With the team", 30, "the cook", 0),
        ("midday to 1pm", "Serving", "P-001", 60, "", 1),
    ]
    assert table.notes == ("P-001: 1 task, midday to 1pm: 1 hour a day.",)
    assert list(teams_table(vault).rows) == [("Rosewood House", "Kitchen", "Any day", "7am to 8pm", 2, 1)]
