"""Which part of a nomination a heading asks for, by its words. Pure; a person confirms it."""

import re

from resources.files.headers import heading_keys
from resources.words import Word


class NominationField(Word):
    """What a column of a form may hold."""

    CATEGORY = "category", "Category"
    NOMINEE = "nominee", "Who is nominated"
    NOMINEE_FIRST = "nominee_first", "Nominee’s first name"
    NOMINEE_LAST = "nominee_last", "Nominee’s surname"
    ALSO_KNOWN_AS = "also_known_as", "What the nominee is also called"
    JOB_ROLE = "job_role", "Nominee’s job"
    PLACE = "place", "Home or service of the nominee"
    PROVIDER = "provider", "Provider of the nominee"
    POSTCODE = "postcode", "Postcode of the home or service"
    LOCATION_ID = "location_id", "CQC Location ID"
    EMAIL = "email", "Nominee’s e-mail address"
    PHONE = "phone", "Nominee’s telephone number"
    STATEMENT = "statement", "Statement"
    ATTACHMENT = "attachment", "Attachment"
    NOMINATOR = "nominator", "Who nominates"
    NOMINATOR_FIRST = "nominator_first", "Nominator’s first name"
    NOMINATOR_LAST = "nominator_last", "Nominator’s surname"
    NOMINATOR_KIND = "nominator_kind", "What kind of nominator"
    RELATION = "relation", "How the nominator knows the nominee"
    NOMINATOR_EMAIL = "nominator_email", "Nominator’s e-mail address"
    NOMINATOR_PHONE = "nominator_phone", "Nominator’s telephone number"
    NOMINATOR_PLACE = "nominator_place", "Nominator’s home or provider"
    PUBLISH_WORDS = "publish_words", "Whether the words may be published"
    RECEIVED_ON = "received_on", "The day it was sent"
    LEFT_OUT = "left_out", "Leave it out"

    @property
    def may_be_several(self) -> bool:
        """Whether one nomination may fill in several columns of it."""
        return self in (F.STATEMENT, F.ATTACHMENT, F.NOMINEE)


F = NominationField
_NOMINATING = re.compile(
    r"(?:(?:that |who |whom )?(?:you are|you re|you|i am|i)(?: (?:wish|want|would like|d like))?(?: to)?"
    r"|(?:are|do|would) you(?: (?:wish|want|like))?(?: to)?) nominat(?:e|ing)\b|\b(?:your|being|the) nominee\b"
    r"|\bbeing nominated\b"
)
_ABOUT_NOMINEE = re.compile(r"\b(?:nominees?|nominated|nominate|their|they|them|theirs|candidates?)\b")
_NOMINATORS = re.compile(
    r"\b(?:nominators?|nominated by|nominating person|person (?:nominating|making)|proposers?|submitters?"
    r"|your|you|my|i|about you)\b"
)
_NO_FIELD = re.compile(
    r"\b(?:privacy|gdpr|data protection|date of birth|terms|conditions|keep (?:me )?informed|newsletter|mailing list"
    r"|hear about|i confirm|i understand|aware|aged?|ethnicity|gender)\b"
)
_QUOTING = re.compile(
    r"\b(?:publish\w*|quot(?:e|es|ed|ing)|publicity|share (?:your|my|these|the) words|press)\b"
)

_FIRST: tuple[tuple[re.Pattern[str], NominationField], ...] = (
    (re.compile(r"\b(?:attach\w*|uploads?|file upload|supporting (?:documents?|files?))\b"), F.ATTACHMENT),
    (re.compile(r"\b(?:relation\w*|how do you know|connection|connected|in what capacity|how you know)\b"), F.RELATION),
    (
        re.compile(
            r"\b(?:(?:which|what) (?:of these )?(?:best )?describes (?:you|the nominator)|i am an?|nominating as"
            r"|(?:type|kind) of nominator|nominator (?:type|kind)|are you an?)\b|^(?:you are|are you)$"
        ),
        F.NOMINATOR_KIND,
    ),
    (
        re.compile(
            r"\b(?:why|reasons?|statement|tell us|describe|examples?|explain|deserves?|citation|\d+ words|words or less"
            r"|difference|impact|achiev\w+|summary|in your own words|nomination text)\b"
            r"|\bhow (?:has|have|does|do|did|is|are) (?:the |this )?(?:they|nominees?|team|service|person|he|she)\b"
            r"|\bwhat (?:has|have|did|does|makes) (?:the |this )?(?:they|nominees?|team|service|person|he|she)\b"
        ),
        F.STATEMENT,
    ),
    (re.compile(r"\b(?:category|categories|awards?)\b"), F.CATEGORY),
)  # fmt: skip
"""What a heading asks for whomever it is about; the first that fits."""

