"""Holding the ratings of a file against the register: re-inspected, first ratings, changed, corrected."""

from engagement.cqc_files.contents import CqcFile, FileFindings, Finding, Found, PublishedRating, found_of
from engagement.cqc_files.held import Held, HeldOther, HeldService
from engagement.register.vocabulary import KeyQuestion, Rating
from resources.wording import date_short


def check_ratings(held: Held, file: CqcFile, found: FileFindings) -> None:
    """Put every rating of the file into its groups, and bring the working copy up to date."""
    day = file.as_at.isoformat()
    unknown: dict[str, PublishedRating] = {}
    for rating in file.ratings:
        service = held.services.get(rating.location_id)
        former = held.former.get(rating.location_id)
        other = held.others.get(rating.location_id)
        if service is not None:
            _check_rating(held, service, rating, day, found)
        elif former is not None:
            _check_former(held, former, rating, day, found)
        elif other is not None:
            _check_other_rating(other, rating, day, found)
        else:
            unknown.setdefault(rating.location_id, rating)
    for rating in unknown.values():
        detail = f"{rating.question.label}: {rating.rating.label}"
        found.add(
            Finding.NOT_HELD,
            Found(rating.location_id, rating.location_name, "", detail, social_care=True),
        )
    if file.ratings:
        held.newest_ratings = max(held.newest_ratings, day)


def _check_rating(
    held: Held, service: HeldService, rating: PublishedRating, day: str, found: FileFindings
) -> None:
    key = rating.question.value, rating.published_on
    now = rating.rating.value, int(rating.inherited)
    before = service.ratings.get(key)
    if before == now:
        return
    words = f"{_words(now)}, published {date_short(rating.published_on)}"
    detail = f"{rating.question.label}: {words}"
    if before is not None:
        if day < held.newest_ratings:
            return  # a later file has had the last word
        service.ratings[key] = now
        if key not in service.new_ratings:
            service.corrected.append(key)
        found.add(Finding.CORRECTED, found_of(service, f"{detail}; held as {_words(before)}"))
        return
    if rating.question is KeyQuestion.OVERALL:
        listed = held.was_listed_before(service, day)
        _compare(found, found_of(service), service.overall(), rating, listed_before=listed)
    service.ratings[key] = now
    service.new_ratings.append(key)
    found.add(Finding.RATINGS_ADDED, found_of(service, detail))


def _words(rating: tuple[str, int]) -> str:
    label = Rating(rating[0]).label
    return f"{label} (inherited)" if rating[1] else label


def _check_former(
    held: Held, service: HeldService, rating: PublishedRating, day: str, found: FileFindings
) -> None:
    """A rating of what was merged into the service belongs to its history, unless it has one of that day."""
    if (rating.question.value, rating.published_on) not in service.ratings:
        _check_rating(held, service, rating, day, found)


def _check_other_rating(other: HeldOther, rating: PublishedRating, day: str, found: FileFindings) -> None:
    if rating.question is not KeyQuestion.OVERALL:
        return
    before = (other.published_on, other.rating) if other.published_on and other.rating else None
    if before == (rating.published_on, rating.rating.value) or (before and before[0] > rating.published_on):
        return
    listed = other.first_seen_on < day
    _compare(found, found_of(other, social_care=False), before, rating, listed_before=listed)
    other.published_on, other.rating, other.changed = rating.published_on, rating.rating.value, True


def _compare(
    found: FileFindings,
    who: Found,
    before: tuple[str, str] | None,
    rating: PublishedRating,
    *,
    listed_before: bool,
) -> None:
    """Put a newly published overall rating into its groups."""
    now = f"{rating.rating.label}, published {date_short(rating.published_on)}"
    if before is None:
        if listed_before and rating.rating.is_rated:
            found.add(Finding.FIRST_RATING, _with(who, now))
        return
    was_on, was = before[0], Rating(before[1])
    if rating.published_on <= was_on:
        return
    detail = f"{was.label} ({date_short(was_on)}) → {rating.rating.label} ({date_short(rating.published_on)})"
    found.add(Finding.RE_INSPECTED, _with(who, detail))
    if not was.is_rated and rating.rating.is_rated:
        found.add(Finding.FIRST_RATING, _with(who, now))
    elif was is not rating.rating:
        found.add(Finding.CHANGED_RATING, _with(who, detail))


def _with(who: Found, detail: str) -> Found:
    return Found(who.location_id, who.name, who.authority, detail, who.social_care)
