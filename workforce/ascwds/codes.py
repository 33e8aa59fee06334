"""The codes of bulk-upload files in words.

Files carry these codes, not the identifiers that the service itself uses. 999 is not known.
"""

from collections.abc import Mapping

from workforce.training.vocabulary import JobRole

NOT_KNOWN = "999"

EMPLOYER_TYPES: Mapping[str, str] = {
    "1": "Local authority (adult services)",
    "2": "Local authority (children’s services)",
    "3": "Local authority (generic/other)",
    "4": "Local authority owned",
    "5": "Health",
    "6": "Private sector",
    "7": "Voluntary or charity",
    "8": "Other",
}

SERVICES: Mapping[str, str] = {
    "1": "Care home with nursing",
    "2": "Care home without nursing",
    "3": "Adult placement home",
    "4": "Sheltered housing",
    "5": "Other adult residential care",
    "6": "Day care and day services",
    "7": "Other adult day care",
    "8": "Domiciliary care",
    "9": "Home nursing care",
    "10": "Domestic services and home help",
    "11": "Meals on wheels",
    "12": "Other adult domiciliary care",
    "13": "Carers support",
    "14": "Short breaks and respite care",
    "15": "Community support and outreach",
    "16": "Social work and care management",
    "17": "Shared Lives",
    "18": "Disability adaptations and assistive technology",
    "19": "Occupational and employment-related services",
    "20": "Information and advice",
    "21": "Other adult community care",
    "52": "Any other service",
    "53": "Sheltered housing",
    "54": "Extra care housing",
    "55": "Supported living",
    "60": "Specialist college",
    "61": "Community services for people with a learning disability",
    "62": "Community services for people with mental health needs",
    "63": "Community services for people who misuse substances",
    "64": "Community healthcare",
    "66": "Hospice",
    "67": "Long term conditions services",
    "68": "Hospital services for mental health, learning disability or substance misuse",
    "69": "Rehabilitation",
    "70": "Residential substance misuse treatment",
    "71": "Other healthcare",
    "72": "Head office",
    "73": "Live-in care",
    "74": "Nurses agency",
    "75": "Children’s and young people’s services",
}

JOB_ROLES: Mapping[str, str] = {
    "1": "Senior management",
    "2": "Middle management",
    "3": "First line manager",
    "4": "Registered manager",
    "5": "Supervisor",
    "6": "Social worker",
    "7": "Senior care worker",
    "8": "Care worker",
    "9": "Community support and outreach",
    "10": "Employment support",
    "11": "Advice, guidance and advocacy",
    "15": "Occupational therapist",
    "16": "Registered nurse",
    "17": "Allied health professional",
    "22": "Technician",
    "23": "Other care-providing role",
    "24": "Care-related, not care-providing",
    "25": "Administrative or office",
    "26": "Ancillary",
    "27": "Other role not care-providing",
    "34": "Activities worker or co-ordinator",
    "35": "Safeguarding and reviewing officer",
    "36": "Occupational therapist assistant",
    "37": "Nursing associate",
    "38": "Nursing assistant",
    "39": "Assessment officer",
    "40": "Care co-ordinator",
    "41": "Care navigator",
    "42": "Children’s and young people’s role",
    "43": "Deputy manager",
    "44": "Learning and development lead",
    "45": "Team leader",
    "46": "Data analyst",
    "47": "Data governance manager",
    "48": "IT and digital support",
    "49": "IT manager",
    "50": "IT service desk manager",
    "51": "Software developer",
    "52": "Support worker",
}
ROLE_OF: Mapping[str, JobRole] = {
    "4": JobRole.REGISTERED_MANAGER, "43": JobRole.DEPUTY_MANAGER, "5": JobRole.TEAM_LEADER, "45": JobRole.TEAM_LEADER,
    "7": JobRole.SENIOR_CARE_WORKER, "8": JobRole.CARE_WORKER, "52": JobRole.SUPPORT_WORKER,
    "34": JobRole.ACTIVITIES_WORKER, "38": JobRole.NURSING_ASSISTANT, "16": JobRole.REGISTERED_NURSE,
    "37": JobRole.NURSING_ASSOCIATE, "6": JobRole.SOCIAL_WORKER, "15": JobRole.OCCUPATIONAL_THERAPIST,
    "17": JobRole.ALLIED_HEALTH_PROFESSIONAL,
    **dict.fromkeys(("1", "2", "3"), JobRole.OTHER_MANAGER),
    **dict.fromkeys(
        ("24", "25", "26", "27", "44", "46", "47", "48", "49", "50", "51"), JobRole.NOT_CARE_PROVIDING
    ),
    **dict.fromkeys(
        ("9", "10", "11", "22", "23", "35", "36", "39", "40", "41", "42"), JobRole.OTHER
    ),
}  # fmt: skip
"""The role, as funders ask it, of each of these; what they part and we do not is the nearest of ours."""
CARE_PROVIDING = frozenset(
    ("6", "7", "8", "9", "10", "11", "15", "16", "17", "22", "23", "34", "35", "36", "37", "38", "52")
)
"""Direct care and the regulated professions; not managers, and not those who support care."""

