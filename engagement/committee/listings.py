"""Reports and recommendations as Find anything looks through them."""

from engagement.committee.vocabulary import Progress, RecommendationOutcome
from resources.database.listing import Listing, own_rows
from resources.tables import Column, ColumnKind
from resources.words import sql_labels

REPORTS = Listing(
    name="committee_report",
    columns=(
        Column("title", "Report", width=320),
        Column("committee", "Committee", width=260),
        Column("meets_on", "Meeting", ColumnKind.DATE, width=110),
        Column("state", "State", ColumnKind.STATUS, width=100),
    ),
    fill="""select committee_report.id, committee_report.title, committee_meeting.committee,
        committee_meeting.meets_on,
        case when committee_report.archived_on is null then 'Current' else 'Archived' end
        from committee_report join committee_meeting on committee_meeting.id = committee_report.meeting_id
        where committee_report.id in (select id from temp.affected)""",
    depends={
        "committee_report": own_rows(),
        "committee_meeting": "select id from committee_report where meeting_id in (select row_id from changed)",
    },
    searched=("title", "committee"),
    default_order="meets_on",
)

RECOMMENDATIONS = Listing(
    name="recommendation",
    columns=(
        Column("text", "Recommendation", width=320),
        Column("report", "Report", width=260),
        Column("meets_on", "Meeting", ColumnKind.DATE, width=110),
        Column("outcome", "Decision", ColumnKind.STATUS, width=130),
        Column("progress", "Progress", ColumnKind.STATUS, width=110),
    ),
    hidden=(Column("decision", ""),),
    fill=f"""select recommendation.id, recommendation.text, committee_report.title, committee_meeting.meets_on,
        {sql_labels("recommendation.outcome", RecommendationOutcome)},
        {sql_labels("recommendation.progress", Progress)}, recommendation.decision
        from recommendation join committee_report on committee_report.id = recommendation.report_id
        join committee_meeting on committee_meeting.id = committee_report.meeting_id
        where recommendation.id in (select id from temp.affected)""",
    depends={
        "recommendation": own_rows(),
        "committee_report": "select id from recommendation where report_id in (select row_id from changed)",
        "committee_meeting": """select recommendation.id from recommendation join committee_report
            on committee_report.id = recommendation.report_id where meeting_id in (select row_id from changed)""",
    },
    searched=("text", "report", "decision"),
    default_order="meets_on",
)

LISTINGS = (REPORTS, RECOMMENDATIONS)
