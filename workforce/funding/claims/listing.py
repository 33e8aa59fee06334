"""Claims as the table on screen and Find anything look through them."""

from resources.database.listing import Listing, own_rows
from resources.words import sql_labels, sql_text
from workforce.funding.claims.steps import NEXT
from workforce.funding.claims.tables import COLUMNS
from workforce.funding.vocabulary import ClaimPart, ClaimStatus

_PART = f"""case when claim.part = 'whole' then '' else
    ' (' || {
    " || ".join(
        f"iif(claim.part = {sql_text(one.value)}, {sql_text(one.label.lower())}, '')" for one in ClaimPart
    )
} || ')' end"""
_WAITS = " ".join(f"when {sql_text(one.value)} then {sql_text(words)}" for one, words in NEXT.items())
_OF = "select id from claim where {} in (select row_id from changed)"

CLAIMS = Listing(
    name="claim",
    columns=COLUMNS,
    fill=f"""select claim.id, claim.number, provider.name, claim.pence, {sql_labels("claim.status", ClaimStatus)},
        case claim.status {_WAITS} else '' end,
        trim(coalesce(learner.given_name, '') || ' ' || coalesce(learner.family_name, '')),
        coalesce(course.name, nullif(claim.what, ''), fund_item.name, '') || {_PART},
        claim.approved_pence, claim.submitted_on, fund.name,
        printf('%d/%02d', claim.year, (claim.year + 1) % 100), coalesce(learner.uln, ''), claim.awarding_body,
        claim.started_on, claim.completed_on, claim.decided_on, claim.paid_on, coalesce(service.name, ''),
        coalesce(service.district, '')
        from claim join fund on fund.id = claim.fund_id join provider on provider.id = claim.provider_id
        left join service on service.id = claim.service_id left join learner on learner.id = claim.learner_id
        left join course on course.id = claim.course_id left join fund_item on fund_item.id = claim.item_id
        where claim.id in (select id from temp.affected)""",
    depends={
        "claim": own_rows(),
        "fund": _OF.format("fund_id"),
        "fund_item": _OF.format("item_id"),
        "provider": _OF.format("provider_id"),
        "service": _OF.format("service_id"),
        "learner": _OF.format("learner_id"),
        "course": _OF.format("course_id"),
    },
    searched=("number", "learner", "uln", "what", "provider", "service", "fund"),
    default_order="number",
)
