"""Whose claim a row is: the provider and the learner that it names, found in the register or to be added."""

from dataclasses import dataclass
from typing import NamedTuple

from engagement.register.names import folded, name_key, without_company_words
from resources.database import Database
from resources.files.cells import shown
from workforce.funding.claims.files.reading import ClaimsFile
from workforce.funding.claims.files.row_read import Refused, RowRead


class Claimant(NamedTuple):
    """The provider, and its service where the row says which."""

    provider_id: str
    provider: str
    service_id: str | None


@dataclass(frozen=True)
class Who:
    """A learner who is held (`id`), or is to be added under these names and this ULN."""

    id: str | None
    given_name: str
    family_name: str
    uln: str

    @property
    def key(self) -> str:
        """By which rows of one learner are told to be one's; "" where the name alone tells."""
        return self.id or self.uln


class Whose:
    """The providers and learners held, read once."""

    def __init__(self, db: Database, provider_id: str) -> None:
        names = dict(db.rows("select id, name from provider where archived_on is null"))
        self._names = names
        self._given = provider_id
        self._providers: dict[str, set[Claimant]] = {}
        self._numbers: dict[str, Claimant] = {}
        for key, name in names.items():
            self._providers.setdefault(without_company_words(name), set()).add(Claimant(key, name, None))
        for key, name, number, provider in db.rows(
            """select service.id, service.name, coalesce(cqc_location_id, ''), provider_id from service
            where archived_on is null"""
        ):
            if provider in names:
                claimant = Claimant(provider, names[provider], key)
                self._providers.setdefault(without_company_words(name), set()).add(claimant)
                self._numbers[_number(number)] = claimant
        for local, code, provider, service in db.rows(
            "select local_id, workplace_code, provider_id, service_id from workplace where provider_id is not null"
        ):
            for number in (local, code):
                self._numbers.setdefault(
                    _number(number), Claimant(provider, names.get(provider, ""), service)
                )
        self._numbers.pop("", None)
        self._by_uln: dict[str, Who] = {}
        self._by_name: dict[str, list[Who]] = {}
        self._posts: set[tuple[str, str]] = set(db.rows("select learner_id, provider_id from learner_post"))
        for row in db.rows("select id, given_name, family_name, uln from learner"):
            one = Who(*row)
            self._by_name.setdefault(name_key(f"{one.given_name} {one.family_name}"), []).append(one)
            if one.uln:
                self._by_uln[one.uln] = one

    def provider(self, file: ClaimsFile, row: RowRead) -> Claimant:
        """Who claims, by number, by name, or whose form it is; raises Refused."""
        by_number = self._numbers.get(_number(row.workplace)) if row.workplace else None
        if by_number is not None:
            return by_number
        if not row.organisation:
            if self._given:
                return Claimant(self._given, self._names.get(self._given, ""), None)
            raise Refused("the row names no organisation: write its name", file.heading("organisation"))
        found = self._providers.get(without_company_words(row.organisation), set())
        providers = {one.provider_id for one in found}
        if self._given and (not found or self._given in providers):
            return Claimant(self._given, self._names.get(self._given, ""), None)
        if not found:
            raise Refused(
                f"no provider or service of the register is called {shown(row.organisation)}: add it, or write the "
                "name as it stands there",
                file.heading("organisation"),
            )
        if len(providers) > 1:
            raise Refused(
                f"more than one provider of the register is called {shown(row.organisation)}: write the ASC-WDS or "
                "CQC number too",
                file.heading("organisation"),
            )
        services = {one.service_id for one in found}
        one = next(iter(found))
        return one if len(services) == 1 else Claimant(one.provider_id, self._names[one.provider_id], None)

    def learner(self, file: ClaimsFile, row: RowRead, uln: str) -> Who:
        """Who it is for; raises Refused where the ULN is somebody else's."""
        by_uln = self._by_uln.get(uln) if uln else None
        if by_uln is not None:
            if row.learner and not _could_be(row, by_uln):
                raise Refused(
                    f"ULN {uln} is that of {by_uln.given_name} {by_uln.family_name} here, and the row names "
                    f"{row.learner}: put one of them right",
                    file.heading("uln"),
                )
            return by_uln
        if not row.family_name:
            raise Refused(
                f"nobody here has the ULN {uln}, and the row has no name: write the name too",
                file.heading("uln"),
            )
        return self._by_row_name(file, row, uln)

    def _by_row_name(self, file: ClaimsFile, row: RowRead, uln: str) -> Who:
        fitting = [one for one in self._by_name.get(name_key(row.learner), []) if not (uln and one.uln)]
        claimant = self.provider(file, row)
        here = [one for one in fitting if (one.id, claimant.provider_id) in self._posts]
        if len(here) == 1 and not uln:
            return here[0]
        if len(here) > 1:
            raise Refused(
                f"{len(here)} learners at {claimant.provider} are called {row.learner}: write the ULN",
                file.heading("uln") or file.heading("family_name"),
            )
        if len(here) == 1:
            return Who(here[0].id, here[0].given_name, here[0].family_name, uln)  # their ULN was not known
        return Who(None, row.given_name, row.family_name, uln)


def _could_be(row: RowRead, held: Who) -> bool:
    """Whether a row's name may be that of whoever has the ULN: the family name, or both names the other way round."""
    whole = name_key(f"{held.given_name} {held.family_name}")
    return (
        folded(row.family_name) == folded(held.family_name)
        or name_key(row.learner) == whole
        or (folded(row.given_name) == folded(held.given_name))
    )


def _number(text: str) -> str:
    return "".join(text.split()).casefold()
