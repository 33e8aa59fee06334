"""The columns that a list of claims may have, and the headings they are known by."""

from resources.files.headers import FieldSpec

SPECS = (
    FieldSpec("organisation", ("Organisation", "Organisation name", "Provider", "Employer", "Employer name",
                               "Company name", "Claimant"), meaning="the organisation that claims"),
    FieldSpec("workplace", ("ASC-WDS", "ASC-WDS ID", "ASC-WDS number", "NMDS-SC ID", "Workplace ID", "Location ID",
                            "CQC Location ID"), meaning="the workplace’s ASC-WDS or CQC number"),
    FieldSpec("learner", ("Learner", "Learner name", "Name", "Full name", "Name of learner"),
              meaning="the learner’s full name"),
    FieldSpec("given_name", ("Given Name", "First name", "Forename", "Given names", "Learner first name"),
              meaning="the learner’s given name"),
    FieldSpec("family_name", ("Family Name", "Surname", "Last name", "Learner surname", "Learner last name"),
              meaning="the learner’s family name"),
    FieldSpec("uln", ("ULN", "Unique Learner Number", "Learner number"), meaning="the unique learner number"),
    FieldSpec("awarding_body", ("Awarding Body", "Awarding organisation", "AO"), meaning="the awarding body"),
    FieldSpec("candidate_number", ("Candidate Registration Number", "Candidate number", "Registration number"),
              meaning="the candidate’s registration number"),
    FieldSpec("qualification_code", ("Qualification code", "Qualification number", "QAN", "Ofqual number"),
              meaning="the qualification’s code"),
    FieldSpec("what", ("Qualification", "Qualification title", "Course", "Course name", "Course title", "Title"),
              meaning="the qualification or course"),
    FieldSpec("apprenticeship", ("apprenticeship? (diplomas only)", "Apprenticeship", "Part of an apprenticeship"),
              meaning="whether it is part of an apprenticeship"),
    FieldSpec("funded_before", ("previously funded up-front?", "Previously funded up front", "Funded before",
                                "Previously funded"), meaning="whether it was funded before"),
    FieldSpec("pence", ("Value Claimed", "Amount claimed", "Claim value", "Value", "Amount", "Claimed", "Amount paid"),
              required=True, meaning="the value claimed"),
    FieldSpec("part", ("Part", "Part claimed", "Stage", "Claim part"), meaning="which part is claimed"),
    FieldSpec("started_on", ("Started", "Start date", "Date started", "Course start date"),
              meaning="the day it started"),
    FieldSpec("cost_paid_on", ("Paid for", "Cost paid on", "Date paid for", "Invoice date"),
              meaning="the day it was paid for by the provider"),
    FieldSpec("completed_on", ("Completed", "Completion date", "Date completed", "Date achieved", "Certificate date"),
              meaning="the day it was completed"),
    FieldSpec("submitted_on", ("Submitted", "Date submitted", "Date of claim", "Claim date", "Received",
                               "Date received"), meaning="the day it was claimed"),
    FieldSpec("status", ("State", "Status", "Claim status", "Outcome"), meaning="how the claim stands"),
    FieldSpec("paid_on", ("Paid", "Date paid", "Paid on", "Payment date"), meaning="the day it was paid"),
)  # fmt: skip
"""The eleven of the Workforce Development Fund's form, and those of lists that say more."""

DAYS = ("started_on", "cost_paid_on", "completed_on", "submitted_on", "paid_on")
FLAGS = ("apprenticeship", "funded_before")
TEXTS = ("awarding_body", "candidate_number", "qualification_code", "what")
