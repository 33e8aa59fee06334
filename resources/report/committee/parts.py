"""The formal parts of a report to a committee, by name (ND19; SO22)."""

from resources.words import Word


class Part(Word):
    """What a person writes once for a report. `label` is what the team calls it."""

    REPORT_OF = "report_of", "Report of"
    PURPOSE = "purpose", "Purpose of the report"
    EXEMPT_NOTICE = "exempt_notice", "Why some of it is not for publication"
    OTHER_OPTIONS = "other_options", "Other options considered"
    REASONS = "reasons", "Reasons for recommendations"
    STATUTORY = "statutory", "Statutory and policy implications"
    FINANCIAL = "financial", "Financial implications"
    SERVICE_USERS = "service_users", "Implications for service users"
    SIGNATORY = "signatory", "Who signs"
    SIGNATORY_POST = "signatory_post", "Post of who signs"
    ENQUIRIES = "enquiries", "For any enquiries"
    CONSTITUTIONAL_COMMENTS = "constitutional_comments", "Constitutional comments"
    FINANCIAL_COMMENTS = "financial_comments", "Financial comments"
    BACKGROUND_PAPERS = "background_papers", "Background papers and published documents"
    DIVISIONS = "divisions", "Electoral divisions and members affected"
    LEAD_OFFICER = "lead_officer", "Lead officer"
    AUTHOR = "author", "Author"
    CONTACT_DETAILS = "contact_details", "Contact details"
    CABINET_MEMBER = "cabinet_member", "Cabinet member"
    SUMMARY = "summary", "Summary"
    ISSUES = "issues", "Issues for consideration"

    @property
    def is_commented(self) -> bool:
        """Whether initials and a date stand beside it."""
        return self in (Part.CONSTITUTIONAL_COMMENTS, Part.FINANCIAL_COMMENTS)


OFFICER_PARTS = (
    Part.REPORT_OF, Part.SIGNATORY, Part.SIGNATORY_POST, Part.ENQUIRIES, Part.LEAD_OFFICER, Part.AUTHOR,
    Part.CONTACT_DETAILS, Part.CABINET_MEMBER,
)  # fmt: skip
"""Those that name officers and members: their names may be published."""
