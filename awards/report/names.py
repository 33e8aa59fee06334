"""Whom no public paper on a round may name: nominees who are not printed by consent, nominators and judges."""

from collections.abc import Iterable
from dataclasses import replace

from awards.judging.panel import members
from awards.nominations.entries import entries, listed_names
from awards.nominations.nominations import nominations
from awards.report.honours import published_names, told_honours
from awards.vocabulary import NomineeKind
from engagement.register.names import name_key
from engagement.register.person_names import close_person_terms
from resources.database import Database
from resources.report.exempt_names import ExemptTerm

_NOMINEE, _NOMINATOR, _JUDGE = "somebody nominated", "somebody who nominated", "a judge of the awards"


def awards_terms(db: Database, round_id: str) -> list[ExemptTerm]:
    """For `also` of every public document on the round. A name that is printed by consent is not looked for."""
    printed = {name_key(name) for name in published_names(told_honours(db, round_id))}
    held = entries(db, round_id)
    people = [
        name
        for one in held
        if one.nominee_kind is NomineeKind.INDIVIDUAL and name_key(one.nominee) not in printed
        for name in (one.nominee, *listed_names(one.also_known_as))
    ]
    teams = [one.nominee for one in held if one.nominee_kind is NomineeKind.TEAM]
    nominators = [one.nominator for one in nominations(db, round_id) if one.nominator]
    judges = [one.name for one in members(db, round_id)]
    return [
        *_without(close_person_terms(people, _NOMINEE), printed),
        *_without((ExemptTerm(name, _NOMINEE, telling=()) for name in dict.fromkeys(teams)), printed),
        *_without(close_person_terms(nominators, _NOMINATOR), printed),
        *_without(close_person_terms(judges, _JUDGE), printed),
    ]


def _without(terms: Iterable[ExemptTerm], printed: set[str]) -> list[ExemptTerm]:
    return [replace(one, telling=()) for one in terms if name_key(one.text) not in printed]
