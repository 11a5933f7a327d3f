"""One sitting (lượt đến): a family comes to the table once, with several people and procedures."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from veban.core.dossiers.codes import Sex
from veban.core.dossiers.commands import Applicant, BirthDate
from veban.core.dossiers.received import DossierReceived
from veban.core.people.identity import IdentityCard
from veban.core.shared.fold_text import fold_text

_ID = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class KnownScan:
    """A paper scanned once at this sitting (bản quét đã có).

    Args:
        paper: Its id in the law; None where it was taken by its name.
        name: What was written about it.
        file: The hash of the kept file.
        owner: Whose dossier it was scanned for.
    """

    paper: str | None
    name: str
    file: str
    owner: Applicant


@dataclass(frozen=True, slots=True)
class FeeSum:
    """The fees of a sitting together: the sum in đồng, and how many dossiers have no figure."""

    vnd: int
    unknown: int


def is_sitting(visit: str | None) -> bool:
    """Tell whether the word is one that pages made, which may stand in an address.

    Example:
        >>> is_sitting("0f1e2d3c4b5a6978"), is_sitting("nhà ông Mẫu")
        (True, False)
    """
    return bool(visit and _ID.fullmatch(visit))


def on_card(card: IdentityCard) -> Applicant:
    """Return the person of an identity card."""
    return Applicant(
        full_name=card.full_name,
        personal_id=card.number,
        birth_date=BirthDate(card.birth_date) if card.birth_date else None,
        sex=Sex(card.sex) if card.sex else None,
        village=card.residence.partition(",")[0] or None,
    )


def people_at(receptions: Iterable[DossierReceived], read: Iterable[Applicant]) -> list[Applicant]:
    """Return everybody known at a sitting, each once, in the order in which they became known.

    Args:
        receptions: The sitting's dossiers, the first one first.
        read: People whose card was read.
    """
    people = [event.person for event in receptions if event.person]
    contacts = [
        Applicant(full_name=person.contact.full_name, phone=person.contact.phone)
        for person in people
        if person.contact
    ]
    known: list[Applicant] = []
    for one in (*(person.applicant for person in people), *read, *contacts):
        if not any(is_same_person(one, other) for other in known):
            known.append(one)
    return known


def is_same_person(one: Applicant, other: Applicant) -> bool:
    """Tell whether two are one: by number where both have one, else by name and birth.

    Example:
        >>> is_same_person(Applicant("Lò Thị Mẩy"), Applicant("lò thị mẩy", phone="0900000001"))
        True
        >>> is_same_person(Applicant("Lò A", "011188990001"), Applicant("Lò A", "011188990002"))
        False
    """
    if one.personal_id and other.personal_id:
        return one.personal_id == other.personal_id
    if fold_text(one.full_name) != fold_text(other.full_name):
        return False
    return not (one.birth_date and other.birth_date) or one.birth_date == other.birth_date


def scans_at(receptions: Iterable[DossierReceived]) -> list[KnownScan]:
    """Return the papers scanned at a sitting, each file once, the latest first."""
    found: dict[str, KnownScan] = {}
    for event in receptions:
        person = event.person
        for fact, kept in zip(event.papers, person.papers, strict=True) if person else ():
            if kept.file and person:
                found[kept.file] = KnownScan(fact.paper, kept.name, kept.file, person.applicant)
    return list(reversed(found.values()))


def scan_for(paper: str | None, who: Applicant | None, scans: Sequence[KnownScan]) -> str:
    """Return the file offered first for a paper: the same paper of the same person; else nothing.

    Args:
        paper: The paper's id in the law.
        who: Whose dossier the form is for.
        scans: What was scanned at the sitting.
    """
    same = (
        scan.file
        for scan in scans
        if paper is not None and scan.paper == paper and who and is_same_person(scan.owner, who)
    )
    return next(same, "")


def sum_fees(receptions: Iterable[DossierReceived]) -> FeeSum:
    """Return the sum of the fees that are known, and how many are not."""
    fees = [event.fee_vnd for event in receptions]
    return FeeSum(sum(fee for fee in fees if fee is not None), fees.count(None))
