"""The courses that come ready: ASC-WDS’s categories of training, and the qualifications that funds paid for.

Nothing is said of how long a course is valid, or what a qualification’s number is: none of that could be verified, and
the team writes it in.
"""

from collections.abc import Mapping

from resources.database import Database, change, new_key
from resources.words import plain
from workforce.training.courses import Course, courses
from workforce.training.vocabulary import CourseKind

CATEGORY_SOURCE = "ASC-WDS training categories (Skills for Care)"
CATEGORIES: Mapping[str, tuple[str, str]] = {
    "1": ("Control and restraint", "Care skills and knowledge"),
    "2": ("Dementia care", "Specific conditions and disabilities"),
    "5": ("Emergency aid awareness", "Health and safety in the workplace"),
    "6": ("Fire safety", "Health and safety in the workplace"),
    "7": ("Basic life support and first aid", "Health and safety in the workplace"),
    "8": ("Food hygiene", "Health and safety in the workplace"),
    "9": ("Health and safety awareness", "Health and safety in the workplace"),
    "10": ("Infection prevention and control", "Care skills and knowledge"),
    "11": ("Leadership and management", "Staff development"),
    "12": ("Learning disability", "Specific conditions and disabilities"),
    "13": ("Medication management", "Care skills and knowledge"),
    "14": ("Mental capacity and liberty safeguards", "Care skills and knowledge"),
    "15": ("Assisting and moving people", "Care skills and knowledge"),
    "16": ("Nutrition and hydration", "Care skills and knowledge"),
    "17": ("Palliative, end of life care", "Care skills and knowledge"),
    "18": ("Physical disability", "Specific conditions and disabilities"),
    "19": ("Positive behaviour support and non-restrictive practice", "Care skills and knowledge"),
    "20": ("Safeguarding adults", "Care skills and knowledge"),
    "21": ("Other", ""),
    "22": ("Dignity, respect, person-centred care", "Care skills and knowledge"),
    "23": ("Equality and diversity", "Care skills and knowledge"),
    "25": ("Children’s, young people’s related training", "Staff development"),
    "26": ("Data management and GDPR", "IT, digital and data in the workplace"),
    "27": ("Epilepsy", "Specific conditions and disabilities"),
    "28": ("Communication", "Staff development"),
    "29": ("Diabetes", "Specific conditions and disabilities"),
    "30": ("COSHH", "Health and safety in the workplace"),
    "31": ("Mental health", "Specific conditions and disabilities"),
    "32": ("Autism", "Specific conditions and disabilities"),
    "33": ("Continence care", "Care skills and knowledge"),
    "34": ("Duty of care", "Care skills and knowledge"),
    "35": ("Supervision, performance management", "Staff development"),
    "36": ("Stroke", "Specific conditions and disabilities"),
    "37": ("Complaints handling, conflict resolution", "Staff development"),
    "38": ("Personal care", "Care skills and knowledge"),
    "39": ("Activity provision, wellbeing", "Care skills and knowledge"),
    "40": ("Sensory disability", "Specific conditions and disabilities"),
    "41": ("Oliver McGowan Mandatory Training (e-learning)", "Specific conditions and disabilities"),
    "42": ("Oliver McGowan Mandatory Training (Tier 1)", "Specific conditions and disabilities"),
    "43": ("Oliver McGowan Mandatory Training (Tier 2)", "Specific conditions and disabilities"),
    "44": ("Oral health", "Care skills and knowledge"),
    "45": ("Moving and handling objects", "Health and safety in the workplace"),
    "46": ("Assisted digital and accessibility", "IT, digital and data in the workplace"),
    "47": ("Digital leadership skills", "IT, digital and data in the workplace"),
    "48": ("In-house systems and applications", "IT, digital and data in the workplace"),
    "49": ("Online safety and security", "IT, digital and data in the workplace"),
    "50": ("Social media and communications", "IT, digital and data in the workplace"),
    "51": ("Working with digital technology", "IT, digital and data in the workplace"),
}
"""What a category is called and the group it is in, by its code in bulk-upload files."""
_OTHER = "21"
"""Training that is in no category: no course of its own."""

_CREDITS_SOURCE = (
    "Workforce Development Fund 2017-18, as a partner of Skills for Care published it (second-hand)"
)
_LDSS_SOURCE = "Learning and Development Support Scheme, government guide"
QUALIFICATIONS: tuple[tuple[str, int, int | None, str], ...] = (
    ("Level 2 Diploma in Care", 2, 46, _CREDITS_SOURCE),
    ("Level 3 Diploma in Adult Care", 3, 58, _CREDITS_SOURCE),
    ("Level 4 Diploma in Adult Care", 4, 70, _CREDITS_SOURCE),
    ("Level 5 Diploma in Leadership and Management for Adult Care", 5, 80, _CREDITS_SOURCE),
    ("Level 2 Adult Social Care Certificate", 2, None, _LDSS_SOURCE),
)
"""Name, level, credits where they are known, and where that stands."""


def category_name(code: str) -> str:
    """What ASC-WDS calls a category, '' for a code that it has not."""
    return CATEGORIES.get(code, ("", ""))[0]


def shipped_courses() -> list[Course]:
    """All of them, without keys."""
    made = [
        Course("", name, category=code, description=f"{group}." if group else "", source=CATEGORY_SOURCE)
        for code, (name, group) in CATEGORIES.items()
        if code != _OTHER
    ]
    return made + [
        Course("", name, CourseKind.QUALIFICATION, level=level, credits=credits, source=source)
        for name, level, credits, source in QUALIFICATIONS
    ]


def add_shipped_courses(db: Database) -> list[Course]:
    """Add those whose name the catalogue does not have yet, archived ones counted; returns what was added."""
    held = {plain(one.name) for one in courses(db, archived=True)}
    missing = [one for one in shipped_courses() if plain(one.name) not in held]
    with change(db, "Added the usual courses"):
        db.insert_rows(
            "course",
            ("id", "name", "kind", "level", "credits", "category", "description", "source"),
            [
                (new_key(), one.name, one.kind.value, one.level, one.credits, one.category, one.description, one.source)
                for one in missing
            ],
        )  # fmt: skip
    names = {plain(one.name) for one in missing}
    return [one for one in courses(db) if plain(one.name) in names]