_PARTS: tuple[tuple[re.Pattern[str], NominationField | None, NominationField | None], ...] = (
    (re.compile(r"\b(?:cqc )?location id\b|\bcqc (?:number|id)\b"), F.LOCATION_ID, None),
    (re.compile(r"\bpost ?codes?\b|\bpostal code\b"), F.POSTCODE, None),
    (re.compile(r"\be ?mails?\b"), F.EMAIL, F.NOMINATOR_EMAIL),
    (re.compile(r"\b(?:tele)?phone\b|\bmobile\b|\btel\b|\bcontact (?:number|no)\b"), F.PHONE, F.NOMINATOR_PHONE),
    (re.compile(r"\bnickname\b|\bknown as\b|\balso called\b|\bpreferred name\b"), F.ALSO_KNOWN_AS, None),
    (re.compile(r"\b(?:first|given) name\b|\bforename\b"), F.NOMINEE_FIRST, F.NOMINATOR_FIRST),
    (re.compile(r"\b(?:last|family) name\b|\bsurname\b"), F.NOMINEE_LAST, F.NOMINATOR_LAST),
    (re.compile(r"\bjob\b|\brole\b|\bposition\b|\boccupation\b"), F.JOB_ROLE, None),
    (re.compile(r"\borgani[sz]ation\b|\bprovider\b|\bcompany\b|\bemployer\b"), F.PROVIDER, F.NOMINATOR_PLACE),
    (re.compile(r"\bworks?\b|\bworkplace\b|\bworking\b|\bbased\b"), F.PLACE, F.NOMINATOR_PLACE),
)  # fmt: skip
"""What it asks for where it is about the nominee, and about the nominator."""
_HOME = re.compile(r"\b(?:homes?|services?|settings?|branch)\b")
_WHO = re.compile(r"\b(?:person|people|individual|who|whom|team)\b")
_SENT = re.compile(r"\b(?:date (?:received|of nomination|sent|submitted)|received(?: on)?|sent on)\b|^date$")


def field_of(heading: str) -> NominationField | None:
    """The part of a nomination that a heading asks for; None where its words do not say, or ask for none of them."""
    key = heading_keys(heading)[0]
    if _NO_FIELD.search(key):
        return None
    if _QUOTING.search(key):
        return F.PUBLISH_WORDS
    if re.search(r"\b(?:consent|permission)\b", key):
        return None
    for pattern, field in _FIRST:
        if pattern.search(key):
            return field
    return F.RECEIVED_ON if _SENT.search(key) else _part(key)


def _part(key: str) -> NominationField | None:
    nominees = is_about_nominee(key)
    for pattern, of_nominee, of_nominator in _PARTS:
        if pattern.search(key):
            return of_nominee if nominees is not False else of_nominator
    if nominees is False:
        return (
            F.NOMINATOR_PLACE if _HOME.search(key) and "name" not in key.split() else _named(key, F.NOMINATOR)
        )
    if _HOME.search(key) and not _WHO.search(key) and not _NOMINATING.search(key):
        return F.PLACE
    return _named(key, F.NOMINEE) if nominees else None


def _named(key: str, field: NominationField) -> NominationField | None:
    """A heading that asks for a name: it says so, or is about the nominee or nominator and nothing else."""
    words = {"name", "names", "who", "whom", "nominee", "nominees", "nominator", "nominating", "nominate", "nominated",
             "proposer", "nomination"}  # fmt: skip
    return field if words & set(key.split()) else None


def is_about_nominee(key: str) -> bool | None:
    """Whether a heading is about who is nominated (True) or who nominates (False); None where it does not say."""
    rest = _NOMINATING.sub(" nominees ", key)
    if re.search(r"\bnominated by\b|\bnominators?\b", rest):
        return False
    if _ABOUT_NOMINEE.search(rest):
        return True
    return False if _NOMINATORS.search(rest) else None
