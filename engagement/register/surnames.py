"""Which surnames tell by themselves whom a paper means."""

from collections.abc import Container

from engagement.register.names import name_key
from resources.report.exempt_names import PLACE_WORDS
from resources.report.ordinary_words import CHANCE_WORDS

_COMMON_WORDS = """
    adams ahmed akhtar alexander ali allen anderson andrews armstrong atkinson bailey baker ball barker barnes begum
    bell bennett berry bradley brooks brown burton butler campbell carr carter chapman clark clarke collins cook cooper
    cox cunningham davidson davies davis dawson dixon edwards elliott ellis evans fisher fletcher ford foster fox
    gibson gill gordon graham grant gray green griffiths hall hamilton harper harris harrison hart harvey hill holmes
    hopkins howard hughes hunt hunter hussain jackson james jenkins johnson johnston jones kaur kelly kennedy khan king
    knight lawrence lee lewis lloyd macdonald marshall martin mason matthews miah mills mitchell moore morgan morris
    murphy murray newman ogden owen palmer parker patel pearce pearson phillips pike poole porter powell price rees
    reid reynolds richards richardson roberts robertson robinson rogers rose ross russell ryan saunders scott shah
    shaw simpson singh smith spencer stevens stewart sutton taylor thomas thompson thomson turner walker wallace walsh
    ward warren watkins watson watts webb wells west white wilkinson williams williamson wilson wood woods wright
    young
"""
_COMMON = frozenset(_COMMON_WORDS.split())
"""Surnames that many people bear: beside a title alone any of them may be meant."""
_SHORTEST = 4


def is_rare(surname: str, borne_in_public: Container[str]) -> bool:
    """Whether a surname tells alone: no everyday word or place, not common, and nobody known in public bears it."""
    last = name_key(surname.split()[-1]) if surname.split() else ""
    words = last.split()
    return len(last) >= _SHORTEST and not any(
        word in _COMMON or word in CHANCE_WORDS or word in PLACE_WORDS or word in borne_in_public
        for word in words
    )
