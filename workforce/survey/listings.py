"""Waves, actions of the plan and practices as Find anything looks through them."""

from resources.database.listing import Listing, own_rows
from resources.tables import Column, ColumnKind
from resources.words import sql_labels
from workforce.survey.vocabulary import ActionStatus, PracticeTopic, WaveKind

_OF_SURVEY = "select id from {} where survey_id in (select row_id from changed)"

WAVES = Listing(
    name="survey_wave",
    columns=(
        Column("name", "Wave", width=220),
        Column("kind", "Kind", width=130),
        Column("opens_on", "Opens", ColumnKind.DATE, 110),
        Column("survey", "Survey", width=200),
    ),
    fill=f"""select survey_wave.id, survey_wave.name, {sql_labels("survey_wave.kind", WaveKind)}, opens_on, survey.name
        from survey_wave join survey on survey.id = survey_id
        where survey_wave.archived_on is null and survey.archived_on is null
        and survey_wave.id in (select id from temp.affected)""",
    depends={"survey_wave": own_rows(), "survey": _OF_SURVEY.format("survey_wave")},
    searched=("name", "kind", "survey"),
    default_order="opens_on",
)

ACTIONS = Listing(
    name="survey_action",
    columns=(
        Column("action", "Action", width=320),
        Column("owner", "Owner", width=160),
        Column("due_on", "Due", ColumnKind.DATE, 110),
        Column("status", "Status", ColumnKind.STATUS, 110),
        Column("finding", "Finding", width=260),
        Column("survey", "Survey", width=200),
    ),
    fill=f"""select survey_action.id, action, owner, due_on, {sql_labels("status", ActionStatus)}, finding, survey.name
        from survey_action join survey on survey.id = survey_id
        where survey.archived_on is null and survey_action.id in (select id from temp.affected)""",
    depends={"survey_action": own_rows(), "survey": _OF_SURVEY.format("survey_action")},
    searched=("action", "owner", "finding", "survey"),
    default_order="due_on",
)

PRACTICES = Listing(
    name="survey_practice",
    columns=(
        Column("name", "Practice", width=300),
        Column("topic", "For", width=120),
        Column("description", "What it is", width=300),
    ),
    fill=f"""select id, name, {sql_labels("topic", PracticeTopic)}, description from survey_practice
        where archived_on is null and id in (select id from temp.affected)""",
    depends={"survey_practice": own_rows()},
    searched=("name", "description"),
    default_order="name",
)

LISTINGS = (WAVES, ACTIONS, PRACTICES)
