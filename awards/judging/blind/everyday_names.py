"""Names that are ordinary words too, and the short names that people go by. Pure data."""

from engagement.register.short_names import SHORT_NAMES
from resources.report.ordinary_words import ORDINARY_WORDS, WORK_WORDS

_ALSO_WORDS = """
    amber angel april art august autumn baker ball banks bell best bill bird bishop black blessing bliss blossom
    blue bold brand bright brook brooks brown bush carol cash chance charity chase cherry christian clay cliff
    cook crystal daisy dale dawn day dean destiny drew duke earl ember eve example faith favour fern field
    fields fish flora forest forrest fox frank friend frost gay gem gene gift ginger glen gold good grace grant
    gray green grey grove hall happy harmony hart haven hazel heath heather heaven hill hills holly honey honor
    honour hope hunter iris ivy jack jade jasmine jay jewel josh joy kind king kit knight lake lamb lane lark
    lily little long love lucky mace major maple marina mark marks marsh martin mason may meadow melody mercy
    merry miles moody moon moss myrtle noble north olive page park parks pat patience pearl penny piper poppy
    power powers precious price pride prince prudence queen rain raven ray reed rich river rivers robin rock
    rocky rose rosemary roses rowan ruby rue rusty sage sally sample sandy savage savannah serenity sharp sharpe
    shell short silver sky snow specimen star steel sterling stone storm street strong sue summer summers sunny
    swan sweet tab temperance trinity unity vale verity victor violet wade ward west will willow wills win
    winter winters wise wolf wood woods wren young
"""
WORDS_TOO = ORDINARY_WORDS | WORK_WORDS | frozenset(_ALSO_WORDS.split())
"""A name of these words alone may be no name where it stands: a person looks at it."""

_ORGANISATION_ENDS_LIST = """
    act association award awards bank board care carers centre certificate charity college commission
    committee company cross council county covenant day days department diploma disease emergency eve fair
    festival foundation framework friends fund group gym hospice hospital hotel housing institute library
    live marathon medal mind museum nhs party police practice programme project register safeguards school
    service services show society standard standards station supermarket support surgery syndrome team teams
    therapy theatre training trust uk university week zoo
"""
ORGANISATION_ENDS = frozenset(_ORGANISATION_ENDS_LIST.split())
"""What the name of a firm, a paper or a feast ends with, and no person’s."""
_NO_NAMES_LIST = """
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays
    saturdays sundays january february july september october november december christmas easter diwali eid
    ramadan hanukkah halloween valentines covid cqc nhs gp nvq btec qcf dols british english welsh scottish
    irish polish european african asian caribbean indian american alzheimer parkinson parkinsons alzheimers
    diploma apprenticeship makaton microsoft facebook zoom whatsapp teams google amazon tesco asda britain
    england wales scotland ireland london nottingham nottinghamshire derby leicester lincoln mum dad mummy daddy
    nan nana nanna nanny gran granny grandma grandad grandpa dear thank thanks yours sincerely kind regards best
    wishes he she they we you it i ive im id ill isnt dont sometimes meanwhile unfortunately thus tea moreover
    furthermore nevertheless recently sadly luckily whenever whatever despite although because since jewish
    muslim hindu sikh catholic proud level mental capacity deprivation liberty queens kings royal macmillan
    samaritans curie champion championship birthday frame infection jubilee lead pandemic platinum prevention
    zimmer finally eventually afterwards yesterday tomorrow tonight nothing something anything everything myself
    himself herself having seeing knowing working being coming going talking speaking hello hi congratulations
"""
NO_NAMES = frozenset(_NO_NAMES_LIST.split())
"""What is written with a capital, or begins a sentence, and is no part of a stranger’s name."""

FIRST_NAMES = SHORT_NAMES.keys() | {short for some in SHORT_NAMES.values() for short in some}
"""Those of many people."""
NAME_WORDS = frozenset(_ALSO_WORDS.split()) | FIRST_NAMES | {"june", "august"}
"""Ordinary words that are people’s names, and first names."""

MONTHS = frozenset({"april", "may", "june", "august"})
"""First names, unless something happened in them."""
_COMMON_INITIALS_LIST = """
    ac ad am bc bp cd cpr cv da dbs dj dr dvd eg er ff fm gi gp hgv hi hr ie im iq it la lgbt ma mc md mp mr
    ms nb nd nhs nvq ok ot pa pc pe ph phd pm pmld ppe pr pt qa ra rip sen st tv uk un us va vip
"""
COMMON_INITIALS = frozenset(_COMMON_INITIALS_LIST.split())
"""Abbreviations that the initials of a name may be too."""
_MAILBOX_WORDS_LIST = """
    accounts admin bookings care carer carers contact desk email enquiries enquiry family finance hello home
    homes hotmail house info mail manager managers me mrs mum my nurse nursing office post reception
    registered sales staff support team the training work
"""
MAILBOX_WORDS = frozenset(_MAILBOX_WORDS_LIST.split())
"""What an e-mail address begins with that is nobody’s name."""
STREET_ENDS = {
    "avenue": ("ave", "av"), "road": ("rd",), "street": ("st", "str"), "lane": ("ln", "la"), "close": ("cl",),
    "drive": ("dr", "drv"), "crescent": ("cres", "cr"), "gardens": ("gdns", "gdn"), "terrace": ("terr", "ter", "tce"),
    "place": ("pl",), "square": ("sq",), "grove": ("gr", "grv"), "park": ("pk",), "boulevard": ("blvd", "bd"),
    "court": ("ct", "crt"), "house": ("hse", "ho"), "cottage": ("cott",), "cottages": ("cotts",), "estate": ("est",),
}  # fmt: skip
"""How the last word of a street is shortened."""
