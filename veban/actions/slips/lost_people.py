"""Whose data was on a lost laptop (người có dữ liệu trên máy mất): in dossiers and in rosters."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from veban.actions.ports import World
from veban.actions.slips.lost_scans import scans_on
from veban.core.dossiers.portal_names import RecordName
from veban.core.dossiers.portal_record import owner_of
from veban.core.dossiers.received import DossierPerson
from veban.core.dossiers.state import Dossier
from veban.core.journal.history import Placed
from veban.core.rounds.roster import RosterPerson, is_erased, people_counted, people_given
from veban.core.rounds.scans import ScansTold
from veban.core.slips.lost_report import Exposed


def dossier_people(
    world: World, told: ScansTold, laptop: str, dossiers: Iterable[Dossier]
) -> list[Exposed]:
    """Return whose dossiers were on a laptop, none of whom were erased.

    Args:
        world: The centre.
        told: What the laptop's present writer told of its scans.
        laptop: The laptop's id.
        dossiers: All that were on it, received or imported.
    """
    return [
        Exposed(
            dossier.beginning.code,
            _name(dossier),
            _village(dossier),
            _kinds(dossier) | scans_on(world, told, laptop, dossier),
        )
        for dossier in dossiers
        if not dossier.erased and (dossier.received or dossier.record)
    ]


def roster_people(history: Sequence[Placed]) -> list[Exposed]:
    """Return whom a roster named that went down to a laptop, earlier editions included."""
    return [
        Exposed("", one.full_name, one.village, _roster_kinds(one)) for one in people_given(history)
    ]


def roster_erased(history: Sequence[Placed]) -> int:
    """Return how many people a roster named that was erased since; 0 where it was not."""
    return people_counted(history) if is_erased(history) else 0


def _roster_kinds(person: RosterPerson) -> frozenset[str]:
    return frozenset({"roster", "groups"} if person.groups else {"roster"})


def _name(dossier: Dossier) -> str:
    if dossier.received and dossier.received.person:
        return dossier.received.person.applicant.full_name
    return next(filter(None, map(owner_of, _records(dossier))), "")


def _village(dossier: Dossier) -> str | None:
    person = dossier.received.person if dossier.received else None
    return person.applicant.village if person else None


def _kinds(dossier: Dossier) -> frozenset[str]:
    records = _records(dossier)
    person = dossier.received.person if dossier.received else None
    found = _found(person) if person else {}
    if records:
        names = (RecordName.OWNER, RecordName.OWNER_ID)
        found["identity"] = found.get("identity") or any(r.get(n) for r in records for n in names)
        found["phone"] = found.get("phone") or any(r.get(RecordName.PHONE) for r in records)
        found["record"] = True
    return frozenset(kind for kind, there in found.items() if there)


def _records(dossier: Dossier) -> list[Mapping[str, Any]]:
    """Return the national records of a dossier that stand here word for word."""
    sights = [dossier.record, *dossier.seen]
    return [sight.person.record for sight in sights if sight and sight.person]


def _found(person: DossierPerson) -> dict[str, object]:
    applicant = person.applicant
    relatives = (person.contact, person.collector, person.interpreter, person.witness)
    return {
        "identity": True,
        "phone": applicant.phone or (person.contact and person.contact.phone),
        "address": applicant.village or applicant.unit,
        "ethnicity": applicant.ethnicity,
        "relatives": any(relatives),
        "declaration": person.declaration,
        "reasons": person.reasons,
    }
