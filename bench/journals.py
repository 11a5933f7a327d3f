"""Synthetic journals of a year's kind: dossiers from reception to hand-back, invented people."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from veban.actions.ports import Step
from veban.core.dossiers.codes import PlaceKind, ReturnHow, Sex
from veban.core.dossiers.commands import Applicant, Contact
from veban.core.dossiers.details import Proof
from veban.core.dossiers.events import (
    DossierHandedOver,
    DossierTransferred,
    HandBackPerson,
    ResultHandedBack,
    ResultPerson,
    ResultSigned,
)
from veban.core.dossiers.received import DossierPerson, DossierReceived, PaperFact, PaperKept
from veban.core.journal.entry import Entry
from veban.core.procedures.papers import PaperForm
from veban.core.procedures.term import TermRule
from veban.store.journal.sealing import Head, moved_head, seal_steps

START = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
FAMILIES = ("Vàng", "Giàng", "Lò", "Quàng", "Sùng", "Mùa")
GIVEN = ("Thử", "Mẫu", "Tập", "Luyện", "Nháp")


@dataclass(slots=True)
class SteadyClock:
    """A clock that goes on by 20 seconds each time it is asked."""

    at: datetime = START

    def now(self) -> datetime:
        self.at += timedelta(seconds=20)
        return self.at


def dossier_entries(count: int, node: str = "bench") -> Iterator[Entry]:
    """Yield the chain of ``count`` dossiers, five entries each, as one node writes it."""
    head, clock, salt = Head(node), SteadyClock(), hashlib.sha256(b"salt").hexdigest()[:32]
    for n in range(count):
        now = clock.now()
        steps = [Step(f"dossier/{n:08d}", 0, _life(n, now), now, "lan")]
        entries = seal_steps(head, f"key-{n}", steps, now, lambda: salt)
        head = moved_head(head, entries)
        yield from entries


def received(n: int, now: datetime) -> DossierReceived:
    name = f"{FAMILIES[n % 6]} Văn {GIVEN[n % 5]}"
    papers = ("Tờ khai theo mẫu", "Giấy chứng sinh", "Giấy xác nhận cư trú")
    return DossierReceived(
        code=f"H18.03.172-{now:%y%m%d}-{n % 9000 + 1:04d}",
        unit="03172",
        procedure="1.001193",
        channel=1,
        place_kind=PlaceKind.VILLAGE,
        decided_by="03172",
        received_at=now,
        rules_hash=f"{n % 84:064x}",
        numbers="provisional",
        return_how=ReturnHow.VILLAGE,
        papers=tuple(PaperFact(f"p{i}", PaperForm.ORIGINAL, 1) for i in range(3)),
        place_village="Na Pheo",
        counted_from=now,
        due_at=now + timedelta(days=3),
        due_rule=TermRule.WORKING_DAYS,
        due_amount=3,
        fee_vnd=0,
        groups=("elderly",),
        person=DossierPerson(
            applicant=Applicant(name, f"0110{n:08d}", None, Sex.MALE, "Mông", None, "03172", "Na"),
            papers=tuple(PaperKept(text) for text in papers),
            tracking=f"{n:08x}",
            contact=Contact(full_name=name, phone=f"09{n:08d}"),
        ),
    )


def _life(n: int, now: datetime) -> list[object]:
    return [
        received(n, now),
        DossierHandedOver(from_desk="lan", to_desk="hoa"),
        DossierTransferred(),
        ResultSigned(result="certificate", person=ResultPerson(number=f"{n}/GKS")),
        ResultHandedBack(proof=Proof.SIGNATURE, person=HandBackPerson(to="Vàng Văn Thử")),
    ]
