"""Gather the slips of moves from what was done: 02, 03, 04 and 05."""

from veban.actions.ports import World
from veban.actions.slips.acts import Act
from veban.actions.slips.subject import (
    Subject,
    come_back,
    form_marks,
    guidance,
    heading,
    officer_name,
    party,
    place_text,
    procedure_line,
)
from veban.core.dossiers.codes import PlaceKind
from veban.core.shared.local_time import local_day
from veban.core.slips.apology import ApologyContent
from veban.core.slips.paper import PaperLine, Reason
from veban.core.slips.party import ComeBack, Signer
from veban.core.slips.refusal import RefusalContent
from veban.core.slips.stop import StopContent
from veban.core.slips.supplement import Lacking, SupplementContent

OTHER = "other"
"""Code of a reason that the officer wrote in words."""

SIGNER_TITLE = "Công chức giải quyết"
UNSAID = "(không ghi lý do)"


def gather_supplement(world: World, subject: Subject, act: Act) -> SupplementContent:
    """Return everything the request to supplement says (slip 02)."""
    received = subject.received
    why = _reason(act)
    return SupplementContent(
        heading=heading(world, received.unit, act.at),
        marks=form_marks(world, received.unit, "supplement", awaits_centre=act.awaits_centre),
        code=subject.dossier.code,
        party=party(world, subject),
        procedure=procedure_line(world, received.procedure),
        lacking=tuple(Lacking(paper, why) for paper in act.words.papers) or (Lacking("", why),),
        guidance=guidance(world, act.officer, received.round),
        officer=officer_name(world, act.officer),
        clock_paused=True,
        come_back=_come_back(world, subject),
    )


def gather_refusal(world: World, subject: Subject, act: Act) -> RefusalContent:
    """Return everything the refusal of a dossier says (slip 03)."""
    received = subject.received
    return RefusalContent(
        heading=heading(world, received.unit, act.at),
        marks=form_marks(world, received.unit, "refusal", awaits_centre=act.awaits_centre),
        code=subject.dossier.code,
        party=party(world, subject),
        procedure=procedure_line(world, received.procedure),
        reasons=(_reason(act),),
        guidance=guidance(world, act.officer, received.round),
        officer=officer_name(world, act.officer),
    )


def gather_apology(world: World, subject: Subject, act: Act) -> ApologyContent:
    """Return everything the apology says (slip 04)."""
    received = subject.received
    return ApologyContent(
        heading=heading(world, received.unit, act.at),
        marks=form_marks(world, received.unit, "apology", awaits_centre=act.awaits_centre),
        code=subject.dossier.code,
        party=party(world, subject),
        procedure=procedure_line(world, received.procedure),
        received_at=received.received_at,
        due_at=received.due_at,
        new_due_at=act.new_due_at,
        reasons=(_reason(act),),
        guidance=guidance(world, act.officer, received.round),
        signer=Signer(SIGNER_TITLE, officer_name(world, act.officer)),
        come_back=_come_back(world, subject),
    )


def gather_stop(world: World, subject: Subject, act: Act) -> StopContent:
    """Return everything the notice of stopping says (slip 05)."""
    received, person = subject.received, subject.person
    papers = zip(received.papers, person.papers, strict=True)
    return StopContent(
        heading=heading(world, received.unit, act.at),
        marks=form_marks(world, received.unit, "stop", awaits_centre=act.awaits_centre),
        code=subject.dossier.code,
        party=party(world, subject),
        procedure=procedure_line(world, received.procedure),
        requested_on=local_day(act.at) if act.move == "withdraw" else None,
        reasons=(_reason(act),),
        reached=world.rules.statuses()[int(subject.dossier.state)].name,
        papers_back=tuple(
            PaperLine(kept.name, fact.form.value, fact.count) for fact, kept in papers
        ),
        fee_handling=None,
        signer=Signer(SIGNER_TITLE, officer_name(world, act.officer)),
    )


def _reason(act: Act) -> Reason:
    return Reason(OTHER, act.words.text or UNSAID, act.words.legal_basis)


def _come_back(world: World, subject: Subject) -> ComeBack | None:
    received = subject.received
    if received.round is None or received.place_kind is PlaceKind.CENTRE:
        return None
    place = place_text(received.place_kind, received.place_village) or ""
    return come_back(world, received.round, received.back_on, place)