EMPLOYMENT: Mapping[str, str] = {
    "1": "Permanent",
    "2": "Temporary",
    "3": "Pool or bank",
    "4": "Agency",
    "7": "Other",
}

RECRUITED_FROM: Mapping[str, str] = {
    "1": "Adult care: local authority",
    "2": "Adult care: private or voluntary",
    "5": "Health",
    "7": "Children’s and young people’s social care",
    "8": "Other care sector",
    "10": "Internal promotion, transfer or career development",
    "12": "Not previously employed",
    "15": "Other source",
    "16": "Not known",
    "17": "Agency",
    "18": "First job after education",
}

CARE_CERTIFICATE: Mapping[str, str] = {
    "1": "Yes, completed",
    "2": "No",
    "3": "Yes, in progress or partially completed",
}
LEVEL_2_CERTIFICATE: Mapping[str, str] = {"1": "Yes, completed", "2": "Yes, started", "3": "No"}
YES_NO: Mapping[str, str] = {"0": "No", "1": "Yes", NOT_KNOWN: "Not known"}
ZERO_HOURS: Mapping[str, str] = {"1": "Yes", "2": "No", NOT_KNOWN: "Not known"}
QUALIFIED: Mapping[str, str] = {"1": "Yes", "2": "No", NOT_KNOWN: "Not known"}
LEVELS: Mapping[str, str] = {
    "0": "Entry level",
    **{str(level): f"Level {level}" for level in range(1, 9)},
    NOT_KNOWN: "Not known",
}
REASONS: Mapping[str, str] = {
    "21": "Moved to another adult social care employer",
    "22": "Moved to the health sector",
    "23": "Moved to a different sector",
    "24": "Moved to another role in this organisation",
    "25": "Chose to leave, destination not known",
    "26": "Retired",
    "27": "Employment was terminated",
    "28": "Left for a reason not listed",
    "29": "Not known",
}
DELIVERED_BY: Mapping[str, str] = {"1": "In-house staff", "2": "External provider"}
HOW_DELIVERED: Mapping[str, str] = {"1": "Face to face", "2": "E-learning"}

TRAINING: Mapping[str, str] = {
    "1": "Control and restraint",
    "2": "Dementia care",
    "5": "Emergency aid awareness",
    "6": "Fire safety",
    "7": "Basic life support and first aid",
    "8": "Food hygiene",
    "9": "Health and safety awareness",
    "10": "Infection prevention and control",
    "11": "Leadership and management",
    "12": "Learning disability",
    "13": "Medication management",
    "14": "Mental capacity and liberty safeguards",
    "15": "Assisting and moving people",
    "16": "Nutrition and hydration",
    "17": "Palliative and end of life care",
    "18": "Physical disability",
    "19": "Positive behaviour support",
    "20": "Safeguarding adults",
    "21": "Other",
    "22": "Dignity, respect and person-centred care",
    "23": "Equality and diversity",
    "25": "Children’s and young people’s training",
    "26": "Data management and GDPR",
    "27": "Epilepsy",
    "28": "Communication",
    "29": "Diabetes",
    "30": "COSHH",
    "31": "Mental health",
    "32": "Autism",
    "33": "Continence care",
    "34": "Duty of care",
    "35": "Supervision and performance management",
    "36": "Stroke",
    "37": "Complaints and conflict resolution",
    "38": "Personal care",
    "39": "Activity provision and wellbeing",
    "40": "Sensory disability",
    "41": "Oliver McGowan training (e-learning)",
    "42": "Oliver McGowan training (Tier 1)",
    "43": "Oliver McGowan training (Tier 2)",
    "44": "Oral health",
    "45": "Moving and handling objects",
    "46": "Assisted digital and accessibility",
    "47": "Digital leadership",
    "48": "In-house systems and applications",
    "49": "Online safety and security",
    "50": "Social media and communications",
    "51": "Working with digital technology",
}


def words_of(codes: Mapping[str, str], code: str) -> str:
    """What a code stands for; the code itself where it is none of these, and nothing for none."""
    return codes.get(code, code)


def split(text: str) -> tuple[str, ...]:
    """The items of a list joined with “;”, blanks among them in their places."""
    return tuple(part.strip() for part in text.split(";")) if text.strip() else ()


def whole(text: str) -> int | None:
    """A figure; None for a blank, for 999 and for what is no figure."""
    return None if text == NOT_KNOWN or not text.isdecimal() else int(text)
