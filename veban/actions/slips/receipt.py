"""Gather the receipt (Giấy tiếp nhận hồ sơ và hẹn trả kết quả) from the event, not from a form."""

from veban.actions.ports import World
from veban.actions.slips.subject import (
    Subject,
    come_back,
    form_marks,
    heading,
    officer_name,
    party,
    place_text,
    procedure_line,
    return_way,
)
from veban.core.dossiers.codes import PlaceKind
from veban.core.dossiers.commands import Interpreter, WrittenFor
from veban.core.dossiers.received import DossierReceived
from veban.core.dossiers.renumber import DossierRenumbered
from veban.core.nodes.writers import peer_of
from veban.core.numbers.dossier_code import DossierCode
from veban.core.numbers.receipt_seal import ReceiptClaim, key_id, seal_receipt
from veban.core.people.unit_settings import NumberStanding
from veban.core.procedures.term import TermRule
from veban.core.slips.fee import Fee
from veban.core.slips.paper import PaperLine
from veban.core.slips.party import Contact
from veban.core.slips.receipt import (
    HandBackLine,
    NumberLine,
    ReceiptContent,
    TermLine,
    WrittenForLine,
)

_TERMS = {
    TermRule.SAME_DAY: "Trong ngày làm việc",
    TermRule.WORKING_DAYS: "{:02d} ngày làm việc",
    TermRule.CALENDAR_DAYS: "{:02d} ngày",
    TermRule.WORKING_HOURS: "{:02d} giờ làm việc",
}


def gather_receipt(world: World, subject: Subject, address: str) -> ReceiptContent:
    """Return everything the receipt says.

    Args:
        world: The node.
        subject: The dossier.
        address: Public address of tracking, without a slash at its end.
    """
    received, person = subject.received, subject.person
    return ReceiptContent(
        heading=heading(world, received.unit, received.received_at),
        marks=form_marks(world, received.unit, "receipt"),
        number=_number(world, subject, address),
        party=party(world, subject),
        procedure=procedure_line(world, received.procedure),
        papers=tuple(
            PaperLine(kept.name, fact.form.value, fact.count)
            for fact, kept in zip(received.papers, person.papers, strict=True)
        ),
        sets=1,
        term=_term(received),
        hand_back=_hand_back(world, subject),
        fee=_fee(world, received),
        officer=officer_name(world, subject.dossier.received_by),
        received_place=place_text(received.place_kind, received.place_village),
        procedure_unchecked="procedure.unchecked" in received.warnings,
        interpreter=_interpreter(person.interpreter),
        fingerprint=bool(person.written_for and person.written_for.fingerprint),
        written_for=_written_for(person.written_for),
    )


def _number(world: World, subject: Subject, address: str) -> NumberLine:
    """Return the number, with a QR where this node gave it.

    The lease is the certificate: another node's signature on this code would be judged false,
    so a copy printed elsewhere has no QR.
    """
    received = subject.received
    qr = None
    if peer_of(_numbered_by(subject)) == world.me.speaks_as:
        claim = ReceiptClaim(
            subject.person.tracking,
            DossierCode.from_text(subject.dossier.code),
            received.due_at,
            received.fee_vnd,
            key_id(world.keys.public_key),
        )
        qr = seal_receipt(claim, address, world.keys.sign)
    return NumberLine(
        code=subject.dossier.code,
        official=received.numbers == NumberStanding.RESERVED,
        placeholder_agency="agency.placeholder" in received.warnings,
        qr=qr,
        tracking=subject.person.tracking,
    )


def _numbered_by(subject: Subject) -> str:
    """Return the node from whose lane the code is."""
    given = [s for s in subject.history if isinstance(s.event, DossierRenumbered)]
    return (given[-1] if given else subject.history[0]).header.node


def _term(received: DossierReceived) -> TermLine:
    text = received.due_rule and _TERMS[received.due_rule].format(received.due_amount or 0)
    return TermLine(
        text,
        received.received_at,
        received.due_at,
        calendar_provisional=received.calendar_provisional,
    )


def _hand_back(world: World, subject: Subject) -> HandBackLine:
    received, person = subject.received, subject.person
    returns = received.place_kind is not PlaceKind.CENTRE and (
        return_way(received) == "village" or received.round is not None
    )
    back = None
    if returns:
        place = place_text(received.place_kind, received.place_village) or ""
        back = come_back(world, received.round, received.back_on, person.return_place or place)
    contact = person.contact
    told = None
    if contact and contact.may_be_told:
        told = Contact(contact.full_name, contact.phone, contact.relation)
    return HandBackLine(
        how=return_way(received),
        place=person.return_place,
        come_back=back,
        collector=person.collector.full_name if person.collector else None,
        told=told,
    )


def _interpreter(interpreter: Interpreter | None) -> str | None:
    if interpreter is None:
        return None
    return " — ".join(part for part in (interpreter.full_name, interpreter.language) if part)


def _written_for(written: WrittenFor | None) -> WrittenForLine | None:
    return WrittenForLine(written.witness, written.fingerprint) if written else None


def _fee(world: World, received: DossierReceived) -> Fee:
    reason = None
    if received.fee_exempt_by:
        reason = f"miễn theo diện: {_exempt(world, received.fee_exempt_by)}"
    elif received.fee_reason:
        known = world.rules.fee_reasons().get(received.fee_reason)
        reason = known.name if known else None
    return Fee(received.fee_vnd, reason)


def _exempt(world: World, code: str) -> str:
    """Name a reason or a group of reasons; the event keeps the coarse one."""
    reasons = world.rules.reasons()
    if code in reasons:
        return reasons[code].name
    return ", ".join(reason.name for reason in reasons.values() if reason.group == code) or code
