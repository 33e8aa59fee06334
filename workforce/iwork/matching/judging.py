"""Whether somebody fits a post, with each reason, and how well. Pure: the same facts give the same answer."""

from workforce.iwork.matching import must_haves, preferences
from workforce.iwork.matching.facts import Fit, MatchPerson, MatchPost, Rules


def judge(person: MatchPerson, post: MatchPost, rules: Rules) -> Fit:
    """A pair fits where no must-have is known to fail; what is not known is to be asked, and stops nothing."""
    findings = must_haves.find(person, post, rules)
    factors = preferences.factors(person, post, rules)
    return Fit(
        person=person.key,
        post=post.key,
        fits=all(one.met is not False for one in findings),
        findings=findings,
        factors=factors,
        score=preferences.score(factors, rules.weights),
        pinned=(person.key, post.key) in rules.pins,
    )
